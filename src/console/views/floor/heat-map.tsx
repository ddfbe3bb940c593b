// Where it burns: a table that is also a picture. Each cell says its number and its worst severity in words.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../app/ask.ts';
import { useSectorName } from '../../app/sector-names.ts';
import { HeatDocument } from '../../operations/graphql.generated.ts';
import { useNow } from '../../ui/instant.tsx';
import { Failure, Waiting } from '../../ui/states.tsx';
import { spoken } from '../../words/words.ts';
import { type Cell, COLUMNS, heatRows } from './heat.ts';

const DAY_MS = 86_400_000;

/** The start of a day, so that the question stays the same for a day and its answer can be kept. */
const monthAgo = (now: number): string =>
  new Date(Math.floor(now / DAY_MS) * DAY_MS - 30 * DAY_MS).toISOString();

export const heatQuery = (exercise: string | undefined, now: number) => ({
  queryKey: ['heat', exercise, monthAgo(now)],
  queryFn: ({ signal }: { signal: AbortSignal }) => {
    const filter = { kind: 'WARNING' as const, ...(exercise === undefined ? {} : { exercise }) };
    return ask(HeatDocument, { since: monthAgo(now), filter }, { signal });
  },
});

export const HeatMap = ({ exercise }: { exercise?: string | undefined }): JSX.Element => {
  const { t } = useTranslation();
  const now = useNow();
  const nameOf = useSectorName();
  const { data, error, refetch } = useQuery(heatQuery(exercise, now));
  if (error !== null) return <Failure error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Waiting />;
  const rows = heatRows(data, now);
  if (rows.length === 0) return <p className="quiet">{t('floor.heatEmpty')}</p>;
  const span = new Intl.NumberFormat(spoken(), { style: 'unit', unit: 'day', unitDisplay: 'narrow' });
  return (
    <table className="heat">
      <caption className="seen-by-ear">{t('floor.heat')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('floor.sector')}</th>
          {COLUMNS.map((hours) => (
            <th scope="col" key={hours}>
              ≤ {span.format(hours / 24)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ sector, cells }) => (
          <tr key={sector}>
            <th scope="row">
              <Link to="/" search={(before) => ({ ...before, sector })}>
                {nameOf(sector)}
              </Link>
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
