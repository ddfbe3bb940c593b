// Which stored fields say what somebody may do, and how a restore takes from them what the journal says was taken since.
// Nothing here ever gives: a right is in force after a restore only if the backup and the last word of the journal have it.
import mongoose from 'mongoose';
import type { RightsRow } from '../../domain/backup/journal.ts';
import { isAtMost, type Tlp } from '../../domain/marking.ts';
import type { ActLine } from '../../domain/record/act-line.ts';
import { PROPOSALS } from '../approval/proposals.ts';
import type { Declared } from '../collection/declare.ts';
import { COLLECTIONS } from '../collection/table.ts';
import type { Database, Session } from '../connect.ts';

/**
 * FALSE, TRUE: a truth value that a restore may only turn so. FEWER: a list, of which it keeps what both have. ENDED: an
 * instant that stays once it is set. EARLIER: the first of two instants. LOWER: the lower of two markings. A list of words:
 * states that take rights away.
 */
type Taking = 'FALSE' | 'TRUE' | 'FEWER' | 'ENDED' | 'EARLIER' | 'LOWER' | readonly string[];
type Fields = Readonly<Record<string, Taking>>;

/** By the name of the collection in the database. */
const RIGHTS: Readonly<Record<string, Fields>> = {
  members: {
    isActive: 'FALSE',
    standing: ['SUSPENDED', 'LEFT'],
    mayPublish: 'FALSE',
    communities: 'FEWER',
    clients: 'FEWER',
    isUnlisted: 'TRUE',
    listedTo: 'FEWER',
  },
  memberships: { state: ['LEFT'] },
  persons: { state: ['DORMANT', 'DEACTIVATED', 'ERASED'], roles: 'FEWER', isRedClosed: 'TRUE' },
  keys: { revokedAt: 'ENDED', expiresAt: 'EARLIER' },
  credentials: { endedAt: 'ENDED', expiresAt: 'EARLIER' },
  endpoints: { state: ['UNPROVED', 'PAUSED', 'DISABLED', 'REMOVED'], ceiling: 'LOWER' },
  allowed_ranges: { withdrawnAt: 'ENDED' },
};

const DECLARED = new Map(COLLECTIONS.map((each) => [each.stored, each]));

/** A person that is erased: its row has no personal data left, and takes the place of the one that has. */
const isErased = ({ stored, fields }: Pick<RightsRow, 'stored' | 'fields'>): boolean =>
  stored === 'persons' && fields['state'] === 'ERASED';

export type Rights = {
  /** The rows that an act concerns, as they are after it. */
  after(act: Pick<ActLine, 'members' | 'person' | 'subject'>): Promise<RightsRow[]>;
  /** Takes from the stored row what these words do not have; false where there is nothing to take. */
  take(row: RightsRow, session: Session): Promise<boolean>;
};

type Row = mongoose.mongo.Document & { _id: unknown };
type Filter = Readonly<Record<string, unknown>>;

const { EJSON } = mongoose.mongo.BSON;

/** What an act may have changed, by collection. */
const concernedBy = ({
  members,
  person,
  subject,
}: Pick<ActLine, 'members' | 'person' | 'subject'>): readonly (readonly [string, Filter])[] => {
  const ofPerson = person === null ? [] : [{ person }];
  const ofSubject = subject === null ? [] : [{ _id: subject }];
  const either = [...ofPerson, ...ofSubject];
  return [
    ...(members.length === 0
      ? []
      : ([
          ['members', { _id: { $in: members } }],
          ['memberships', { member: { $in: members } }],
        ] as const)),
    ...(person === null ? [] : ([['persons', { _id: person }]] as const)),
    ...(either.length === 0
      ? []
      : ([
          ['keys', { $or: either }],
          ['credentials', { $or: either }],
          ['endpoints', { $or: either }],
        ] as const)),
    ...(subject === null ? [] : ([['allowed_ranges', { _id: subject }]] as const)),
  ];
};

const rightsOf = (stored: string, { _id, ...row }: Row): RightsRow => {
  const names = Object.keys(RIGHTS[stored] ?? {}).filter((name) => row[name] !== undefined);
  const kept = Object.fromEntries(names.map((name) => [name, row[name]]));
  const fields = isErased({ stored, fields: row }) ? row : kept;
  return { stored, id: String(_id), fields: EJSON.serialize(fields) as RightsRow['fields'] };
};

/** The fields that have to change; empty where the row has no more than the words say. */
export const takenFrom = (stored: string, row: Filter, words: Filter): Readonly<Record<string, unknown>> => {
  const changes = Object.entries(RIGHTS[stored] ?? {}).flatMap(([name, taking]) => {
    const [now, last] = [row[name], words[name]];
    if (last === undefined || last === null) return [];
    const taken = lessOf(taking, now, last);
    return taken === now ? [] : [[name, taken] as const];
  });
  return Object.fromEntries(changes);
};

const lessOf = (taking: Taking, now: unknown, last: unknown): unknown => {
  if (taking === 'FALSE') return last === false ? false : now;
  if (taking === 'TRUE') return last === true ? true : now;
  if (taking === 'ENDED') return now ?? last;
  if (taking === 'EARLIER') return now instanceof Date && now <= (last as Date) ? now : last;
  if (taking === 'LOWER') return isAtMost(now as Tlp, last as Tlp) ? now : last;
  if (taking !== 'FEWER') return taking.includes(String(last)) ? last : now;
  if (!Array.isArray(last) || !Array.isArray(now)) return now;
  const both = now.filter((each) => last.includes(each));
  return both.length === now.length ? now : both;
};

export const openRights = (database: Database): Rights => {
  const rowsOf = (stored: string) => database.collection(DECLARED.get(stored) as Declared<Row>);
  return {
    after: async (act) => {
      const found = await Promise.all(
        concernedBy(act)
          .filter(([stored]) => DECLARED.has(stored))
          .map(async ([stored, filter]) =>
            (
              await rowsOf(stored)
                .find(filter as never)
                .toArray()
            ).map((row) => rightsOf(stored, row)),
          ),
      );
      return found.flat();
    },
    take: async ({ stored, id, fields }, session) => {
      if (RIGHTS[stored] === undefined || !DECLARED.has(stored)) return false;
      const rows = rowsOf(stored);
      const row = await rows.findOne({ _id: id as never }, { session });
      if (row === null) return false;
      const words = EJSON.deserialize(fields as never) as Row;
      if (isErased({ stored, fields: words })) {
        const { modifiedCount } = await rows.replaceOne({ _id: id as never }, words, { session });
        return modifiedCount === 1;
      }
      const changes = takenFrom(stored, row, words);
      if (Object.keys(changes).length === 0) return false;
      await rows.updateOne({ _id: id as never }, { $set: changes as never }, { session });
      return true;
    },
  };
};

/** What waits for a second person can no longer be approved. */
export const endProposals = async (database: Database, at: Date, session: Session): Promise<void> => {
  await database
    .collection(PROPOSALS)
    .updateMany({ state: 'OPEN' }, { $set: { expiresAt: at } }, { session });
};
