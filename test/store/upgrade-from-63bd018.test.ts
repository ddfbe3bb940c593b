// A database left by commit 63bd018, with work under way: today's hub opens and migrates it, three readers see exactly
// what they saw then, an old cursor still works, and what the old hub writes after the migration is read.
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readConfig } from '../../src/config/config.ts';
import { attestationDueMs, isAttestationOverdue } from '../../src/domain/partnership/standing.ts';
import { HUB_IDENTITY } from '../../src/exchange/warning-extension.ts';
import { listen } from '../../src/http/listen.ts';
import { type Hub, openDatabase, openHub } from '../../src/hub.ts';
import { heldWork } from '../../src/service/backup/release-deliveries.ts';
import { openBroker } from '../../src/service/live/broker.ts';
import { previewMigration } from '../../src/service/migration/migrate-database.ts';
import { contentOf } from '../../src/store/content/stored-content.ts';
import { MIGRATION_LIST } from '../../src/store/migration/list.ts';
import { attestMembers } from '../../src/store/migration/rows/2026-11-30-attest-members.ts';
import { drain } from '../../workers/worker.ts';
import { pageOf, seenBy } from '../fixtures/database-63bd018/questions.ts';
import { archiveOf } from '../support/backup/archive-of.ts';
import {
  configOf as configFor,
  dropDatabase,
  restoreFrom,
  temporaryFolder,
} from '../support/backup/backup-world.ts';
import { freshDatabase } from '../support/database/database.ts';
import {
  restoredDatabase,
  type SeenWorld,
  type StoredDatabase,
  seenWorld,
  shapeDeclared,
  shapeStored,
  undeclared,
} from '../support/database/stored-database.ts';
import { type Ask, askAt } from '../support/endpoint.ts';
import { isOfHub } from '../support/objects.ts';

const folder = temporaryFolder();
const archive = join(folder.path, 'older.backup');
let stored: StoredDatabase;
let then: SeenWorld;
let nowMs = 0;
const close: (() => Promise<void>)[] = [];
beforeAll(async () => {
  then = seenWorld();
  nowMs = Date.parse(then.at);
  stored = await restoredDatabase();
  await plantFounder();
  await archiveOf(stored.db, archive, '0.0.1');
});

/** As releases after that one founded a hub: a member with a standing, whom nobody asks to attest its facts. */
const FOUNDER = 'member--00000000-0000-4000-8000-00000000f0de';
const plantFounder = async (): Promise<void> => {
  const members = stored.db.collection<{ _id: string }>('members');
  const one = await members.findOne({ kind: 'OPERATOR' });
  if (one === null) throw new Error('there is an operator');
  const facts = { _id: FOUNDER, slug: 'founder', name: 'Founder', identity: 'identity--founder' };
  const founded = { ...one, ...facts, standing: 'MEMBER', exactKind: 'OPERATOR', isActive: true };
  await members.insertOne(founded, { bypassDocumentValidation: true });
};
afterAll(async () => {
  folder.remove();
  for (const each of close.reverse()) await each();
  await stored.close();
});

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const configOf = () =>
  readConfig({
    MONGODB_URL: stored.mongodbUrl,
    REDIS_URL: stored.redisUrl,
    TOCSIN_DATABASE: stored.name,
    TOCSIN_PORT: '0',
    TOCSIN_LOG_LEVEL: 'silent',
  });

const opened = async (config = configOf()): Promise<{ readonly hub: Hub; ask(token: string): Ask }> => {
  const clock = { now: () => new Date(nowMs) };
  const hub = await openHub(config, 'test', { log: silent, clock });
  const listening = await listen(hub, await openBroker(hub));
  close.push(
    () => hub.close(),
    () => listening.close(),
  );
  return { hub, ask: askAt(listening.url) };
};
let today: { readonly hub: Hub; ask(token: string): Ask };

test('a dry run lists what there is to do, and does none of it', async () => {
  const before = await shapeStored(stored.db);
  const database = await openDatabase(configOf());
  const { release } = configOf();
  const preview = await previewMigration({ database, release });
  await database.close();
  expect(preview.map(({ state }) => state)).toEqual(MIGRATION_LIST.map(() => 'PENDING'));
  const steps = preview.flatMap(({ steps: each }) => each);
  expect(steps).toContain('create migrations');
  expect(steps).toContain('change what members refuses');
  expect(steps).toContain('change 0 rows');
  expect(await shapeStored(stored.db)).toEqual(before);
});

test('two current processes open it at once, and it is as declared', async () => {
  const [first, second] = await Promise.all([opened(), openHub(configOf(), 'worker', { log: silent })]);
  await second.close();
  today = first;
  // A migration appends nothing to the record: an old hub would meet it as work.
  expect(await today.hub.entries.countPending(10, 1_000)).toBe(1);
  expect(await shapeStored(stored.db)).toEqual(shapeDeclared());
  expect(await undeclared(stored.db)).toEqual([]);
});

test('a member that nobody asked to attest its facts is asked a year from now, and reminded before', async () => {
  const [row] = await stored.db.collection<{ _id: string }>('members').find({ _id: FOUNDER }).toArray();
  const attestedAt = (row as { attestedAt?: Date } | undefined)?.attestedAt;
  const member = (await today.hub.members.all()).find(({ id }) => id === FOUNDER);
  expect(member).toMatchObject({ standing: 'MEMBER', attestedAt });
  const dueMs = attestationDueMs({ attestedAt: attestedAt ?? null }) ?? 0;
  expect(isAttestationOverdue({ attestedAt: attestedAt ?? null }, Date.now())).toBe(false);
  // The first reminder is still to come.
  expect(dueMs - Date.now()).toBeGreaterThan(300 * 86_400_000);
  const asked = (await today.hub.members.all()).filter(
    ({ attestedAt: at, kind }) => at == null && kind !== 'HUB',
  );
  expect(asked.map(({ slug }) => slug)).toEqual([]);
  expect(await attestMembers.remaining(today.hub.database)).toBe(0);
});

const UNSEEN = / Its publisher does not see you among the recipients unless you acknowledge it\./g;

/** Objects of a warning come in another order today. */
const inAnyOrder = (list: readonly unknown[]): unknown[] =>
  list
    .map((each) => JSON.stringify(each))
    .sort()
    .map((each) => JSON.parse(each) as unknown);

/** Of a bundle a list, of a warning a page. */
const objectsInAnyOrder = (objects: unknown): unknown => {
  if (Array.isArray(objects)) return inAnyOrder(objects);
  const { edges } = (objects ?? {}) as { edges?: readonly unknown[] };
  return edges === undefined ? objects : { ...(objects as object), edges: inAnyOrder(edges) };
};

/**
 * A bundle is built for each answer, under a new id. What readers no longer get: the audience, by its sectors and countries,
 * by filters or as a reason why two are alike; and of deliveries, whom the publisher may not know of and why they have it.
 */
const comparable = (seen: object, declared: ReadonlySet<string>): object => {
  const text = JSON.stringify(seen)
    .replaceAll(/"bundle--[0-9a-f-]{36}"/g, '"bundle--"')
    .replaceAll(UNSEEN, '');
  const all = JSON.parse(text, (key, value: unknown) => {
    if (key === 'sectors' || key === 'countries' || key === 'electricity') return [];
    if (key === 'score') return 0;
    // Of two sources of one version, one has taken its own out since.
    if (key === 'isLatest') return null;
    // Sets are judged by the date of their data too.
    if (key === 'isStale') return null;
    if (key === 'reasons')
      return (value as string[]).filter((reason) => !/^Both (are for|concern) /.test(reason));
    return key === 'objects' ? objectsInAnyOrder(withoutTheHubs(value)) : value;
  }) as { warnings: Record<string, { warning: { deliveries: Deliveries | null } | null }> };
  for (const { warning } of Object.values(all.warnings)) {
    if (warning === null || warning.deliveries === null) continue;
    const known = warning.deliveries.edges.filter(({ node }) => !declared.has(node.id));
    warning.deliveries = { edges: known.map(({ node: { reason: _, ...node } }) => ({ node })) };
  }
  return all;
};
/** Since then a bundle has what the hub adds: the definition of its extension, its identity, and its notes. */
const withoutTheHubs = (value: unknown): unknown => {
  if (!Array.isArray(value)) return value;
  return (value as { id?: string; type?: string; created_by_ref?: string }[]).filter(
    ({ id = '', type, created_by_ref: creator }) =>
      !isOfHub(id) && !(type === 'note' && creator === HUB_IDENTITY),
  );
};

type Deliveries = {
  readonly edges: readonly { readonly node: { readonly id: string; readonly reason?: Why } }[];
};
type Why = { readonly kind: string; readonly path: readonly string[] | null };

/** Deliveries that were shown then to their publisher though a declared relation alone explains them. */
const declaredIn = (seen: object): Set<string> => {
  const ids = new Set<string>();
  JSON.stringify(seen, (_, value: { id?: string; reason?: Why } | null) => {
    const { id, reason } = value ?? {};
    const isWithheld = reason?.kind === 'DEPENDENCY' && reason.path?.length === 0;
    if (id?.startsWith('delivery--') === true && (isWithheld || reason?.kind === 'CLIENT')) ids.add(id);
    return value;
  });
  return ids;
};

/** What a correction took out was readable then, and counts nowhere today. */
const asOfToday = (seen: object): object => {
  const { objects, ...rest } = seen as { objects: Record<string, unknown> };
  const withdrawn = Object.keys(objects).filter((id) => id.startsWith('relationship--'));
  expect(withdrawn).toHaveLength(1);
  return {
    ...rest,
    objects: { ...objects, ...Object.fromEntries(withdrawn.map((id) => [id, { stixObject: null }])) },
  };
};

test.each(seenWorld().readers.map(({ name }) => name))('%s sees what it saw', async (name) => {
  const reader = then.readers.find((each) => each.name === name)!;
  const seen = await seenBy(today.ask(reader.token), then.world, reader.mayReview);
  const declared = declaredIn(reader.seen);
  expect(comparable(seen, declared)).toEqual(comparable(asOfToday(reader.seen), declared));
});

test('a page continues from a cursor of the old hub', async () => {
  for (const { token, page, seen } of then.readers) {
    const { ids } = await pageOf(today.ask(token), 100, page.end);
    const { edges } = (seen as { feed: { feed: { edges: { node: { id: string } }[] } } }).feed.feed;
    expect([...page.ids, ...ids]).toEqual(edges.map(({ node }) => node.id));
  }
});

test('work that was under way is done by the new worker', async () => {
  const [north] = then.readers;
  const warning = async () =>
    (await today.ask(north!.token)(
      'query ($id: ID!) { warning(id: $id) { headline myDelivery { state } } }',
      {
        id: then.underWay,
      },
    )) as { warning: { myDelivery: { state: string } | null } | null };
  // Beside it is what the readers opened above, which the hub notes every two seconds.
  const isOpen = { event: { $ne: 'warning.opened' }, isPending: true };
  expect(await stored.db.collection('entries').countDocuments(isOpen)).toBe(1);
  await drain(today.hub);
  expect(await stored.db.collection('entries').countDocuments(isOpen)).toBe(0);
  const answer = (await warning()).warning;
  expect(answer).toMatchObject({ headline: 'Published as the hub went down' });
  expect(['SENT', 'RECEIVED']).toContain(answer?.myDelivery?.state);
  expect(await undeclared(stored.db)).toEqual([]);
});

test('what a hub of 63bd018 writes after the migration is accepted by the server, numbered, and read', async () => {
  // The rows of one publication as that commit writes them, taken from the dump, under another id.
  const [north] = then.readers;
  const text = JSON.stringify(then.underWay).slice(1, -1);
  const fresh = `warning--${crypto.randomUUID()}`;
  const renamed = <Row extends object>(row: Row): Row => {
    const change = (value: unknown): unknown => {
      if (typeof value === 'string') return value.replaceAll(text, fresh);
      return value;
    };
    return Object.fromEntries(Object.entries(row).map(([key, value]) => [key, change(value)])) as Row;
  };
  const { ObjectId } = await import('../../src/store/connect.ts');
  const entry = await stored.db
    .collection('entries')
    .findOne({ event: 'warning.published', 'subject.warning': then.underWay });
  const entryId = new ObjectId();
  const feed = await stored.db.collection('feed').find({ warning: then.underWay }).toArray();
  const version = await stored.db.collection('warnings').findOne({ warning: then.underWay });
  const { sequence: _, queuedAt: _q, ...rest } = entry!;
  const { firstSequence: _f, ...row } = version!;
  const unlifted = (content: string): string => {
    const { access, summary } = contentOf(content);
    const { handling: _h, ...older } = summary;
    return JSON.stringify({ envelope: access, card: { ...older, headline: 'By the old hub' } }).replaceAll(
      text,
      fresh,
    );
  };
  await stored.db.collection('warnings').insertOne({ ...renamed(row), content: unlifted(row['content']) });
  await stored.db.collection('feed').insertMany(
    feed.map(({ sequence: _s, firstSequence: _g, ...each }) => ({
      ...renamed(each),
      entry: entryId,
      content: unlifted(each['content']),
    })),
  );
  await stored.db.collection('entries').insertOne({
    ...rest,
    _id: entryId,
    subject: { ...entry!['subject'], warning: fresh },
    isPending: true,
    work: 'WAITING',
    open: [],
  });
  await drain(today.hub);
  const answer = await today.ask(north!.token)('query ($id: ID!) { warning(id: $id) { headline } }', {
    id: fresh,
  });
  expect(answer).toEqual({ warning: { headline: 'By the old hub' } });
});

test('a backup of that release is restored, and its readers see what they saw', async () => {
  const config = configFor(stored, freshDatabase(), folder.path);
  const result = await restoreFrom(config, archive, { journals: () => null });
  expect(result).toMatchObject({ isDryRun: false, restored: { head: { release: '0.0.1' } } });
  close.push(() => dropDatabase(config));
  const restored = await opened(config);
  const db = restored.hub.database.native() as never;
  expect(await shapeStored(db)).toEqual(shapeDeclared());
  expect(await undeclared(db)).toEqual([]);
  for (const reader of then.readers) {
    const seen = await seenBy(restored.ask(reader.token), then.world, reader.mayReview);
    const declared = declaredIn(reader.seen);
    expect(comparable(seen, declared)).toEqual(comparable(asOfToday(reader.seen), declared));
  }
  // What was under way waits for its operator.
  expect((await heldWork(restored.hub))?.unnumbered).toBeGreaterThan(0);
});
