// How far the deliveries of a publisher's versions have come, for its effect: instants and ids, no content.
import type { GivenAnswer } from '../../domain/delivery.ts';
import { ACTS } from '../acts.ts';
import type { Collection, Database, Filter } from '../connect.ts';
import { DELIVERIES, type DeliveryRow, NAMELESS } from '../deliveries.ts';
import { CHANNEL_DELIVERIES, type ChannelDeliveryRow } from '../delivery/channel-deliveries.ts';
import { WARNINGS, type WarningRow } from '../warnings.ts';

export type CourseQuery = {
  /** Id of the member that published; null for every publisher. */
  readonly publisher: string | null;
  readonly since: Date;
  readonly until: Date;
};

export type PublishedVersion = Pick<WarningRow, 'warning' | 'version' | 'publisher' | 'at'>;

export type FeedCourse = Pick<
  DeliveryRow,
  'warning' | 'version' | 'member' | 'sentAt' | 'receivedAt' | 'acknowledgedAt' | 'answer'
> & { readonly answers?: readonly GivenAnswer[] };

export type EndpointCourse = Pick<
  ChannelDeliveryRow,
  'warning' | 'version' | 'member' | 'channel' | 'at' | 'sentAt'
>;

export type Opening = {
  readonly warning: string;
  readonly version: number;
  readonly member: string;
  readonly at: Date;
};

/** All but the versions are read row by row, since a year of a publisher is more than a hub should hold at once. */
export type Courses = {
  /** The newest versions, at most `limit`. */
  versions(of: CourseQuery, limit: number): Promise<PublishedVersion[]>;
  /** Deliveries that their publisher sees, of real traffic. */
  ofFeed(warnings: readonly string[]): AsyncIterable<FeedCourse>;
  ofEndpoints(warnings: readonly string[]): AsyncIterable<EndpointCourse>;
  /** When a person of each member first opened each version. */
  openings(warnings: readonly string[]): AsyncIterable<Opening>;
  /** What each recipient that the publisher sees has answered to a version, by member, at most `limit`. */
  answersTo(of: Version, limit: number): Promise<OwnAnswer[]>;
  /** What these members answered with their names to the `back` versions before it; only of those that did. */
  answersBefore(of: Version, members: readonly string[], back: number): AsyncIterable<FormerAnswer>;
};

type Version = { readonly warning: string; readonly version: number };

export type OwnAnswer = Pick<DeliveryRow, 'member' | 'answer'> & { readonly isOpen?: boolean };
export type FormerAnswer = Pick<DeliveryRow, 'member' | 'answer' | 'acknowledgedAt'> & {
  readonly answers?: readonly GivenAnswer[];
};

/** Rows that are in memory at once. */
const BATCH = 1_000;

export const openCourses = (database: Database): Courses => {
  const [warnings, deliveries] = [database.collection(WARNINGS), database.collection(DELIVERIES)];
  const [endpoints, acts] = [database.collection(CHANNEL_DELIVERIES), database.collection(ACTS)];
  return {
    ...answersIn(deliveries),
    versions: ({ publisher, since, until }, limit) =>
      warnings
        .find(
          { ...(publisher === null ? {} : { publisher }), at: { $gte: since, $lt: until }, isQuiet: false },
          { projection: { _id: 0, warning: 1, version: 1, publisher: 1, at: 1 } },
        )
        .sort({ at: -1 })
        .limit(limit)
        .toArray(),
    ofFeed: (of) => {
      const fields = [
        'warning',
        'version',
        'member',
        'sentAt',
        'receivedAt',
        'acknowledgedAt',
        'answer',
        'answers',
      ];
      const shown: Filter<DeliveryRow> = { warning: { $in: [...of] }, isListed: true, exercise: null };
      return found(deliveries, shown, fields);
    },
    ofEndpoints: (of) => {
      const shown: Filter<ChannelDeliveryRow> = {
        warning: { $in: [...of] },
        occasion: 'WARNING',
        exercise: null,
      };
      return found(endpoints, shown, ['warning', 'version', 'member', 'channel', 'at', 'sentAt']);
    },
    openings: (of) =>
      acts.aggregate<Opening>([
        { $match: { event: 'warning.opened', warning: { $in: [...of] }, byPerson: { $type: 'string' } } },
        {
          $group: {
            _id: { warning: '$warning', version: '$facts.version', member: '$byMember' },
            at: { $min: '$at' },
          },
        },
        { $replaceWith: { $mergeObjects: ['$_id', { at: '$at' }] } },
      ]),
  };
};

const answersIn = (rows: Collection<DeliveryRow>): Pick<Courses, 'answersTo' | 'answersBefore'> => ({
  answersTo: ({ warning, version }, limit) =>
    rows
      .find({ warning, version, isListed: true }, { projection: { _id: 0, member: 1, answer: 1, isOpen: 1 } })
      .sort({ member: 1 })
      .limit(limit)
      .toArray() as unknown as Promise<OwnAnswer[]>,
  answersBefore: ({ warning, version }, members, back) => {
    const before: Filter<DeliveryRow> = {
      warning,
      version: { $gte: version - back, $lt: version },
      member: { $in: [...members] },
      state: 'ACKNOWLEDGED',
      isListed: { $ne: NAMELESS },
    };
    return found(rows, before, ['member', 'answer', 'acknowledgedAt', 'answers']);
  },
});

const found = <Row extends object, Shown>(
  rows: Collection<Row>,
  filter: Filter<Row>,
  fields: readonly string[],
): AsyncIterable<Shown> => {
  const projection = Object.fromEntries(fields.map((name) => [name, 1]));
  return rows.find(filter, {
    projection: { ...projection, _id: 0 },
    batchSize: BATCH,
  }) as unknown as AsyncIterable<Shown>;
};
