// Which object rows a publisher may read. The queries are the same whatever is hidden, and no body of a hidden row is
// loaded (I6, T7). For plain reads use read-rows.ts, which stops as soon as it has an answer.
import type { AccessFacts } from '../../domain/access-facts.ts';
import { isWithin, type PartitionToRead } from '../../domain/exercise/partition.ts';
import type { Actor } from '../../domain/member.ts';
import type { Hub } from '../../hub.ts';
import { decideObject } from '../../policy/decide.ts';
import { doesBetrayPublisher, mayNamePublisher } from '../../policy/view.ts';
import { contentOf } from '../../store/content/stored-content.ts';
import type { ObjectKey } from '../../store/objects.ts';
import type { Content } from '../../store/warnings.ts';
import { yieldToEventLoop } from '../yield-to-event-loop.ts';
import { type CheckingDeps, checkReferences } from './reference/check-references.ts';

export type Seen = {
  /** Whether the markings alone decide; otherwise the row's text must not name a publisher that stays unnamed. */
  readonly isSure: boolean;
  readonly isSeen: (text: () => string) => boolean;
  /** Whether it is seen only as a copy, without some of its references: its content is not known then. */
  readonly isCopy: boolean;
  /** The warnings through which the markings open it. */
  readonly through: readonly AccessFacts[];
};

/** Links read at once for each row, so that most publications take one query, and for all rows; others follow in batches. */
const LINKS_PER_ROW = 200;
const MAX_LINKS = 20_000;
/** Warnings parsed, or rows decided, between two turns of others. */
const SLICE = 200;

/** Keyed by the row's id in hex. Rows that no text could make readable are absent. */
export const seenRows = async (
  hub: CheckingDeps,
  actor: Actor,
  rows: readonly ObjectKey[],
  partition: PartitionToRead,
): Promise<Map<string, Seen>> => {
  const limit = Math.min(LINKS_PER_ROW * Math.max(rows.length, 1), MAX_LINKS);
  const holders = await hub.warnings.holdersOf(rows, limit);
  const heads = new Map<string, Content>();
  const linked = new Map<string, HolderOfRow[]>();
  let links = 0;
  for (const [index, { warning, content, linked: found }] of holders.entries()) {
    if (index % SLICE === SLICE - 1) await yieldToEventLoop();
    if (content !== '') heads.set(warning, contentOf(content));
    links += found.length;
    for (const { row, version } of found) holdBy(linked, row.toHexString(), { warning, version });
  }
  const nowMs = hub.clock.now().getTime();
  // Rows of one warning under one marking get the same decision.
  const decided = new Map<string, AccessFacts | null>();
  const through = ({ warning, version }: HolderOfRow, row: ObjectKey): AccessFacts | null => {
    const head = heads.get(warning);
    // What a correction or cancellation took out is withdrawn.
    if (head === undefined || head.summary.version !== version) return null;
    if (!isWithin(partition, head.access.exercise)) return null;
    const key = `${warning} ${row.tlp} ${row.validity?.fromMs} ${row.validity?.untilMs}`;
    const known = decided.get(key);
    if (known !== undefined) return known;
    // An empty text names nobody, so only the markings decide.
    const object = { ...row, text: () => '' };
    const open = decideObject(actor, head.access, object, nowMs).allowed ? head.access : null;
    decided.set(key, open);
    return open;
  };
  const openTo = (row: ObjectKey): AccessFacts[] =>
    [row, ...(linked.get(row._id.toHexString()) ?? [])]
      .map((holder) => through(holder, row))
      .filter((access) => access !== null);
  if (links >= limit) await readOn(hub, { rows, heads, linked, openTo });
  const seen = new Map<string, Seen>();
  for (const [index, row] of rows.entries()) {
    if (index % SLICE === SLICE - 1) await yieldToEventLoop();
    const open = openTo(row);
    if (open.length === 0) continue;
    seen.set(row._id.toHexString(), {
      isSure: open.some((access) => mayNamePublisher(actor, access)),
      isSeen: (text) => open.some((access) => !doesBetrayPublisher(actor, access, text)),
      isCopy: false,
      through: open,
    });
  }
  await withoutWithheld(hub, actor, rows, seen);
  return seen;
};

/** Takes out what its references withhold, and notes what is seen only as a copy. */
const withoutWithheld = async (
  hub: CheckingDeps,
  actor: Actor,
  rows: readonly ObjectKey[],
  seen: Map<string, Seen>,
): Promise<void> => {
  const checked = rows.filter((row) => seen.has(row._id.toHexString()));
  const withheld = await checkReferences(
    hub,
    actor,
    checked.map((row) => ({ row, isWithin: false })),
  );
  for (const [key, references] of withheld) {
    const known = seen.get(key);
    if (references === null) seen.delete(key);
    else if (known !== undefined) seen.set(key, { ...known, isCopy: true });
  }
};

type HolderOfRow = Pick<ObjectKey, 'warning' | 'version'>;

const holdBy = (linked: Map<string, HolderOfRow[]>, key: string, holder: HolderOfRow): void => {
  const known = linked.get(key);
  if (known === undefined) linked.set(key, [holder]);
  else known.push(holder);
};

type Reading = {
  readonly rows: readonly ObjectKey[];
  readonly heads: Map<string, Content>;
  readonly linked: Map<string, HolderOfRow[]>;
  readonly openTo: (row: ObjectKey) => readonly AccessFacts[];
};

/** The further holders of rows that more warnings hold than were read; hidden ones must not stand before a visible one. */
const readOn = async (
  hub: Pick<Hub, 'objects' | 'warnings'>,
  { rows, heads, linked, openTo }: Reading,
): Promise<void> => {
  const left = rows.filter((row) => openTo(row).length === 0);
  if (left.length === 0) return;
  for await (const links of hub.objects.linksToAny(left.map(({ _id }) => _id))) {
    const missing = [...new Set(links.map(({ warning }) => warning))].filter((id) => !heads.has(id));
    for (const { warning, content } of await hub.warnings.heads(missing))
      heads.set(warning, contentOf(content));
    for (const { row, warning, version } of links) holdBy(linked, row.toHexString(), { warning, version });
    await yieldToEventLoop();
    if (left.every((row) => openTo(row).length > 0)) return;
  }
};
