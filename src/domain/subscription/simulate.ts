// What a subscription would have sent: the same rules as in earnest, over versions that are already there.
import { type DispatchFacts, dispatchFor, dispatchOf, isHeld, isSevere } from './dispatch.ts';
import { HOUR_MS, hourOf, isQuiet, nextPeriod, type Period } from './local-time.ts';
import type { Subscription } from './subscription.ts';

export type PastVersion = Omit<DispatchFacts, 'toldThisHour' | 'now' | 'wasTold'> & {
  readonly id: string;
  readonly at: Date;
};

export type WouldBeSent = {
  /** SINGLE: by itself; DIGEST: what was gathered. */
  readonly form: 'SINGLE' | 'DIGEST';
  readonly at: Date;
  /** Ids, in the order in which they came. */
  readonly items: readonly string[];
};

/** Bounds the search for an hour that is not quiet. */
const MOST_HOURS = 48;

/** When what is held is told: the next hour by the clock in which it is not quiet; what is severe waits for no quiet one. */
export const releaseOf = (
  { quietHours, timeZone }: Subscription,
  { at, severity }: Pick<PastVersion, 'at' | 'severity'>,
): Period => {
  let hour = hourOf(new Date(at.getTime() + HOUR_MS));
  const mayTell = (): boolean => isSevere(severity) || !isQuiet(quietHours, timeZone, hour.at);
  for (let turn = 0; turn < MOST_HOURS && !mayTell(); turn += 1) {
    hour = hourOf(new Date(hour.at.getTime() + HOUR_MS));
  }
  return hour;
};

/** Messages in the order in which they would have been sent; `versions` oldest first, each warning once. */
export const simulate = (subscription: Subscription, versions: readonly PastVersion[]): WouldBeSent[] => {
  const singles: WouldBeSent[] = [];
  const digests = new Map<string, { at: Date; items: string[] }>();
  const told = new Map<string, number>();
  for (const version of versions) {
    const { id, at } = version;
    const hour = hourOf(at).name;
    const toldThisHour = told.get(hour) ?? 0;
    const cause = dispatchOf(subscription, { ...version, wasTold: false, toldThisHour, now: at });
    if (dispatchFor(cause) === 'NOW') {
      told.set(hour, toldThisHour + 1);
      singles.push({ form: 'SINGLE', at, items: [id] });
    }
    if (dispatchFor(cause) !== 'DIGEST') continue;
    const period = isHeld(cause) ? releaseOf(subscription, version) : nextPeriod(subscription, at);
    const digest = digests.get(period.name) ?? { at: period.at, items: [] };
    digest.items.push(id);
    digests.set(period.name, digest);
  }
  const gathered = [...digests.values()].map((digest): WouldBeSent => ({ form: 'DIGEST', ...digest }));
  return [...singles, ...gathered].sort((one, other) => one.at.getTime() - other.at.getTime());
};
