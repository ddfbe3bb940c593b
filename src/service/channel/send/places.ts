// Which endpoint has room for an attempt. Each has two places, and one while it fails: then one delivery is the probe, and the
// others wait without an attempt of their own.
import type { Endpoint, EndpointChannel } from '../../../domain/channel/endpoint.ts';
import { BREAKER_FAILURES } from '../../../domain/channel/retry.ts';
import type { Due } from '../../../store/delivery/channel-deliveries.ts';

/** Attempts at the same time, in all and at one endpoint. */
export const AT_ONCE = 50;
const AT_ONCE_EACH = 2;
/** Of mails: the mail server has so many connections. */
const AT_ONCE_OF: Readonly<Record<EndpointChannel, number>> = { WEBHOOK: AT_ONCE, MAIL: 5 };

export type Places = {
  taken(): number;
  /** Endpoints without room, or at rest. */
  full(now: Date): string[];
  /** Of what is due, at most `most`, as far as each endpoint has room. */
  chosen(due: readonly Due[], most: number): string[];
  /** False where there is no room for its channel. */
  take(endpoint: Pick<Endpoint, 'id' | 'channel' | 'failures'>): boolean;
  leave(endpoint: Pick<Endpoint, 'id' | 'channel'>): void;
  rest(endpoint: string, until: Date): void;
};

export const openPlaces = (): Places => {
  const at = new Map<string, number>();
  const ofChannel = new Map<EndpointChannel, number>();
  const resting = new Map<string, Date>();
  /** Places of endpoints that have fewer, as they last were. */
  const roomOf = new Map<string, number>();
  let all = 0;
  const roomAt = (id: string): number => (roomOf.get(id) ?? AT_ONCE_EACH) - (at.get(id) ?? 0);
  return {
    taken: () => all,
    full: (now) => {
      for (const [id, until] of resting) if (until <= now) resting.delete(id);
      return [...new Set([...resting.keys(), ...[...at.keys()].filter((id) => roomAt(id) <= 0)])];
    },
    chosen: (due, most) => {
      const left = new Map<string, number>();
      const chosen: string[] = [];
      for (const { id, endpoint } of due) {
        if (chosen.length >= most) break;
        const room = left.get(endpoint) ?? roomAt(endpoint);
        if (room <= 0 || resting.has(endpoint)) continue;
        left.set(endpoint, room - 1);
        chosen.push(id);
      }
      return chosen;
    },
    take: ({ id, channel, failures }) => {
      if (failures >= BREAKER_FAILURES) roomOf.set(id, 1);
      else roomOf.delete(id);
      const others = ofChannel.get(channel) ?? 0;
      if (roomAt(id) <= 0 || others >= AT_ONCE_OF[channel]) return false;
      all += 1;
      at.set(id, (at.get(id) ?? 0) + 1);
      ofChannel.set(channel, others + 1);
      return true;
    },
    leave: ({ id, channel }) => {
      all -= 1;
      ofChannel.set(channel, (ofChannel.get(channel) ?? 1) - 1);
      const others = (at.get(id) ?? 1) - 1;
      if (others === 0) at.delete(id);
      else at.set(id, others);
    },
    rest: (endpoint, until) => {
      resting.set(endpoint, until);
    },
  };
};
