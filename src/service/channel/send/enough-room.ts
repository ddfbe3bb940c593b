// Gives places back together. A turn reads and writes about as much for one delivery as for twenty: one for each place that comes
// free would cost several times what is sent.
import type { Endpoint } from '../../../domain/channel/endpoint.ts';
import type { Places } from './places.ts';

/** So many places are worth a turn. */
const ENOUGH = 10;
/** Fewer wait so long for others. */
const WAITS_MS = 25;

/** An attempt at the endpoint has ended. `act` runs once for several, when their places are free: now, or a little later. */
export type EnoughRoom = (endpoint: Endpoint, act: () => void) => void;

export const openEnoughRoom = (places: Pick<Places, 'taken' | 'leave'>): EnoughRoom => {
  let left: Endpoint[] = [];
  let timer: NodeJS.Timeout | undefined;
  return (endpoint, act) => {
    left.push(endpoint);
    const now = (): void => {
      clearTimeout(timer);
      for (const each of left) places.leave(each);
      [left, timer] = [[], undefined];
      act();
    };
    if (left.length >= ENOUGH || left.length === places.taken()) now();
    else timer ??= setTimeout(now, WAITS_MS);
  };
};
