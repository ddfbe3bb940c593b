// Migrations: once, under a lease, in batches that can be interrupted anywhere. After a killed process the next one
// resumes; two at once do the work once; one that lost its lease writes nothing more; an older release is refused.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { readConfig } from '../../src/config/config.ts';
import { openDatabase, openHub } from '../../src/hub.ts';
import { type Database, ObjectId } from '../../src/store/connect.ts';
import { StartRefusal } from '../../src/store/driver/start-refusal.ts';
import { declaredCollections } from '../../src/store/migration/2026-11-28-declared-collections.ts';
import { MIGRATION_LIST } from '../../src/store/migration/list.ts';
import type { RowMigration } from '../../src/store/migration/migration.ts';
import { isBefore, refuseIfTooOld } from '../../src/store/migration/release.ts';
import { countObjectRows } from '../../src/store/migration/rows/2026-11-28-count-object-rows.ts';
import { MIGRATIONS } from '../../src/store/migration/run/records.ts';
import { type MigrationDeps, runMigrations } from '../../src/store/migration/run/run-migrations.ts';
import {
  emptyDatabase,
  type StoredDatabase,
  shapeDeclared,
  shapeStored,
} from '../support/database/stored-database.ts';
import { eventually, hubEnvironment, startProcess } from '../support/processes.ts';

let stored: StoredDatabase;
let database: Database;
beforeEach(async () => {
  stored = await emptyDatabase();
  database = await openDatabase(configOf());
});
afterEach(async () => {
  await database.close();
  await stored.close();
});

const configOf = () =>
  readConfig({
    MONGODB_URL: stored.mongodbUrl,
    REDIS_URL: stored.redisUrl,
    TOCSIN_DATABASE: stored.name,
    TOCSIN_LOG_LEVEL: 'silent',
  });
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const depsOf = (changes: Partial<MigrationDeps> = {}): MigrationDeps => ({
  database,
  release: '0.1.0',
  holder: crypto.randomUUID(),
  clock: { now: () => new Date() },
  log: silent,
  ...changes,
});
const recordOf = (name: string) => database.collection(MIGRATIONS).findOne({ _id: name });

const SOURCES = 3;
/** Rows of objects in the layout before they are numbered, with that layout's unique index. */
const plantUncounted = async (ids: number, rowsOfId: number): Promise<void> => {
  const rows = stored.db.collection('objects');
  await rows.createIndex({ stixId: 1, modified: 1, source: 1 }, { unique: true });
  const planted = Array.from({ length: ids * rowsOfId }, (_, index) => ({
    _id: new ObjectId(),
    stixId: `tool--${String(index % ids).padStart(8, '0')}`,
    modified: new Date(Date.UTC(2026, 0, 1) + index * 1_000).toISOString(),
    source: `member--${Math.floor(index / ids) % SOURCES}`,
    type: 'tool',
    warning: 'warning--1',
    version: 1,
    tlp: null,
    body: Buffer.from('{}'),
  }));
  await rows.insertMany(planted);
};

/** Positions where a row of a source does not follow the row before it under the same id. */
const miscounted = async (): Promise<number> => {
  const rows = await stored.db.collection('objects').find().sort({ stixId: 1, source: 1, _id: 1 }).toArray();
  const next = new Map<string, number>();
  return rows.filter((row) => {
    const place = `${row['stixId']} ${row['source']}`;
    const expected = next.get(place) ?? 0;
    next.set(place, expected + 1);
    return row['ordinal'] !== expected;
  }).length;
};

test('after a process is killed midway, the next one resumes where it stopped', async () => {
  await plantUncounted(2_000, 6);
  const name = countObjectRows.name;
  const env = await hubEnvironment({ ...stored, database: stored.name });
  const killed = startProcess('src/cli/main.ts', env, ['migrate']);
  await eventually('it is in the middle', async () => ((await recordOf(name))?.changed ?? 0) >= 1_500);
  await killed.kill('SIGKILL');
  const record = await recordOf(name);
  const left = await countObjectRows.remaining(database);
  expect(record).toMatchObject({ state: 'RUNNING', position: expect.any(String) });
  // Each batch and its count are one transaction: nothing changed goes uncounted.
  expect(left).toBe(12_000 - (record?.changed ?? 0));
  expect(left).toBeGreaterThan(0);
  const hub = await openHub(configOf(), 'test', { log: silent });
  await hub.close();
  expect(await recordOf(name)).toMatchObject({
    state: 'DONE',
    position: null,
    changed: 12_000,
    startedAt: record?.startedAt,
  });
  expect(await miscounted()).toBe(0);
  expect(await shapeStored(stored.db)).toEqual(shapeDeclared());
});

test('an id with more rows than a batch is numbered too, and numbered rows keep their number', async () => {
  await plantUncounted(3, 1_400);
  const rows = stored.db.collection('objects');
  const first = await rows.findOne({ stixId: 'tool--00000001', source: 'member--0' }, { sort: { _id: 1 } });
  await rows.updateOne({ _id: first!._id }, { $set: { ordinal: 0 } });
  await runMigrations(depsOf());
  expect(await miscounted()).toBe(0);
});

test('two at once do the work once; later there is nothing left to do', async () => {
  let runs = 0;
  const batches = 5;
  const counting: RowMigration = {
    kind: 'ROWS',
    name: 'test-counting',
    about: 'Counts.',
    remaining: () => Promise.resolve(batches),
    next: (_, position) =>
      Promise.resolve(
        Number(position ?? 0) >= batches
          ? null
          : {
              position: String(Number(position ?? 0) + 1),
              write: () => {
                runs += 1;
                return Promise.resolve(1);
              },
            },
      ),
  };
  const list = [declaredCollections, counting];
  const others = await Promise.all([openDatabase(configOf()), openDatabase(configOf())]);
  await Promise.all(others.map((each) => runMigrations(depsOf({ database: each, list }))));
  await runMigrations(depsOf({ list }));
  for (const each of others) await each.close();
  // A transaction that conflicts on the lease runs again; its first attempt leaves no writes.
  expect(runs).toBeGreaterThanOrEqual(batches);
  expect(await recordOf('test-counting')).toMatchObject({ state: 'DONE', changed: batches });
});

test('one that slept past its lease has its batch refused, and leaves the rest to the other', async () => {
  await database.native().createCollection('counters');
  const written: string[] = [];
  const slow = (holder: string, onBatch: () => Promise<void>): MigrationDeps =>
    depsOf({
      holder,
      list: [
        {
          kind: 'ROWS',
          name: 'test-slow',
          about: 'Sleeps.',
          remaining: () => Promise.resolve(1),
          next: async (_, position) => {
            if (position !== null) return null;
            await onBatch();
            return {
              position: '1',
              write: async (session) => {
                await database
                  .native()
                  .collection<{ _id: string; value: number }>('counters')
                  .insertOne({ _id: holder, value: 1 }, { session });
                written.push(holder);
                return 1;
              },
            };
          },
        },
      ],
    });
  const sleeper = runMigrations(
    slow('sleeper', async () => {
      // As if the process were suspended: the lease lapses, and another takes it and does the work.
      await stored.db
        .collection<{ _id: string }>('leases')
        .updateOne({ _id: 'migration' }, { $set: { expiresAt: new Date(0) } });
      await runMigrations(slow('other', () => Promise.resolve()));
    }),
  );
  await sleeper;
  expect(written).toEqual(['other']);
  expect(await stored.db.collection('counters').countDocuments()).toBe(1);
  expect(await recordOf('test-slow')).toMatchObject({ state: 'DONE', changed: 1 });
});

test('a changed declaration is applied once, and not undone by an older release', async () => {
  const brought: string[] = [];
  const shape = (revision: string, release: string): MigrationDeps =>
    depsOf({
      release,
      list: [
        {
          kind: 'SHAPE',
          name: 'test-shape',
          about: 'Declared.',
          revision,
          plan: () =>
            Promise.resolve([
              [
                {
                  what: revision,
                  apply: () => {
                    brought.push(revision);
                    return Promise.resolve();
                  },
                },
              ],
            ]),
        },
      ],
    });
  await runMigrations(shape('a', '0.9.0'));
  await runMigrations(shape('a', '0.9.0'));
  await runMigrations(shape('b', '0.10.0'));
  await runMigrations(shape('a', '0.9.0'));
  await runMigrations(shape('b', '0.10.0'));
  expect(brought).toEqual(['a', 'b']);
});

test('an operator’s own index is left alone; one that conflicts with the declaration is reported', async () => {
  await runMigrations(depsOf());
  await stored.db.collection('deliveries').createIndex({ sentAt: 1 }, { name: 'ours' });
  await stored.db.collection('answers').dropIndex('at_1');
  await stored.db.collection('answers').createIndex({ at: 1 }, { expireAfterSeconds: 60 });
  await stored.db.collection('members').dropIndex('slug_1');
  await stored.db.collection('members').createIndex({ slug: 1 });
  await stored.db.collection('migrations').deleteMany({});
  await expect(runMigrations(depsOf())).rejects.toThrow(/index slug_1 of members .* under another name/);
  await stored.db.collection('members').dropIndex('slug_1');
  await runMigrations(depsOf());
  const names = (await stored.db.collection('deliveries').indexes()).map(({ name }) => name);
  expect(names).toContain('ours');
  await stored.db.collection('deliveries').dropIndex('ours');
  expect(await shapeStored(stored.db)).toEqual(shapeDeclared());
});

test('below the recorded minimum release neither hub, worker nor command starts, and each says why in one line', async () => {
  await runMigrations(depsOf());
  await database
    .collection(MIGRATIONS)
    .updateOne({ _id: countObjectRows.name }, { $set: { minimum: '99.0.0' } });
  await expect(refuseIfTooOld(database, '100.0.0')).resolves.toBeUndefined();
  await expect(refuseIfTooOld(database, '99.0.0')).resolves.toBeUndefined();
  await expect(refuseIfTooOld(database, '9.0.0')).rejects.toThrow(StartRefusal);
  expect(isBefore('0.9.0', '0.10.0')).toBe(true);
  expect(isBefore('0.10.0', '0.9.0')).toBe(false);
  const env = await hubEnvironment({ ...stored, database: stored.name });
  for (const entry of ['src/main.ts', 'workers/main.ts'] as const) {
    const process = startProcess(entry, env);
    const line = await process.saw('This database needs Tocsin 99.0.0 or later');
    expect(line).toMatch(/since 2026-11-28-count-object-rows; this is \S+\. Start a newer release\.$/);
    expect(await process.ended()).toBe(78);
  }
  const command = startProcess('src/cli/main.ts', env, ['key', 'list']);
  await command.saw('needs Tocsin 99.0.0');
  expect(await command.ended()).toBe(1);
});

test('npm start does not restart a process that refused to start', async () => {
  await runMigrations(depsOf());
  await database
    .collection(MIGRATIONS)
    .updateOne({ _id: countObjectRows.name }, { $set: { minimum: '99.0.0' } });
  const data = mkdtempSync(join(tmpdir(), 'tocsin-refused-'));
  const env = await hubEnvironment({ ...stored, database: stored.name });
  const start = startProcess('scripts/start.mjs', { ...env, TOCSIN_DATA: data, TOCSIN_INSTALL: 'never' });
  // Hub, worker and seeding start together; whichever refuses first ends the start.
  await start.saw('This database needs Tocsin 99.0.0 or later');
  await start.saw('refused to start');
  expect(await start.ended()).toBe(1);
  expect(start.said().filter((line) => line.includes('starting it again'))).toEqual([]);
  rmSync(data, { recursive: true, force: true });
});

test('an operator’s command changes no database by opening it; migrate does, and reports it', async () => {
  const env = await hubEnvironment({ ...stored, database: stored.name });
  const refused = startProcess('src/cli/main.ts', env, ['key', 'list']);
  await refused.saw('not migrated to this release');
  expect(await refused.ended()).toBe(1);
  const dry = startProcess('src/cli/main.ts', env, ['migrate', '--dry-run']);
  await dry.saw('would create members');
  await dry.saw(`${MIGRATION_LIST.length} migrations to be done. Nothing was changed.`);
  expect(await dry.ended()).toBe(0);
  expect((await shapeStored(stored.db)).size).toBe(0);
  const run = startProcess('src/cli/main.ts', env, ['migrate']);
  await run.saw('The database is at this release.');
  expect(await run.ended()).toBe(0);
  expect(await shapeStored(stored.db)).toEqual(shapeDeclared());
  const list = startProcess('src/cli/main.ts', env, ['key', 'list']);
  expect(await list.ended()).toBe(0);
});
