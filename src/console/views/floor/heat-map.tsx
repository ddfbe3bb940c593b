// Where it burns: a table that is also a picture. Each cell says its number and its worst severity in words.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../app/ask.ts';
import { useSectorName } from '../../app/sector-names.ts';
import { HeatDocument } from '../../operations/graphql.generated.ts';
import { readPages } from '../../operations/pages.ts';
import { useNow } from '../../ui/instant.tsx';
import { Failure, Waiting } from '../../ui/states.tsx';
import { spoken } from '../../words/words.ts';
import { type Cell, COLUMNS, type HeatRow, heatRows, withoutSector } from './heat.ts';
import { NewestOnly } from './newest-only.tsx';

const DAY_MS = 86_400_000;

/** The start of a day, so that the question stays the same for a day and its answer can be kept. */
const monthAgo = (now: number): string =>
  new Date(Math.floor(now / DAY_MS) * DAY_MS - 30 * DAY_MS).toISOString();

const MOST_PAGES = 10;

/** The warnings that the hub took in in the last 30 days, of the newest 2,000; `isCut` when there are more. */
export const heatQuery = (exercise: string | undefined, now: number) => ({
  queryKey: ['heat', exercise, monthAgo(now)],
  queryFn: async ({ signal }: { signal: AbortSignal }) => {
    const filter = { kind: 'WARNING' as const, ...(exercise === undefined ? {} : { exercise }) };
    const since = monthAgo(now);
    const page = async (after: string | null) =>
      (await ask(HeatDocument, { after, since, filter }, { signal })).feed;
    const { nodes: warm, hasMore: isCut } = await readPages(page, MOST_PAGES);
    return { warm, isCut };
  },
});

type Props = {
  readonly exercise?: string | undefined;
  /** Of a screen on the wall, where nobody can press or scroll: how often it is read again, and how many of the hottest. */
  readonly wall?: { readonly most: number; readonly refresh: { readonly refetchInterval: number } };
};

export const HeatMap = ({ exercise, wall }: Props): JSX.Element => {
  const { t } = useTranslation();
  const now = useNow();
  const isWall = wall !== undefined;
  const { data, error, refetch, dataUpdatedAt } = useQuery({ ...heatQuery(exercise, now), ...wall?.refresh });
  if (data === undefined)
    return error === null ? (
      <Waiting />
    ) : (
      <Failure error={error} retry={isWall ? undefined : () => void refetch()} />
    );
  if (isWall && error !== null)
    return <Failure error={error} oldSince={new Date(dataUpdatedAt).toISOString()} />;
  const rows = heatRows(data.warm, now);
  const unnamed = withoutSector(data.warm, now);
  return (
    <>
      {rows.length === 0 ? (
        <p className="quiet">{t('floor.heatEmpty')}</p>
      ) : (
        <>
          <HeatTable rows={rows.slice(0, wall?.most)} isWall={isWall} />
          <p className="small quiet">{t('floor.heatCounts')}</p>
        </>
      )}
      {unnamed > 0 && (
        <p className="small quiet">
          {t('floor.heatUnnamed', { number: new Intl.NumberFormat(spoken()).format(unnamed) })}
        </p>
      )}
      {data.isCut && <NewestOnly count={data.warm.length} />}
    </>
  );
};

/** `1–3 d`: what was published between so many days ago. */
const spanOf = (index: number): string =>
  new Intl.NumberFormat(spoken(), { style: 'unit', unit: 'day', unitDisplay: 'narrow' }).formatRange(
    COLUMNS[index - 1] ?? 0,
    COLUMNS[index] ?? 0,
  );

const HeatTable = ({ rows, isWall }: { rows: readonly HeatRow[]; isWall: boolean }): JSX.Element => {
  const { t } = useTranslation();
  const nameOf = useSectorName();
  return (
    <table className="heat">
      <caption className="seen-by-ear">{t('floor.heat')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('floor.sector')}</th>
          {COLUMNS.map((days, index) => (
            <th scope="col" key={days}>
              {spanOf(index)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ sector, cells }) => (
          <tr key={sector}>
            <th scope="row">
              {isWall ? (
                nameOf(sector)
              ) : (
                <Link to="/" search={(before) => ({ ...before, sector })}>
                  {nameOf(sector)}
                </Link>
              )}
            </th>
            {cells.map((cell, index) => (
              <HeatCell key={COLUMNS[index]} cell={cell} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const HeatCell = ({ cell: { count, worst } }: { cell: Cell }): JSX.Element => {
  const { t } = useTranslation();
  if (count === 0) return <td className="cold">·</td>;
  return (
    <td data-grade={worst} className="hot" title={`${count} · ${t(`severity.${worst}`)}`}>
      <span className="number">{count}</span> <span className="worst">{t(`severity.${worst}`)}</span>
    </td>
  );
};
