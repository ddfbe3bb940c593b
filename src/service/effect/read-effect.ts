// What came of a publisher's warnings: how long until they were sent, delivered, opened, answered and acted on. Only of recipients
// that the publisher may know of; for an operator of the hub, of members that are listed to everybody (I32, I7).

import { answersIn } from '../../domain/delivery.ts';
import type { Directory } from '../../domain/directory.ts';
import {
  type Cell,
  type Course,
  type Effect,
  LEAST_MEMBERS,
  openEffect,
  type Step,
} from '../../domain/effect/effect.ts';
import type { Actor, Member } from '../../domain/member.ts';
import { accepted, type Outcome, problem, refused } from '../../domain/problem.ts';
import { sectorAndAncestors } from '../../domain/sector.ts';
import type { Hub } from '../../hub.ts';
import { mayAct } from '../../policy/decide.ts';
import { maySeeTotals } from '../../policy/grants.ts';
import { isListedTo } from '../../policy/naming.ts';
import type { CourseQuery, FeedCourse } from '../../store/effect/courses.ts';
import { inTurn } from '../in-turn.ts';

export type EffectRequest = {
  readonly of: 'MEMBER' | 'HUB';
  readonly since: Date;
  readonly until: Date;
};

const DAY_MS = 24 * 3_600_000;
const MINUTE_MS = 60_000;
const MOST_DAYS = 366;
const MOST_VERSIONS = 2_000;
/** Counted are those that are shown: hidden ones move nothing (I31). What is older is left out. */
const MOST_DELIVERIES = 100_000;
/** Warnings whose deliveries are in memory at once. */
const AT_ONCE = 20;

export type Figures = {
  readonly cells: readonly Cell[];
  /** Whether older versions or deliveries of the span were left out, since there are too many. */
  readonly isPartial: boolean;
};

export const readEffect = async (
  hub: Deps,
  actor: Actor,
  { of, since, until }: EffectRequest,
): Promise<Outcome<Figures>> => {
  const permission = mayAct(actor, 'delivery.list', { publisher: actor.member.id });
  if (of === 'MEMBER' && !permission.allowed) return refused(permission.problem);
  if (of === 'HUB' && !maySeeTotals(actor)) return refused(notOperator());
  const days = (until.getTime() - since.getTime()) / DAY_MS;
  if (days <= 0 || days > MOST_DAYS) return refused(spanOutOfRange());
  return inTurn(actor.member.id, () =>
    effectIn(hub, { publisher: of === 'HUB' ? null : actor.member.id, since, until }),
  );
};

type Deps = Pick<Hub, 'courses' | 'directory'>;

const effectIn = async (hub: Deps, of: CourseQuery): Promise<Outcome<Figures>> => {
  const directory = await hub.directory.current();
  const { publisher } = of;
  const found = await hub.courses.versions(of, MOST_VERSIONS + 1);
  const versions = found.slice(0, MOST_VERSIONS);
  const published = new Map(versions.map(({ warning, version, at }) => [`${warning}.${version}`, at]));
  const ids = [...new Set(versions.map(({ warning }) => warning))];
  const isCounted = (member: Member): boolean =>
    publisher === null ? member.isUnlisted !== true : isListedTo(directory, member, publisher);
  const effect = openEffect();
  const adding = { directory, published, isCounted, isOfAll: publisher === null, effect };
  let left = MOST_DELIVERIES;
  let isCut = found.length > MOST_VERSIONS;
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const added = await addCourses(hub, { ...adding, left }, ids.slice(from, from + AT_ONCE));
    left -= added.counted;
    isCut ||= added.isCut;
    if (added.isCut) break;
  }
  return accepted({ cells: effect.cells(), isPartial: isCut });
};

type Place = { readonly warning: string | null; readonly version: number | null; readonly member: string };

const keyOf = ({ warning, version, member }: Place): string => `${warning}.${version} ${member}`;

type Adding = {
  readonly directory: Directory;
  readonly published: ReadonlyMap<string, Date>;
  readonly isCounted: (member: Member) => boolean;
  /** Of all publishers, for an operator who may not know who got what. */
  readonly isOfAll: boolean;
  readonly effect: Effect;
  readonly left: number;
};

/** `isCut`: there is more than may be counted, whether or not what few were told of is counted. */
type Added = { readonly counted: number; readonly isCut: boolean };

/** What the member did, whatever brought it the version, beside what each channel did; how many deliveries were counted. */
const addCourses = async (
  { courses }: Deps,
  { directory, published, isCounted, isOfAll, effect, left }: Adding,
  warnings: readonly string[],
): Promise<Added> => {
  let isCut = false;
  const own = new Map<string, { readonly row: FeedCourse; readonly member: Member; opened: Date | null }>();
  for await (const row of courses.ofFeed(warnings)) {
    const member = directory.members.get(row.member);
    const isShown =
      published.has(`${row.warning}.${row.version}`) && member !== undefined && isCounted(member);
    if (!isShown) continue;
    isCut = own.size >= left;
    if (isCut) break;
    own.set(keyOf(row), { row, member, opened: null });
  }
  if (isOfAll) leaveOutFew(own);
  if (own.size === 0) return { counted: 0, isCut };
  for await (const opening of courses.openings(warnings)) {
    const delivery = own.get(keyOf(opening));
    if (delivery !== undefined) delivery.opened = opening.at;
  }
  let counted = 0;
  const add = (place: Place, channel: Course['channel'], steps: Partial<Record<Step, Date | null>>): void => {
    const delivery = own.get(keyOf(place));
    const from = published.get(`${place.warning}.${place.version}`);
    if (delivery === undefined || from === undefined) return;
    counted += 1;
    const { row, member, opened } = delivery;
    const all = Object.entries({ ...steps, ...actsOf(row, opened) });
    const minutes = Object.fromEntries(
      all.flatMap(([step, at]) => (at ? [[step, minutesFrom(from, at)]] : [])),
    );
    effect.add({ member: member.id, sectors: topSectors(member), channel, minutes });
  };
  for (const { row } of own.values()) add(row, 'FEED', { SENT: row.sentAt, DELIVERED: row.receivedAt });
  for await (const row of courses.ofEndpoints(warnings)) {
    if (counted >= left && own.has(keyOf(row))) {
      isCut = true;
      break;
    }
    add(row, row.channel, { SENT: row.at, DELIVERED: row.sentAt });
  }
  return { counted, isCut };
};

/** What two spans differ by is never a version that few were told of; of one that many were, it may be what one of them did. */
const leaveOutFew = (own: Map<string, { readonly row: Omit<Place, 'member'> }>): void => {
  const keys = Map.groupBy(own.entries(), ([, { row }]) => `${row.warning}.${row.version}`);
  for (const of of keys.values()) if (of.length < LEAST_MEMBERS) for (const [key] of of) own.delete(key);
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
