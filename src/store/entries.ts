// The record's entries: appended in the transaction of the act that they record, numbered by the sequencer, and the only
// cause of asynchronous work. MongoDB knows what is not done yet; Redis may forget everything.
import { EVENTS } from '../domain/record/entry.ts';
import {
  any,
  bytes,
  count,
  declareCollection,
  instant,
  listOf,
  maybe,
  objectId,
  oneOf,
  text,
  truth,
} from './collection/declare.ts';
import { type Collection, type Database, type ObjectId, type Session, Timestamp } from './connect.ts';
import { type JobWork, jobWork } from './entry/job-work.ts';
import { type NumberBefore, numberBefore } from './entry/number-before.ts';
import { type Numbering, numbering } from './entry/numbering.ts';
import { type RelayWork, relayWork } from './entry/relay-work.ts';
import { type EntryRow, WORK_STATES } from './entry/row.ts';
import { type TargetedEntries, targetedEntries } from './entry/targeted.ts';
import { openTrials, type Trials } from './entry/trials.ts';

export type { PendingEntry } from './entry/numbering.ts';
export { deadJobsOf, type EntryRow } from './entry/row.ts';

export const ENTRIES = declareCollection<EntryRow>({
  stored: 'entries',
  about: 'The record: what happened, in order, and the only cause of jobs and deliveries.',
  access: 'NATIVE',
  isValidated: false,
  kept: 'number, event and commitment for ever (I12); what it is about for five years (class ENTRIES)',
  fields: {
    _id: objectId('Its id.'),
    event: oneOf(EVENTS, 'What happened.'),
    subject: any('Ids and versions of what it happened to; never content (I11).'),
    exercise: maybe(text('Id of the exercise; null for real traffic.')),
    trace: maybe(text('The trace of the act or job that appended it (W3C traceparent): ids only.')),
    at: instant('When it happened, by the clock of the hub.'),
    stamp: maybe(any('When it was inserted, by the logical clock of mongod: what orders entries.')),
    publisher: maybe(text('Id of the member whose act causes its jobs, which take turns by member.')),
    isUrgent: maybe(truth('Set when its jobs go before others, within bounds.')),
    salt: maybe(
      bytes('32 random bytes, so that the commitment discloses nothing; absent once its details are gone.'),
    ),
    commitment: bytes('SHA-256 over salt and entry (I12).'),
    isPending: maybe(truth('Set until it is numbered.')),
    sequence: maybe(count('Its number; absent until the sequencer has given it.')),
    key: maybe(text('A unique name, so that repeated work appends nothing.')),
    work: oneOf(WORK_STATES, 'State of the work that it causes.'),
    open: listOf(text('Jobs that are not done yet.')),
    queuedAt: maybe(instant('When its jobs were last queued.')),
    dead: maybe(listOf(text('Jobs that were given up; absent when there is none.'))),
    jobs: maybe(any('By job name, its starts, failures and last cause; removed when the job succeeds.')),
    starts: maybe(count('Written by older hubs, which count per entry.')),
    failures: maybe(count('Written by older hubs, which count per entry.')),
    cause: maybe(text('Written by older hubs: the last failure.')),
  },
  indexes: [
    { key: { isPending: 1, stamp: 1, _id: 1 }, partialFilterExpression: { isPending: true } },
    // Sequencers of the release before number by it; the next release retires it.
    { key: { isPending: 1, _id: 1 }, partialFilterExpression: { isPending: true } },
    { key: { sequence: 1 }, unique: true, partialFilterExpression: { sequence: { $exists: true } } },
    { key: { key: 1 }, unique: true, partialFilterExpression: { key: { $exists: true } } },
    {
      key: { work: 1, sequence: 1 },
      partialFilterExpression: { work: { $in: ['WAITING', 'QUEUED', 'DEAD'] } },
    },
    {
      key: { work: 1, publisher: 1, isUrgent: -1, sequence: 1 },
      partialFilterExpression: { work: 'WAITING' },
    },
    { key: { work: 1, queuedAt: 1 }, partialFilterExpression: { work: 'QUEUED' } },
    { key: { dead: 1 }, partialFilterExpression: { dead: { $exists: true } } },
  ],
});

export type Entries = {
  readonly rows: Collection<EntryRow>;
  /** Inserts them; mongod stamps each in this order. */
  append(rows: readonly EntryRow[], session: Session): Promise<void>;
  byId(id: ObjectId): Promise<EntryRow | null>;
  hasKey(key: string, session?: Session): Promise<boolean>;
  /** When the entry with this key was appended; null where there is none. */
  keyedAt(key: string, session?: Session): Promise<Date | null>;
  /** When the oldest entry with an unfinished job was appended; jobs given up do not count. */
  oldestOpen(): Promise<Date | null>;
  /** What failed of the work that follows from entries and is no job. */
  readonly trials: Trials;
} & Numbering &
  NumberBefore &
  RelayWork &
  TargetedEntries &
  JobWork;

/** In an insert mongod replaces this by its cluster time, which a later act on any node exceeds. */
const NOW = new Timestamp({ t: 0, i: 0 });

/** `currentTrace` gives the traceparent of the current step, which an entry keeps for its jobs. */
export const openEntries = (database: Database, currentTrace: () => string | null): Entries => {
  const rows = database.collection(ENTRIES);
  return {
    rows,
    append: async (batch, session) => {
      const trace = currentTrace();
      const stamped = batch.map((row) => ({ ...row, ...(trace === null ? {} : { trace }), stamp: NOW }));
      if (stamped.length > 0) await database.insertBatch(ENTRIES, stamped, session);
    },
    byId: (id) => rows.findOne({ _id: id }),
    hasKey: async (key, session) =>
      (await rows.findOne({ key }, { projection: { _id: 1 }, ...(session ? { session } : {}) })) !== null,
    keyedAt: async (key, session) =>
      (await rows.findOne({ key }, { projection: { at: 1 }, ...(session ? { session } : {}) }))?.at ?? null,
    ...numbering(rows),
    ...numberBefore(rows),
    ...relayWork(rows),
    ...targetedEntries(rows),
    ...jobWork(rows),
    trials: openTrials(database),
    oldestOpen: async () =>
      (
        await rows.findOne(
          { work: { $in: ['WAITING', 'QUEUED'] } },
          { sort: { sequence: 1 }, projection: { at: 1 } },
        )
      )?.at ?? null,
  };
};
