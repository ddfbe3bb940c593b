// `tocsin import csaf`: real advisories become warnings, each published state of one a version of the same warning.
// Imported history rings nobody, and a second run finds nothing to do.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { importAdvisory } from '../../../src/service/import/import-advisory.ts';
import { openTestHub, type TestHub } from '../../support/hub.ts';
import { publicSet, unpackSet } from '../../support/public-set.ts';
import { seed } from '../../support/seed.ts';

const ROOT = path.join(import.meta.dirname, '../../..');
const SHIPPED = path.join(ROOT, 'seeds/advisories');

/** Every tenth of the 400 advisories as files, as an operator has them; the seed says from which on. */
const advisories = mkdtempSync(path.join(tmpdir(), 'tocsin-advisories-'));

let world: TestHub;
beforeAll(async () => {
  unpackSet('csaf-cisa', advisories, (index) => index % 10 === seed() % 10);
  world = await openTestHub();
}, 120_000);
afterAll(async () => {
  rmSync(advisories, { recursive: true });
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
      NO_COLOR: '1',
    },
  });

const jsonBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .sort();

test('every advisory is taken, in one command; the second run finds all of them unchanged', async () => {
  const files = jsonBelow(advisories).length;
  expect(files).toBe(40);
  const first = tocsin('import', 'csaf', advisories, '--member', 'cyber-agency', '--strict');
  expect(first.stderr).not.toContain('What to do');
  expect([first.status, first.stdout]).toEqual([
    0,
    expect.stringContaining(`Imported ${files} files of ${files}: ${files} new, 0 refused.`),
  ]);
  expect(first.stdout).toContain('History rings nobody.');
  const again = tocsin('import', 'csaf', advisories, '--member', 'cyber-agency', '--strict');
  expect(again.stdout).toContain(`${files} unchanged, 0 refused.`);
  process.stdout.write(`${first.stdout}${again.stdout}`);
  expect(await world.hub.warnings.rows.countDocuments({ isHead: true })).toBe(files);
  await world.drain();
  expect(await world.hub.deliveries.rows.countDocuments()).toBe(0);
}, 240_000);

test('what is no advisory is refused by name, place and reason, and stops nothing', () => {
  const good = path.join(SHIPPED, jsonBelow(SHIPPED)[0] ?? '');
  const mixed = tocsin('import', 'csaf', path.join(ROOT, 'package.json'), good, '--member', 'cyber-agency');
  expect(mixed.status).toBe(0);
  expect(mixed.stdout).toMatch(/1 refused\./);
  expect(mixed.stdout).toMatch(/CSAF_INVALID × 1\n {2}package\.json at \$/);
  expect(tocsin('import', 'csaf', '/nowhere', '--member', 'cyber-agency').status).toBe(2);
  const nobody = tocsin('import', 'csaf', good, '--member', 'river-water');
  expect([nobody.status, nobody.stderr]).toEqual([2, expect.stringContaining('may not publish here')]);
});

test('235 states of 56 advisories are versions of 56 warnings; a changed address rings nobody', async () => {
  const importer = await world.actor('xbCsirt');
  const results: Record<string, number> = {};
  const warnings = new Set<string>();
  let rings = 0;
  let files = 0;
  const states = [...publicSet('csaf-cisa-revisions')].filter(([name]) => name.endsWith('.json'));
  for (const [name, text] of states) {
    const outcome = await importAdvisory(world.hub, importer, text, { announce: true });
    if (!outcome.ok) throw new Error(`${name}: ${JSON.stringify(outcome.problems[0])}`);
    files += 1;
    warnings.add(outcome.value.warning);
    results[outcome.value.result] = (results[outcome.value.result] ?? 0) + 1;
    if (outcome.value.rings) rings += 1;
  }
  process.stdout.write(`${files} states: ${JSON.stringify(results)}, ${rings} ring\n`);
  expect(files).toBe(235);
  expect(warnings.size).toBe(56);
  expect(results['NEW']).toBe(56);
  expect(results['UPDATED']).toBe(30);
  const rows = await world.hub.warnings.rows
    .find({ publisher: importer.member.id })
    .sort({ warning: 1, version: 1 })
    .toArray();
  const moments = new Map<string, number>();
  for (const row of rows) {
    const { card } = JSON.parse(row.content);
    const at = Date.parse(card.updatedAt);
    expect(at).toBeGreaterThan(moments.get(row.warning) ?? 0);
    moments.set(row.warning, at);
  }
}, 240_000);
