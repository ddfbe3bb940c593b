// A recall: why, what holders are to do, and who has not confirmed yet.
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { ProducerText } from '../../ui/producer-text.tsx';
import type { BoardItem } from './board-query.ts';

export const Recalled = ({ recall }: { recall: NonNullable<BoardItem['recall']> }): JSX.Element => {
  const { t } = useTranslation();
  const open = recall.unconfirmed?.edges.map(({ node }) => node) ?? [];
  const notTold = recall.notTold ?? 0;
  return (
    <section className="notice caution stack tight" aria-labelledby="recalled">
      <h2 id="recalled">{recall.isNarrowed ? t('recall.narrowed') : t('recall.title')}</h2>
      <dl className="facts">
        <dt>{t('recall.reason')}</dt>
        <dd>
          <ProducerText text={recall.reason} />
        </dd>
        <dt>{t('recall.whatToDo')}</dt>
        <dd>
          <ProducerText text={recall.whatToDo} />
        </dd>
      </dl>
      {notTold > 0 && <p className="strong">{t('recall.notTold', { count: notTold })}</p>}
      {open.length > 0 && <p className="strong">{t('recall.unconfirmed')}</p>}
      {open.length + notTold === 0 && <p className="strong">{t('recall.allConfirmed')}</p>}
      {open.length > 0 && (
        <ul className="row plain">
          {open.map(({ id, member, organisation }) => (
            <li className="tag" key={id}>
              {organisation === null ? (
                <ProducerText text={member.name} />
              ) : (
                t('board.organisation', { number: organisation })
              )}
            </li>
          ))}
        </ul>
      )}
      {recall.unconfirmed?.pageInfo.hasNextPage === true && <p className="small">{t('recall.more')}</p>}
    </section>
  );
};
