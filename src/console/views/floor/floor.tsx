// The watch floor: what needs me, where it burns, and everything as it comes.
import { useInfiniteQuery, usePrefetchQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type JSX, useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askedAtOf, feedQuery, filterOf, rowsOf } from '../../app/feed/feed-query.ts';
import { useHands } from '../../app/hands/hands.ts';
import { findWord, useWord } from '../../app/search-word.ts';
import type { RowFragment } from '../../operations/graphql.generated.ts';
import { ExerciseBanner } from '../../ui/marks.tsx';
import { Unlisted, Waiting } from '../../ui/states.tsx';
import { Arrived } from './arrived.tsx';
import { Filters } from './filters.tsx';
import { Proposed } from './hands/proposed.tsx';
import { FirstHands, useHeldHands, WaitingHands } from './hands/waiting-hands.tsx';
import { HeatMap } from './heat-map.tsx';
import { Needs } from './needs.tsx';
import { needsQuery } from './needs-query.ts';
import { NothingHere } from './nothing-here.tsx';
import { LiveList } from './rows/live-list.tsx';
import { Wall } from './wall.tsx';
import { mayBeInAddress } from './word-in-address.ts';
import './floor.css';

export const Floor = (): JSX.Element => {
  const search = useSearch({ from: '/' });
  return search.wall === true ? <Wall exercise={search.exercise} /> : <Desk />;
};

const Desk = (): JSX.Element => {
  const { t } = useTranslation();
  const search = useSearch({ from: '/' });
  const held = useWord();
  const word = search.text ?? held;
  const filter = filterOf(search, word);
  // Asked for beside the list: it is shown with it, and does not begin behind it.
  usePrefetchQuery(needsQuery(search.exercise));
  const query = useInfiniteQuery(feedQuery(filter));
  const { data, error, hasNextPage, fetchNextPage, isFetching } = query;
  const rows = rowsOf(data);
  const hands = useHeldHands();
  const isReady = useIsAboveSettled(search.exercise);
  const isFiltered = Object.keys(filter).some((each) => each !== 'exercise');
  useWordInAddress(word, rows, hasNextPage);
  // A page that is asked for meanwhile would cancel what is read anew.
  const loadMore = useCallback(() => {
    if (!isFetching) void fetchNextPage();
  }, [fetchNextPage, isFetching]);
  return (
    <>
      {search.exercise !== undefined && <ExerciseBanner exercise={search.exercise} />}
      <div className="head">
        <h1>{word === '' ? t('view.floor') : t('floor.found', { word })}</h1>
        <Filters word={word} />
      </div>
      {/* What waits and where it burns do not depend on what is filtered. */}
      <div className="floor">
        <section className="stack" aria-label={t('floor.list')}>
          <WaitingHands of={hands} />
          <Proposed />
          <Needs exercise={search.exercise} isFiltered={isFiltered} isSearched={word !== ''}>
            <FirstHands of={hands} />
          </Needs>
          <Unlisted of={query} />
          {(data === undefined || !isReady) && error === null && <Waiting />}
          {data !== undefined && isReady && (
            <>
              <Arrived
                list={{ rows, filter, askedAt: askedAtOf(data) }}
                title={t(isFiltered ? 'floor.matching' : 'floor.all')}
              />
              {rows.length === 0 && !hasNextPage && <NothingHere word={word} />}
              <LiveList rows={rows} hasMore={hasNextPage} loadMore={loadMore} />
            </>
          )}
        </section>
        <aside className="panel heat-panel">
          <h2>{t('floor.heat')}</h2>
          <HeatMap exercise={search.exercise} />
        </aside>
      </div>
    </>
  );
};

/** So long the list waits at most for what stands above it. */
const SETTLED_MS = 1_500;

/** What stands above the list is there, or takes its time: what came behind it would push the list down under the pointer. */
const useIsAboveSettled = (exercise: string | undefined): boolean => {
  const { isSettled } = useHands();
  const { isPending } = useQuery(needsQuery(exercise));
  const [isOver, setOver] = useState(false);
  const isThere = isSettled && !isPending;
  useEffect(() => {
    const timer = setTimeout(() => setOver(true), isThere ? 0 : SETTLED_MS);
    return () => clearTimeout(timer);
  }, [isThere]);
  return isOver || isThere;
};

/** A word goes into the address only when nothing that it finds is above TLP:GREEN. */
const useWordInAddress = (word: string, rows: readonly RowFragment[], hasMore: boolean): void => {
  const navigate = useNavigate();
  const search = useSearch({ from: '/' });
  const isOpen = mayBeInAddress(rows, hasMore);
  useEffect(() => {
    if (search.text !== undefined) findWord(search.text);
  }, [search.text]);
  useEffect(() => {
    const wanted = word !== '' && isOpen ? word : undefined;
    if (rows.length > 0 && wanted !== search.text)
      void navigate({ to: '/', search: (before) => ({ ...before, text: wanted }), replace: true });
  }, [word, isOpen, rows.length, search.text, navigate]);
};
