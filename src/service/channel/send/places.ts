// Which deliveries have room for an attempt. Each endpoint has two places, and one while it fails: then one delivery is the probe, and
// the others wait without an attempt of their own. No member has more than a share of all places, however many endpoints it has and
// however slowly they answer (I20), and mails take none of those of webhooks.
import { ENDPOINT_CHANNELS, type Endpoint, type EndpointChannel } from '../../../domain/channel/endpoint.ts';
import { BREAKER_FAILURES } from '../../../domain/channel/retry.ts';
import type { Due, Without } from '../../../store/delivery/channel-deliveries.ts';

type Share = {
  /** Attempts at the same time; of mails: the mail server has so many connections. */
  readonly all: number;
  /** Of one member. */
  readonly each: number;
};
const SHARES: Readonly<Record<EndpointChannel, Share>> = {
  WEBHOOK: { all: 50, each: 20 },
  MAIL: { all: 5, each: 3 },
};
const AT_ONCE = Object.values(SHARES).reduce((sum, { all }) => sum + all, 0);
const AT_ENDPOINT = 2;

type Place = Pick<Endpoint, 'id' | 'member' | 'channel'>;

export type Places = {
  /** How many are left. */
  free(): number;
  /** What has no room, or is at rest. */
  full(now: Date): Without;
  /** Of what is due, in its order, as far as there is room. */
  chosen(due: readonly Due[]): string[];
  /** False where there is no room. */
  take(endpoint: Place & Pick<Endpoint, 'failures'>): boolean;
  leave(endpoint: Place): void;
  rest(endpoint: string, until: Date): void;
};

/** Counts what is taken, by name. */
const openTally = () => {
  const counts = new Map<string, number>();
  const of = (name: string): number => counts.get(name) ?? 0;
  const add = (name: string, by: number): void => {
    if (of(name) + by === 0) counts.delete(name);
    else counts.set(name, of(name) + by);
  };
  return { of, add, names: () => [...counts.keys()] };
};
type Tally = ReturnType<typeof openTally>;
type Tallies = readonly [at: Tally, ofChannel: Tally, ofMember: Tally];

const shareOf = (member: string, channel: EndpointChannel): string => `${channel} ${member}`;

const count = ({ id, member, channel }: Place, by: number, tallies: Tallies): void => {
  tallies[0].add(id, by);
  tallies[1].add(channel, by);
  tallies[2].add(shareOf(member, channel), by);
};

export const openPlaces = (): Places => {
  const [at, ofChannel, ofMember] = [openTally(), openTally(), openTally()];
  /** By share: the members that have taken one. */
  const membersIn = (channel: EndpointChannel): string[] =>
    ofMember
      .names()
      .filter((name) => name.startsWith(`${channel} `) && ofMember.of(name) >= SHARES[channel].each)
      .map((name) => name.slice(channel.length + 1));
  const resting = new Map<string, Date>();
  /** Places of endpoints that have fewer, as they last were. */
  const roomOf = new Map<string, number>();
  const roomAt = (id: string): number => roomOf.get(id) ?? AT_ENDPOINT;
  const hasRoom = ({ id, member, channel }: Place, tallies: Tallies): boolean =>
    tallies[0].of(id) < roomAt(id) &&
    tallies[1].of(channel) < SHARES[channel].all &&
    tallies[2].of(shareOf(member, channel)) < SHARES[channel].each;
  const taken = [at, ofChannel, ofMember] as const;
  return {
    free: () => AT_ONCE - ENDPOINT_CHANNELS.reduce((sum, channel) => sum + ofChannel.of(channel), 0),
    full: (now) => {
      for (const [id, until] of resting) if (until <= now) resting.delete(id);
      return {
        endpoints: [...new Set([...resting.keys(), ...at.names().filter((id) => at.of(id) >= roomAt(id))])],
        shares: ENDPOINT_CHANNELS.map((channel) => ({
          channel,
          isFull: ofChannel.of(channel) >= SHARES[channel].all,
          members: membersIn(channel),
        })),
      };
    },
    chosen: (due) => {
      const soon = [copyOf(at), copyOf(ofChannel), copyOf(ofMember)] as const;
      return due.flatMap(({ id, endpoint, member, channel }) => {
        const place = { id: endpoint, member, channel };
        if (resting.has(endpoint) || !hasRoom(place, soon)) return [];
        count(place, 1, soon);
        return [id];
      });
    },
    take: (place) => {
      if (place.failures >= BREAKER_FAILURES) roomOf.set(place.id, 1);
      else roomOf.delete(place.id);
      if (!hasRoom(place, taken)) return false;
      count(place, 1, taken);
      return true;
    },
    leave: (place) => count(place, -1, taken),
    rest: (endpoint, until) => {
      resting.set(endpoint, until);
    },
  };
};

const copyOf = (tally: Tally): Tally => {
  const copy = openTally();
  for (const name of tally.names()) copy.add(name, tally.of(name));
  return copy;
};
