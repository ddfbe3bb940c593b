// What was addressed to a member while it was suspended, capped or away is decided anew: the newest versions since then that
// it may have now get a delivery, and those that were withheld are sent.
import type { Member } from '../../domain/member.ts';
import { accepted } from '../../domain/problem.ts';
import type { Hub } from '../../hub.ts';
import { contentOf } from '../../store/content/stored-content.ts';
import { targetWarning } from './target-warning.ts';

type Deps = Parameters<typeof targetWarning>[0] & Pick<Hub, 'members' | 'channelDeliveries'>;

const AT_ONCE = 100;

/** Returns how many members were looked at. */
export const decideAnew = async (hub: Deps): Promise<number> => {
  hub.directory.forget();
  const { members } = await hub.directory.current();
  const waiting = [...members.values()].filter(
    ({ decideFrom, isActive }) => decideFrom !== null && decideFrom !== undefined && isActive,
  );
  for (const member of waiting) await decideFor(hub, member);
  return waiting.length;
};

const decideFor = async (hub: Deps, member: Member): Promise<void> => {
  const since = member.decideFrom ?? hub.clock.now();
  const anew = { member: member.id, mark: `anew-${since.getTime()}` };
  let place = { at: since, id: '' };
  for (;;) {
    const rows = await hub.warnings.headsSince(place, AT_ONCE);
    for (const { warning, version, content } of rows) {
      if (contentOf(content).access.publisher === member.id) continue;
      await hub.deliveries.reopen({ warning, version, member: member.id });
      await hub.channelDeliveries.reopen({ warning, version, member: member.id }, hub.clock.now());
      await targetWarning(hub, { subject: { warning, version } }, anew);
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < AT_ONCE) break;
    place = { at: last.at, id: last._id };
  }
  await hub.members.change(async (session) => {
    const before = await hub.members.byId(member.id, session);
    if (before?.decideFrom?.getTime() !== member.decideFrom?.getTime() || before === null)
      return { ok: false as const, problems: [] };
    await hub.members.put({ ...before, decideFrom: null }, session);
    return accepted(null);
  });
};
