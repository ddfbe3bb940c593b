// Which object rows a publisher may read. The queries are the same whatever is hidden, and no body of a hidden row is
// loaded (I6, T7). For plain reads use read-rows.ts, which stops as soon as it has an answer.
import type { AccessFacts } from '../../domain/access-facts.ts';
import { isWithin, type PartitionToRead } from '../../domain/exercise/partition.ts';
import type { Actor } from '../../domain/member.ts';
import { decideObject } from '../../policy/decide.ts';
import { doesBetrayPublisher, mayNamePublisher } from '../../policy/view.ts';
import { contentOf } from '../../store/content/stored-content.ts';
import type { ObjectKey } from '../../store/objects.ts';
import type { Content } from '../../store/warnings.ts';
import { MAX_LINKS } from './decided-rows.ts';
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

/** Keyed by the row's id in hex. Rows that no text could make readable are absent. */
export const seenRows = async (
  hub: CheckingDeps,
  actor: Actor,
  rows: readonly ObjectKey[],
  partition: PartitionToRead,
): Promise<Map<string, Seen>> => {
  const holders = await hub.warnings.holdersOf(rows, MAX_LINKS * Math.max(rows.length, 1));
  const heads = new Map<string, Content>();
  const linked = new Map<string, HolderOfRow[]>();
  for (const { warning, content, linked: found } of holders) {
    if (content !== '') heads.set(warning, contentOf(content));
    for (const { row, version } of found) {
      const key = row.toHexString();
      linked.set(key, [...(linked.get(key) ?? []), { warning, version }]);
    }
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
  const seen = new Map<string, Seen>();
  for (const row of rows) {
    const key = row._id.toHexString();
    const open = [row, ...(linked.get(key) ?? [])]
      .map((holder) => through(holder, row))
      .filter((access) => access !== null);
    if (open.length === 0) continue;
    seen.set(key, {
      isSure: open.some((access) => mayNamePublisher(actor, access)),
      isSeen: (text) => open.some((access) => !doesBetrayPublisher(actor, access, text)),
      isCopy: false,
      through: open,
    });
  }
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
  return seen;
};

type HolderOfRow = Pick<ObjectKey, 'warning' | 'version'>;
