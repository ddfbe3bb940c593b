// What was addressed to a member while it was suspended, capped or away is decided anew: the newest versions since then that
// it may have now get a delivery, and those that were withheld are sent. For a newest version that came silently the one that was
// announced before it stands, as everywhere.
import type { Member } from '../../domain/member.ts';
import { earliestOf, isCapped } from '../../domain/partnership/standing.ts';
import { accepted } from '../../domain/problem.ts';
import type { Hub } from '../../hub.ts';
import { contentOf } from '../../store/content/stored-content.ts';
import { rowId, type WarningRow } from '../../store/warnings.ts';
import { type TrialDeps, tryEach, tryOne } from '../job/try-each.ts';
import { targetWarning } from './target-warning.ts';

type Deps = TrialDeps & Parameters<typeof targetWarning>[0] & Pick<Hub, 'members' | 'channelDeliveries'>;

const AT_ONCE = 100;

/** Returns how many members were looked at. */
export const decideAnew = async (hub: Deps): Promise<number> => {
  hub.directory.forget();
  const { members } = await hub.directory.current();
  await decideAgain(hub);
  const waiting = [...members.values()].filter(
    ({ decideFrom, isActive }) => decideFrom !== null && decideFrom !== undefined && isActive,
  );
  for (const member of waiting) await decideFor(hub, member);
  return waiting.length;
};

const NAME = 'decide-anew';

/** What failed of it. */
const decideAgain = async (hub: Deps): Promise<void> => {
  const due = await hub.entries.trials.due(NAME, hub.clock.now(), AT_ONCE);
  const pieces = due.map(({ about, subject, exercise }) => {
    const { warning = '', version = 0, members = [] } = subject;
    const act = async (): Promise<void> => {
      const head = await hub.warnings.head(warning);
      const [row] = head === null ? [] : await announcedOf(hub, [head]);
      const [member = ''] = members;
      if (row?.version === version) await decideVersion(hub, { member, mark: `anew-${about}` }, row);
    };
    return { about, subject, exercise, act };
  });
  await tryEach(hub, NAME, pieces);
};

/** What was brought to anybody of each of these newest versions; nothing where all of its versions came silently. */
const announcedOf = async (
  { warnings }: Pick<Hub, 'warnings'>,
  heads: readonly WarningRow[],
): Promise<readonly WarningRow[]> => {
  const silent = heads.filter(({ isQuiet }) => isQuiet);
  if (silent.length === 0) return heads;
  const last = await warnings.lastAnnouncedOf(
    silent.map(({ warning, version }) => ({ id: warning, version })),
  );
  const former = await warnings.versions([...last].map(([warning, version]) => rowId(warning, version)));
  const standing = new Map(former.map((row) => [row.warning, row]));
  return heads.flatMap((head) => (head.isQuiet ? (standing.get(head.warning) ?? []) : head));
};

const decideVersion = async (
  hub: Deps,
  anew: { readonly member: string; readonly mark: string },
  { warning, version, content }: Pick<WarningRow, 'warning' | 'version' | 'content'>,
): Promise<void> => {
  const { member } = anew;
  if (contentOf(content).access.publisher === member) return;
  await hub.deliveries.reopen({ warning, version, member });
  await hub.channelDeliveries.reopen({ warning, version, member }, hub.clock.now());
  await targetWarning(hub, { subject: { warning, version } }, anew);
};

const isSameReturn = (one: Member, other: Member): boolean =>
  one.decideFrom?.getTime() === other.decideFrom?.getTime() &&
  one.returnedAt?.getTime() === other.returnedAt?.getTime();

/** One version that cannot be decided keeps none of the others from the member. */
const decideFor = async (hub: Deps, began: Member): Promise<void> => {
  const { id: member, decideFrom, returnedAt } = began;
  const now = hub.clock.now();
  const since = decideFrom ?? now;
  const anew = { member, mark: `anew-${since.getTime()}-${returnedAt?.getTime() ?? 0}` };
  const wasCapped = isCapped(began, now.getTime());
  let place = { at: since, id: '' };
  for (;;) {
    const rows = await hub.warnings.headsSince(place, AT_ONCE);
    for (const row of await announcedOf(hub, rows)) {
      // What was announced while it could have it reached it then.
      if (row.at < since) continue;
      const { warning, version } = row;
      const subject = { warning, version, members: [member] };
      const about = `${member} ${row._id}`;
      await tryOne(hub, { name: NAME, about, subject, exercise: null }, () => decideVersion(hub, anew, row));
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < AT_ONCE) break;
    place = { at: last.at, id: last._id };
  }
  await hub.members.change(async (session) => {
    const before = await hub.members.byId(member, session);
    if (before === null) return { ok: false as const, problems: [] };
    const isKept = isCapped(before, hub.clock.now().getTime());
    // It went out meanwhile, returned once more, or is free of a cap: all of it is decided again.
    if (!before.isActive || !isSameReturn(before, began) || (wasCapped && !isKept))
      return { ok: false as const, problems: [] };
    // What a cap kept from it is not lost: it is decided once more when the cap ends.
    const cappedSince = isKept ? earliestOf(before.cappedSince, since) : null;
    await hub.members.put({ ...before, decideFrom: null, cappedSince }, session);
    return accepted(null);
  });
};
