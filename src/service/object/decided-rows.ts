// Decides by its markings which object rows a reader may read, and through which warning: the one that brought a row, or
// any other that holds it in its current version. Only current versions count: what a correction or cancellation took
// out is withdrawn. The marking of the warning applies as it is now: after a stricter correction the row cannot be read
// as before (I8). References are checked afterwards, in read-rows.ts.

import { isWithin, type PartitionToRead, REAL_FIRST } from '../../domain/exercise/partition.ts';
import type { Actor } from '../../domain/member.ts';
import type { Reason } from '../../domain/reason.ts';
import type { Hub } from '../../hub.ts';
import { decideObject } from '../../policy/decide.ts';
import { mayNamePublisher, shownSummary } from '../../policy/view.ts';
import { contentOf } from '../../store/content/stored-content.ts';
import { type Link, type ObjectKey, type ObjectRow, textOf } from '../../store/objects.ts';
import type { Content } from '../../store/warnings.ts';

export type Holder = { readonly warning: string; readonly version: number };

/**
 * Through which version of which warning a row is readable. `content` is that warning's head, with its summary as the
 * reader may see it.
 */
export type Through = Holder & {
  readonly content: Content;
  readonly reason: Reason;
  /** When this was decided. */
  readonly atMs: number;
  /** References of a report or grouping that the reader may not have: it gets a copy without them. */
  readonly withheld?: ReadonlySet<string>;
};

export type RowToRead = Pick<
  ObjectKey,
  '_id' | 'stixId' | 'warning' | 'version' | 'tlp' | 'validity' | 'references'
> & {
  /** Loaded when it is missing and needed. */
  readonly body?: ObjectRow['body'];
  /** A warning known to hold the row, tried before the one that brought it. */
  readonly via?: Holder;
};

export type Wanted = {
  readonly partition: PartitionToRead;
  /** Whether this version of the warning counts as holding a row, given the warning's head. */
  readonly counts: (head: Content, holder: Holder) => boolean;
};

/** Only the current version counts: what it does not hold is withdrawn. */
export const isCurrent: Wanted['counts'] = ({ summary }, { version }) => summary.version === version;

export type DecidingDeps = Pick<Hub, 'objects' | 'warnings' | 'clock'>;

/** Limit of other warnings tried for one row. */
export const MAX_LINKS = 200;

type Contents = Map<string, Content | null>;

/** Keyed by the row's id in hex; rows that the markings withhold are absent. */
export const decidedRows = async (
  hub: DecidingDeps,
  actor: Actor,
  rows: readonly RowToRead[],
  { partition, counts }: Wanted,
): Promise<Map<string, Through>> => {
  const contents: Contents = new Map();
  const bodies: Bodies = new Map();
  const nowMs = hub.clock.now().getTime();
  const through = (row: RowToRead, { warning, version }: Holder): Through | null => {
    const content = contents.get(warning) ?? null;
    if (content === null || !isWithin(partition, content.access.exercise)) return null;
    if (!counts(content, { warning, version })) return null;
    const object = {
      ...row,
      text: () => textOf(row.body === undefined ? bodyIn(bodies, row) : { body: row.body }),
    };
    const decision = decideObject(actor, content.access, object, nowMs);
    if (!decision.allowed) return null;
    const { summary, form } = shownSummary(actor, content, nowMs);
    const shown = form === 'whole' ? content : { ...content, summary };
    return { warning, version, content: shown, reason: decision.reason, atMs: nowMs };
  };
  const best = (row: RowToRead, holders: readonly Holder[]): Through | null => {
    const open = holders.map((holder) => through(row, holder)).filter((each) => each !== null);
    return open.find(({ content }) => content.access.exercise === null) ?? open[0] ?? null;
  };
  const direct = rows.map((row) => ({ row, holders: row.via === undefined ? [row] : [row.via, row] }));
  const holders = direct.flatMap((each) => each.holders);
  await load(hub, contents, holders);
  await loadBodies(hub, bodies, { actor, rows, contents });
  const decided = new Map<string, Through>();
  const open: typeof direct = [];
  for (const each of direct) {
    const found = best(each.row, each.holders);
    if (found !== null) decided.set(each.row._id.toHexString(), found);
    if (found === null || (found.content.access.exercise !== null && partition === REAL_FIRST))
      open.push(each);
  }
  if (open.length === 0) return decided;
  const links = await hub.objects.linksToAny(
    open.map(({ row }) => row._id),
    MAX_LINKS * open.length,
  );
  await load(hub, contents, links);
  await loadBodies(hub, bodies, { actor, rows, contents });
  const byRow = Map.groupBy(links, ({ row }: Link) => row.toHexString());
  for (const { row, holders } of open) {
    const found = best(row, [...holders, ...(byRow.get(row._id.toHexString()) ?? [])]);
    if (found !== null) decided.set(row._id.toHexString(), found);
  }
  return decided;
};

type Bodies = Map<string, ObjectRow['body']>;

const bodyIn = (bodies: Bodies, { _id }: RowToRead): Pick<ObjectRow, 'body'> => {
  const body = bodies.get(_id.toHexString());
  if (body === undefined) throw new Error('an object that is decided has a body');
  return { body };
};

/** Texts matter only where some publisher must stay unnamed: the objects could name it. */
const loadBodies = async (
  hub: Pick<Hub, 'objects'>,
  bodies: Bodies,
  { actor, rows, contents }: { actor: Actor; rows: readonly RowToRead[]; contents: Contents },
): Promise<void> => {
  const isWanted = [...contents.values()].some(
    (content) => content !== null && !mayNamePublisher(actor, content.access),
  );
  if (bodies.size > 0 || !isWanted) return;
  const missing = rows.filter(({ body }) => body === undefined).map(({ _id }) => _id);
  if (missing.length === 0) return;
  for (const { _id, body } of await hub.objects.byIds(missing)) bodies.set(_id.toHexString(), body);
};

/** Loads the heads of warnings that are not loaded yet. */
const load = async (
  hub: Pick<Hub, 'warnings'>,
  contents: Contents,
  holders: readonly Holder[],
): Promise<void> => {
  const missing = [...new Set(holders.map(({ warning }) => warning))].filter((id) => !contents.has(id));
  if (missing.length === 0) return;
  for (const id of missing) contents.set(id, null);
  for (const row of await hub.warnings.heads(missing)) {
    contents.set(row.warning, contentOf(row.content));
  }
};
