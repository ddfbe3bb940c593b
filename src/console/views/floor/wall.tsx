// The floor for a screen on the wall: large, dark, without controls. It reads again when something arrives, and loads
// itself anew when the hub was updated; nobody has to touch it.
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { type JSX, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AskError } from '../../app/ask.ts';
import { feedQuery, filterOf, rowsOf } from '../../app/feed/feed-query.ts';
import { useSignedIn } from '../../app/me.ts';
import { queries } from '../../app/queries.ts';
import { useLive } from '../../live/live.ts';
import { useSettled } from '../../ui/act/use-settled.ts';
import { Instant, useNow, utc } from '../../ui/instant.tsx';
import { ItemRow } from '../../ui/item-row.tsx';
import { ExerciseBanner } from '../../ui/marks.tsx';
import { Failure, Waiting } from '../../ui/states.tsx';
import { HeatMap } from './heat-map.tsx';
import { needsQuery } from './needs-query.ts';

const SHOWN = 12;
const SECTORS_SHOWN = 9;
const RELOAD_MS = 60_000;
const REFRESH_MS = 60_000;
const REFRESH = { refetchInterval: REFRESH_MS, refetchIntervalInBackground: true } as const;

export const Wall = ({ exercise }: { exercise?: string | undefined }): JSX.Element => {
  const { t } = useTranslation();
  const { member } = useSignedIn();
  const now = useNow(5_000);
  const { arrivals, isUp, heardAt } = useLive();
  const newest = useSettled(arrivals.find(({ isOverlap }) => !isOverlap));
  useEffect(() => {
    if (newest !== undefined) void queries.invalidateQueries();
  }, [newest]);
  return (
    <div className="stack">
      {exercise !== undefined && <ExerciseBanner exercise={exercise} />}
      <div className="row apart">
        <h1>
          <bdi>{member.name}</bdi>
        </h1>
        <time dateTime={new Date(now).toISOString()} dir="ltr">
          {utc(new Date(now))}
        </time>
      </div>
      {!isUp && heardAt !== null && (
        <p className="stale" role="status">
          {t('live.staleSince')} <Instant at={new Date(heardAt).toISOString()} />
        </p>
      )}
      <div className="walls">
        <Rows exercise={exercise} now={now} />
        <section>
          <h2>{t('floor.heat')}</h2>
          <HeatMap exercise={exercise} wall={{ most: SECTORS_SHOWN, refresh: REFRESH }} />
        </section>
      </div>
    </div>
  );
};

/** What waits; where nothing does, the newest, under their own name. Until the hub has answered, nothing is said of either. */
const Rows = ({ exercise, now }: { exercise: string | undefined; now: number }): JSX.Element => {
  const { t } = useTranslation();
  const waiting = useQuery({ ...needsQuery(exercise), ...REFRESH });
  const all = useInfiniteQuery({
    ...feedQuery(filterOf({ exercise, kind: 'WARNING' }, '')),
    ...REFRESH,
  });
  const error = waiting.error ?? all.error;
  useReloadOfOld(error);
  const needed = waiting.data?.rows;
  const doWait = needed !== undefined && needed.length > 0;
  const rows = doWait ? needed : rowsOf(all.data);
  const box = useRef<HTMLElement>(null);
  const below = useBelowTheEdge(box);
  // Of the newest nobody counts how many there are; of what waits each is somebody's to do.
  const unseen = doWait ? below + Math.max(0, rows.length - SHOWN) : 0;
  return (
    <section className="stack tight" ref={box}>
      {needed !== undefined && (
        <h2>
          {t('floor.needs')} <span className="count number">{needed.length}</span>
        </h2>
      )}
      {error !== null && <Failure error={error} />}
      {needed === undefined && error === null && <Waiting />}
      {needed !== undefined && !doWait && rows.length > 0 && <h2>{t('floor.all')}</h2>}
      {needed !== undefined &&
        rows.slice(0, SHOWN).map((item) => <ItemRow key={item.id} item={item} now={now} />)}
      <p className="unseen" role="status">
        {unseen > 0 && t('floor.needsMore', { count: unseen })}
      </p>
    </section>
  );
};

/** As high as a line that says how many are not seen. */
const LINE_PX = 60;

/** Nobody scrolls a wall: a row that does not fit whole is taken away, and counted. */
const useBelowTheEdge = (box: RefObject<HTMLElement | null>): number => {
  const [below, setBelow] = useState(0);
  // After each: rows wrap otherwise with each new text, and windows are turned.
  useLayoutEffect(() => {
    const rows = [...(box.current?.querySelectorAll<HTMLElement>('article') ?? [])];
    for (const row of rows) row.hidden = false;
    const edge = window.innerHeight - LINE_PX;
    // The first is there whatever happens.
    const over = rows.slice(1).filter((row) => row.getBoundingClientRect().bottom + window.scrollY > edge);
    for (const row of over) row.hidden = true;
    setBelow(over.length);
  });
  return below;
};

/** The hub was updated, and no longer knows what this page asks. */
const useReloadOfOld = (error: Error | null): void => {
  const isOld = error instanceof AskError && error.code === 'PERSISTED_QUERY_NOT_FOUND';
  useEffect(() => {
    if (!isOld) return;
    const timer = setTimeout(() => location.reload(), RELOAD_MS * Math.random());
    return () => clearTimeout(timer);
  }, [isOld]);
};
