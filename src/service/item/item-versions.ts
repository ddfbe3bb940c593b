// The versions of a warning that a reader may have, and the texts of each. Former ones are decided anew at each reading
// (policy/version/former.ts): whoever never had one learns nothing of it but its number, which the current one tells.
import type { AccessFacts } from '../../domain/access-facts.ts';
import { deliveryId } from '../../domain/delivery.ts';
import { pageSizeProblem } from '../../domain/limit/page-size.ts';
import type { Actor } from '../../domain/member.ts';
import { accepted, type Outcome, refused } from '../../domain/problem.ts';
import { isNarrowing } from '../../domain/reading/changes.ts';
import type { Summary } from '../../domain/warning.ts';
import type { Hub } from '../../hub.ts';
import { mayReadVersion, unnamedAsNow } from '../../policy/version/former.ts';
import { shownSummary } from '../../policy/view.ts';
import { contentOf } from '../../store/content/stored-content.ts';
import { type DeliveryRow, WITH_THE_MEMBER } from '../../store/deliveries.ts';
import { type Content, rowId, type WarningRow } from '../../store/warnings.ts';
import { cursorProblem, openCursor, sealPage } from '../cursor.ts';
import { readHead } from './read-warning.ts';

export type VersionAct = 'PUBLISH' | 'CORRECT' | 'NARROW' | 'CANCEL' | 'RECALL';

export type ItemVersion = {
  readonly act: VersionAct;
  readonly isCurrent: boolean;
  /** When it came to the reader's member; null where it did not, as for its publisher. */
  readonly deliveredAt: Date | null;
  /** As it was published, as far as this reader may see it. */
  readonly summary: Summary;
  readonly access: AccessFacts;
  /** The current version: its marking and rules count for former ones too. */
  readonly current: Summary;
};

export type ItemVersionPage = {
  readonly versions: readonly { readonly cursor: string; readonly version: ItemVersion }[];
  readonly hasNextPage: boolean;
};

type Deps = Pick<Hub, 'warnings' | 'deliveries' | 'clock' | 'config' | 'cursorKey'>;
type PageRequest = { readonly first: number; readonly after: string | null };

/** Numbers that are looked at together; so that hidden versions use up no page, as many times as it takes. */
const AT_ONCE = 200;

/** Newest first; empty where the reader may not read the warning any more. */
export const readItemVersions = async (
  hub: Deps,
  actor: Actor,
  id: string,
  { first, after }: PageRequest,
): Promise<Outcome<ItemVersionPage>> => {
  const wrongSize = pageSizeProblem(first, hub.config.limits);
  if (wrongSize !== null) return refused(wrongSize);
  const binding = `versions-of:${id}`;
  const last = after === null ? null : openCursor(hub.cursorKey, binding, after);
  if (after !== null && last === null) return refused(cursorProblem(hub.cursorKey, binding, after));
  const head = await readHead(hub, actor, id);
  const found: ItemVersion[] = [];
  for (let below = last ?? (head?.row.version ?? 0) + 1; head !== null && below > 1; below -= AT_ONCE) {
    const numbers = Array.from({ length: Math.min(AT_ONCE, below - 1) }, (_, back) => below - 1 - back);
    found.push(...(await shownAmong(hub, actor, head, numbers)));
    if (found.length > first) break;
  }
  const page = found.slice(0, first);
  const cursors = sealPage(
    hub.cursorKey,
    binding,
    page.map(({ summary }) => summary.version),
  );
  return accepted({
    versions: page.map((version, index) => ({ cursor: cursors[index] ?? '', version })),
    hasNextPage: found.length > first,
  });
};

/** Those of these versions that the reader may have, by their numbers. */
export const itemVersions = async (
  hub: Deps,
  actor: Actor,
  id: string,
  numbers: readonly (number | null)[],
): Promise<Map<number | null, ItemVersion>> => {
  const head = await readHead(hub, actor, id);
  if (head === null) return new Map();
  const wanted = numbers.map((each) => each ?? head.row.version);
  const shown = await shownAmong(hub, actor, head, [...new Set(wanted)]);
  const byNumber = new Map(shown.map((version) => [version.summary.version, version]));
  return new Map(
    numbers.flatMap((each, index) => {
      const version = byNumber.get(wanted[index] ?? 0);
      return version === undefined ? [] : [[each, version] as const];
    }),
  );
};

type Head = { readonly row: WarningRow; readonly content: Content };

/** The same queries whoever had which of them (I34). */
const shownAmong = async (
  hub: Deps,
  actor: Actor,
  head: Head,
  numbers: readonly number[],
): Promise<ItemVersion[]> => {
  const { warning } = head.row;
  const rows = await hub.warnings.versions(numbers.map((each) => rowId(warning, each)));
  const ids = numbers.map((each) => deliveryId(warning, each, actor.member.id, 'FEED'));
  const delivered = new Map<number, Date>();
  for (const row of await hub.deliveries.byIds(ids)) {
    const at = deliveredAt(row);
    if (at !== null) delivered.set(row.version, at);
  }
  const nowMs = hub.clock.now().getTime();
  return rows
    .toSorted((one, other) => other.version - one.version)
    .map((row) => shownVersion(actor, head.content, { row, at: delivered.get(row.version) ?? null }, nowMs))
    .filter((each) => each !== null);
};

const deliveredAt = ({ state, sentAt, receivedAt, acknowledgedAt, at }: DeliveryRow): Date | null =>
  WITH_THE_MEMBER.some((each) => each === state) ? (sentAt ?? receivedAt ?? acknowledgedAt ?? at) : null;

type Delivered = { readonly row: WarningRow; readonly at: Date | null };

const shownVersion = (
  actor: Actor,
  current: Content,
  { row, at }: Delivered,
  nowMs: number,
): ItemVersion | null => {
  const former = contentOf(row.content);
  const isCurrent = row.version === current.summary.version;
  const access = unnamedAsNow(former.access, current.access);
  const { summary } = shownSummary(actor, { summary: former.summary, access }, nowMs);
  const asked = { current, former, wasDelivered: at !== null, text: () => JSON.stringify(summary) };
  if (!isCurrent && !mayReadVersion(actor, asked, nowMs)) return null;
  return {
    act: actOf(former.summary),
    isCurrent,
    deliveredAt: at,
    summary,
    access,
    current: shownSummary(actor, current, nowMs).summary,
  };
};

const actOf = (summary: Summary): VersionAct => {
  if (summary.recall !== undefined) return 'RECALL';
  if (summary.messageType === 'CANCEL') return 'CANCEL';
  if (summary.messageType === 'ALERT') return 'PUBLISH';
  return isNarrowing(summary) ? 'NARROW' : 'CORRECT';
};
