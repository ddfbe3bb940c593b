// `tocsin import csaf`: real advisories become warnings, each published state of one a version of the same warning.
// Imported history notifies nobody, and a second run finds nothing to do.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Audience } from '../../../src/domain/audience.ts';
import type { WarningDraft } from '../../../src/domain/warning.ts';
import { warningText } from '../../../src/exchange/text/warning-text.ts';
import { importAdvisory } from '../../../src/service/import/import-advisory.ts';
import type { Imported } from '../../../src/service/import/import-result.ts';
import { readWarning } from '../../../src/service/item/read-warning.ts';
import { draftOf } from '../../../src/service/version/correct-version.ts';
import { updateWarning } from '../../../src/service/warning/update-warning.ts';
import { contentOf } from '../../../src/store/content/stored-content.ts';
import { openTestHub, type TestHub } from '../../support/hub.ts';
import { fieldCase, fieldCasePath } from '../../support/inputs/field-case.ts';
import { publicSet, unpackSet } from '../../support/inputs/public-set.ts';
import { randomOf } from '../../support/random.ts';
import { seed } from '../../support/seed.ts';

const ROOT = path.join(import.meta.dirname, '../../..');
const SHIPPED = path.join(ROOT, 'seeds/advisories');

/** Every tenth of the 400 advisories as files, as an operator has them; the seed says from which on. */
const advisories = mkdtempSync(path.join(tmpdir(), 'tocsin-advisories-'));

const EVERYBODY: Audience = { alternatives: [{}], excludes: [] };

let world: TestHub;
beforeAll(async () => {
  unpackSet('csaf-cisa', advisories, (index) => index % 10 === seed() % 10);
  world = await openTestHub();
});
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

test('one command imports every advisory; a second run finds all of them unchanged', async () => {
  const files = jsonBelow(advisories).length;
  expect(files).toBe(40);
  const first = tocsin('import', 'csaf', advisories, '--member', 'cyber-agency', '--strict');
  expect(first.stderr).not.toContain('What to do');
  expect(first.status).toBe(0);
  expect(first.stdout).toContain('History notifies nobody.');
  // An advisory that names no sector is held: nobody gets what nobody addressed.
  const taken = Number(/: (\d+) new/.exec(first.stdout)?.[1]);
  const held = files - taken;
  expect(first.stdout).toContain(
    `Read ${files} files of ${files}: ${taken} new, ${held === 0 ? '' : `${held} held, `}0 refused.`,
  );
  expect(taken).toBeGreaterThan(30);
  expect(await world.hub.warnings.rows.countDocuments({ isHead: true })).toBe(taken);
  const again = tocsin(
    'import',
    'csaf',
    advisories,
    '--member',
    'cyber-agency',
    '--strict',
    '--to',
    'energy',
  );
  expect(again.stdout).toContain(`${taken} unchanged`);
  const last = tocsin('import', 'csaf', advisories, '--member', 'cyber-agency', '--strict');
  expect(last.stdout).toContain(`${files} unchanged, 0 refused.`);
  process.stdout.write(`${first.stdout}${again.stdout}${last.stdout}`);
  expect(await world.hub.warnings.rows.countDocuments({ isHead: true })).toBe(files);
  await world.drain();
  expect(await world.hub.deliveries.rows.countDocuments()).toBe(0);
});

/** Files that say what they are, and an advisory for whose issuer nobody speaks; and who issued one is told first. */
const otherFiles = async (): Promise<void> => {
  const own = mkdtempSync(path.join(tmpdir(), 'tocsin-other-'));
  const bundle = path.join(own, 'bundle.json');
  writeFileSync(bundle, '{"type": "bundle", "id": "bundle--a", "objects": []}');
  const stix = tocsin('import', 'csaf', bundle, '--member', 'cyber-agency');
  expect(stix.stdout).toContain('This is STIX, and no CSAF advisory.');
  expect(stix.stdout).toContain('under `bundle:` of a draft');
  rmSync(own, { recursive: true, force: true });
  const importer = await world.actor('cyberAgency');
  const text = fieldCase('15-csaf-no-tlp.json');
  const audience = { alternatives: [{ sectors: ['energy'] }], excludes: [] };
  const other = await importAdvisory(world.hub, importer, text, {
    audience,
    speaksFor: 'cisa.gov',
    isTrial: true,
  });
  expect(other).toMatchObject({ ok: true, value: { result: 'NEW' } });
  expect(other.ok && other.value.findings.map(({ code }) => code)).toContain('CSAF_OF_OTHER_ISSUER');
  const advisory = JSON.parse(text);
  advisory.document.tracking.id = 'ISSUED-1';
  const taken = await importAdvisory(world.hub, importer, JSON.stringify(advisory), { audience });
  const item = await readWarning(world.hub, importer, (taken.ok && taken.value.warning) || '');
  if (item === null) throw new Error('It was not imported.');
  const { name } = advisory.document.publisher;
  expect(item.summary.issuer).toBe(name);
  const now = new Date(item.summary.updatedAt);
  const shown = warningText({ ...item, now }, { width: 200 });
  expect(shown).toContain(`Issued by ${name}; brought here by ${item.summary.publisher.name}`);
};

test('a file that is not an advisory is refused with name, path and reason, and does not stop the rest', async () => {
  const good = path.join(SHIPPED, jsonBelow(SHIPPED)[0] ?? '');
  const mixed = tocsin('import', 'csaf', path.join(ROOT, 'package.json'), good, '--member', 'cyber-agency');
  expect(mixed.status).toBe(0);
  expect(mixed.stdout).toMatch(/1 refused\./);
  expect(mixed.stdout).toMatch(/CSAF_INVALID × 1\n {2}package\.json at \$/);
  expect(tocsin('import', 'csaf', '/nowhere', '--member', 'cyber-agency').status).toBe(2);
  await otherFiles();
  const nobody = tocsin('import', 'csaf', good, '--member', 'river-water');
  expect([nobody.status, nobody.stderr]).toEqual([2, expect.stringContaining('may not publish here')]);
});

test('235 states of 56 advisories are versions of 56 warnings; a changed address notifies nobody', async () => {
  const importer = await world.actor('xbCsirt');
  const results: Record<string, number> = {};
  const warnings = new Set<string>();
  let notifies = 0;
  let files = 0;
  const states = [...publicSet('csaf-cisa-revisions')].filter(([name]) => name.endsWith('.json'));
  for (const [name, text] of states) {
    const outcome = await importAdvisory(world.hub, importer, text, { announce: true, audience: EVERYBODY });
    if (!outcome.ok) throw new Error(`${name}: ${JSON.stringify(outcome.problems[0])}`);
    files += 1;
    if (outcome.value.warning !== null) warnings.add(outcome.value.warning);
    results[outcome.value.result] = (results[outcome.value.result] ?? 0) + 1;
    if (outcome.value.notifies) notifies += 1;
  }
  process.stdout.write(`${files} states: ${JSON.stringify(results)}, ${notifies} notify\n`);
  expect(files).toBe(235);
  expect(warnings.size).toBe(56);
  expect(results['NEW']).toBe(56);
  expect(results['UPDATED']).toBe(30);
  // States of the same version with an earlier date: fifteen silent edits, and four that rewrote 1.0.0 as 1.
  expect(results['OUTDATED']).toBe(19);
  const rows = await world.hub.warnings.rows
    .find({ publisher: importer.member.id })
    .sort({ warning: 1, version: 1 })
    .toArray();
  const moments = new Map<string, number>();
  for (const row of rows) {
    const { summary } = contentOf(row.content);
    const at = Date.parse(summary.updatedAt);
    expect(at).toBeGreaterThan(moments.get(row.warning) ?? 0);
    moments.set(row.warning, at);
  }
});

const imported = async (
  text: string,
  options: Parameters<typeof importAdvisory>[3],
  name: 'xbCsirt' | 'cyberAgency' = 'cyberAgency',
): Promise<Imported> => {
  const outcome = await importAdvisory(world.hub, await world.actor(name), text, options);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems[0]));
  return outcome.value;
};

type State = { readonly version: string; readonly date: string; readonly title: string };

/** An advisory at one of its versions. */
const releasedAs = (name: string, { version, date }: Omit<State, 'title'>) => {
  const advisory = JSON.parse(fieldCase(name));
  const numbers = Array.from({ length: Number(version) }, (_, at) => String(at + 1));
  const history = numbers.map((number) => ({ date, number, summary: 'x' }));
  const tracking = { version, current_release_date: date, revision_history: history };
  Object.assign(advisory.document.tracking, tracking);
  return advisory;
};

const stateOf = (id: string, { title, ...state }: State): string => {
  const advisory = releasedAs('15-csaf-no-tlp.json', state);
  advisory.document.tracking.id = id;
  advisory.document.title = title;
  return JSON.stringify(advisory);
};

test('states of an advisory in any order end as the newest by version, then date; older ones are outdated', async () => {
  const states: readonly State[] = [
    { version: '1', date: '2026-03-01T00:00:00.000Z', title: 'First' },
    { version: '1', date: '2026-03-02T00:00:00.000Z', title: 'Second' },
    { version: '2', date: '2026-02-01T00:00:00.000Z', title: 'Third, dated before' },
    { version: '3', date: '2026-03-04T00:00:00.000Z', title: 'Fourth' },
  ];
  const random = randomOf(seed());
  for (let round = 0; round < 8; round += 1) {
    const id = `STATES-${round}`;
    const order = Array.from({ length: 8 }, () => random.below(states.length));
    let newest = -1;
    const seen = new Set<number>();
    for (const index of order) {
      const { result, reason } = await imported(stateOf(id, states[index]!), { audience: EVERYBODY });
      expect(reason?.code ?? null).toBe(result === 'OUTDATED' ? 'CSAF_OUTDATED' : null);
      const expected =
        newest === -1 ? 'NEW' : index > newest ? 'UPDATED' : index === newest ? 'UNCHANGED' : 'OUTDATED';
      expect([order, index, result]).toEqual([order, index, expected]);
      newest = Math.max(newest, index);
      seen.add(index);
    }
    const last = await imported(stateOf(id, states[newest]!), { audience: EVERYBODY });
    expect(last.result).toBe('UNCHANGED');
    const row = await world.hub.warnings.head(String(last.warning));
    expect(contentOf(row!.content).summary.headline).toBe(states[newest]!.title);
    expect(row!.version).toBe(last.version);
  }
});

test('A, B, A again of the same version and date stays B, and a repeated run changes nothing', async () => {
  const [a, b] = ['One text', 'Another text'].map((title) =>
    stateOf('ABA', { version: '1', date: '2026-03-01T00:00:00.000Z', title }),
  ) as [string, string];
  const results = [];
  for (const text of [a, b, a, b, a]) results.push((await imported(text, { audience: EVERYBODY })).result);
  expect(results).toEqual(['NEW', 'UPDATED', 'OUTDATED', 'UNCHANGED', 'OUTDATED']);
});

test('an older state that comes after a correction by a person undoes nothing; a newer one is taken', async () => {
  const stateAt = (version: number): string =>
    stateOf('CORRECTED', {
      version: String(version),
      date: `2026-03-0${version}T00:00:00.000Z`,
      title: `State ${version}`,
    });
  const second = await imported(stateAt(2), { audience: EVERYBODY });
  const head = await world.hub.warnings.head(String(second.warning));
  const corrected = await updateWarning(world.hub, await world.actor('cyberAgency'), {
    id: String(second.warning),
    expectedVersion: 1,
    draft: { ...(draftOf(contentOf(head!.content)) as WarningDraft), headline: 'As a person says' },
  });
  expect(corrected).toMatchObject({ ok: true });
  expect((await imported(stateAt(1), { audience: EVERYBODY })).result).toBe('OUTDATED');
  expect((await imported(stateAt(3), { audience: EVERYBODY })).result).toBe('UPDATED');
});

test('what names no sector is held until a person says for whom; their word goes before what an advisory says', async () => {
  const text = fieldCase('15-csaf-no-tlp.json');
  const held = await imported(text, {});
  expect([held.result, held.warning, held.reason?.code, held.reason?.path]).toEqual([
    'HELD',
    null,
    'CSAF_NO_AUDIENCE',
    '$.document.notes',
  ]);
  const { result, warning, findings } = await imported(text, {
    audience: { alternatives: [{ sectors: ['energy'] }], excludes: [] },
    defaultTlp: 'GREEN',
  });
  expect([result, findings.map(({ code }) => code)]).toEqual(['NEW', ['CSAF_TLP_MISSING']]);
  expect(findings[0]?.message).toContain('TLP:GREEN, as you said');
  const content = contentOf((await world.hub.warnings.head(String(warning)))!.content);
  expect([
    content.summary.tlp,
    content.access.audience.alternatives,
    content.summary.sectorsConcerned,
  ]).toEqual(['GREEN', [{ sectors: ['energy'] }], ['energy']]);
});

test('a later state that says nothing, or nothing readable, of sectors is not said to name everybody', async () => {
  const stateAt = (version: number, sectors: string | null): string => {
    const state = { version: String(version), date: `2026-03-0${version}T00:00:00.000Z` };
    const advisory = JSON.parse(stateOf('SECTORS', { ...state, title: `State ${version}` }));
    const note = { category: 'other', title: 'Critical infrastructure sectors', text: sectors };
    if (sectors !== null) advisory.document.notes = [...(advisory.document.notes ?? []), note];
    return JSON.stringify(advisory);
  };
  const audience = { alternatives: [{ sectors: ['energy'] }], excludes: [] };
  await imported(stateAt(1, null), { audience, defaultTlp: 'GREEN' });
  const remarked = async (version: number, sectors: string | null): Promise<string[]> => {
    const { result, findings } = await imported(stateAt(version, sectors), { defaultTlp: 'GREEN' });
    expect(result).toBe('UPDATED');
    return findings.map(({ code }) => code).filter((code) => code !== 'CSAF_TLP_MISSING');
  };
  expect(await remarked(2, null)).toEqual([]);
  expect(await remarked(3, 'Frobnication')).toEqual(['CSAF_SECTOR_UNREAD']);
  expect(await remarked(4, 'Multiple Sectors')).toEqual(['CSAF_AUDIENCE_STAYS']);
});

test('an advisory of which nothing is affected notifies nobody; that it is so after all does', async () => {
  const cleared = (version: number): string => {
    const state = { version: String(version), date: `2026-10-0${version}T10:00:00.000Z` };
    return JSON.stringify(releasedAs('03-vex-not-affected.json', state));
  };
  const affected = JSON.stringify({
    ...JSON.parse(cleared(2)),
    vulnerabilities: [{ cve: 'CVE-2026-0003', product_status: { known_affected: ['P1', 'P2'] } }],
  });
  const options = { announce: true, audience: EVERYBODY };
  const outcomes = [];
  for (const text of [cleared(1), affected, cleared(3)]) outcomes.push(await imported(text, options));
  expect(outcomes.map(({ result, notifies }) => [result, notifies])).toEqual([
    ['NEW', false],
    ['UPDATED', true],
    ['UPDATED', true],
  ]);
});

test('a folder of a provider is imported without a failure; drafts, and bytes that are not UTF-8, are not', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tocsin-provider-'));
  const put = (name: string, value: unknown): void =>
    writeFileSync(path.join(folder, name), JSON.stringify(value));
  put('provider-metadata.json', {
    canonical_url: 'https://example.org/provider-metadata.json',
    metadata_version: '2.0',
    role: 'csaf_provider',
  });
  put('feed-tlp-white.json', { feed: { id: 'white', title: 'White', entry: [] } });
  writeFileSync(path.join(folder, 'changes.csv'), '"a.json","2026-10-01T10:00:00Z"\n');
  const advisory = JSON.parse(fieldCase('15-csaf-no-tlp.json'));
  advisory.document.tracking.id = 'PROVIDED-1';
  writeFileSync(path.join(folder, 'a.json'), `\uFEFF${JSON.stringify(advisory)}`);
  advisory.document.tracking.id = 'PROVIDED-2';
  advisory.document.tracking.status = 'draft';
  put('b.json', advisory);
  const run = (...more: string[]) =>
    tocsin('import', 'csaf', folder, '--member', 'cyber-agency', '--strict', ...more);
  const first = run('--to', 'energy');
  expect([first.status, first.stdout]).toEqual([
    0,
    expect.stringContaining('Read 4 files of 4: 1 new, 1 held, 2 no advisory, 0 refused.'),
  ]);
  expect(first.stdout).toMatch(
    /Held, and not published:\n\nCSAF_DRAFT × 1\n {2}b\.json at \$\.document\.tracking\.status/,
  );
  expect(first.stdout).toMatch(/CSAF_TLP_MISSING × 1\n.*read as TLP:AMBER\./);
  const drafted = await importAdvisory(world.hub, await world.actor('cyberAgency'), JSON.stringify(advisory));
  expect(drafted).toMatchObject({ ok: true, value: { result: 'HELD', reason: { code: 'CSAF_DRAFT' } } });
  expect(run('--to', 'energy', '--drafts').stdout).toContain('1 new, 1 unchanged, 2 no advisory, 0 refused.');
  cpSync(fieldCasePath('01-latin1-csaf.json'), path.join(folder, 'c.json'));
  const odd = run('--to', 'energy');
  expect([odd.status, odd.stdout]).toEqual([
    1,
    expect.stringMatching(/NOT_UTF_8 × 1\n {2}c\.json at \$: The file is not UTF-8\. Byte \d+ does not/),
  ]);
  const tolerant = tocsin('import', 'csaf', folder, '--to', 'energy', '--tolerate', '6.1.2,6116');
  expect([tolerant.status, tolerant.stderr]).toEqual([
    2,
    expect.stringContaining('There is no mandatory test "6116"'),
  ]);
  expect(tocsin('import', 'csaf', folder, '--to', 'enrgy').stderr).toContain('There is no sector "enrgy"');
  const audience = path.join(folder, 'audience.json');
  put('audience.json', { alternatives: [{ sectors: [] }] });
  expect(tocsin('import', 'csaf', folder, '--to', audience).stderr).toContain(
    'At $.audience.alternatives[0].sectors',
  );
  rmSync(folder, { recursive: true });
});

test('whatever reads a file, standard input or the command line refuses what is not UTF-8, before it asks a hub', () => {
  const file = fieldCasePath('01-latin1-warning.json');
  const proposed = ['approval', 'propose', 'RELEASE_HOLD'];
  for (const args of [
    ['publish', file],
    ['publish', '-'],
    [...proposed, `@${file}`],
    [...proposed, '@-'],
  ]) {
    const { status, stderr } = spawnSync(process.execPath, [path.join(ROOT, 'src/cli/main.ts'), ...args], {
      encoding: 'utf8',
      input: readFileSync(fieldCasePath('01-latin1-warning.json')),
      env: {
        ...process.env,
        NODE_OPTIONS: '--conditions=tocsin-source',
        TOCSIN_KEY: 'toc_x',
        NO_COLOR: '1',
      },
    });
    expect([args, status, stderr]).toEqual([args, 2, expect.stringContaining('is not UTF-8')]);
  }
  expect(tocsin('warning', 'show', 'caf\uFFFD')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('not UTF-8'),
  });
});
