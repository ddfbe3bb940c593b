// An issuer withdraws an advisory, or replaces it by another (CSAF 2.1, profiles csaf_withdrawn and csaf_superseded): its warning is
// cancelled with the issuer's reason, and whoever had it is told. What never came here brings nothing. A marking is not taken back.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { importAdvisory } from '../../../src/service/import/import-advisory.ts';
import { contentOf } from '../../../src/store/content/stored-content.ts';
import { openTestHub, type TestHub } from '../../support/hub.ts';
import { fieldCase } from '../../support/inputs/field-case.ts';
import { good } from '../../support/outcome.ts';
import { to } from '../../support/publish.ts';

let world: TestHub;
beforeAll(async () => {
  world = await openTestHub();
});
afterAll(() => world.close());

const stateOf = (id: string, version: number, changes: object = {}): string => {
  const { document, ...rest } = JSON.parse(fieldCase('13-csaf21.json'));
  const date = `2026-05-0${version}T00:00:00.000Z`;
  const tracking = {
    ...document.tracking,
    id,
    version: `${version}`,
    status: 'final',
    initial_release_date: '2026-05-01T00:00:00.000Z',
    current_release_date: date,
    revision_history: Array.from({ length: version }, (_, at) => ({
      date: `2026-05-0${at + 1}T00:00:00.000Z`,
      number: `${at + 1}`,
      summary: 'x',
    })),
  };
  const isEnd = 'category' in changes;
  return JSON.stringify({ document: { ...document, tracking, ...changes }, ...(isEnd ? {} : rest) });
};

const imported = async (text: string, announce = true) =>
  importAdvisory(world.hub, await world.actor('cyberAgency'), text, { announce, audience: to('northGrid') });

const summaryOf = async (warning: string | null) => {
  const row = await world.hub.warnings.head(String(warning));
  if (row === null) throw new Error(`no ${warning}`);
  return contentOf(row.content).summary;
};

const WITHDRAWN = {
  category: 'csaf_withdrawn',
  notes: [
    { category: 'legal_disclaimer', title: 'Terms', text: 'Reason for nothing.' },
    { category: 'description', title: 'Reasoning for Withdrawal', text: 'The flaw is in no\nrelease.' },
  ],
};

test('a withdrawn advisory cancels its warning with the reason, and the recipients are told', async () => {
  const first = good(await imported(stateOf('ADV-1', 1)));
  const second = good(await imported(stateOf('ADV-1', 2, WITHDRAWN)));
  expect(second).toMatchObject({
    result: 'CANCELLED',
    warning: first.warning,
    version: 2,
    notifies: true,
    findings: [
      {
        code: 'CSAF_WITHDRAWN',
        path: '$.document.category',
        message: `Its issuer withdrew it, and ${first.warning} is cancelled: The flaw is in no release.`,
      },
      ...first.findings,
    ],
  });
  const summary = await summaryOf(first.warning);
  expect(summary).toMatchObject({ messageType: 'CANCEL', cancelReason: 'The flaw is in no release.' });
  await world.drain();
  const told = await world.hub.deliveries.rows.find({ warning: String(first.warning), version: 2 }).toArray();
  expect(told.length).toBeGreaterThan(0);
  expect(good(await imported(stateOf('ADV-1', 2, WITHDRAWN))).result).toBe('UNCHANGED');
  expect(await imported(stateOf('ADV-1', 3))).toMatchObject({
    ok: false,
    problems: [{ code: 'ALREADY_CANCELLED' }],
  });
});

test('a superseded advisory says by what; as history it tells nobody', async () => {
  const first = good(await imported(stateOf('ADV-2', 1)));
  const superseded = {
    category: 'csaf_superseded',
    notes: [{ category: 'description', title: 'Reasoning for Supersession', text: 'Two were joined.' }],
    references: [
      { category: 'self', summary: 'This document', url: 'https://psirt.example.com/adv-2.json' },
      {
        category: 'external',
        summary: 'Superseding Document ADV-9',
        url: 'https://psirt.example.com/adv-9.json',
      },
    ],
  };
  expect(good(await imported(stateOf('ADV-2', 2, superseded), false))).toMatchObject({
    result: 'CANCELLED',
    notifies: false,
  });
  expect(await summaryOf(first.warning)).toMatchObject({
    messageType: 'CANCEL',
    cancelReason: 'Two were joined. Superseding Document ADV-9: https://psirt.example.com/adv-9.json',
  });
});

test('an end is news although the document says nothing else that is new', async () => {
  const state = (version: number, category: string): string => {
    const advisory = JSON.parse(stateOf('ADV-4', version));
    return JSON.stringify({ ...advisory, document: { ...advisory.document, category } });
  };
  const first = good(await imported(state(1, 'csaf_security_advisory')));
  const last = good(await imported(state(2, 'csaf_withdrawn')));
  expect(last).toMatchObject({ result: 'CANCELLED', warning: first.warning, notifies: true });
  await world.drain();
  const ofEnd = { warning: String(first.warning), version: 2 };
  expect(await world.hub.deliveries.rows.find(ofEnd).toArray()).not.toEqual([]);
});

test('whoever imports a folder reads what was cancelled and what was taken back before it came', async () => {
  const first = good(await imported(stateOf('ADV-5', 1)));
  const folder = mkdtempSync(path.join(tmpdir(), 'tocsin-ended-'));
  writeFileSync(path.join(folder, 'a.json'), stateOf('ADV-5', 2, WITHDRAWN));
  writeFileSync(path.join(folder, 'b.json'), stateOf('ADV-6', 2, WITHDRAWN));
  const main = path.join(import.meta.dirname, '../../../src/cli/main.ts');
  const said = spawnSync(process.execPath, [main, 'import', 'csaf', folder, '--member', 'cyber-agency'], {
    encoding: 'utf8',
    env: {
      ...process.env,
      NODE_OPTIONS: '--conditions=tocsin-source',
      MONGODB_URL: world.mongodbUrl,
      TOCSIN_DATABASE: world.database,
      NO_COLOR: '1',
    },
  });
  rmSync(folder, { recursive: true });
  expect([said.status, said.stdout]).toEqual([
    0,
    expect.stringContaining('Read 2 files of 2: 1 cancelled, 1 taken back and never here, 0 refused.'),
  ]);
  expect(said.stdout.replace(/\s+/g, ' ')).toContain(
    `Cancelled: CSAF_WITHDRAWN × 1 a.json at $.document.category: Its issuer withdrew it, and ${first.warning} is cancelled: The flaw is in no release.`,
  );
  expect(said.stdout).toContain('Taken back by its issuer, and never here:');
});

test('one that was taken back and never came here is passed over', async () => {
  expect(good(await imported(stateOf('ADV-3', 2, WITHDRAWN)))).toMatchObject({
    result: 'SKIPPED',
    warning: null,
    reason: { code: 'CSAF_WITHDRAWN' },
  });
});

test('a later state that is marked less strictly stays as strict, which is remarked', async () => {
  const marked = async (version: number, label: string): Promise<unknown[]> => {
    const state = stateOf('ADV-MARKED', version, { distribution: { tlp: { label } } });
    const { warning, findings } = good(await imported(state));
    return [
      (await summaryOf(warning)).tlp,
      ...findings.map(({ code }) => code).filter((code) => /MARKING|TLP/.test(code)),
    ];
  };
  expect(await marked(1, 'GREEN')).toEqual(['GREEN']);
  expect(await marked(2, 'AMBER')).toEqual(['AMBER']);
  expect(await marked(3, 'AMBER')).toEqual(['AMBER']);
  expect(await marked(4, 'CLEAR')).toEqual(['AMBER', 'CSAF_MARKING_STAYS']);
});
