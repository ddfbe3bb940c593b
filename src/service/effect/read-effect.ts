// What came of a publisher's warnings: how long until they were sent, delivered, opened, answered and acted on. Only of recipients
// that the publisher may know of; for an operator of the hub, of members that are listed to everybody (I32, I7).

import { answersIn } from '../../domain/delivery.ts';
import type { Directory } from '../../domain/directory.ts';
import { type Cell, type Course, effectOf, type Step } from '../../domain/effect/effect.ts';
import type { Actor, Member } from '../../domain/member.ts';
import { accepted, type Outcome, problem, refused } from '../../domain/problem.ts';
import { sectorAndAncestors } from '../../domain/sector.ts';
import type { Hub } from '../../hub.ts';
import { mayAct } from '../../policy/decide.ts';
import { maySeeTotals } from '../../policy/grants.ts';
import { isListedTo } from '../../policy/naming.ts';
import type { EndpointCourse, FeedCourse, Opening, PublishedVersion } from '../../store/effect/courses.ts';

export type EffectRequest = {
  readonly of: 'MEMBER' | 'HUB';
  readonly since: Date;
  readonly until: Date;
};

const DAY_MS = 24 * 3_600_000;
const MINUTE_MS = 60_000;
const MOST_DAYS = 366;
const MOST_VERSIONS = 2_000;
const MOST_DELIVERIES = 100_000;

export const readEffect = async (
  hub: Pick<Hub, 'courses' | 'directory'>,
  actor: Actor,
  { of, since, until }: EffectRequest,
): Promise<Outcome<readonly Cell[]>> => {
  const permission = mayAct(actor, 'delivery.list', { publisher: actor.member.id });
  if (of === 'MEMBER' && !permission.allowed) return refused(permission.problem);
  if (of === 'HUB' && !maySeeTotals(actor)) return refused(notOperator());
  const days = (until.getTime() - since.getTime()) / DAY_MS;
  if (days <= 0 || days > MOST_DAYS) return refused(spanOutOfRange());
  const directory = await hub.directory.current();
  const publisher = of === 'HUB' ? null : actor.member.id;
  const versions = await hub.courses.versions({ publisher, since, until }, MOST_VERSIONS);
  const ids = [...new Set(versions.map(({ warning }) => warning))];
  const [feed, endpoints, openings] = await Promise.all([
    hub.courses.ofFeed(ids, MOST_DELIVERIES),
    hub.courses.ofEndpoints(ids, MOST_DELIVERIES),
    hub.courses.openings(ids),
  ]);
  const isCounted = (member: Member): boolean =>
    publisher === null ? member.isUnlisted !== true : isListedTo(directory, member, publisher);
  return accepted(effectOf(coursesIn(directory, isCounted, { versions, feed, endpoints, openings })));
};

type Read = {
  readonly versions: readonly PublishedVersion[];
  readonly feed: readonly FeedCourse[];
  readonly endpoints: readonly EndpointCourse[];
  readonly openings: readonly Opening[];
};

type Place = { readonly warning: string | null; readonly version: number | null; readonly member: string };

const keyOf = ({ warning, version, member }: Place): string => `${warning}.${version} ${member}`;

/** What the member did, whatever brought it the version, beside what each channel did. */
const coursesIn = (
  { members }: Directory,
  isCounted: (member: Member) => boolean,
  { versions, feed, endpoints, openings }: Read,
): Course[] => {
  const published = new Map(versions.map(({ warning, version, at }) => [`${warning}.${version}`, at]));
  const opened = new Map(openings.map((each) => [keyOf(each), each.at]));
  const own = new Map<string, FeedCourse>(feed.map((row) => [keyOf(row), row]));
  const courseOf = (
    place: Place,
    channel: Course['channel'],
    steps: Partial<Record<Step, Date | null>>,
  ): Course[] => {
    const member = members.get(place.member);
    const from = published.get(`${place.warning}.${place.version}`);
    const delivery = own.get(keyOf(place));
    if (member === undefined || from === undefined || delivery === undefined || !isCounted(member)) return [];
    const all = { ...steps, ...actsOf(delivery, opened.get(keyOf(place)) ?? null) };
    const minutes = Object.fromEntries(
      Object.entries(all).flatMap(([step, at]) => (at ? [[step, minutesFrom(from, at)]] : [])),
    );
    return [{ member: member.id, sectors: topSectors(member), channel, minutes }];
  };
  return [
    ...feed.flatMap((row) => courseOf(row, 'FEED', { SENT: row.sentAt, DELIVERED: row.receivedAt })),
    ...endpoints.flatMap((row) => courseOf(row, row.channel, { SENT: row.at, DELIVERED: row.sentAt })),
  ];
};

const actsOf = (delivery: FeedCourse, opened: Date | null): Partial<Record<Step, Date | null>> => {
  const { answer, acknowledgedAt, answers } = delivery;
  const all = answersIn({
    answer,
    acknowledgedAt,
    note: null,
    acknowledgedBy: null,
    ...(answers === undefined ? {} : { answers }),
  });
  const [first] = all;
  const acted = all.find((each) => each.answer === 'ACTED');
  return { OPENED: opened, ANSWERED: first?.at ?? acknowledgedAt, ACTED: acted?.at ?? null };
};

const minutesFrom = (from: Date, at: Date): number =>
  Math.max(0, Math.round((at.getTime() - from.getTime()) / MINUTE_MS));

const topSectors = ({ sectors }: Member): string[] => [
  ...new Set(sectors.flatMap((sector) => sectorAndAncestors(sector).at(-1) ?? [])),
];

const notOperator = () =>
  problem(
    'ROLE_MAY_NOT',
    '$.of',
    'Figures of the whole hub are for hub operators.',
    'Ask for those of your member.',
  );

const spanOutOfRange = () =>
  problem(
    'SPAN_OUT_OF_RANGE',
    '$.until',
    `From one instant to a later one, at most ${MOST_DAYS} days.`,
    'Give a shorter span.',
  );
