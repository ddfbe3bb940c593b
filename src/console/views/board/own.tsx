// What this member published, newest first: the way to each delivery board.
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type JSX, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMayPublish } from '../../app/rights.ts';
import { ExerciseField } from '../../ui/exercise-field.tsx';
import { Instant } from '../../ui/instant.tsx';
import { ExerciseBanner, Grade, Marking } from '../../ui/marks.tsx';
import { More } from '../../ui/more.tsx';
import { ProducerText } from '../../ui/producer-text.tsx';
import { keyRowOf, useListKeys } from '../../ui/row/row-keys.ts';
import { StateTag } from '../../ui/row/state-tag.tsx';
import { Failure, Nothing, Waiting } from '../../ui/states.tsx';
import { Proposed } from '../floor/hands/proposed.tsx';
import { FigureCells, FigureHeads } from './figures/figures.tsx';
import { further, goesOn, START } from './looking.ts';
import { type OwnRow, ownQuery, ownRows } from './own-query.ts';
import './board.css';

const useOwn = (exercise: string | undefined) => {
  const query = useInfiniteQuery(ownQuery(exercise));
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = query;
  const own = ownRows(data);
  const found = { own: own.length, pages: data?.pages.length ?? 0 };
  const [until, setUntil] = useState(START);
  const isLooking = data !== undefined && error === null && hasNextPage && goesOn(found, until);
  useEffect(() => {
    if (isLooking && !isFetchingNextPage) void fetchNextPage();
  }, [isLooking, isFetchingNextPage, fetchNextPage]);
  // What fails behind the first pages is asked for again by itself; what is found stays.
  const goOn = (): void => void (query.isFetchNextPageError ? fetchNextPage() : query.refetch());
  return { ...query, own, isLooking, goOn, more: () => setUntil(further(found)) };
};

export const Own = (): JSX.Element => {
  const { t } = useTranslation();
  const mayPublish = useMayPublish();
  const { exercise } = useSearch({ from: '/board' });
  const navigate = useNavigate({ from: '/board' });
  const { data, error, refetch, own, isLooking, hasNextPage, more, goOn, isFetchNextPageError } =
    useOwn(exercise);
  if (error !== null && data === undefined) return <Failure error={error} retry={() => void refetch()} />;
  return (
    <div className="stack">
      {exercise !== undefined && <ExerciseBanner exercise={exercise} />}
      <div className="head">
        <h1>{t('view.board')}</h1>
        <div className="row no-print">
          <ExerciseField
            exercise={exercise}
            look={(id) => void navigate({ search: { exercise: id }, replace: true })}
          />
          {mayPublish.isAllowed ? (
            <Link className="button primary" to="/publish">
              {t('view.publish')}
            </Link>
          ) : (
            <span className="small quiet">{mayPublish.reason}</span>
          )}
        </div>
      </div>
      <Proposed />
      {data !== undefined && own.length === 0 && !hasNextPage && (
        <Nothing title={t('board.noneTitle')}>
          <p>{t('board.noneNext')}</p>
        </Nothing>
      )}
      {own.length > 0 && <OwnTable items={own} />}
      {(data === undefined || isLooking) && <Waiting />}
      {error !== null && isFetchNextPageError && <Failure error={error} retry={goOn} />}
      <More hasMore={hasNextPage && !isLooking && error === null} load={more} />
    </div>
  );
};

const OwnTable = ({ items }: { items: readonly OwnRow[] }): JSX.Element => {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  useListKeys({ box, itemOf: (key) => items.filter(({ id }) => id === key).map(keyRowOf)[0] });
  return (
    <div className="scroll" ref={box}>
      <table className="panel board-table own-table">
        <thead>
          <tr>
            <th scope="col" className="own-grade">
              {t('floor.severity')}
            </th>
            <th scope="col">{t('publish.headline')}</th>
            <FigureHeads />
            <th scope="col">{t('publish.marking')}</th>
            <th scope="col">{t('board.when')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.id} data-row={item.id}>
              <td className="own-grade">
                <Grade severity={(item.recall?.former ?? item).severity} />
              </td>
              <td className="own-headline">
                {/* On a narrow screen there is no column for it. */}
                <p className="own-grade-here">
                  <Grade severity={(item.recall?.former ?? item).severity} />
                </p>
                <Link to="/board/$id" params={{ id: item.id }}>
                  <ProducerText text={(item.recall?.former ?? item).headline} />
                </Link>{' '}
                {item.exercise !== null && <span className="tag exercise-tag">{t('exercise.tag')}</span>}{' '}
                <StateTag item={item} />
              </td>
              <FigureCells item={item} />
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
