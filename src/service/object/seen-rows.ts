// Which object rows a publisher may read. The queries are the same whatever is hidden, and no body of a hidden row is
// loaded (I6, T7). For plain reads use readable-rows.ts, which stops as soon as it has an answer.
import type { AccessFacts } from '../../domain/access-facts.ts';
import type { Actor } from '../../domain/member.ts';
import type { Hub } from '../../hub.ts';
import { decideObject } from '../../policy/decide.ts';
import { doesBetrayPublisher, mayNamePublisher } from '../../policy/view.ts';
import { contentOf } from '../../store/content/stored-content.ts';
import type { ObjectKey } from '../../store/objects.ts';

export type Seen = {
  /** Whether the markings alone decide; otherwise the row's text must not name a publisher that stays unnamed. */
  readonly isSure: boolean;
  readonly isSeen: (text: () => string) => boolean;
};

/** Links read at once for each row, so that most publications take one query. */
const LINKS_PER_ROW = 200;

/** Keyed by the row's id in hex. Rows that no text could make readable are absent. */
export const seenRows = async (
  hub: Pick<Hub, 'objects' | 'warnings' | 'clock'>,
  actor: Actor,
  rows: readonly ObjectKey[],
): Promise<Map<string, Seen>> => {
  const limit = LINKS_PER_ROW * Math.max(rows.length, 1);
  const holders = await hub.warnings.holdersOf(rows, limit);
  const allAccess = new Map<string, AccessFacts>();
  const linked = new Map<string, string[]>();
  let links = 0;
  for (const { warning, content, linked: ids } of holders) {
    if (content !== '') allAccess.set(warning, contentOf(content).access);
    links += ids.length;
    for (const id of ids) holdBy(linked, id.toHexString(), warning);
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
  const openTo = (row: ObjectKey): AccessFacts[] =>
    [row.warning, ...(linked.get(row._id.toHexString()) ?? [])]
      .map((warning) => through(warning, row))
      .filter((access) => access !== null);
  if (links >= limit) await readOn(hub, { rows, allAccess, linked, openTo });
  const seen = new Map<string, Seen>();
  for (const row of rows) {
    const open = openTo(row);
    if (open.length === 0) continue;
    seen.set(row._id.toHexString(), {
      isSure: open.some((access) => mayNamePublisher(actor, access)),
      isSeen: (text) => open.some((access) => !doesBetrayPublisher(actor, access, text)),
    });
  }
  return seen;
};

const holdBy = (linked: Map<string, string[]>, key: string, warning: string): void => {
  const known = linked.get(key);
  if (known === undefined) linked.set(key, [warning]);
  else known.push(warning);
};

type Reading = {
  readonly rows: readonly ObjectKey[];
  readonly allAccess: Map<string, AccessFacts>;
  readonly linked: Map<string, string[]>;
  readonly openTo: (row: ObjectKey) => readonly AccessFacts[];
};

/** The further holders of rows that more warnings hold than were read; hidden ones must not stand before a visible one. */
const readOn = async (
  hub: Pick<Hub, 'objects' | 'warnings'>,
  { rows, allAccess, linked, openTo }: Reading,
): Promise<void> => {
  const left = rows.filter((row) => openTo(row).length === 0);
  if (left.length === 0) return;
  for await (const links of hub.objects.linksToAny(left.map(({ _id }) => _id))) {
    const missing = [...new Set(links.map(({ warning }) => warning))].filter((id) => !allAccess.has(id));
    for (const { warning, content } of await hub.warnings.heads(missing))
      allAccess.set(warning, contentOf(content).access);
    for (const { row, warning } of links) holdBy(linked, row.toHexString(), warning);
    if (left.every((row) => openTo(row).length > 0)) return;
  }
};
