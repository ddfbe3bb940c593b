// The embedded servers' logs: after searches, names and tokens of persons were used, mongod's log holds none of them, even when
// every operation counts as slow; and each log is kept below its bound while its server writes on (M25).
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { keepBounded } from '../../scripts/setup/server/bounded-log.mjs';
import type { Hub } from '../../src/hub.ts';
import { proposeEntities } from '../../src/service/entity/propose-entities.ts';
import { readFeed } from '../../src/service/feed/read-feed.ts';
import { type FaultWorld, openFaultWorld } from '../support/fault/fault-world.ts';
import { eventually } from '../support/processes.ts';
import { letSignIn, publishBy } from '../support/publish.ts';

const WORD = 'quetzalcoatlus';
const PERSON = 'ixtlilxochitl';
const NAME = 'Tezcatlipoca Works';

let fault: FaultWorld;
beforeAll(async () => {
  fault = await openFaultWorld();
});
afterAll(() => fault.close());

const log = (): string => join(fault.servers.directory, 'mongod/mongod.log');
const admin = (command: object) =>
  fault.world.hub.database.connection.getClient().db('admin').command(command);
/** mongod's settings of the profiler; `sampleRate` stays as the launcher set it when it is not given. */
const everythingIsSlow = (sampleRate?: number) =>
  fault.world.hub.database
    .native()
    .command({ profile: 0, slowms: 0, ...(sampleRate === undefined ? {} : { sampleRate }) });

const useEverything = async (hub: Hub): Promise<void> => {
  const { world } = fault;
  const reader = await world.actor('northGrid', 'analyst', `north-grid/${PERSON}`);
  await letSignIn(world, `north-grid/${PERSON}`);
  await publishBy(world, 'cyberAgency', {
    headline: `Flaw ${WORD}`,
    marking: 'RED',
    audience: { alternatives: [{ persons: [`north-grid/${PERSON}`] }], excludes: [] },
    allowEmptyAudience: true,
  });
  await readFeed(hub, reader, { first: 10, after: null, filter: { text: WORD } });
  await readFeed(hub, reader, { first: 10, after: null, filter: {} });
  await proposeEntities(hub, null, [
    { alias: `threat-actor|${NAME}`, thing: `threat-actor:${NAME}`, by: 'member--1' },
  ]);
};
const found = (text: string): string[] => [WORD, PERSON, NAME].filter((each) => text.includes(each));

test('mongod logs no slow operation, so no word, name or person', async () => {
  const { hub } = fault.world;
  await everythingIsSlow();
  await useEverything(hub);
  expect(found(readFileSync(log(), 'utf8'))).toEqual([]);
  // The same with sampling shows what would be there, but for persons, whom tokens name by digests.
  await everythingIsSlow(1);
  await useEverything(hub);
  await eventually('slow operations are logged', async () =>
    readFileSync(log(), 'utf8').includes('Slow query'),
  );
  const shown = found(
    readFileSync(log(), 'utf8')
      .split('\n')
      .filter((line) => /"command":\{"(?:find|aggregate|count|distinct|getMore)"/.test(line))
      .join('\n'),
  );
  expect(shown).toContain(WORD);
  expect(shown).not.toContain(PERSON);
  await everythingIsSlow(0);
});

test('a full log of mongod is put aside, and mongod writes on', async () => {
  const before = statSync(log()).ino;
  const { pid } = fault.servers.mongod ?? { pid: null };
  if (pid === null) throw new Error('mongod runs');
  const stop = keepBounded([{ file: log(), reopen: () => void process.kill(pid, 'SIGUSR1') }], {
    bytes: 1,
    lookMs: 50,
  });
  await eventually('it is put aside', async () =>
    readdirSync(join(fault.servers.directory, 'mongod')).includes('mongod.log.1'),
  );
  stop();
  await eventually('mongod opened a new one', async () => {
    await admin({ setParameter: 1, logLevel: 0 });
    const now = statSync(log(), { throwIfNoEntry: false });
    return now !== undefined && now.ino !== before && now.size > 0;
  });
});

test('a log that another process holds open is copied and emptied', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'tocsin-log-'));
  const file = join(directory, 'log');
  writeFileSync(file, 'x'.repeat(1_000), { mode: 0o600 });
  const stop = keepBounded([{ file }], { bytes: 999, lookMs: 20 });
  await eventually('it is emptied', async () => statSync(file).size === 0);
  expect(readFileSync(`${file}.1`, 'utf8')).toBe('x'.repeat(1_000));
  expect(statSync(`${file}.1`).mode & 0o777).toBe(0o600);
  writeFileSync(file, 'y'.repeat(999));
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(statSync(file).size).toBe(999);
  stop();
  rmSync(directory, { recursive: true });
});
