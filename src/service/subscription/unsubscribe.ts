// The link in a message ends what is told at its endpoint, but what is severe and addressed to the member, and corrections of what
// was told. It needs no sign-in, and says nothing of what there was: whoever holds the message can only do less harm with it
// than with the mailbox. The owner has it tell again by changing or resuming a subscription.
import type { Endpoint } from '../../domain/channel/endpoint.ts';
import { DEFAULT_SCHEDULE, type Subscription } from '../../domain/subscription/subscription.ts';
import type { Hub } from '../../hub.ts';
import type { Session } from '../../store/connect.ts';
import { recordAct } from '../audit/record-act.ts';

type Deps = Pick<
  Hub,
  'subscriptions' | 'endpoints' | 'database' | 'acts' | 'entries' | 'storage' | 'clock' | 'entropy'
>;

/** Returns how many subscriptions it stopped; doing it again stops none. */
export const unsubscribe = async (hub: Deps, endpointId: string): Promise<number> => {
  const endpoint = await hub.endpoints.byId(endpointId);
  if (endpoint === null || endpoint.state === 'REMOVED') return 0;
  await hub.storage.require('WORK');
  return hub.database.transaction(async (session) => {
    const all = await hub.subscriptions.atEndpoints([endpointId], session);
    // Where everything is told because nobody ever subscribed, the stop itself has to stand somewhere.
    const hadAny =
      endpoint.hasSubscribed === true || (await hub.subscriptions.everAt([endpointId], session)).size > 0;
    // One for an exercise is none of those: without it everything real is told as before.
    const isToldAll = !hadAny && all.every(({ filter }) => filter.exercise !== undefined);
    const stopped = [
      ...(isToldAll ? [await stopAt(hub, endpoint, session)] : []),
      ...(await stopThose(hub, all, session)),
    ];
    for (const { id, member, person } of stopped) {
      const about = { members: [member], subject: id, ...(person === null ? {} : { person }) };
      const facts = { isUnsubscribed: true };
      await recordAct(hub, { event: 'subscription.changed', by: { way: 'LINK' }, ...about, facts }, session);
    }
    return stopped.length;
  });
};

const stopThose = async (
  { subscriptions, clock }: Pick<Deps, 'subscriptions' | 'clock'>,
  all: readonly Subscription[],
  session: Session,
): Promise<Subscription[]> => {
  const stopped: Subscription[] = [];
  for (const each of all) {
    const isMoved = await subscriptions.move(
      each.id,
      'UNSUBSCRIBED',
      { from: ['ACTIVE'], at: clock.now() },
      session,
    );
    if (isMoved) stopped.push(each);
  }
  return stopped;
};

const stopAt = async (
  hub: Pick<Deps, 'subscriptions' | 'endpoints' | 'clock' | 'entropy'>,
  { id: endpoint, member, person }: Endpoint,
  session: Session,
): Promise<Subscription> => {
  const subscription: Subscription = {
    ...DEFAULT_SCHEDULE,
    id: `subscription--${hub.entropy.uuid()}`,
    member,
    person,
    endpoint,
    name: 'Unsubscribed',
    filter: {},
    state: 'UNSUBSCRIBED',
    pausedSince: null,
    pausedUntil: null,
    expiresAt: null,
    createdAt: hub.clock.now(),
    endedAt: null,
  };
  await hub.subscriptions.save(subscription, session);
  await hub.endpoints.noteSubscribed(endpoint, session);
  return subscription;
};
