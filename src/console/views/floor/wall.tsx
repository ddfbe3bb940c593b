// The floor for a screen on the wall: large, dark, without controls. It reads again when something arrives, and loads
// itself anew when the hub was updated; nobody has to touch it.
import { useInfiniteQuery } from '@tanstack/react-query';
import { type JSX, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { AskError } from '../../app/ask.ts';
import { useSignedIn } from '../../app/me.ts';
import { queries } from '../../app/queries.ts';
import { useLive } from '../../live/live.ts';
import { Instant, useNow, utc } from '../../ui/instant.tsx';
import { ItemRow } from '../../ui/item-row.tsx';
import { ExerciseBanner } from '../../ui/marks.tsx';
import { feedQuery, filterOf, rowsOf } from './feed-query.ts';
import { HeatMap } from './heat-map.tsx';
import { needs } from './needs.ts';

const SHOWN = 7;
const RELOAD_MS = 60_000;
const REFRESH_MS = 60_000;

export const Wall = ({ exercise }: { exercise?: string | undefined }): JSX.Element => {
  const { t } = useTranslation();
  const { member } = useSignedIn();
  const now = useNow(5_000);
  const { arrivals, isUp, heardAt } = useLive();
  const { data, error } = useInfiniteQuery({
    ...feedQuery(filterOf({ exercise, kind: 'WARNING' }, '')),
    refetchInterval: REFRESH_MS,
    refetchIntervalInBackground: true,
  });
  useEffect(() => {
    if (arrivals.length > 0) void queries.invalidateQueries();
  }, [arrivals.length]);
  const isOld = error instanceof AskError && error.code === 'PERSISTED_QUERY_NOT_FOUND';
  useEffect(() => {
    if (!isOld) return;
    const timer = setTimeout(() => location.reload(), RELOAD_MS * Math.random());
    return () => clearTimeout(timer);
  }, [isOld]);
  const rows = rowsOf(data);
  const waiting = needs(rows);
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
        <section className="stack tight">
          <h2>
            {t('floor.needs')} <span className="count number">{waiting.length}</span>
          </h2>
          {(waiting.length > 0 ? waiting : rows).slice(0, SHOWN).map((item) => (
            <ItemRow key={item.id} item={item} now={now} />
          ))}
        </section>
        <section>
          <h2>{t('floor.heat')}</h2>
          <HeatMap exercise={exercise} />
        </section>
      </div>
    </div>
  );
};
