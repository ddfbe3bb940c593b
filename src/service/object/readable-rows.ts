// Which object rows an actor may read: through the warning that brought a row, or through any other that holds it.
// Real traffic counts before any exercise; the warning that a row is read through is the one whose marking counts, as it
// stands now: what a correction marked more strictly is no longer read through the version before (I8).
import type { Actor } from '../../domain/member.ts';
import type { Reason } from '../../domain/reason.ts';
import type { Hub } from '../../hub.ts';
import { decideObject } from '../../policy/decide.ts';
import type { ObjectKey } from '../../store/objects.ts';
import type { Content } from '../../store/warnings.ts';

export type Holder = { readonly warning: string; readonly version: number };

/** By which version of which warning a row is readable; `content` is that warning's head. */
export type Through = Holder & { readonly content: Content; readonly reason: Reason };

export type RowToRead = Pick<ObjectKey, '_id' | 'warning' | 'version' | 'tlp'> & {
  /** A warning known to hold the row, asked before the one that brought it. */
  readonly via?: Holder;
};

/** Further warnings that are tried for one row. */
const MAX_LINKS = 200;

/**
 * Keyed by the row's id in hex; rows that may not be read are absent. With `exercise` only holders of that partition
 * count (null: real traffic).
 */
export const readableRows = async (
  hub: Pick<Hub, 'objects' | 'warnings'>,
  actor: Actor,
  rows: readonly RowToRead[],
  exercise?: string | null,
): Promise<Map<string, Through>> => {
  const contents = new Map<string, Content | null>();
  const load = async (holders: readonly Holder[]): Promise<void> => {
    const missing = [...new Set(holders.map(({ warning }) => warning))].filter((id) => !contents.has(id));
    if (missing.length === 0) return;
    for (const id of missing) contents.set(id, null);
    for (const row of await hub.warnings.heads(missing)) {
      contents.set(row.warning, JSON.parse(row.content) as Content);
    }
  };
  const through = (row: RowToRead, { warning, version }: Holder): Through | null => {
    const content = contents.get(warning) ?? null;
    if (content === null || (exercise !== undefined && content.envelope.exercise !== exercise)) return null;
    const decision = decideObject(actor, content.envelope, row.tlp ?? content.envelope.tlp);
    return decision.allowed ? { warning, version, content, reason: decision.reason } : null;
  };
  const best = (row: RowToRead, holders: readonly Holder[]): Through | null => {
    const open = holders.map((holder) => through(row, holder)).filter((each) => each !== null);
    return open.find(({ content }) => content.envelope.exercise === null) ?? open[0] ?? null;
  };
  const direct = rows.map((row) => ({ row, holders: row.via === undefined ? [row] : [row.via, row] }));
  await load(direct.flatMap(({ holders }) => holders));
  const readable = new Map<string, Through>();
  for (const { row, holders } of direct) {
    let found = best(row, holders);
    if (found === null || (found.content.envelope.exercise !== null && exercise === undefined)) {
      const links = await hub.objects.linksTo(row._id, MAX_LINKS);
      await load(links);
      found = best(row, [...holders, ...links]);
    }
    if (found !== null) readable.set(row._id.toHexString(), found);
  }
  return readable;
};
