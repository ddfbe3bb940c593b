// `tocsin import stix`: reference sets come in parts, an interrupted import goes on where it ended, a later release changes what
// changed, and nothing notifies anybody.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newIdentifier } from 'stix2-ts/identifier';
import type { StixObject } from 'stix2-ts/stix-object';
import { REAL_FIRST } from '../../../src/domain/exercise/partition.ts';
import { importChunk } from '../../../src/service/import/import-set.ts';
import { chunksOf } from '../../../src/service/import/set-chunks.ts';
import { readObject } from '../../../src/service/object/read-objects.ts';
import { openTestHub, type TestHub } from '../../support/hub.ts';
import { bundleOf, made } from '../../support/objects.ts';

const ROOT = path.join(import.meta.dirname, '../../..');
const folder = mkdtempSync(path.join(tmpdir(), 'tocsin-sets-'));

let world: TestHub;
beforeAll(async () => {
  world = await openTestHub();
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await world.close();
});

const tocsin = (...args: string[]) =>
  spawnSync(process.execPath, [path.join(ROOT, 'src/cli/main.ts'), ...args], {
    encoding: 'utf8',
    env: {
      ...process.env,
      NODE_OPTIONS: '--conditions=tocsin-source',
      MONGODB_URL: world.mongodbUrl,
      TOCSIN_DATABASE: world.database,
      // 250 objects to a part.
      TOCSIN_MAX_BUNDLE_OBJECTS: '300',
      NO_COLOR: '1',
    },
  });

const fileOf = (name: string, objects: readonly object[]): string => {
  const file = path.join(folder, name);
  writeFileSync(file, JSON.stringify(bundleOf(...objects)));
  return file;
};

const definition = {
  type: 'marking-definition',
  spec_version: '2.1',
  id: newIdentifier('marking-definition'),
  created: '2026-01-01T00:00:00.000Z',
  definition_type: 'statement',
  definition: { statement: 'Copyright of the set' },
};
const MITRE = made('identity', { name: 'The set', object_marking_refs: [definition.id] });
const technique = (at: number): StixObject =>
  made('attack-pattern', {
    name: `Technique ${at}`,
    created_by_ref: MITRE.id,
    object_marking_refs: [definition.id],
  });
const techniques = Array.from({ length: 1_200 }, (_, at) => technique(at));
const set = [definition, MITRE, ...techniques];
const rowsOf = () => world.hub.objects.rows.countDocuments({ type: 'attack-pattern' });
const nameOf = async (id: string): Promise<unknown> =>
  (await readObject(world.hub, await world.actor('northGrid', 'analyst'), id, REAL_FIRST))?.object['name'];

test('a set comes in parts, is there for every reader, and a second run finds it unchanged', async () => {
  const file = fileOf('set.json', set);
  const first = tocsin('import', 'stix', file, '--member', 'cyber-agency', '--name', 'The set', '--strict');
  expect([first.status, first.stderr]).toEqual([0, expect.not.stringContaining('What to do')]);
  expect(first.stdout).toMatch(/^Imported The set: 1202 objects in 8 parts \(1202 new, 0 refused\)\./);
  expect(first.stdout).toContain('Readers see it as published by Cyber Agency (cyber-agency); --member');
  await world.drain();
  expect(await rowsOf()).toBe(techniques.length);
  expect(await world.hub.deliveries.rows.countDocuments()).toBe(0);
  expect(await nameOf(techniques[700]?.id ?? '')).toBe('Technique 700');
  const again = tocsin('import', 'stix', file, '--member', 'cyber-agency', '--name', 'The set');
  expect(again.stdout).toContain('(1202 unchanged, 0 refused)');
  expect(await rowsOf()).toBe(techniques.length);
});

test('a later release makes new versions of the parts that changed, and what left it is withdrawn', async () => {
  const [changed, gone] = techniques as [StixObject, StixObject];
  const next = set
    .filter((each) => each !== gone)
    .map((each) =>
      each === changed ? { ...each, name: 'Renamed', modified: '2026-02-01T00:00:00.000Z' } : each,
    );
  const file = fileOf('next.json', next);
  const run = tocsin('import', 'stix', file, '--member', 'cyber-agency', '--name', 'The set');
  expect(run.status).toBe(0);
  const [, updated = '0', same = '0'] =
    /\((\d+) in parts that changed, (\d+) unchanged, 0 refused\)/.exec(run.stdout) ?? [];
  expect(Number(updated)).toBeLessThan(400);
  expect(Number(updated) + Number(same)).toBe(next.length);
  await world.drain();
  expect([await nameOf(changed.id), await nameOf(gone.id)]).toEqual(['Renamed', undefined]);
  // Back to the release before: it is a state of its own, not one that is here.
  const back = tocsin(
    'import',
    'stix',
    fileOf('set.json', set),
    '--member',
    'cyber-agency',
    '--name',
    'The set',
  );
  expect(back.stdout).toMatch(/in parts that changed/);
  await world.drain();
  expect(await nameOf(gone.id)).toBe('Technique 1');
});

test('an interrupted import goes on where it ended', async () => {
  const others = Array.from({ length: 600 }, (_, at) => made('tool', { name: `Tool ${at}` }));
  const chunks = chunksOf(others, { objects: 250, bytes: 1_000_000 });
  expect(chunks.length).toBeGreaterThan(2);
  const [first] = chunks;
  if (first === undefined) throw new Error('a part');
  const of = { key: 'Tools', name: 'Tools', marking: 'GREEN' } as const;
  const actor = await world.actor('cyberAgency');
  expect(await importChunk(world.hub, actor, { set: of, chunk: first })).toEqual({ ok: true, value: 'NEW' });
  const rest = tocsin(
    'import',
    'stix',
    fileOf('tools.json', others),
    '--member',
    'cyber-agency',
    '--name',
    'Tools',
  );
  expect(rest.stdout).toContain(`(${600 - first.size} new, ${first.size} unchanged, 0 refused)`);
});

test('what cannot be received is left out and said; the rest comes in', () => {
  const good = made('tool', { name: 'Good' });
  const file = fileOf('mixed.json', [good, { ...made('tool', { name: 'Bad' }), id: 'tool--1' }]);
  const run = tocsin('import', 'stix', file, '--member', 'cyber-agency', '--strict');
  expect([run.status, run.stdout]).toEqual([1, expect.stringContaining('(1 new, 1 refused)')]);
  expect(run.stdout).toMatch(/Left out: \$\[1\]\.id: .*ID_MALFORMED/);
});
