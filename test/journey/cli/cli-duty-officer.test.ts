// The duty officer after publishing, on the command line: recipients and their state, the playbooks that come with the
// warning, and its cancellation.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { playbookBundle } from '../../../seeds/story/playbook.ts';
import { acknowledgeWarning } from '../../../src/service/delivery/acknowledge-warning.ts';
import { publishWarning } from '../../../src/service/warning/publish-warning.ts';
import { draft, openTestHub, type TestHub } from '../../support/hub.ts';
import { hubEnvironment, type Process, startHub, startProcess } from '../../support/processes.ts';
import { publishBy, to } from '../../support/publish.ts';

let world: TestHub;
let env: NodeJS.ProcessEnv;
let hub: Process;
let warning: string;
beforeAll(async () => {
  world = await openTestHub();
  env = await hubEnvironment(world);
  hub = await startHub(env);
  const published = await publishWarning(
    world.hub,
    await world.actor('cyberAgency'),
    draft({ headline: 'Gateways are opened', bundle: playbookBundle() }),
  );
  if (!published.ok) throw new Error(published.problems[0]?.message);
  warning = published.value.warning;
  await world.drain();
  // Whoever has a key is a person that is known by its handle.
  await world.token('northGrid', 'analyst');
  const analyst = await world.actor('northGrid', 'analyst');
  await acknowledgeWarning(world.hub, analyst, {
    warning,
    answer: 'NEED_HELP',
    note: 'Two\u001b[31m gateways',
  });
});
afterAll(async () => {
  await hub.kill('SIGTERM');
  await world.close();
});

const run = (key: string, ...args: string[]): Process =>
  startProcess('src/cli/main.ts', { ...env, TOCSIN_KEY: key }, args);

test('deliveries: recipients that need help come first, and only the publisher sees them', async () => {
  const officer = run(await world.token('cyberAgency', 'publisher'), 'deliveries', warning);
  await officer.saw('Gateways are opened (version 1)');
  expect(await officer.saw('NEED HELP')).toMatch(/^1 NEED HELP, /);
  expect(await officer.saw('acknowledged  ')).toMatch(/^north-grid +XA +acknowledged .* need-help$/);
  await officer.saw('city-hospital');
  expect(await officer.saw('gateways”')).toMatch(/^ {2}need-help “Two\[31m gateways” \(v1, .*Z,$/);
  await officer.saw('    north-grid/analyst)');
  await officer.ended();
  const other = run(await world.token('northGrid', 'analyst'), 'deliveries', warning);
  await other.saw('Only the publisher of a warning sees its deliveries.');
  await other.ended();
});

test('playbooks: numbered steps to read', async () => {
  const reader = run(await world.token('northGrid', 'analyst'), 'warning', 'playbooks', warning);
  await reader.saw('RUN A WATERWORKS BY HAND FOR A DAY');
  await reader.saw('  2  Take pumps and dosing off remote control (control room)');
  await reader.saw('manual: Write chlorine and tank level on paper');
  await reader.saw('if tanks below one third: go to 6');
  await reader.ended();
});

test('cancel: recipients learn why; other members cannot cancel', async () => {
  const reason = 'It was the maintenance firm.';
  const cancel = ['cancel', warning, '--reason', reason];
  const other = run(await world.token('northGrid', 'publisher'), ...cancel, '--yes');
  await other.saw('NOT_THE_PUBLISHER');
  expect(await other.ended()).toBe(1);
  const unasked = run(await world.token('cyberAgency', 'publisher'), ...cancel);
  await unasked.saw('There is no terminal to ask at');
  expect(await unasked.ended()).toBe(2);
  const officer = run(await world.token('cyberAgency', 'publisher'), ...cancel, '--yes');
  await officer.saw('Cancelled: Gateways are opened');
  await officer.saw(`${warning}, version 2, its last`);
  await officer.saw('other members will receive the reason.');
  expect(await officer.ended()).toBe(0);
});

describe('a draft', () => {
  let directory: string;
  let key: string;
  beforeAll(async () => {
    directory = mkdtempSync(path.join(tmpdir(), 'tocsin-draft-'));
    key = await world.token('cyberAgency', 'publisher');
  });
  afterAll(() => rmSync(directory, { recursive: true, force: true }));
  const fileOf = (name: string, text: string): string => {
    const file = path.join(directory, name);
    writeFileSync(file, text);
    return file;
  };
  const done = async (...args: string[]): Promise<{ code: number | null; text: string }> => {
    const command = run(key, ...args);
    const code = await command.ended();
    return { code, text: command.said().join('\n') };
  };
  const RIGHT = `
headline: Pumps stop
summary: |
  They stop by themselves.
actions:
  - text: Look at the pumps
contacts:
  - { name: Desk, number: "112", hours: 24x7 }
urgency: immediate
severity: severe
certainty: observed
marking: TLP:GREEN
audience: { alternatives: [{ sectors: [energy/electricity] }] }
`;

  test('a community that is mistyped, or hidden, is refused alike, beside one that is there', async () => {
    const file = fileOf(
      'circle.yaml',
      RIGHT.replace(
        '[{ sectors: [energy/electricity] }]',
        '[{ sectors: [health] }, { communities: [energy-cirle] }]',
      ),
    );
    for (const command of [
      ['preview', file],
      ['publish', file, '--dry-run'],
      ['publish', file],
    ]) {
      const { code, text } = await done(...command);
      expect([code, text]).toEqual([
        1,
        expect.stringContaining('COMMUNITY_UNKNOWN at $.audience.alternatives[1].communities[0]'),
      ]);
      expect(text).toContain('There is no community "energy-cirle" that you may see.');
      expect(text).toContain('tocsin community list');
    }
  });

  test('all faults of a file at once, with path, the word that was meant, and what to do', async () => {
    const file = fileOf(
      'wrong.yaml',
      RIGHT.replace('headline: Pumps stop', 'headlin: Pumps stop')
        .replace('severity: severe', 'severity: sever')
        .replace('energy/electricity', 'energy/electrisity')
        .replace('Look at the pumps', '""')
        .concat(
          'translations: [{ language: "not a tag!", headline: x, summary: y }]\nbundle: { type: bundle, id: x, objects: [{ type: indicator }] }\n',
        ),
    );
    for (const command of [
      ['publish', file, '--dry-run'],
      ['preview', file],
    ]) {
      const { code, text } = await done(...command);
      expect(code).toBe(1);
      for (const said of [
        'FIELD_UNKNOWN at $.headlin',
        'Did you mean headline?',
        'FIELD_MISSING at $.headline',
        'Did you mean SEVERE?',
        'SECTOR_UNKNOWN at $.audience.alternatives[0].sectors[0]',
        'Did you mean energy/electricity?',
        'TEXT_EMPTY at $.actions[0].text',
        'LANGUAGE_MALFORMED at $.translations[0].language',
        'at $.bundle',
      ])
        expect([command[0], said, text.includes(said)]).toEqual([command[0], said, true]);
    }
    const unreadable = await done('publish', fileOf('x.yaml', 'headline: [unclosed'));
    expect(unreadable).toMatchObject({ code: 2, text: expect.stringContaining('is not YAML.') });
  });

  test('a dry run says in a sentence what would happen, and writes nothing', async () => {
    const before = await world.hub.warnings.rows.countDocuments();
    const { code, text } = await done('warning', 'publish', fileOf('right.yaml', RIGHT), '--dry-run');
    expect(code).toBe(0);
    expect(text).toMatch(
      /This new warning, version 1, would go to \d+ other members\. TLP:GREEN, .* It is real, not an exercise\./,
    );
    expect(text).toContain('Nothing was sent: this was a dry run.');
    expect(await world.hub.warnings.rows.countDocuments()).toBe(before);
  });

  test('the same again is not sent, unless it is meant', async () => {
    const file = fileOf('twice.yaml', RIGHT.replace('Pumps stop', 'Pumps stop twice'));
    const first = await done('publish', file);
    expect(first).toMatchObject({ code: 0, text: expect.stringContaining('Published: Pumps stop twice') });
    // No worker runs here.
    expect(first.text).toContain('Note: no worker has numbered it yet');
    await world.drain();
    const second = await done('publish', file);
    expect(second.code).toBe(1);
    expect(second.text).toMatch(/You published this .* ago, as warning--/);
    expect(await world.hub.warnings.rows.countDocuments({ version: 1, content: /Pumps stop twice/ })).toBe(1);
    const dry = await done('publish', file, '--dry-run');
    expect(dry.text).toContain('PUBLISHED_BEFORE');
    // The same words under another marking are no repetition.
    const other = fileOf(
      'other.yaml',
      RIGHT.replace('Pumps stop', 'Pumps stop twice').replace(/^marking: .*$/m, 'marking: TLP:AMBER'),
    );
    expect((await done('publish', other, '--dry-run')).text).not.toContain('PUBLISHED_BEFORE');
  });

  test('an update: the version as a file, a diff, and what would be lost; sent only when confirmed', async () => {
    const published = await publishWarning(
      world.hub,
      await world.actor('cyberAgency'),
      draft({
        headline: 'Valves open',
        bundle: playbookBundle(),
        translations: [{ language: 'pt', headline: 'Válvulas', summary: 'Abrem.', actions: [] }],
      }),
    );
    if (!published.ok) throw new Error(published.problems[0]?.message);
    const { warning: id } = published.value;
    await world.drain();
    const { text: current } = await done('warning', 'update', id);
    expect(current).toContain('headline: Valves open');
    // What the hub made is no fault of the officer, and the file has no bundle.
    const tried = await done(
      'warning',
      'update',
      id,
      fileOf('dry.yaml', current.replace('open', 'stay open')),
      '--dry-run',
    );
    expect(tried.code).toBe(0);
    expect(tried.text).not.toMatch(/\$\.bundle|ID_NOT_RANDOM|DANGLING_REFERENCE/);
    const same = await done('warning', 'update', id, fileOf('same.yaml', current), '--yes');
    expect(same).toMatchObject({ code: 2, text: expect.stringContaining('nothing changes') });
    const edited = current
      .replace('Valves open', 'Valves stay open')
      .replace(/translations:\n(?:[ -].*\n)+/, '');
    const file = fileOf('edited.yaml', edited);
    const asked = await done('warning', 'update', id, file);
    expect(asked.code).toBe(2);
    for (const said of [
      '~ headline',
      '- "Valves open"',
      '+ "Valves stay open"',
      'TRANSLATION_DROPPED',
      'correction of the warning, version 2',
      'Add --yes',
    ])
      expect([said, asked.text.includes(said)]).toEqual([said, true]);
    expect((await world.hub.warnings.head(id))?.version).toBe(1);
    const sent = await done('warning', 'update', id, file, '--yes');
    expect(sent).toMatchObject({ code: 0, text: expect.stringContaining('Corrected: Valves stay open') });
    expect(sent.text.split('TRANSLATION_DROPPED')).toHaveLength(2);
    expect(sent.text).not.toMatch(/\$\.bundle/);
    await world.drain();
    // Its objects stay: a correction without them would withdraw them.
    const playbooks = await done('warning', 'playbooks', id);
    expect(playbooks.text).toContain('RUN A WATERWORKS BY HAND');
    const late = await done('warning', 'update', id, file, '--yes');
    expect(late).toMatchObject({ code: 1, text: expect.stringContaining('VERSION_CONFLICT') });
    expect(late.text).toContain('tocsin warning update ID');
    expect((await done('cancel', id, '--reason', 'A false alarm', '--yes')).code).toBe(0);
    const over = await done('warning', 'update', id);
    expect(over).toMatchObject({ code: 2, text: expect.stringContaining('nothing corrects it') });
  });

  test('who has not answered', async () => {
    const { text } = await done('delivery', 'list', warning, '--unanswered');
    expect(text).toContain('city-hospital');
    expect(text).toContain('north-grid');
    expect(text).toContain('need-help to v1');
  });

  test('new: a file to fill in, never over another', async () => {
    const file = path.join(directory, 'new.yaml');
    expect((await done('warning', 'new', file)).code).toBe(0);
    expect((await done('warning', 'new', file)).code).toBe(2);
    expect(await done('publish', file)).toMatchObject({
      code: 1,
      text: expect.stringContaining('FIELD_MISSING at $.marking'),
    });
  });
});

test('duplicates: a pair is listed, accepted, returned to the proposals, and rejected', async () => {
  const named = (...ids: string[]) => ({
    externalReferences: ids.map((id) => ({ source: 'cve', id, url: null })),
  });
  const both = to('northGrid', 'cyberAgency');
  const marking = 'GREEN' as const;
  const one = {
    headline: 'Gateways under attack',
    audience: both,
    marking,
    ...named('CVE-2026-4001', 'CVE-2026-4002'),
  };
  const other = { headline: 'Patch your firewalls', audience: both, marking, ...named('CVE-2026-4001') };
  await publishBy(world, 'cyberAgency', one);
  await publishBy(world, 'xbCsirt', other);
  const key = await world.token('cyberAgency', 'publisher');
  const say = async (...args: string[]): Promise<string> => {
    const command = run(key, 'duplicate', ...args);
    await command.ended();
    return command.said().join('\n');
  };
  const list = await say('list');
  const [id = ''] = /duplicate--[0-9a-f-]{36}/.exec(list) ?? [];
  expect(list).toContain('Patch your firewalls');
  expect(list).toContain('1 pair');
  expect(await say('accept', id)).toMatch(/^One event: “.*” and “.*”$/);
  expect(await say('list')).toBe('No pair waits for a reviewer.');
  expect(await say('undo', id, '--reopen')).toContain('Proposed again');
  expect(await say('reject', id)).toContain('Two events');
  expect(await say('undo', id, '--reopen')).toContain('DUPLICATE_NOT_ACCEPTED');
});
