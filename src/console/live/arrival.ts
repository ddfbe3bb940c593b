// What has arrived, and which of it a list does not show yet.
import type { FeedFilter, RowFragment } from '../operations/graphql.generated.ts';
import type { Received } from './stream.ts';

export type Arrival = Received & {
  /** When this browser had it, in milliseconds. */
  readonly at: number;
  /** Read with the place where the stream begins: a list may have been read before it, or may show it long since. */
  readonly isOverlap: boolean;
};

/** A version comes once; a warning can be raised again, and each time is a place of its own. */
export const keyOf = ({ node, occasion, cursor }: Pick<Arrival, 'node' | 'occasion' | 'cursor'>): string =>
  occasion === 'VERSION' ? `${node.id} ${node.version}` : `${node.id} ${occasion} ${cursor}`;

/** Whether it is among what a list asks for, as far as a row says: words are the hub's to find. */
const fits = (node: RowFragment, filter: FeedFilter): boolean => {
  const { sectors, severities, urgencies, kind, country } = filter;
  const isWithin = (sector: string): boolean =>
    node.sectorsConcerned.some((each) => each === sector || each.startsWith(`${sector}/`));
  return (
    (sectors == null || sectors.some(isWithin)) &&
    severities?.includes(node.severity) !== false &&
    urgencies?.includes(node.effectiveUrgency) !== false &&
    (kind == null || node.kind === kind) &&
    (country == null || node.countriesConcerned.includes(country)) &&
    node.exercise === (filter.exercise ?? null)
  );
};

/** Whether a list says of the item what the arrival says. */
const isShown = (row: RowFragment, { node, occasion }: Arrival): boolean =>
  row.version > node.version ||
  (row.version === node.version &&
    (occasion === 'VERSION' ||
      (row.state === node.state &&
        row.effectiveUrgency === node.effectiveUrgency &&
        row.effectiveCertainty === node.effectiveCertainty)));

export type List = {
  readonly rows: readonly RowFragment[];
  readonly filter: FeedFilter;
  /** When it was asked for, in milliseconds: what came before is in it, if it ever will be. */
  readonly askedAt: number;
};

/** Of each item the latest arrival that the list does not show, the newest first. `arrivals` are too. */
export const freshOf = (arrivals: readonly Arrival[], { rows, filter, askedAt }: List): Arrival[] => {
  const shown = new Map(rows.map((row) => [row.id, row]));
  const seen = new Set<string>();
  return arrivals.filter((arrival) => {
    const { node, occasion, at } = arrival;
    if (at < askedAt || seen.has(node.id)) return false;
    seen.add(node.id);
    if (!fits(node, filter)) return false;
    const row = shown.get(node.id);
    // What has ended leaves the list; where it is not there, nothing changes.
    if (row === undefined) return occasion !== 'ENDED' && node.state !== 'EXPIRED';
    return !isShown(row, arrival);
  });
};
