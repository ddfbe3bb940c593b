// How the people of a member are reached, as far as the reader may see it.
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { ProducerText } from '../../../ui/producer-text.tsx';
import { Unread } from '../../../ui/states.tsx';
import { inList } from '../../../words/in-list.ts';
import { reachQuery } from './people-query.ts';

export const ReachTable = ({ member }: { member: string }): JSX.Element => {
  const { t } = useTranslation();
  const query = useQuery(reachQuery(member));
  const { data } = query;
  if (data === undefined) return <Unread of={[query]} />;
  if (data.length === 0) return <p className="quiet">{t('people.noReach')}</p>;
  return (
    <div className="scroll">
      <table className="few-columns">
        <thead>
          <tr>
            <th scope="col">{t('people.name')}</th>
            <th scope="col">{t('people.contact')}</th>
            <th scope="col">{t('people.languages')}</th>
            <th scope="col">{t('people.timeZone')}</th>
          </tr>
        </thead>
        <tbody>
          {data.map(({ name, kind, value, languages, timeZone }) => (
            <tr key={`${name} ${kind} ${value}`}>
              <th scope="row">
                <ProducerText text={name} />
              </th>
              <td>
                <small className="quiet">{t(`people.contactKind.${kind}`)}</small>{' '}
                <ProducerText text={value} />
              </td>
              <td>{inList(languages)}</td>
              <td>{timeZone ?? '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
