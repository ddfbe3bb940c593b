// Which object rows a publisher may read. The queries are the same whatever is hidden, and no body of a hidden row is
// loaded (I6, T7). For plain reads use readable-rows.ts, which stops as soon as it has an answer.
import type { AccessFacts } from '../../domain/access-facts.ts';
import type { Actor } from '../../domain/member.ts';
import type { Hub } from '../../hub.ts';
import { decideObject } from '../../policy/decide.ts';
import { doesBetrayPublisher, mayNamePublisher } from '../../policy/view.ts';
import { contentOf } from '../../store/content/stored-content.ts';
import type { ObjectKey } from '../../store/objects.ts';
import { MAX_LINKS } from './readable-rows.ts';

export type Seen = {
  /** Whether the markings alone decide; otherwise the row's text must not name a publisher that stays unnamed. */
  readonly isSure: boolean;
  readonly isSeen: (text: () => string) => boolean;
};

/** Keyed by the row's id in hex. Rows that no text could make readable are absent. */
export const seenRows = async (
  hub: Pick<Hub, 'warnings' | 'clock'>,
  actor: Actor,
  rows: readonly ObjectKey[],
): Promise<Map<string, Seen>> => {
  const holders = await hub.warnings.holdersOf(rows, MAX_LINKS * Math.max(rows.length, 1));
  const allAccess = new Map<string, AccessFacts>();
  const linked = new Map<string, string[]>();
  for (const { warning, content, linked: ids } of holders) {
    if (content !== '') allAccess.set(warning, contentOf(content).access);
    for (const id of ids) {
      const key = id.toHexString();
      linked.set(key, [...(linked.get(key) ?? []), warning]);
    }
  }
  const nowMs = hub.clock.now().getTime();
  // Rows of one warning under one marking get the same decision.
  const decided = new Map<string, AccessFacts | null>();
  const through = (warning: string, row: ObjectKey): AccessFacts | null => {
    const key = `${warning} ${row.tlp} ${row.validity?.fromMs} ${row.validity?.untilMs}`;
    const known = decided.get(key);
    if (known !== undefined) return known;
    const access = allAccess.get(warning) ?? null;
    // An empty text names nobody, so only the markings decide.
    const object = { ...row, text: () => '' };
    const isOpen = access !== null && decideObject(actor, access, object, nowMs).allowed;
    decided.set(key, isOpen ? access : null);
    return isOpen ? access : null;
  };
  const seen = new Map<string, Seen>();
  for (const row of rows) {
    const key = row._id.toHexString();
    const open = [row.warning, ...(linked.get(key) ?? [])]
      .map((warning) => through(warning, row))
      .filter((access) => access !== null);
    if (open.length === 0) continue;
    seen.set(key, {
      isSure: open.some((access) => mayNamePublisher(actor, access)),
      isSeen: (text) => open.some((access) => !doesBetrayPublisher(actor, access, text)),
    });
  }
  return seen;
};
