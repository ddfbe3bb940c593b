// Makes the persons whom releases before knew only by the keys that name them. Keys, and the texts of versions, keep the
// name, since hubs of those releases read them: it stands for this one person for ever (former-name.ts). Persons of keys
// that such a hub makes beside this one are made by the workers (makePersonsLately).
import { personIdOf } from '../../../domain/access/former-name.ts';
import { memberOfPerson } from '../../../domain/audience.ts';
import type { Role } from '../../../domain/member.ts';
import { isPersonId, writtenAs } from '../../../domain/person.ts';
import { KEYS, type KeyRow } from '../../access/keys.ts';
import type { Database, Session } from '../../connect.ts';
import { PERSONS, type PersonRow } from '../../persons.ts';
import type { Batch, RowMigration } from '../migration.ts';

const BATCH = 200;

/** The persons of these names, as their keys show them. */
const personsOf = (
  names: readonly string[],
  keys: readonly KeyRow[],
  taken: ReadonlySet<string>,
): PersonRow[] =>
  names.map((name): PersonRow => {
    const own = keys.filter(({ person }) => person === name);
    const inForce = own.filter(({ revokedAt }) => revokedAt === null);
    const id = personIdOf(name);
    const handle = name.slice(name.indexOf('/') + 1);
    return {
      _id: id,
      member: own[0]?.member ?? '',
      handle: taken.has(writtenAs({ id, handle })) ? null : handle,
      formerName: name,
      name: handle,
      roles: [...new Set((inForce.length === 0 ? own : inForce).map(({ role }): Role => role))],
      state: inForce.length === 0 ? 'DEACTIVATED' : 'ACTIVE',
      languages: [],
      timeZone: null,
      contacts: [],
      credentials: 0,
      isRedClosed: false,
      createdAt: own[0]?.createdAt ?? new Date(0),
      lastSeenAt: null,
      warnedAt: null,
    };
  });

/** Names after `position` whose person is not known yet, in order. */
const namesWithout = async (database: Database, position: string, limit: number): Promise<string[]> => {
  const found = (await database
    .collection(KEYS)
    .distinct('person', { person: { $gt: position } })) as string[];
  const names = found.filter((name) => memberOfPerson(name) !== '' && !isPersonId(name)).sort();
  const known = await database
    .collection(PERSONS)
    .find({ _id: { $in: names.map(personIdOf) } }, { projection: { _id: 1 } })
    .toArray();
  const ids = new Set(known.map(({ _id }) => _id));
  return names.filter((name) => !ids.has(personIdOf(name))).slice(0, limit);
};

const writeFor = async (database: Database, names: readonly string[], session: Session): Promise<number> => {
  const keys = await database
    .collection(KEYS)
    .find({ person: { $in: [...names] } }, { session, sort: { createdAt: 1, _id: 1 } })
    .toArray();
  const persons = database.collection(PERSONS);
  const handles = names.map((name) => name.slice(name.indexOf('/') + 1));
  const others = await persons.find({ handle: { $in: handles } }, { session }).toArray();
  const taken = new Set(others.map(({ _id: id, handle }) => writtenAs({ id, handle })));
  const writes = personsOf(names, keys, taken).map(({ _id, ...facts }) => ({
    updateOne: { filter: { _id }, update: { $setOnInsert: facts }, upsert: true },
  }));
  const { upsertedCount } = await persons.bulkWrite(writes, { session, ordered: false });
  return upsertedCount;
};

export const makePersons: RowMigration = {
  kind: 'ROWS',
  name: '2026-11-29-persons-of-keys',
  about: 'Persons whom keys name have an id that is never reused.',
  remaining: async (database) => (await namesWithout(database, '', Number.MAX_SAFE_INTEGER)).length,
  next: async (database, position): Promise<Batch | null> => {
    const names = await namesWithout(database, position ?? '', BATCH);
    const last = names.at(-1);
    if (last === undefined) return null;
    return { position: last, write: (session) => writeFor(database, names, session) };
  },
};

type Change = <Value>(work: (session: Session) => Promise<Value>) => Promise<Value>;

/** The same for keys that an older hub has made since; the number of persons made. One read of an index if none. */
export const makePersonsLately = async (database: Database, change: Change): Promise<number> => {
  const names = await namesWithout(database, '', BATCH);
  return names.length === 0 ? 0 : change((session) => writeFor(database, names, session));
};
