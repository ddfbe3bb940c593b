// Decides by its markings which object rows a reader may read, and through which warning: the one that brought a row, or
// any other that holds it in its current version. Only current versions count: what a correction or cancellation took
// out is withdrawn. The marking of the warning applies as it is now: after a stricter correction the row cannot be read
// as before (I8). References are checked afterwards, in read-rows.ts. Once a row is not readable at first sight the queries
// are the same whatever follows, so that they reveal nothing about it (I34).

import { isWithin, type PartitionToRead, REAL_FIRST } from '../../domain/exercise/partition.ts';
import { rankOf } from '../../domain/marking.ts';
import type { Actor } from '../../domain/member.ts';
import type { Reason } from '../../domain/reason.ts';
import type { Hub } from '../../hub.ts';
import { decideObject } from '../../policy/decide.ts';
import { mayNamePublisher, shownSummary } from '../../policy/view.ts';
import { contentOf } from '../../store/content/stored-content.ts';
import { type Link, type ObjectKey, type ObjectRow, textOf } from '../../store/objects.ts';
import type { Content } from '../../store/warnings.ts';
import { yieldToEventLoop } from '../yield-to-event-loop.ts';

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
  '_id' | 'stixId' | 'warning' | 'version' | 'tlp' | 'validity' | 'under' | 'references'
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

type Contents = Map<string, Content | null>;

/**
 * Rows decided together. Thousands of rows may have one id, hidden or not: what is held of them at once, with their warnings
 * and bodies, does not grow with their number, and between two batches others have their turn.
 */
const AT_ONCE = 500;

/** Keyed by the row's id in hex; rows that the markings withhold are absent. */
export const decidedRows = async (
  hub: DecidingDeps,
  actor: Actor,
  rows: readonly RowToRead[],
  wanted: Wanted,
): Promise<Map<string, Through>> => {
  if (rows.length <= AT_ONCE) return decidedTogether(hub, actor, rows, wanted);
  const decided = new Map<string, Through>();
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const some = await decidedTogether(hub, actor, rows.slice(from, from + AT_ONCE), wanted);
    for (const [key, through] of some) decided.set(key, through);
    await yieldToEventLoop();
  }
  return decided;
};

const decidedTogether = async (
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
  const best = (row: RowToRead, holders: readonly Holder[], known: Through | null = null): Through | null => {
    const open = holders.map((holder) => through(row, holder)).filter((each) => each !== null);
    return open.reduce((first, next) => (isBetter(next, first) ? next : first), known);
  };
  const direct = rows.map((row) => ({ row, holders: row.via === undefined ? [row] : [row.via, row] }));
  const holders = direct.flatMap((each) => each.holders);
  await load(hub, contents, holders);
  await loadBodies(hub, bodies, { actor, rows, contents });
  const decided = new Map<string, Through>();
  const open: typeof direct = [];
  for (const each of direct) {
    const { row } = each;
    const found = (row.via === undefined ? null : through(row, row.via)) ?? best(row, each.holders);
    if (found !== null) decided.set(row._id.toHexString(), found);
    if (!isEnough(row, found, partition)) open.push(each);
  }
  if (open.length === 0) return decided;
  let isFirst = true;
  for await (const links of hub.objects.linksToAny(open.map(({ row }) => row._id))) {
    await (isFirst ? loadAnyway : load)(hub, contents, links);
    await (isFirst ? loadBodiesAnyway : loadBodies)(hub, bodies, { actor, rows, contents });
    isFirst = false;
    const byRow = Map.groupBy(links, ({ row }: Link) => row.toHexString());
    for (const { row } of open) {
      const key = row._id.toHexString();
      const found = best(row, byRow.get(key) ?? [], decided.get(key) ?? null);
      if (found !== null) decided.set(key, found);
    }
    if (open.every(({ row }) => isEnough(row, decided.get(row._id.toHexString()) ?? null, partition))) break;
  }
  return decided;
};

/** Real traffic before exercises, then the less strict marking; what was found first stays where both are equal. */
const isBetter = (next: Through, first: Through | null): boolean => {
  if (first === null) return true;
  const [one, other] = [next.content.access, first.content.access];
  if ((one.exercise === null) !== (other.exercise === null)) return one.exercise === null;
  return rankOf(one.tlp) < rankOf(other.tlp);
};

/** Whether no other holder can be better. All holders of a row had one marking once; some have grown stricter. */
const isEnough = (row: RowToRead, found: Through | null, partition: PartitionToRead): found is Through => {
  if (found === null) return false;
  const { access } = found.content;
  if (partition === REAL_FIRST && access.exercise !== null) return false;
  return row.via !== undefined || row.under === undefined || rankOf(access.tlp) <= rankOf(row.under);
};

type Bodies = Map<string, ObjectRow['body']>;

const bodyIn = (bodies: Bodies, { _id }: RowToRead): Pick<ObjectRow, 'body'> => {
  const body = bodies.get(_id.toHexString());
  if (body === undefined) throw new Error('an object that is decided has a body');
  return { body };
};

type Reading = { actor: Actor; rows: readonly RowToRead[]; contents: Contents };

/** Texts matter only where some publisher must stay unnamed: the objects could name it. */
const loadBodies = async (hub: Pick<Hub, 'objects'>, bodies: Bodies, reading: Reading): Promise<void> => {
  const missing = bodiesWanted(bodies, reading);
  if (missing.length > 0) await loadBodiesOf(hub, bodies, missing);
};

/** The same with a query in any case, unless there was one. */
const loadBodiesAnyway = async (
  hub: Pick<Hub, 'objects'>,
  bodies: Bodies,
  reading: Reading,
): Promise<void> => {
  if (bodies.size === 0) await loadBodiesOf(hub, bodies, bodiesWanted(bodies, reading));
};

const bodiesWanted = (bodies: Bodies, { actor, rows, contents }: Reading): RowToRead['_id'][] => {
  const isWanted = [...contents.values()].some(
    (content) => content !== null && !mayNamePublisher(actor, content.access),
  );
  if (bodies.size > 0 || !isWanted) return [];
  return rows.filter(({ body }) => body === undefined).map(({ _id }) => _id);
};

const loadBodiesOf = async (
  hub: Pick<Hub, 'objects'>,
  bodies: Bodies,
  ids: readonly RowToRead['_id'][],
): Promise<void> => {
  for (const { _id, body } of await hub.objects.byIds(ids)) bodies.set(_id.toHexString(), body);
};

/** Loads the heads of warnings that are not loaded yet. */
const load = async (
  hub: Pick<Hub, 'warnings'>,
  contents: Contents,
  holders: readonly Holder[],
): Promise<void> => {
  if (holders.some(({ warning }) => !contents.has(warning))) await loadAnyway(hub, contents, holders);
};

/** The same with a query in any case. */
const loadAnyway = async (
  hub: Pick<Hub, 'warnings'>,
  contents: Contents,
  holders: readonly Holder[],
): Promise<void> => {
  const missing = [...new Set(holders.map(({ warning }) => warning))].filter((id) => !contents.has(id));
  for (const id of missing) contents.set(id, null);
  for (const row of await hub.warnings.heads(missing)) {
    contents.set(row.warning, contentOf(row.content));
  }
};
