// Drafts of persons: forms that are not finished. What is in them is sealed before it comes here, under a key that is not in the
// database. Every read names the writer, so that no other way to a draft exists.
import { DRAFT_LIMITS } from '../../domain/draft/draft.ts';
import { ITEM_KINDS, type ItemKind } from '../../domain/warning.ts';
import { count, declareCollection, instant, maybe, oneOf, text } from '../collection/declare.ts';
import type { Database, Filter, Session } from '../connect.ts';

export type DraftRow = {
  _id: string;
  person: string;
  /** Its place among those of the person, from 0: taken once, so that two savings at once stay within the bound. */
  place: number;
  kind: ItemKind;
  item: string | null;
  itemVersion: number | null;
  /** Id of the key that sealed it. */
  key: string;
  label: string;
  content: string;
  version: number;
  savedAt: Date;
  endsAt: Date;
};

/** Without what is only asked for by itself. */
export type ListedDraft = Omit<DraftRow, 'content'>;

export const DRAFTS = declareCollection<DraftRow>({
  stored: 'drafts',
  about: 'Forms that persons have not finished, sealed; each is read by its writer alone.',
  access: 'ADMINISTERED',
  isValidated: true,
  kept: `until it is published or discarded, ${DRAFT_LIMITS.days} days after it was saved last, or its writer is out`,
  fields: {
    _id: text('Id of the draft.'),
    person: text('Id of the person who writes it.', { personal: 'names a person' }),
    place: count('Its place among those of the person.'),
    kind: oneOf(ITEM_KINDS, 'What the form is for.'),
    item: maybe(text('Id of the item that it corrects.')),
    itemVersion: maybe(count('The version that it corrects.')),
    key: text('Id of the key that seals it.'),
    label: text('How its writer knows it, sealed under a key that is not in the database.', {
      personal: 'free text of a person',
    }),
    content: text('The form as JSON, sealed likewise.', { personal: 'free text of a person' }),
    version: count('How often it was saved.'),
    savedAt: instant('When it was saved last.'),
    endsAt: instant('When it ends by itself.'),
  },
  indexes: [
    { key: { person: 1, place: 1 }, unique: true },
    { key: { key: 1 } },
    { key: { endsAt: 1 }, expireAfterSeconds: 0 },
  ],
});

/** One sealing in the place of another. */
export type ResealedDraft = {
  readonly id: string;
  readonly from: Pick<DraftRow, 'label' | 'content'>;
  readonly to: Pick<DraftRow, 'label' | 'content' | 'key'>;
};

export type Drafts = {
  /** Of a person, those that have not ended, saved last first. */
  of(person: string, now: Date): Promise<ListedDraft[]>;
  /** Null where it is another's, has ended, or is not there. */
  find(id: string, person: string, now: Date, session?: Session): Promise<DraftRow | null>;
  /** Removes those of a person that have ended, and says which places are taken. */
  takenPlaces(person: string, now: Date, session: Session): Promise<ReadonlySet<number>>;
  add(row: DraftRow, session: Session): Promise<void>;
  /** False where that version is not the last any more. */
  replace(row: DraftRow, seen: number, session: Session): Promise<boolean>;
  /** False where it is another's, or not there. */
  remove(id: string, person: string, session: Session): Promise<boolean>;
  removeOf(persons: readonly string[], session: Session): Promise<number>;
  /** Ids of the persons who have any. */
  writers(session: Session): Promise<string[]>;
  /** Whether anybody has one. */
  areThere(): Promise<boolean>;
  /** Ids of the keys other than this one that seal any. */
  otherKeys(key: string): Promise<string[]>;
  /** Those that one of these keys sealed, in order of their ids, after one of them. */
  sealedBy(keys: readonly string[], after: string, limit: number): Promise<DraftRow[]>;
  countSealedBy(keys: readonly string[]): Promise<number>;
  /** False where it was saved or removed meanwhile. */
  reseal(draft: ResealedDraft): Promise<boolean>;
};

const LISTED = { content: 0 } as const;

export const openDrafts = (database: Database): Drafts => {
  const model = database.model(DRAFTS);
  const rows = database.collection(DRAFTS);
  const within = (session?: Session) => (session === undefined ? {} : { session });
  const standing = (person: string, now: Date): Filter<DraftRow> => ({ person, endsAt: { $gt: now } });
  return {
    of: (person, now) =>
      rows
        .find(standing(person, now), { projection: LISTED })
        .sort({ savedAt: -1, _id: 1 })
        .limit(DRAFT_LIMITS.count)
        .toArray(),
    find: (id, person, now, session) => rows.findOne({ _id: id, ...standing(person, now) }, within(session)),
    takenPlaces: async (person, now, session) => {
      await rows.deleteMany({ person, endsAt: { $lte: now } }, { session });
      const taken = await rows.find({ person }, { projection: { place: 1 }, session }).toArray();
      return new Set(taken.map(({ place }) => place));
    },
    add: async (row, session) => {
      await model.insertMany([row], { session });
    },
    replace: async (row, seen, session) => {
      const { matchedCount } = await model.replaceOne(
        { _id: row._id, person: row.person, version: seen },
        row,
        { runValidators: true, session },
      );
      return matchedCount === 1;
    },
    remove: async (id, person, session) =>
      (await rows.deleteOne({ _id: id, person }, { session })).deletedCount === 1,
    removeOf: async (persons, session) =>
      (await rows.deleteMany({ person: { $in: [...persons] } }, { session })).deletedCount,
    writers: (session) => rows.distinct('person', {}, { session }),
    areThere: async () => (await rows.findOne({}, { projection: { _id: 1 } })) !== null,
    otherKeys: (key) => rows.distinct('key', { key: { $ne: key } }),
    sealedBy: (keys, after, limit) =>
      rows
        .find({ key: { $in: [...keys] }, _id: { $gt: after } })
        .sort({ _id: 1 })
        .limit(limit)
        .toArray(),
    countSealedBy: (keys) => rows.countDocuments({ key: { $in: [...keys] } }),
    reseal: async ({ id, from, to }) =>
      (await model.updateOne({ _id: id, ...from }, { $set: to }, { runValidators: true })).modifiedCount ===
      1,
  };
};
