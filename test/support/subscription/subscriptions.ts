// Subscriptions as they are kept.
import { DEFAULT_SCHEDULE, type Subscription } from '../../../src/domain/subscription/subscription.ts';

type Given = Pick<Subscription, 'id' | 'endpoint' | 'member' | 'person'>;

/** Of everything, daily, unless something else is given. */
export const subscriptionWith = (given: Given & Partial<Subscription>): Subscription => ({
  ...DEFAULT_SCHEDULE,
  name: 'All',
  filter: {},
  state: 'ACTIVE',
  pausedSince: null,
  pausedUntil: null,
  expiresAt: null,
  createdAt: new Date(0),
  endedAt: null,
  ...given,
});
