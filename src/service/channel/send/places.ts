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
  taken(): number;
  /** What has no room, or is at rest. */
  full(now: Date): Without;
  /** Of what is due, in its order, as far as there is room. */
  chosen(due: readonly Due[]): string[];
  /** False where there is no room. */
  take(endpoint: Place & Pick<Endpoint, 'failures'>): boolean;
  leave(endpoint: Place): void;
  /** `isWhole`: what is urgent rests as well. */
  rest(endpoint: string, until: Date, isWhole: boolean): void;
  /** What all of a channel goes through is away: nothing goes for a time, then one at a time. */
  away(channel: EndpointChannel, now: Date): void;
  isBack(channel: EndpointChannel): void;
};

const AWAY_MS = 10_000;
const LONGEST_AWAY_MS = 60_000;

/** Channels that are away: since how many probes, and until when. */
const openAway = () => {
  const known = new Map<EndpointChannel, { readonly probes: number; readonly until: Date }>();
  return {
    isAway: (channel: EndpointChannel): boolean => known.has(channel),
    isResting: (channel: EndpointChannel, now: Date): boolean => (known.get(channel)?.until ?? now) > now,
    note: (channel: EndpointChannel, now: Date): void => {
      const { probes = 0, until = now } = known.get(channel) ?? {};
      // Those that were under way together are one.
      if (until > now) return;
      const ms = Math.min(AWAY_MS * 2 ** probes, LONGEST_AWAY_MS);
      known.set(channel, { probes: probes + 1, until: new Date(now.getTime() + ms) });
    },
    forget: (channel: EndpointChannel): void => {
      known.delete(channel);
    },
  };
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

const allIn = (ofChannel: Tally): number =>
  ENDPOINT_CHANNELS.reduce((sum, channel) => sum + ofChannel.of(channel), 0);

export const openPlaces = (): Places => {
  const taken = [openTally(), openTally(), openTally()] as const;
  const [at, ofChannel, ofMember] = taken;
  /** By share: the members that have taken one. */
  const membersIn = (channel: EndpointChannel): string[] =>
    ofMember
      .names()
      .filter((name) => name.startsWith(`${channel} `) && ofMember.of(name) >= SHARES[channel].each)
      .map((name) => name.slice(channel.length + 1));
  const away = openAway();
  const mostOf = (channel: EndpointChannel): number => (away.isAway(channel) ? 1 : SHARES[channel].all);
  /** Until when: for what is not urgent, and for everything. */
  const [resting, restingWhole] = [new Map<string, Date>(), new Map<string, Date>()];
  /** Places of endpoints that have fewer, as they last were. */
  const roomOf = new Map<string, number>();
  const roomAt = (id: string): number => roomOf.get(id) ?? AT_ENDPOINT;
  const hasRoom = ({ id, member, channel }: Place, tallies: Tallies): boolean =>
    tallies[0].of(id) < roomAt(id) &&
    tallies[1].of(channel) < mostOf(channel) &&
    tallies[2].of(shareOf(member, channel)) < SHARES[channel].each;
  return {
    free: () => AT_ONCE - allIn(ofChannel),
    taken: () => allIn(ofChannel),
    full: (now) => {
      forgetEnded(now, resting, restingWhole);
      return {
        endpoints: [...restingWhole.keys(), ...at.names().filter((id) => at.of(id) >= roomAt(id))],
        resting: [...resting.keys()],
        shares: ENDPOINT_CHANNELS.map((channel) => ({
          channel,
          isFull: ofChannel.of(channel) >= mostOf(channel) || away.isResting(channel, now),
          members: membersIn(channel),
        })),
      };
    },
    chosen: (due) => {
      const soon = [copyOf(at), copyOf(ofChannel), copyOf(ofMember)] as const;
      return due.flatMap(({ id, endpoint, member, channel, isUrgent }) => {
        const place = { id: endpoint, member, channel };
        if (restingWhole.has(endpoint) || (resting.has(endpoint) && !isUrgent) || !hasRoom(place, soon))
          return [];
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
    rest: (endpoint, until, isWhole) => {
      (isWhole ? restingWhole : resting).set(endpoint, until);
    },
    away: away.note,
    isBack: away.forget,
  };
};

const copyOf = (tally: Tally): Tally => {
  const copy = openTally();
  for (const name of tally.names()) copy.add(name, tally.of(name));
  return copy;
};

const forgetEnded = (now: Date, ...rests: readonly Map<string, Date>[]): void => {
  for (const each of rests) for (const [id, until] of each) if (until <= now) each.delete(id);
};
