// Members by name, each the way to its own page.
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { ProducerText } from '../../../ui/producer-text.tsx';
import type { Listed } from './members-query.ts';

export const MemberTable = ({ members }: { members: readonly Listed[] }): JSX.Element => {
  const { t } = useTranslation();
  return (
    <div className="scroll">
      <table className="panel few-columns">
        <thead>
          <tr>
            <th scope="col">{t('members.name')}</th>
            <th scope="col">{t('members.slug')}</th>
            <th scope="col">{t('members.kindTitle')}</th>
            <th scope="col">{t('members.country')}</th>
          </tr>
        </thead>
        <tbody>
          {members.map(({ id, slug, name, kind, country }) => (
            <tr key={id}>
              <th scope="row">
                <Link to="/members/$slug" params={{ slug }}>
                  <ProducerText text={name} />
                </Link>
              </th>
              <td>
                <code>{slug}</code>
              </td>
              <td>{t(`members.kind.${kind}`)}</td>
              <td>{country}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
