// Subscriptions as their owners see them.
import type { Actor } from '../../domain/member.ts';
import { nextPeriod } from '../../domain/subscription/local-time.ts';
import { type ShownState, type Subscription, shownState } from '../../domain/subscription/subscription.ts';
import type { Hub } from '../../hub.ts';
import { mayKeepAt } from '../../policy/channel/carried-to.ts';
import { keptSubscription } from './keep-subscription.ts';

const MOST_SHOWN = 200;

export type ShownSubscription = Omit<Subscription, 'state'> & {
  readonly state: ShownState;
  readonly nextDigestAt: Date | null;
};

export const shownSubscription = (subscription: Subscription, now: Date): ShownSubscription => {
  const state = shownState(subscription, now);
  const hasDigest = state === 'ACTIVE' && subscription.cadence !== 'AT_ONCE';
  return { ...subscription, state, nextDigestAt: hasDigest ? nextPeriod(subscription, now).at : null };
};

/** The oldest first. */
export const listSubscriptions = async (
  hub: Pick<Hub, 'subscriptions' | 'clock'>,
  actor: Actor,
): Promise<readonly ShownSubscription[]> => {
  const all = await hub.subscriptions.ofMember(actor.member.id);
  const now = hub.clock.now();
  return all
    .filter((each) => mayKeepAt(actor, each))
    .slice(0, MOST_SHOWN)
    .map((each) => shownSubscription(each, now));
};

/** Null for everybody whose it is not. */
export const readSubscription = async (
  hub: Pick<Hub, 'subscriptions' | 'clock'>,
  actor: Actor,
  id: string,
): Promise<ShownSubscription | null> => {
  const found = await keptSubscription(hub, actor, id);
  return found === null ? null : shownSubscription(found, hub.clock.now());
};
