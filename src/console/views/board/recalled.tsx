// A recall: why, what holders are to do, and who has not confirmed yet.
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { tallyOf } from '../../app/hands/hands.ts';
import { ProducerText } from '../../ui/producer-text.tsx';
import { type BoardItem, byName } from './board-query.ts';

type Holder = NonNullable<NonNullable<BoardItem['recall']>['unconfirmed']>['edges'][number]['node'];

export const Recalled = ({ recall }: { recall: NonNullable<BoardItem['recall']> }): JSX.Element => {
  const { t } = useTranslation();
  const open: readonly Holder[] = recall.unconfirmed?.edges.map(({ node }) => node) ?? [];
  const hasMore = recall.unconfirmed?.pageInfo.hasNextPage === true;
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
      {open.length + notTold === 0 && <p className="strong">{t('recall.allConfirmed')}</p>}
      {open.length > 0 && <Unconfirmed of={byName(open)} hasMore={hasMore} />}
    </section>
  );
};

/** So many stand there by themselves; more are folded, so that the figures and the rows below stay in sight. */
const SHOWN = 6;

type OpenProps = { readonly of: readonly Holder[]; readonly hasMore: boolean };

const Unconfirmed = ({ of, hasMore }: OpenProps): JSX.Element => {
  const { t } = useTranslation();
  return (
    <details open={of.length <= SHOWN}>
      <summary className="strong">
        {t('recall.unconfirmed')} <span className="number">{tallyOf(of.length, hasMore)}</span>
      </summary>
      <ul className="row plain">
        {of.map(({ id, member, organisation }) => (
          <li className="tag" key={id}>
            {organisation === null ? (
              <ProducerText text={member.name} />
            ) : (
              t('board.organisation', { number: organisation })
            )}
          </li>
        ))}
      </ul>
      {hasMore && <p className="small">{t('recall.more')}</p>}
    </details>
  );
};
