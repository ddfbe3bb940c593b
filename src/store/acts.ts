// The audit trail: one line for each act of administration, written in the transaction of its entry. The entry keeps only
// the id and a commitment, so that a line can be erased and the record stays whole.
import { ACT_EVENTS, type ActEvent } from '../domain/record/act-events.ts';
import { ACT_WAYS, type ActLine } from '../domain/record/act-line.ts';
import { any, declareCollection, instant, listOf, maybe, oneOf, text } from './collection/declare.ts';
import type { Collection, Database, Filter, Session } from './connect.ts';
import { oneOfTexts, theText } from './driver/of-partial-index.ts';

export type ActRow = Omit<ActLine, 'id'> & {
  _id: string;
  /** Set where the same is noted once a day. */
  once?: string;
};

/** A line of which there is one with this name, whichever hub writes it. */
export type OnceLine = ActLine & { readonly once: string };

/** Which lines a reader may be shown, as far as the store can tell: any of these. */
export type TrailBranch = {
  readonly events?: readonly ActEvent[];
  /** Lines that concern this member. */
  readonly member?: string;
  readonly byMember?: string;
  readonly byPerson?: string;
  /** Lines that concern this member, and those of what it did. */
  readonly concerning?: string;
};

export type TrailQuery = {
  readonly branches: readonly TrailBranch[];
  readonly events?: readonly ActEvent[] | undefined;
  readonly person?: string | undefined;
  readonly warning?: string | undefined;
  readonly since?: Date | undefined;
  readonly until?: Date | undefined;
  /** Ids below this. */
  readonly before: string | null;
};

export const ACTS = declareCollection<ActRow>({
  stored: 'acts',
  about: 'The audit trail: who did what, when, and by which way in.',
  access: 'NATIVE',
  isValidated: true,
  kept: 'five years; the entry of the record stays',
  fields: {
    _id: text('Id of the line, which sorts by time.'),
    event: oneOf(ACT_EVENTS, 'What was done.'),
    at: instant('When.'),
    byMember: maybe(text('Id of the member who did it; null for the hub.')),
    byPerson: maybe(text('Id of the person; null for a machine or the hub.', { personal: 'names a person' })),
    byKey: maybe(text('Id of the key or session; null for the hub.')),
    way: oneOf(ACT_WAYS, 'How whoever did it was let in.'),
    range: maybe(text('The network that it came from, never the address.', { personal: 'of a person' })),
    members: listOf(text('Ids of the members that it concerns.')),
    person: maybe(text('Id of the person that it concerns.', { personal: 'names a person' })),
    warning: maybe(text('Id of the warning that it concerns.')),
    subject: maybe(text('Id of anything else that it concerns: a key, a community, an approval.')),
    facts: any('What changed, by name: ids, states and numbers; never content, never a secret.', {
      personal: 'may name a person',
    }),
    once: maybe(text('Digest of a line that is noted once a day, so that no hub notes it again.')),
  },
  indexes: [
    { key: { members: 1, _id: -1 } },
    { key: { byMember: 1, _id: -1 } },
    { key: { person: 1, _id: -1 } },
    { key: { warning: 1, _id: -1 }, partialFilterExpression: { warning: { $type: 'string' } } },
    { key: { event: 1, _id: -1 } },
    { key: { at: 1 } },
    { key: { byPerson: 1, _id: -1 } },
    { key: { once: 1 }, unique: true, partialFilterExpression: { once: { $type: 'string' } } },
  ],
});

export type Acts = {
  readonly rows: Collection<ActRow>;
  append(line: ActLine, session: Session): Promise<void>;
  /** The newest line of this event about this person. */
  lastAbout(person: string, event: ActEvent): Promise<ActLine | null>;
  /** Ids of the persons who did this to this person. */
  byWhom(person: string, event: ActEvent, session: Session): Promise<string[]>;
  /** The oldest line of this event. */
  first(event: ActEvent): Promise<ActLine | null>;
  /** The newest. */
  last(event: ActEvent): Promise<ActLine | null>;
  appendOnce(lines: readonly OnceLine[], session: Session): Promise<void>;
  /** Those of these names that there are lines of. */
  knownOnce(names: readonly string[]): Promise<ReadonlySet<string>>;
  byId(id: string): Promise<ActLine | null>;
  /** Newest first. */
  trail(query: TrailQuery, limit: number): Promise<ActLine[]>;
};

const lineOf = ({ _id, once: _, ...facts }: ActRow): ActLine => ({ id: _id, ...facts });

const among = (events: readonly ActEvent[]) => ({ event: { $in: [...events] } });

const branchesOf = ({ concerning, ...branch }: TrailBranch): TrailBranch[] =>
  concerning === undefined
    ? [branch]
    : [
        { ...branch, member: concerning },
        { ...branch, byMember: concerning },
      ];

const branchOf = ({ events, member, byMember, byPerson }: TrailBranch): Filter<ActRow> => ({
  ...(events === undefined ? {} : among(events)),
  ...(member === undefined ? {} : { members: member }),
  ...(byMember === undefined ? {} : { byMember }),
  ...(byPerson === undefined ? {} : { byPerson }),
});

const filterOf = ({
  branches,
  events,
  person,
  warning,
  since,
  until,
  before,
}: TrailQuery): Filter<ActRow> => {
  const time = {
    ...(since === undefined ? {} : { $gte: since }),
    ...(until === undefined ? {} : { $lt: until }),
  };
  const wanted: Filter<ActRow>[] = [
    { $or: branches.flatMap(branchesOf).map(branchOf) },
    ...(events === undefined ? [] : [among(events)]),
    ...(person === undefined ? [] : [{ $or: [{ person }, { byPerson: person }] }]),
    ...(warning === undefined ? [] : [{ warning: theText(warning) }]),
    ...(Object.keys(time).length === 0 ? [] : [{ at: time }]),
    ...(before === null ? [] : [{ _id: { $lt: before } }]),
  ];
  return { $and: wanted };
};

/** `written` gets each line once it is committed, and before the act is answered. */
export const openActs = (database: Database, written: (line: ActLine) => Promise<void>): Acts => {
  const rows = database.collection(ACTS);
  return {
    rows,
    append: async (line, session) => {
      const { id, ...facts } = line;
      await rows.insertOne({ _id: id, ...facts }, { session });
      database.afterCommit(session, () => written(line));
    },
    appendOnce: (lines, session) =>
      database.insertBatch(
        ACTS,
        lines.map(({ id, ...facts }) => ({ _id: id, ...facts })),
        session,
      ),
    knownOnce: async (names) => {
      const found = await rows
        .find({ once: oneOfTexts(names) }, { projection: { _id: 0, once: 1 } })
        .toArray();
      return new Set(found.map(({ once }) => once ?? ''));
    },
    byId: async (id) => {
      const row = await rows.findOne({ _id: id });
      return row === null ? null : lineOf(row);
    },
    trail: async (query, limit) =>
      (await rows.find(filterOf(query)).sort({ _id: -1 }).limit(limit).toArray()).map(lineOf),
    lastAbout: async (person, event) => {
      const row = await rows.findOne({ person, event }, { sort: { _id: -1 } });
      return row === null ? null : lineOf(row);
    },
    byWhom: async (person, event, session) => {
      const found = await rows.find({ person, event, byPerson: { $ne: null } }, { session }).toArray();
      return [...new Set(found.flatMap(({ byPerson }) => byPerson ?? []))];
    },
    last: async (event) => {
      const row = await rows.findOne({ event }, { sort: { _id: -1 } });
      return row === null ? null : lineOf(row);
    },
    first: async (event) => {
      const row = await rows.findOne({ event }, { sort: { _id: 1 } });
      return row === null ? null : lineOf(row);
    },
  };
};
