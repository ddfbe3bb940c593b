// What this member published, newest first: the way to each delivery board.
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useMayPublish } from '../../app/rights.ts';
import type { RowFragment } from '../../operations/graphql.generated.ts';
import { Instant } from '../../ui/instant.tsx';
import { Grade, Marking } from '../../ui/marks.tsx';
import { ProducerText } from '../../ui/producer-text.tsx';
import { Failure, Nothing, Waiting } from '../../ui/states.tsx';
import { feedQuery, rowsOf } from '../floor/feed-query.ts';

export const Own = (): JSX.Element => {
  const { t } = useTranslation();
  const mayPublish = useMayPublish();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    feedQuery({}),
  );
  if (error !== null) return <Failure error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Waiting />;
  const own = rowsOf(data).filter(({ whyMe }) => whyMe.kind === 'OWN');
  return (
    <div className="stack">
      <div className="head">
        <h1>{t('view.board')}</h1>
        {mayPublish.isAllowed ? (
          <Link className="button primary" to="/publish">
            {t('view.publish')}
          </Link>
        ) : (
          <span className="small quiet">{mayPublish.reason}</span>
        )}
      </div>
      {own.length === 0 && !hasNextPage && (
        <Nothing title={t('board.noneTitle')}>
          <p>{t('board.noneNext')}</p>
        </Nothing>
      )}
      {own.length > 0 && <OwnTable items={own} />}
      {hasNextPage && (
        <div>
          <button type="button" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('list.more')}
          </button>
        </div>
      )}
    </div>
  );
};

const OwnTable = ({ items }: { items: readonly RowFragment[] }): JSX.Element => {
  const { t } = useTranslation();
  return (
    <div className="scroll">
      <table className="panel board-table">
        <thead>
          <tr>
            <th scope="col">{t('floor.severity')}</th>
            <th scope="col">{t('publish.headline')}</th>
            <th scope="col">{t('publish.marking')}</th>
            <th scope="col">{t('board.when')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.id}>
              <td>
                <Grade severity={item.severity} />
              </td>
              <td>
                <Link to="/board/$id" params={{ id: item.id }}>
                  <ProducerText text={item.headline} />
                </Link>{' '}
                {item.exercise !== null && <span className="tag exercise-tag">{t('exercise.tag')}</span>}{' '}
                {item.state !== 'ACTIVE' && <span className="tag">{t(`itemState.${item.state}`)}</span>}
              </td>
              <td>
                <Marking tlp={item.marking} />
              </td>
              <td>
                <Instant at={item.updatedAt} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
