// Makes the deliveries to endpoints of what was targeted. It follows the record by number, and needs no job: during an upgrade
// workers of the release before relay and run jobs too, and know neither this work nor its rows. Where it stands is kept in the
// database; doing a piece twice changes nothing, since the ids of deliveries are functions of what they bring (I15).
import type { Endpoint } from '../../domain/channel/endpoint.ts';
import type { Hub } from '../../hub.ts';
import { contentOf } from '../../store/content/stored-content.ts';
import type { DeliveredVersion } from '../../store/deliveries.ts';
import type { ChannelDeliveryRow } from '../../store/delivery/channel-deliveries.ts';
import type { TargetedEntry } from '../../store/entry/targeted.ts';
import type { Trial } from '../../store/entry/trials.ts';
import { tryEach, tryOne } from '../job/try-each.ts';
import { keptVersion } from '../pipeline/kept-version.ts';
import { precedenceOf } from '../record/append-entry.ts';
import { decideDispatch, NOT } from './dispatch-decision.ts';
import { newVersionDelivery } from './new-channel-delivery.ts';
import { raisedMessages } from './raised-messages.ts';

/** Entries that are looked at in one turn; what is urgent among them is done first. */
const AT_ONCE = 500;

/** Returns whether there may be more. An entry that cannot be dispatched is tried again by itself, and holds up no other. */
export const dispatchTargeted = async (hub: Hub): Promise<boolean> => {
  await dispatchAgain(hub);
  const from = await hub.counters.begunAt('dispatched', 'sequence');
  const { last, targeted } = await hub.entries.targetedAfter(from, AT_ONCE);
  if (last === null) return false;
  for (const entry of targeted.toSorted(inOrder))
    await tryOne(hub, trialOf(entry), () => dispatchEntry(hub, entry));
  await hub.counters.atLeast('dispatched', last);
  return true;
};

const NAME = 'dispatch-version';

const trialOf = ({ id, warning, version, members, exercise }: TargetedEntry): Trial => ({
  name: NAME,
  about: id,
  subject: { warning, version, ...(members === null ? {} : { members }) },
  exercise,
});

const dispatchAgain = async (hub: Hub): Promise<void> => {
  const due = await hub.entries.trials.due(NAME, hub.clock.now(), AT_ONCE);
  if (due.length === 0) return;
  const entries = await hub.entries.targetedIn(due.map(({ about }) => about));
  const there = new Set(entries.map(({ id }) => id));
  for (const { about } of due) if (!there.has(about)) await hub.entries.trials.done(NAME, about);
  await tryEach(
    hub,
    NAME,
    entries.map((entry) => ({ ...trialOf(entry), act: () => dispatchEntry(hub, entry) })),
  );
};

/** What is urgent, then what corrects something. */
const inOrder = (one: TargetedEntry, other: TargetedEntry): number =>
  Number(other.isUrgent) - Number(one.isUrgent) || Number(other.version > 1) - Number(one.version > 1);

/** As many as a chunk of recipients has. */
const CHUNK = 100;

const dispatchEntry = async (hub: Hub, { warning, version, members, at }: TargetedEntry): Promise<void> => {
  if (members !== null) return dispatchTo(hub, { warning, version }, members);
  // What came silently was brought to nobody: what goes is the delivery of the version before it, as it is now.
  const brought = await hub.warnings.lastAnnounced(warning, version);
  if (brought === null) return;
  const all = (await hub.deliveries.holders(warning)).map(({ member }) => member);
  for (let from = 0; from < all.length; from += CHUNK)
    await dispatchTo(hub, { warning, version: brought }, all.slice(from, from + CHUNK), {
      version,
      since: at,
    });
};

/** The version whose grade was raised, and when. */
type Raise = { readonly version: number; readonly since: Date };

const dispatchTo = async (
  hub: Hub,
  { warning, version }: DeliveredVersion,
  members: readonly string[],
  raise: Raise | null = null,
): Promise<void> => {
  const endpoints = (await hub.endpoints.ofMembers(members, ['ACTIVE', 'PAUSED', 'DISABLED'])).filter(
    mayComeBack,
  );
  if (endpoints.length === 0) return;
  const kept = await keptVersion(hub, warning, raise?.version ?? version);
  if (kept === null || (raise === null && kept.isQuiet)) return;
  const row = { ...kept, version };
  const content = contentOf(row.content);
  const held = await holdersAmong(hub, { warning, version }, [
    ...new Set(endpoints.map(({ member }) => member)),
  ]);
  const addressed = endpoints.filter(({ member }) => held.has(member));
  const now = hub.clock.now();
  const decisions = await decideDispatch(hub, { row, content, endpoints: addressed, now });
  const { isUrgent } = precedenceOf(content, row);
  const about = { warning, version, exercise: content.access.exercise, isUrgent };
  const rows = addressed.flatMap((endpoint): ChannelDeliveryRow[] => {
    const { to, gathering, corrects } = decisions.get(endpoint.id) ?? NOT;
    if (to === 'NOT') return [];
    const row = newVersionDelivery(endpoint, about, { at: now, gathering, corrects });
    return [endpoint.state === 'DISABLED' ? { ...row, ...NOT_ACTIVE, endedAt: now } : row];
  });
  await hub.channelDeliveries.ensure(rows);
  if (raise === null) return;
  // What waits for a digest that no digest has taken goes now where the raised grade says so.
  const due = rows.flatMap(({ _id, state }) => (state === 'PENDING' ? [_id] : []));
  await hub.channelDeliveries.hasten(due, { now, isUrgent });
  const { version: raised, since } = raise;
  await hub.channelDeliveries.ensure(
    await raisedMessages(hub, addressed, { about, raised, isUrgent, since }),
  );
};

/** One that its owner proves again gets what came meanwhile (revive); whoever left does not come back to it. */
const mayComeBack = ({ state, cause }: Endpoint): boolean => state !== 'DISABLED' || cause !== 'OWNER_LEFT';

const NOT_ACTIVE = { state: 'DEAD', cause: 'ENDPOINT_NOT_ACTIVE', nextAt: null } as const;

/** Those with a delivery of the version. That one has none is certain before it is passed over (kept-version.ts). */
const holdersAmong = async (
  hub: Pick<Hub, 'deliveries' | 'database'>,
  of: DeliveredVersion,
  members: readonly string[],
): Promise<ReadonlySet<string>> => {
  const found = await hub.deliveries.ofMembers({ ...of, members });
  const all =
    found.length >= members.length
      ? found
      : await hub.database.transaction((session) => hub.deliveries.ofMembers({ ...of, members }, session));
  return new Set(all.map(({ member }) => member));
};
