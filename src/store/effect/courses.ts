// How far the deliveries of a publisher's versions have come, for its effect: instants and ids, no content.
import type { GivenAnswer } from '../../domain/delivery.ts';
import { ACTS } from '../acts.ts';
import type { Collection, Database, Filter } from '../connect.ts';
import { DELIVERIES, type DeliveryRow } from '../deliveries.ts';
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

export type Courses = {
  /** The newest versions, at most `limit`. */
  versions(of: CourseQuery, limit: number): Promise<PublishedVersion[]>;
  /** Deliveries that their publisher sees, of real traffic. */
  ofFeed(warnings: readonly string[], limit: number): Promise<FeedCourse[]>;
  ofEndpoints(warnings: readonly string[], limit: number): Promise<EndpointCourse[]>;
  /** When a person of each member first opened each version. */
  openings(warnings: readonly string[]): Promise<Opening[]>;
};

export const openCourses = (database: Database): Courses => {
  const [warnings, deliveries] = [database.collection(WARNINGS), database.collection(DELIVERIES)];
  const [endpoints, acts] = [database.collection(CHANNEL_DELIVERIES), database.collection(ACTS)];
  return {
    versions: ({ publisher, since, until }, limit) =>
      warnings
        .find(
          { ...(publisher === null ? {} : { publisher }), at: { $gte: since, $lt: until }, isQuiet: false },
          { projection: { _id: 0, warning: 1, version: 1, publisher: 1, at: 1 } },
        )
        .sort({ at: -1 })
        .limit(limit)
        .toArray(),
    ofFeed: (of, limit) => {
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
      return found(deliveries, shown, fields, limit);
    },
    ofEndpoints: (of, limit) => {
      const shown: Filter<ChannelDeliveryRow> = {
        warning: { $in: [...of] },
        occasion: 'WARNING',
        exercise: null,
      };
      return found(endpoints, shown, ['warning', 'version', 'member', 'channel', 'at', 'sentAt'], limit);
    },
    openings: (of) =>
      acts
        .aggregate<Opening>([
          { $match: { event: 'warning.opened', warning: { $in: [...of] }, byPerson: { $type: 'string' } } },
          {
            $group: {
              _id: { warning: '$warning', version: '$facts.version', member: '$byMember' },
              at: { $min: '$at' },
            },
          },
          { $replaceWith: { $mergeObjects: ['$_id', { at: '$at' }] } },
        ])
        .toArray(),
  };
};

const found = async <Row extends object, Shown>(
  rows: Collection<Row>,
  filter: Filter<Row>,
  fields: readonly string[],
  limit: number,
): Promise<Shown[]> => {
  const projection = Object.fromEntries(fields.map((name) => [name, 1]));
  return (await rows
    .find(filter, { projection: { ...projection, _id: 0 } })
    .limit(limit)
    .toArray()) as unknown as Shown[];
};
