// Rows of an older hub, which named persons in clear, are found by readers of today, whenever it wrote them; and rows of today
// by its readers.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { accessClassOf } from '../../src/policy/access-class.ts';
import { readerTokens } from '../../src/policy/scope.ts';
import { readFeed } from '../../src/service/feed/read-feed.ts';
import { keepUpWithOlderHubs } from '../../src/service/migration/migrate-database.ts';
import { contentOf } from '../../src/store/content/stored-content.ts';
import {
  hashPersonsOfClasses,
  hashPersonsOfFeed,
} from '../../src/store/migration/rows/2026-11-29-hash-persons.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';
import { letSignIn, publishBy } from '../support/publish.ts';

let world: TestHub;
beforeAll(async () => {
  world = await openTestHub();
});
afterAll(() => world.close());

const PERSON = 'north-grid/ixtli';
const MANY = Array.from({ length: 250 }, (_, index) => `north-grid/ixtli${index}`);
/** An alternative names at most 60 persons. */
const alternativesOf = (persons: readonly string[]) =>
  Array.from({ length: Math.ceil(persons.length / 60) }, (_, index) => ({
    persons: persons.slice(index * 60, index * 60 + 60),
  }));
const tell = async (persons: readonly string[]): Promise<string> => {
  await letSignIn(world, ...persons);
  return publishBy(world, 'cyberAgency', {
    marking: 'RED',
    audience: { alternatives: alternativesOf(persons), excludes: [] },
    allowEmptyAudience: true,
  });
};

/** The tokens that a hub of the release before gives a row. */
const olderTokens = (publisher: string, persons: readonly string[]): string[] => [
  `owner:${publisher}`,
  ...(persons.length > 200 ? ['person:*'] : persons.map((person) => `person:${person}`)),
];
const makeOlder = async (warning: string, persons: readonly string[]): Promise<void> => {
  const row = await world.hub.feed.rows.findOne({ warning });
  if (row === null) throw new Error('it has a row');
  const { access } = contentOf(row.content);
  const tokens = olderTokens(access.publisher, persons);
  await world.hub.feed.rows.updateMany({ warning }, { $set: { tokens } });
  await world.hub.accessClasses.rows.updateOne({ _id: accessClassOf(access).id }, { $set: { tokens } });
};
/** Releases before knew the person by name. */
const readerOf = async (person: string) => ({
  ...(await world.actor('northGrid', 'analyst', person)),
  formerName: person,
});
const seenBy = async (person: string): Promise<string[]> => {
  const page = await readFeed(world.hub, await readerOf(person), { first: 50, after: null, filter: {} });
  if (!page.ok) throw new Error(JSON.stringify(page.problems));
  return page.value.items.map(({ summary }) => summary.id).sort();
};
const migrate = async (): Promise<number> => {
  let changed = 0;
  for (const migration of [hashPersonsOfFeed, hashPersonsOfClasses])
    for (let position: string | null = null; ; ) {
      const batch = await migration.next(world.hub.database, position);
      if (batch === null) break;
      changed += await world.hub.database.transaction((session) => batch.write(session));
      position = batch.position;
    }
  return changed;
};
const stale = async (): Promise<number[]> =>
  Promise.all([hashPersonsOfFeed, hashPersonsOfClasses].map((each) => each.remaining(world.hub.database)));

test('rows that an older hub left are migrated, and those that it writes beside this one are kept up with', async () => {
  const [few, many] = [await tell([PERSON]), await tell(MANY)];
  expect(await seenBy(PERSON)).toEqual([few]);
  await makeOlder(few, [PERSON]);
  await makeOlder(many, MANY);
  expect(await seenBy(PERSON)).toEqual([]);
  expect((await stale()).every((count) => count > 0)).toBe(true);
  expect(await migrate()).toBeGreaterThan(2);
  expect(await stale()).toEqual([0, 0]);
  expect(await migrate()).toBe(0);
  expect(await seenBy(PERSON)).toEqual([few]);
  expect(await seenBy(MANY[7] as string)).toEqual([many]);

  const later = await tell([PERSON]);
  await makeOlder(later, [PERSON]);
  expect(await seenBy(PERSON)).toEqual([few]);
  await keepUpWithOlderHubs(world.hub);
  expect(await seenBy(PERSON)).toEqual([few, later].sort());
  await keepUpWithOlderHubs(world.hub);
});

test('no stored token, and no token of a query, names a person; older readers find the rows of today', async () => {
  const warning = await tell(['north-grid/ixtlicoatl']);
  const rows = await world.hub.feed.rows.find({ warning }).toArray();
  const classes = await world.hub.accessClasses.rows
    .find({ _id: { $in: rows.flatMap(({ access }) => access ?? []) } })
    .toArray();
  expect(classes).toHaveLength(1);
  const tokens = [...rows, ...classes].flatMap((row) => row.tokens);
  expect(tokens.filter((each) => each.includes('ixtli'))).toEqual([]);
  expect(readerTokens(await readerOf(PERSON)).filter((each) => each.includes('ixtli'))).toEqual([]);
  // A reader of the release before asks for its person in clear, and for the wildcard of persons.
  for (const row of rows) expect(row.tokens).toContain('person:*');
});
