// What is found by a text that most rows do not have has an index of those that do. MongoDB takes it only for a query that says that
// the field is a text: each of these reads a few of hundreds of rows.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Hub } from '../../src/hub.ts';
import { EVERY_SECTOR } from '../../src/store/feed.ts';
import { CAST } from '../support/cast.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';

const MANY = 400;
const NOW = new Date('2030-01-07T09:00:00.000Z');
const LATER = new Date(NOW.getTime() + 3_600_000);

let world: TestHub;
beforeAll(async () => {
  world = await openTestHub();
});
afterAll(() => world.close());

type Case = {
  readonly of: string;
  /** By the text that it is found by. */
  readonly row: (text: string, at: number) => object;
  readonly find: (hub: Hub, text: string) => Promise<unknown>;
};
const member = CAST.southGrid.id;
const inTransaction = (hub: Hub, act: (session: never) => Promise<unknown>): Promise<unknown> =>
  hub.database.transaction((session) => act(session as never));
const gathered = (text: string) => ({
  ...{ state: 'GATHERED', at: NOW, endedAt: null },
  gathering: { subscription: text, digest: null, isHeld: false, isSevere: false, cause: 'GATHERED' },
});
const duplicate = (thing: string, at: number) => ({
  ...{ sector: EVERY_SECTOR, exercise: '', thing, warning: `warning--${at}`, sequence: at + 1, access: 'a' },
  ...{ isCancelled: false, tokens: ['t'], firstSequence: at + 1, countries: [], words: [] },
});
const link = (person: string) => ({
  person,
  usedAt: null,
  revokedAt: null,
  expiresAt: LATER,
  purpose: 'JOIN',
});

const CASES: Readonly<Record<string, Case>> = {
  'what a digest takes': {
    of: 'channel_deliveries',
    row: gathered,
    find: (hub, subscription) => {
      const before = { subscription, before: LATER, what: 'ALL', onlySevere: false } as const;
      return inTransaction(hub, (session) => hub.gathered.take(before, 'digest', session));
    },
  },
  'what waits for a paused subscription': {
    of: 'channel_deliveries',
    row: gathered,
    find: (hub, text) => hub.gathered.waitingFor(text, { unlessDecidedBy: null, most: 10 }),
  },
  'what waits for one that ended': {
    of: 'channel_deliveries',
    row: gathered,
    find: (hub, text) => hub.gathered.drop(text, 'SUBSCRIPTION_ENDED', NOW),
  },
  'a delivery by the id without a name': {
    of: 'deliveries',
    row: (namelessId, at) => ({ namelessId, warning: `warning--${at}`, version: 1, member, channel: 'FEED' }),
    find: (hub, text) => hub.deliveries.shownTo(member, text),
  },
  'the endpoints of a person': {
    of: 'endpoints',
    row: (person) => ({ person, state: 'ACTIVE' }),
    find: (hub, text) => hub.endpoints.ofPerson(text),
  },
  'the endpoints of persons': {
    of: 'endpoints',
    row: (person) => ({ person, state: 'ACTIVE' }),
    find: (hub, text) => hub.endpoints.idsOf([text]),
  },
  'what was sent of a warning': {
    of: 'attempts',
    row: (warning, at) => ({ warning, delivery: `delivery--${at}`, number: 1, at: NOW, request: 'r' }),
    find: (hub, warning) =>
      hub.attempts.forgetContent({ warning }, { warnings: [], members: [], endpoints: [] }),
  },
  'the trail of a warning': {
    of: 'acts',
    row: (warning) => ({ warning, byMember: member, members: [], event: 'warning.opened', at: NOW }),
    find: (hub, warning) => hub.acts.trail({ branches: [{}], warning, before: null } as never, 10),
  },
  'what is noted once a day': {
    of: 'acts',
    row: (once) => ({ once, at: NOW }),
    find: (hub, text) => hub.acts.knownOnce([text]),
  },
  'a person by its handle': {
    of: 'persons',
    row: (handle, at) => ({ handle, member: `member--${at}` }),
    find: (hub, text) =>
      inTransaction(hub, (session) => hub.persons.byHandle(`member--${MANY - 1}`, text, session)),
  },
  'a machine by what it is known by': {
    of: 'credentials',
    row: (identity) => ({ identity, person: null, endedAt: null, activatedAt: NOW }),
    find: (hub, text) => hub.credentials.machineBy(text, NOW),
  },
  'open links of a person': {
    of: 'access_links',
    row: link,
    find: (hub, text) => hub.accessLinks.hasOpen(text, NOW),
  },
  'links that are revoked': {
    of: 'access_links',
    row: link,
    find: (hub, text) => inTransaction(hub, (session) => hub.accessLinks.revokeOf(text, NOW, session)),
  },
  'an import by its text': {
    of: 'warnings',
    row: (source, at) => ({ source, publisher: member, warning: `warning--${at}`, version: 1 }),
    find: (hub, text) => hub.warnings.ofSource(member, text),
  },
  'the warnings of an advisory': {
    of: 'feed',
    row: duplicate,
    find: (hub, text) => hub.feed.duplicates([text], 10, ['t']),
  },
};

type Looked = { planSummary?: string; docsExamined?: number; keysExamined?: number };

const lookedAt = async (of: string, act: () => Promise<unknown>): Promise<Looked[]> => {
  const { database } = world.hub;
  const db = database.native();
  await db.command({ profile: 2 });
  await act();
  await db.command({ profile: 0 });
  const profile = db.collection('system.profile');
  const looked = await profile
    .find({ ns: `${database.name}.${of}`, planSummary: { $exists: true } })
    .toArray();
  await profile.drop();
  return looked as Looked[];
};

test.each(Object.keys(CASES))('%s', async (name) => {
  const { of, row, find } = CASES[name] as Case;
  const db = world.hub.database.native();
  // Rows here have no more than what they are found by.
  await db.command({ collMod: of, validationLevel: 'off' });
  const collection = db.collection(of);
  // The last: whoever reads row by row comes to it after all others.
  const text = (at: number): string => (at === MANY - 1 ? 'wanted' : `other-${at}`);
  const ids = Array.from({ length: MANY }, (_, at) => `a-test-${at}`);
  const rows = ids.map((_id, at) => ({ _id: _id as never, ...row(text(at), at) }));
  await collection.insertMany(rows);
  const looked = await lookedAt(of, () => find(world.hub, 'wanted'));
  await collection.deleteMany({ _id: { $in: ids as never[] } });
  expect(looked.length).toBeGreaterThan(0);
  for (const { planSummary, docsExamined = 0, keysExamined = 0 } of looked) {
    expect(planSummary).not.toContain('COLLSCAN');
    expect(Math.max(docsExamined, keysExamined)).toBeLessThanOrEqual(10);
  }
});
