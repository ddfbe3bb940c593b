// Many hidden rows at once, as a hostile publisher would leave them over days: real rows, cloned from one that was published.
import { newIdentifier } from 'stix2-ts/identifier';
import { accessClassOf } from '../../../src/policy/access-class.ts';
import { ObjectId } from '../../../src/store/connect.ts';
import { contentOf, contentText } from '../../../src/store/content/stored-content.ts';
import { EVERY_SECTOR, type FeedRow } from '../../../src/store/feed.ts';
import type { TestHub } from '../hub.ts';

const AT_ONCE = 5_000;

const inBatches = async <Row>(
  rows: readonly Row[],
  write: (some: Row[]) => Promise<unknown>,
): Promise<void> => {
  for (let from = 0; from < rows.length; from += AT_ONCE) await write(rows.slice(from, from + AT_ONCE));
};

/**
 * Clones the feed row of a warning, each clone a warning of its own, numbered after everything before. With
 * `isEachApart` every clone has an access class of its own.
 */
export const floodFeed = async (
  { hub }: TestHub,
  warning: string,
  count: number,
  isEachApart = false,
): Promise<void> => {
  const row = await hub.feed.rows.findOne({ warning, sector: EVERY_SECTOR });
  if (row === null) throw new Error('a warning that is numbered has a row');
  const last = await hub.counters.next('sequence', count);
  const content = contentOf(row.content);
  const clones = Array.from({ length: count }, (_, index): FeedRow => {
    const id = newIdentifier('warning');
    const sequence = last - count + index + 1;
    // Another member that is excluded makes another class.
    const excludes = [...content.access.audience.excludes, `member--${index}`];
    const audience = { ...content.access.audience, excludes };
    const access = isEachApart ? { ...content.access, audience } : content.access;
    return {
      ...row,
      _id: `${id}.1.${EVERY_SECTOR}`,
      entry: new ObjectId(),
      warning: id,
      sequence,
      firstSequence: sequence,
      access: accessClassOf(access).id,
      content: contentText({ access, summary: { ...content.summary, id } }),
    };
  });
  if (isEachApart) {
    const classes = clones.map((clone) => accessClassOf(contentOf(clone.content).access));
    await inBatches(classes, (some) =>
      hub.accessClasses.rows.insertMany(
        some.map(({ id, tokens, facts }) => ({
          _id: id,
          exercise: '',
          tokens: [...tokens],
          facts: JSON.stringify(facts),
        })),
      ),
    );
  }
  await inBatches(clones, (some) => hub.feed.rows.insertMany(some));
};

/** Clones the row of an object, and what the hub derived from it; `idOf` gives the STIX id of each. */
export const floodObjects = async (
  { hub }: TestHub,
  stixId: string,
  count: number,
  idOf: (index: number) => string,
): Promise<void> => {
  const row = await hub.objects.rows.findOne({ stixId });
  const context = row === null ? null : await hub.context.objects.of(row._id);
  if (row === null || context === null) throw new Error('an object that was published has a row and keys');
  const clones = Array.from({ length: count }, (_, index) => ({
    ...row,
    _id: new ObjectId(),
    stixId: idOf(index),
    ordinal: index + 1,
    modified: new Date(Date.parse('2027-01-01T00:00:00.000Z') + index).toISOString(),
  }));
  await inBatches(clones, (some) => hub.objects.rows.insertMany(some));
  await inBatches(clones, (some) =>
    hub.context.objects.rows.insertMany(some.map(({ _id }) => ({ ...context, _id }))),
  );
};

/** Further holders of a row: as if its source had published it in so many more hidden warnings. */
export const floodLinks = async ({ hub }: TestHub, stixId: string, count: number): Promise<void> => {
  const row = await hub.objects.rows.findOne({ stixId });
  if (row === null) throw new Error('an object that was published has a row');
  const links = Array.from({ length: count }, () => ({
    _id: new ObjectId(),
    warning: row.warning,
    version: row.version,
    objects: [row._id],
  }));
  await inBatches(links, (some) => hub.objects.links.insertMany(some));
};

/** Pairs of a state, with ids before those of all others. */
export const floodPairs = async (
  { hub }: TestHub,
  warnings: readonly [string, string],
  count: number,
  state: 'LINKED' | 'PROPOSED',
): Promise<void> => {
  const pairs = Array.from({ length: count }, (_, index) => ({
    _id: `duplicate--00000000-0000-5000-8${state === 'LINKED' ? '1' : '0'}00-${index.toString(16).padStart(12, '0')}`,
    warnings: [...warnings] as [string, string],
    versions: [1, 1] as [number, number],
    score: 0.5,
    reasons: ['Both are hidden.'],
    state,
    exercise: '',
    at: new Date(),
  }));
  await inBatches(pairs, (some) => hub.pairs.rows.insertMany(some));
};
