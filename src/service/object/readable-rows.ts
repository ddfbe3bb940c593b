// Which object rows an actor may read: through the warning that brought a row, or any other that holds it. Real
// traffic takes precedence over exercises. The marking of the warning that a row is read through applies as it is
// now: after a stricter correction the row cannot be read through the earlier version (I8).
import { rankOf } from '../../domain/marking.ts';
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
};

export type RowToRead = Pick<ObjectKey, '_id' | 'warning' | 'version' | 'tlp' | 'validity' | 'under'> & {
  /** Loaded when it is missing and needed. */
  readonly body?: ObjectRow['body'];
  /** A warning known to hold the row, tried before the one that brought it. */
  readonly via?: Holder;
};

type Contents = Map<string, Content | null>;

/**
 * Keyed by the row's id in hex; unreadable rows are absent. With `exercise` only holders within that exercise count
 * (null: real traffic).
 */
export const readableRows = async (
  hub: Pick<Hub, 'objects' | 'warnings' | 'clock'>,
  actor: Actor,
  rows: readonly RowToRead[],
  exercise?: string | null,
): Promise<Map<string, Through>> => {
  const contents: Contents = new Map();
  const bodies: Bodies = new Map();
  const nowMs = hub.clock.now().getTime();
  const through = (row: RowToRead, { warning, version }: Holder): Through | null => {
    const content = contents.get(warning) ?? null;
    if (content === null || (exercise !== undefined && content.access.exercise !== exercise)) return null;
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
  const readable = new Map<string, Through>();
  const open: typeof direct = [];
  for (const each of direct) {
    const { row } = each;
    const found = (row.via === undefined ? null : through(row, row.via)) ?? best(row, each.holders);
    if (found !== null) readable.set(row._id.toHexString(), found);
    if (!isEnough(row, found, exercise)) open.push(each);
  }
  if (open.length === 0) return readable;
  for await (const links of hub.objects.linksToAny(open.map(({ row }) => row._id))) {
    await load(hub, contents, links);
    await loadBodies(hub, bodies, { actor, rows, contents });
    const byRow = Map.groupBy(links, ({ row }: Link) => row.toHexString());
    for (const { row } of open) {
      const key = row._id.toHexString();
      const found = best(row, byRow.get(key) ?? [], readable.get(key) ?? null);
      if (found !== null) readable.set(key, found);
    }
    if (open.every(({ row }) => isEnough(row, readable.get(row._id.toHexString()) ?? null, exercise))) break;
  }
  return readable;
};

/** Real traffic before exercises, then the less strict marking; what was found first stays where both are equal. */
const isBetter = (next: Through, first: Through | null): boolean => {
  if (first === null) return true;
  const [one, other] = [next.content.access, first.content.access];
  if ((one.exercise === null) !== (other.exercise === null)) return one.exercise === null;
  return rankOf(one.tlp) < rankOf(other.tlp);
};

/** Whether no other holder can be better. All holders of a row had one marking once; some have grown stricter. */
const isEnough = (
  row: RowToRead,
  found: Through | null,
  exercise: string | null | undefined,
): found is Through => {
  if (found === null) return false;
  const { access } = found.content;
  if (exercise === undefined && access.exercise !== null) return false;
  return row.via !== undefined || row.under === undefined || rankOf(access.tlp) <= rankOf(row.under);
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
