// Which stored fields say what somebody may do, and how a restore takes from them what the journal says was taken since.
// Nothing here ever gives: a right is in force after a restore only if the backup and the last word of the journal have it.
import mongoose from 'mongoose';
import type { RightsRow } from '../../domain/backup/journal.ts';
import { isAtMost, type Tlp } from '../../domain/marking.ts';
import type { ActLine } from '../../domain/record/act-line.ts';
import { RETENTION_CLASSES } from '../../domain/retention/classes.ts';
import { PROPOSALS } from '../approval/proposals.ts';
import type { Declared } from '../collection/declare.ts';
import { COLLECTIONS } from '../collection/table.ts';
import type { Database, Session } from '../connect.ts';
import { LIFTED } from '../delivery/suppressions.ts';

/**
 * FALSE, TRUE: a truth value that a restore may only turn so. FEWER: a list, of which it keeps what both have. MORE: a list
 * that limits, of which it keeps what either has. ENDED: an instant that stays once it is set. EARLIER, LATER: the first, the last of two
 * instants. LATER_EACH: of instants by name the last, of each. LOWER: the lower of two markings. GREATER: of
 * two numbers. LAST: what somebody is, or which rule decides, as it was said last. A list of words: states that take rights
 * away, each one more than those before it.
 */
type Taking =
  | 'FALSE'
  | 'TRUE'
  | 'FEWER'
  | 'MORE'
  | 'ENDED'
  | 'EARLIER'
  | 'LATER'
  | 'LATER_EACH'
  | 'LOWER'
  | 'GREATER'
  | 'LAST'
  | readonly string[];
type Fields = Readonly<Record<string, Taking>>;

/** By the name of the collection in the database. */
const RIGHTS: Readonly<Record<string, Fields>> = {
  members: {
    isActive: 'FALSE',
    standing: ['PROBATION', 'SUSPENDED', 'LEFT'],
    probationSince: 'LATER',
    probationEndsAt: 'LATER',
    communitiesSince: 'LATER_EACH',
    mayPublish: 'FALSE',
    communities: 'FEWER',
    clients: 'FEWER',
    isUnlisted: 'TRUE',
    listedTo: 'FEWER',
    kind: 'LAST',
    exactKind: 'LAST',
    country: 'LAST',
    countries: 'FEWER',
    sectors: 'FEWER',
    optsOutOfCascade: 'TRUE',
  },
  communities: {
    managers: 'FEWER',
    rule: 'LAST',
    roll: ['COMMUNITY', 'MANAGERS'],
    joining: ['INVITATION'],
    admitsAuthorities: 'FALSE',
    opensHistory: 'FALSE',
  },
  providers: {
    issuer: 'LAST',
    clientId: 'LAST',
    isShown: 'FALSE',
    admits: ['GROUPS', 'INVITED'],
    groupClaim: 'LAST',
    groups: 'FEWER',
    rolesOfAll: 'FEWER',
  },
  retention: { days: 'GREATER' },
  memberships: { state: ['LEFT'], removedAt: 'ENDED' },
  persons: {
    state: ['DORMANT', 'DEACTIVATED', 'ERASED'],
    roles: 'FEWER',
    isRedClosed: 'TRUE',
    broughtBy: 'MORE',
  },
  keys: { revokedAt: 'ENDED', expiresAt: 'EARLIER' },
  credentials: { endedAt: 'ENDED', expiresAt: 'EARLIER' },
  endpoints: { state: ['UNPROVED', 'PAUSED', 'DISABLED', 'REMOVED'], ceiling: 'LOWER', form: ['THIN'] },
  subscriptions: { state: ['UNSUBSCRIBED', 'ENDED'], endedAt: 'ENDED' },
  allowed_ranges: { withdrawnAt: 'ENDED' },
};

/** Rows that are removed when the right ends: the journal says that they are gone. */
const GONE = { isGone: true } as const;
const isGone = ({ fields }: Pick<RightsRow, 'fields'>): boolean => fields['isGone'] === true;

/** Under the id of a warning: which version recalled or narrowed it. A restore that has none takes back what came before. */
export const WITHDRAWN = 'warnings';

/** Under the id of a member: which of the dependencies that it declared are left, by their ids. */
const DEPENDENCIES_LEFT = 'dependencies';
/** Legal holds come back whole, but for their reason, which a person wrote. */
const HELD = 'holds';
const REASON_APART = 'Taken over from the journal of rights; the reason was not in it.';

/** A class whose time was never changed has no row. */
const defaultOf = (name: string): Row => ({
  _id: name,
  days: RETENTION_CLASSES.find((each) => each.name === name)?.days ?? 0,
});

const DECLARED = new Map(COLLECTIONS.map((each) => [each.stored, each]));

/** A person that is erased: its row has no personal data left, and takes the place of the one that has. */
const isErased = ({ stored, fields }: Pick<RightsRow, 'stored' | 'fields'>): boolean =>
  stored === 'persons' && fields['state'] === 'ERASED';

/** Under the id of an endpoint: which secrets sign there, by their ids; null for the current one, else until when. */
const SECRETS_LEFT = 'endpoint_secrets';
/** In the place of one that was replaced since: no key opens it, so that what goes there waits for a new one, and is never unsigned. */
const SECRET_GONE = 'sealed.1.000000000000.gone';

/** Mail addresses that get nothing more, by their digests: one that bounced or complained since is written to no more. */
const SUPPRESSED = 'suppressions';

/** What its owner stopped: where there was none before, it has to stand at its endpoint that there was one. */
const STOPPED: readonly unknown[] = ['UNSUBSCRIBED', 'ENDED'];

export type Rights = {
  /** The rows that an act concerns, as they are after it. */
  after(act: Act): Promise<RightsRow[]>;
  /** Takes from the stored row what these words do not have; false where there is nothing to take. */
  take(row: RightsRow, session: Session): Promise<boolean>;
};

type Row = mongoose.mongo.Document & { _id: unknown };
type Filter = Readonly<Record<string, unknown>>;

const { EJSON } = mongoose.mongo.BSON;

type Act = Pick<ActLine, 'event' | 'members' | 'person' | 'subject' | 'facts' | 'warning'>;

const OF_SUBJECT = [
  'allowed_ranges',
  'communities',
  'providers',
  'retention',
  'subscriptions',
  HELD,
] as const;

/** What ends of the machines of a member that leaves; its act names none of them. */
const OF_MACHINES = ['keys', 'credentials'] as const;

/** What an act may have changed, by collection. */
const concernedBy = ({ event, members, person, subject }: Act): readonly (readonly [string, Filter])[] => {
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
    ...(event === 'member.left' ? OF_MACHINES : []).map((stored): readonly [string, Filter] => [
      stored,
      { member: { $in: members }, person: null },
    ]),
    ...(person === null ? [] : ([['persons', { _id: person }]] as const)),
    ...(either.length === 0
      ? []
      : ([
          ['keys', { $or: either }],
          ['credentials', { $or: either }],
          ['endpoints', { $or: either }],
        ] as const)),
    ...(subject === null
      ? []
      : OF_SUBJECT.map((stored): readonly [string, Filter] => [stored, { _id: subject }])),
  ];
};

const rightsOf = (stored: string, { _id, ...row }: Row): RightsRow => {
  const names = Object.keys(RIGHTS[stored] ?? {}).filter((name) => row[name] !== undefined);
  const kept = Object.fromEntries(names.map((name) => [name, row[name]]));
  if (stored === 'subscriptions' && STOPPED.includes(row['state'])) kept['endpoint'] = row['endpoint'];
  const { reason: _, ...hold } = row;
  const whole = stored === HELD ? hold : row;
  const fields = stored === HELD || isErased({ stored, fields: row }) ? whole : kept;
  return { stored, id: String(_id), fields: EJSON.serialize(fields) as RightsRow['fields'] };
};

/** The fields that have to change; empty where the row has no more than the words say. */
export const takenFrom = (stored: string, row: Filter, words: Filter): Readonly<Record<string, unknown>> => {
  const changes = Object.entries(RIGHTS[stored] ?? {}).flatMap(([name, taking]) => {
    const [now, last] = [row[name], words[name]];
    if (last === undefined || (last === null && taking !== 'LAST')) return [];
    const taken = lessOf(taking, now, last);
    return textOf(taken) === textOf(now) ? [] : [[name, taken] as const];
  });
  return Object.fromEntries(changes);
};

const lessOf = (taking: Taking, now: unknown, last: unknown): unknown => {
  if (taking === 'FALSE') return last === false ? false : now;
  if (taking === 'TRUE') return last === true ? true : now;
  if (taking === 'ENDED') return now ?? last;
  if (taking === 'EARLIER') return now instanceof Date && now <= (last as Date) ? now : last;
  if (taking === 'LATER') return now instanceof Date && now >= (last as Date) ? now : last;
  if (taking === 'LATER_EACH') return latestOfEach(now, last);
  if (taking === 'LOWER') return isAtMost(now as Tlp, last as Tlp) ? now : last;
  if (taking === 'MORE') return bothOf(now, last);
  if (taking === 'GREATER') return typeof now === 'number' && now >= Number(last) ? now : last;
  if (taking === 'LAST') return last;
  if (taking !== 'FEWER') return taking.indexOf(String(last)) > taking.indexOf(String(now)) ? last : now;
  if (!Array.isArray(last) || !Array.isArray(now)) return now;
  const left = new Set(last.map(textOf));
  return now.filter((each) => left.has(textOf(each)));
};

/** What only one of them has stays as that one has it: it is from then on at the earliest. */
const latestOfEach = (now: unknown, last: unknown): unknown => {
  const had = (now ?? {}) as Readonly<Record<string, Date>>;
  const said = Object.entries((last ?? {}) as Readonly<Record<string, Date>>);
  const later = said.filter(([name, at]) => !(had[name] instanceof Date && had[name] >= at));
  return later.length === 0 ? now : { ...had, ...Object.fromEntries(later) };
};

const textOf = (value: unknown): string => JSON.stringify(value ?? null);

const rowsIn = (database: Database, stored: string) =>
  database.collection(DECLARED.get(stored) as Declared<Row>);

const dependenciesLeft = async (database: Database, member: string): Promise<RightsRow> => {
  const found = await rowsIn(database, DEPENDENCIES_LEFT)
    .find({ dependent: member } as never)
    .toArray();
  const left = found.map(({ _id }) => String(_id)).sort();
  return { stored: DEPENDENCIES_LEFT, id: member, fields: { left } };
};

const secretsLeft = async (database: Database, endpoint: string): Promise<RightsRow[]> => {
  const found = await rowsIn(database, SECRETS_LEFT)
    .find({ endpoint } as never)
    .toArray();
  if (found.length === 0) return [];
  const left = Object.fromEntries(found.map(({ _id, endsAt }) => [String(_id), endsAt ?? null]));
  const fields = EJSON.serialize({ left }) as RightsRow['fields'];
  return [{ stored: SECRETS_LEFT, id: endpoint, fields }];
};

/** Those that were replaced since sign no more, also where they would have signed for a while beside the new one. */
const takeSecrets = async (
  database: Database,
  { id, left }: { readonly id: string; readonly left: Filter },
  session: Session,
): Promise<boolean> => {
  const rows = rowsIn(database, SECRETS_LEFT);
  const ofEndpoint = { endpoint: id };
  const current = Object.keys(left).filter((each) => left[each] === null);
  const former = { ...ofEndpoint, endsAt: { $ne: null }, _id: { $nin: Object.keys(left) } };
  const { deletedCount } = await rows.deleteMany(former as never, { session });
  const { modifiedCount } = await rows.updateMany(
    { ...ofEndpoint, endsAt: null, _id: { $nin: current } } as never,
    { $set: { secret: SECRET_GONE } } as never,
    { session },
  );
  return deletedCount + modifiedCount > 0;
};

/** Those that were noted, or lifted, at an endpoint. */
const suppressedAt = async (database: Database, endpoint: string): Promise<RightsRow[]> => {
  const found = await rowsIn(database, SUPPRESSED)
    .find({ endpoint } as never)
    .toArray();
  return found.map(({ _id, ...facts }) => {
    const id = String(_id);
    const isLifted = id.startsWith(LIFTED);
    const fields = EJSON.serialize({ ...facts, isLifted }) as RightsRow['fields'];
    return { stored: SUPPRESSED, id: isLifted ? id.slice(LIFTED.length) : id, fields };
  });
};

/** One that was lifted since stays: its owner proves the address again. */
const takeAddress = async (
  database: Database,
  { id, words }: { readonly id: string; readonly words: Filter },
  session: Session,
): Promise<boolean> => {
  const { isLifted, ...facts } = words;
  if (isLifted === true) return false;
  const rows = rowsIn(database, SUPPRESSED);
  await rows.deleteOne({ _id: `${LIFTED}${id}` as never }, { session });
  const written = { $setOnInsert: facts as never };
  return (await rows.updateOne({ _id: id as never }, written, { upsert: true, session })).upsertedCount === 1;
};

/** False where its endpoint is not there either. */
const takeStopped = async (database: Database, words: Filter, session: Session): Promise<boolean> => {
  if (!STOPPED.includes(words['state']) || words['endpoint'] === undefined) return false;
  const { modifiedCount } = await rowsIn(database, 'endpoints').updateOne(
    { _id: words['endpoint'], hasSubscribed: { $ne: true } } as never,
    { $set: { hasSubscribed: true } } as never,
    { session },
  );
  return modifiedCount === 1;
};

/** What is taken by removing a row, or by keeping one; null for the other collections. */
const takeWhole = async (
  database: Database,
  row: RightsRow,
  words: Row,
  session: Session,
): Promise<boolean | null> => {
  const { stored, id } = row;
  const rows = rowsIn(database, stored);
  if (stored === 'providers' && isGone(row))
    return (await rows.deleteOne({ _id: id as never }, { session })).deletedCount === 1;
  if (stored === DEPENDENCIES_LEFT) {
    const withdrawn = { dependent: id, _id: { $nin: words['left'] } };
    return (await rows.deleteMany(withdrawn as never, { session })).deletedCount > 0;
  }
  if (stored === SECRETS_LEFT) return takeSecrets(database, { id, left: words['left'] as Filter }, session);
  if (stored === SUPPRESSED) return takeAddress(database, { id, words }, session);
  if (stored !== HELD) return null;
  // One that was lifted since stays in force: two persons lift it again.
  const isThere = (await rows.findOne({ _id: id as never }, { session })) !== null;
  if (isThere || words['liftedAt'] !== null) return false;
  await rows.insertOne({ ...words, _id: id as never, reason: REASON_APART } as never, { session });
  return true;
};

const bothOf = (now: unknown, last: unknown): unknown => {
  if (!Array.isArray(last)) return now;
  const had: readonly unknown[] = Array.isArray(now) ? now : [];
  const more = last.filter((each) => !had.includes(each));
  return more.length === 0 ? now : [...had, ...more];
};

export const openRights = (database: Database): Rights => {
  const rowsOf = (stored: string) => rowsIn(database, stored);
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
      const { event, members, subject, warning, facts } = act;
      if (warning !== null)
        return [{ stored: WITHDRAWN, id: warning, fields: { by: Number(facts['version']) } }];
      const isOfProvider = event === 'member.changed' && subject !== null;
      const isRemoved = isOfProvider && !found.flat().some(({ stored }) => stored === 'providers');
      const changed = act.facts['changed'];
      const isOfDependencies = Array.isArray(changed) && changed.includes('dependencies');
      const left = isOfDependencies
        ? await Promise.all(members.map((member) => dependenciesLeft(database, member)))
        : [];
      const endpoint = event.startsWith('endpoint.') ? subject : null;
      const signing = endpoint === null ? [] : await secretsLeft(database, endpoint);
      const suppressed = endpoint === null ? [] : await suppressedAt(database, endpoint);
      const gone = isRemoved ? [{ stored: 'providers', id: subject, fields: GONE }] : [];
      return [...found.flat(), ...gone, ...left, ...signing, ...suppressed];
    },
    take: async ({ stored, id, fields }, session) => {
      if (!DECLARED.has(stored)) return false;
      const words = EJSON.deserialize(fields as never) as Row;
      const whole = await takeWhole(database, { stored, id, fields }, words, session);
      if (whole !== null) return whole;
      if (RIGHTS[stored] === undefined) return false;
      const rows = rowsOf(stored);
      const found = await rows.findOne({ _id: id as never }, { session });
      const row = stored === 'retention' ? { ...defaultOf(id), ...found } : found;
      if (row === null) return stored === 'subscriptions' && takeStopped(database, words, session);
      if (isErased({ stored, fields: words })) {
        const { modifiedCount } = await rows.replaceOne({ _id: id as never }, words, { session });
        return modifiedCount === 1;
      }
      const changes = takenFrom(stored, row, words);
      if (Object.keys(changes).length === 0) return false;
      const upsert = stored === 'retention';
      await rows.updateOne({ _id: id as never }, { $set: changes as never }, { session, upsert });
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
