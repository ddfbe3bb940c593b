// What members say of warnings: a row for each warning and member, which the member may change.
import { type Feedback, SIGHTINGS } from '../../domain/effect/feedback.ts';
import { declareCollection, instant, maybe, oneOf, text, truth } from '../collection/declare.ts';
import type { Collection, Database } from '../connect.ts';

export type FeedbackRow = Feedback & { _id: string };

export const FEEDBACK = declareCollection<FeedbackRow>({
  stored: 'feedback',
  about: 'What members say of warnings: of use or not, and whether they have seen the same.',
  access: 'NATIVE',
  isValidated: true,
  kept: 'as long as the warning',
  fields: {
    _id: text('Warning and member.'),
    warning: text('Id of the warning.'),
    member: text('Id of the member.'),
    isUseful: maybe(truth('Whether it was of use.')),
    sighting: maybe(oneOf(SIGHTINGS, 'Whether it has seen the same.')),
    details: maybe(text('What it has seen.', { personal: 'free text of a person' })),
    by: maybe(text('Id of the person who said it.', { personal: 'names a person' })),
    at: instant('When it was said last.'),
  },
  indexes: [{ key: { warning: 1, member: 1 }, unique: true }],
});

export type CountedFeedback = Pick<Feedback, 'warning' | 'member' | 'isUseful' | 'sighting'>;

export type FeedbackStore = {
  readonly rows: Collection<FeedbackRow>;
  /** What counts, without what anybody wrote. */
  counted(warnings: readonly string[]): Promise<CountedFeedback[]>;
  /** Of those who wrote what they have seen, oldest first. */
  detailed(warnings: readonly string[]): AsyncIterable<Feedback>;
  ofMember(member: string, warnings: readonly string[]): Promise<Feedback[]>;
  save(feedback: Feedback): Promise<void>;
};

/** Texts that are in memory at once. */
const BATCH = 100;

const feedbackOf = ({ _id, ...facts }: FeedbackRow): Feedback => facts;

export const openFeedback = (database: Database): FeedbackStore => {
  const rows = database.collection(FEEDBACK);
  return {
    rows,
    counted: (warnings) =>
      rows
        .find(
          { warning: { $in: [...warnings] } },
          { projection: { _id: 0, warning: 1, member: 1, isUseful: 1, sighting: 1 } },
        )
        .toArray(),
    detailed: (warnings) =>
      rows
        .find({ warning: { $in: [...warnings] }, details: { $type: 'string' } }, { batchSize: BATCH })
        .sort({ at: 1 }),
    ofMember: async (member, warnings) =>
      (await rows.find({ warning: { $in: [...warnings] }, member }).toArray()).map(feedbackOf),
    save: async (feedback) => {
      const _id = `${feedback.warning} ${feedback.member}`;
      await rows.replaceOne({ _id }, { ...feedback }, { upsert: true });
    },
  };
};
