// Persons, who act for members. They are facts of the directory: every change increments `counters.directory` in the same
// transaction (members.ts), so that each process knows that its copy is old.
import { ROLES } from '../domain/member.ts';
import { CONTACT_KINDS, CONTACT_VISIBILITIES, PERSON_STATES, type Person } from '../domain/person.ts';
import {
  any,
  count,
  declareCollection,
  instant,
  listOf,
  maybe,
  oneOf,
  text,
  truth,
} from './collection/declare.ts';
import type { Database, Session } from './connect.ts';
import { theText } from './driver/of-partial-index.ts';

export type PersonRow = Omit<Person, 'id'> & { _id: string };

export const PERSONS = declareCollection<PersonRow>({
  stored: 'persons',
  about: 'The persons of the members.',
  access: 'ADMINISTERED',
  isValidated: true,
  kept: 'for the life of the hub; two years after it left a person is erased: its id stays, its data goes',
  fields: {
    _id: text('`<member slug>/<uuid>`; never reused.'),
    member: text('Id of the member.'),
    handle: maybe(text('Its name within the member; null once it is free.', { personal: 'names a person' })),
    formerName: maybe(
      text('As <member slug>/<name>, where releases before knew it by that.', { personal: 'names a person' }),
    ),
    name: text('As the person writes it.', { personal: 'names a person' }),
    roles: listOf(oneOf(ROLES, 'What it may do.')),
    state: oneOf(PERSON_STATES, 'Whether it may sign in.'),
    languages: listOf(text('BCP 47, most wanted first.', { personal: 'of a person' })),
    timeZone: maybe(text('IANA.', { personal: 'of a person' })),
    contacts: any(
      `A list of kind (${CONTACT_KINDS.join(', ')}), value and visibility (${CONTACT_VISIBILITIES.join(', ')}).`,
      { personal: 'telephone numbers and addresses of a person' },
    ),
    credentials: count('How many ways to sign in it has besides keys.'),
    isRedClosed: truth('Whether TLP:RED stays closed after others restored its access.'),
    broughtBy: maybe(
      listOf(text('By whom alone it got in, until another confirms it.', { personal: 'names a person' })),
    ),
    createdAt: instant('When it was invited.'),
    lastSeenAt: maybe(instant('Its last authenticated act, to the day.')),
    warnedAt: maybe(instant('When it was warned that it will be dormant; null once it was seen again.')),
  },
  indexes: [
    {
      key: { member: 1, handle: 1 },
      unique: true,
      partialFilterExpression: { handle: { $type: 'string' } },
    },
    { key: { state: 1, lastSeenAt: 1 } },
  ],
});

export type Persons = {
  all(): Promise<Person[]>;
  byId(id: string, session?: Session): Promise<Person | null>;
  /** Within `members.change`, so that the change of the directory is counted. */
  save(person: Person, session: Session): Promise<void>;
  ofMember(member: string, session?: Session): Promise<Person[]>;
  /** The one that is written `<member slug>/<handle>`. */
  byHandle(member: string, handle: string, session: Session): Promise<Person | null>;
  /** Active persons who run the hub. */
  operators(session: Session): Promise<Person[]>;
  /** By member, when an active person of it was last seen. */
  lastSeen(): Promise<Map<string, Date>>;
  /** When they were last seen. Outside any transaction: who may act does not change at once by it. */
  noteSeen(seen: ReadonlyMap<string, Date>): Promise<void>;
  /** Active ones who were last seen, or made, before this, and warned not at all or before that; the longest first. */
  idleSince(before: Date, warnedBefore: Date, limit: number): Promise<Person[]>;
};

const personOf = ({ _id, ...facts }: PersonRow): Person => ({ id: _id, ...facts });

export const openPersons = (database: Database): Persons => {
  const persons = database.model(PERSONS);
  const rows = database.collection(PERSONS);
  const within = (session?: Session) => (session === undefined ? {} : { session });
  return {
    all: async () => (await persons.find().sort({ _id: 1 }).lean()).map(personOf),
    byId: async (id, session) => {
      const row = await persons.findOne({ _id: id }, null, within(session)).lean();
      return row === null ? null : personOf(row);
    },
    ofMember: async (member, session) =>
      (await persons.find({ member }, null, within(session)).sort({ handle: 1, _id: 1 }).lean()).map(
        personOf,
      ),
    byHandle: async (member, handle, session) => {
      const row = await rows.findOne({ member, handle: theText(handle) }, { session });
      return row === null ? null : personOf(row);
    },
    operators: async (session) =>
      (await persons.find({ roles: 'hub-operator', state: 'ACTIVE' }, null, { session }).lean()).map(
        personOf,
      ),
    lastSeen: async () => {
      const found = await rows
        .aggregate<{ _id: string; at: Date }>([
          { $match: { state: 'ACTIVE', lastSeenAt: { $type: 'date' } } },
          { $group: { _id: '$member', at: { $max: '$lastSeenAt' } } },
        ])
        .toArray();
      return new Map(found.map(({ _id, at }) => [_id, at]));
    },
    noteSeen: async (seen) => {
      const writes = [...seen].map(([_id, at]) => ({
        updateOne: { filter: { _id }, update: { $max: { lastSeenAt: at }, $set: { warnedAt: null } } },
      }));
      if (writes.length > 0) await rows.bulkWrite(writes, { ordered: false });
    },
    idleSince: async (before, warnedBefore, limit) => {
      const isIdle = {
        $or: [{ lastSeenAt: { $lt: before } }, { lastSeenAt: null, createdAt: { $lt: before } }],
      };
      const isDue = { $or: [{ warnedAt: null }, { warnedAt: { $lte: warnedBefore } }] };
      const found = await rows
        .find({ state: 'ACTIVE', $and: [isIdle, isDue] })
        .sort({ lastSeenAt: 1 })
        .limit(limit)
        .toArray();
      return found.map(personOf);
    },
    save: async ({ id, ...facts }, session) => {
      await persons.replaceOne(
        { _id: id },
        { _id: id, ...facts },
        { upsert: true, runValidators: true, session },
      );
    },
  };
};
