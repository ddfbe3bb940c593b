// Whether anything reaches each member: a person or key of it was seen, or an endpoint of it took something or was proved, within
// the last 30 days. Where nothing did, its administrators and the hub are told, once.
import { ALIVE_DAYS, signOfLife } from '../../domain/channel/endpoint.ts';
import type { Member } from '../../domain/member.ts';
import type { Hub } from '../../hub.ts';
import type { WayRow } from '../../store/subscription/ways.ts';
import { recordAct } from '../audit/record-act.ts';
import { noticesToMember } from '../channel/notices-to.ts';
import { type TrialDeps, tryEach } from '../job/try-each.ts';

type Deps = TrialDeps &
  Pick<
    Hub,
    | 'ways'
    | 'endpoints'
    | 'channelDeliveries'
    | 'persons'
    | 'keys'
    | 'members'
    | 'directory'
    | 'database'
    | 'acts'
    | 'entries'
    | 'entropy'
  >;

const ALIVE_MS = ALIVE_DAYS * 24 * 3_600_000;
/** Signs of life are noted to the day; a row is not written anew for less. */
const CLOSE_MS = 3_600_000;

/** Returns the ids of those that were told. */
export const watchWays = async (hub: Deps): Promise<readonly string[]> => {
  const now = hub.clock.now();
  hub.directory.forget();
  const { members } = await hub.directory.current();
  const active = [...members.values()].filter(({ isActive, kind }) => isActive && kind !== 'HUB');
  const [signs, before] = await Promise.all([signsOfLife(hub, active), hub.ways.all()]);
  const rows = active.map((member) =>
    rowFor(member, signs.get(member.id) ?? null, before.get(member.id), now),
  );
  await hub.ways.save(rows.filter((row) => isNew(row, before.get(row._id))));
  const silent = rows.filter(({ aliveUntil, toldAt }) => aliveUntil <= now && toldAt === null);
  const pieces = silent.map(({ _id }) => ({
    about: _id,
    subject: { members: [_id] },
    exercise: null,
    act: async () => ((await tellOf(hub, _id, now)) ? [_id] : []),
  }));
  return (await tryEach(hub, 'tell-of-silence', pieces)).flat();
};

/** One that was never looked at gets 30 days from now, so that nobody is told on the first day of a hub. */
const rowFor = (member: Member, sign: Date | null, before: WayRow | undefined, now: Date): WayRow => {
  const seen = sign === null ? 0 : sign.getTime() + ALIVE_MS;
  const begun = before?.aliveUntil.getTime() ?? now.getTime() + ALIVE_MS;
  const aliveUntil = new Date(Math.max(seen, begun));
  return { _id: member.id, aliveUntil, toldAt: aliveUntil > now ? null : (before?.toldAt ?? null) };
};

const isNew = (row: WayRow, before: WayRow | undefined): boolean =>
  before === undefined ||
  row.aliveUntil.getTime() - before.aliveUntil.getTime() >= CLOSE_MS ||
  row.toldAt !== before.toldAt;

/** The latest of each member; absent where there is none. */
const signsOfLife = async (
  hub: Pick<Deps, 'endpoints' | 'persons' | 'keys'>,
  members: readonly Member[],
): Promise<ReadonlyMap<string, Date>> => {
  const ids = members.map(({ id }) => id);
  const [seen, keys, endpoints] = await Promise.all([
    hub.persons.lastSeen(),
    hub.keys.live(),
    hub.endpoints.ofMembers(ids, ['ACTIVE']),
  ]);
  const latest = new Map<string, Date>();
  const note = (member: string, at: Date | null): void => {
    const known = latest.get(member);
    if (at !== null && (known === undefined || known < at)) latest.set(member, at);
  };
  for (const [member, at] of seen) note(member, at);
  for (const { member, lastUsedAt } of keys.values()) note(member, lastUsedAt);
  for (const endpoint of endpoints) note(endpoint.member, signOfLife(endpoint));
  return latest;
};

/** By a line that its administrators and the operators of the hub see, and by whatever endpoints they still have. */
const tellOf = async (hub: Deps, member: string, now: Date): Promise<boolean> => {
  const day = now.toISOString().slice(0, 'YYYY-MM-DD'.length);
  const notice = { key: `silent ${day}`, details: { what: 'SILENT' } };
  const messages = await noticesToMember(hub, member, notice, now);
  return hub.database.transaction(async (session) => {
    if (!(await hub.ways.tell(member, now, session))) return false;
    await hub.channelDeliveries.ensure(messages, session);
    const facts = { endpoints: messages.length };
    await recordAct(hub, { event: 'member.silent', by: { way: 'HUB' }, members: [member], facts }, session);
    return true;
  });
};
