// The analyst at 3 a.m.: the page of a warning that was corrected or cancelled, in the reader's language; a list that shows what
// waits for an answer; indicators to copy; a practice with what it rests on.

import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { columnsOf } from '../../../src/exchange/text/columns.ts';
import { openTestEndpoint, type TestEndpoint } from '../../support/endpoint.ts';
import { bundleOf, MADE_AT, made } from '../../support/objects.ts';
import { startProcess } from '../../support/processes.ts';
import { publishBy, to } from '../../support/publish.ts';
import { cancelBy, correctBy, practiceBy } from '../../support/world/further-versions.ts';

let world: TestEndpoint;
let analyst: string;
const ids = { corrected: '', cancelled: '', practice: '', plain: '' };

const PT = {
  language: 'pt',
  headline: 'As bombas param',
  summary: 'Param sozinhas.',
  actions: ['Olhem as bombas'],
};

const bundle = () => {
  const indicator = made('indicator', {
    name: '=cmd|calc',
    pattern_type: 'stix',
    pattern: "[domain-name:value = 'evil.example.org'] OR [ipv4-addr:value = '198.51.100.9']",
    valid_from: MADE_AT,
  });
  const malware = made('malware', { name: 'Pumpkill', is_family: true });
  const past = made('indicator', {
    name: 'A drop zone of last year',
    pattern_type: 'stix',
    pattern: "[ipv4-addr:value = '203.0.113.77']",
    valid_from: MADE_AT,
    valid_until: '2026-01-02T00:00:00.000Z',
  });
  const indicates = made('relationship', {
    relationship_type: 'indicates',
    source_ref: indicator.id,
    target_ref: malware.id,
  });
  return bundleOf(indicator, past, malware, indicates);
};

beforeAll(async () => {
  world = await openTestEndpoint();
  analyst = await world.token('northGrid', 'analyst');
  const by = 'cyberAgency';
  const audience = to('northGrid');
  const pumps = { translations: [PT], bundle: bundle() };
  ids.plain = await publishBy(world, by, { audience, headline: 'Plain', marking: 'AMBER' });
  ids.corrected = await publishBy(world, by, { audience, headline: 'Pumps stop', ...pumps });
  const worse = { headline: 'Pumps stop at night', severity: 'EXTREME', ...pumps } as const;
  await correctBy(world, { by, id: ids.corrected, expectedVersion: 1 }, worse);
  ids.cancelled = await publishBy(world, by, { audience, headline: 'A false alarm' });
  await cancelBy(world, { by, id: ids.cancelled, expectedVersion: 1 }, 'It was the maintenance firm.');
  ids.practice = await practiceBy(world, by, {
    audience,
    evidence: 'Tried for a year.',
    limits: 'Tell the works council.',
    steps: ['Call', 'Write down'],
  });
});
afterAll(() => world.close());

const run = async (...args: string[]): Promise<{ text: string; code: number | null }> => {
  const env = {
    TOCSIN_URL: world.url,
    TOCSIN_KEY: analyst,
    TZ: 'America/Sao_Paulo',
    LANG: 'C',
    LC_ALL: '',
    COLUMNS: '80',
    NO_COLOR: '1',
  };
  const process = startProcess('src/cli/main.ts', env, args);
  const code = await process.ended();
  return { text: stripVTControlCharacters(process.said().join('\n')), code };
};
const page = async (id: string, headers: Record<string, string> = {}) =>
  world.get(analyst, `/warnings/${id}`, headers);

describe('the page', () => {
  test('a cancelled warning says so first, and gives nothing to do', async () => {
    const { body } = await page(ids.cancelled);
    const lines = body.split('\n');
    expect(lines.slice(0, 3).join('\n')).toMatch(
      /^TLP:GREEN.*\n\nCANCELLED .* UTC: It was the maintenance firm\./,
    );
    expect(body).toContain('There is nothing to do any more.');
    expect(body).not.toContain('What to do:');
    expect(body).not.toContain('Take the gateway off the internet\n');
    expect(body).toContain('Duty desk: +999 1 555 0100');
  });

  test('a corrected one says what changed', async () => {
    const { body } = await page(ids.corrected);
    expect(body).toContain(
      'What version 2 changes:\n- The severity was SEVERE, is now EXTREME.\n\nAgainst version 1, which you had:\n- Headline before: Pumps stop\n',
    );
    // Said in full, it is not said again in general.
    expect(body).not.toContain('The headline has changed.');
    expect((await page(ids.plain)).body).not.toContain('What version');
  });

  test('in the language of the reader, with what it is also in', async () => {
    const portuguese = await page(ids.corrected, { 'accept-language': 'de, pt-BR;q=0.8, en;q=0.1' });
    expect(portuguese.headers.get('content-language')).toBe('pt');
    expect(portuguese.headers.get('vary')).toContain('accept-language');
    expect(portuguese.body).toContain('AS BOMBAS PARAM');
    expect(portuguese.body).toContain('1. Olhem as bombas (by 2030-01-01 12:00 UTC)');
    expect(portuguese.body).toContain('In pt; also in: en');
    for (const headers of [{}, { 'accept-language': 'de' }, { 'accept-language': ',;=é' }]) {
      const english = await page(ids.corrected, headers);
      expect(english.headers.get('content-language')).toBe('en');
      expect(english.body).toContain('In en; also in: pt');
    }
    // One that is in no other says in which, where that is not the language of what frames it.
    const german = await publishBy(world, 'cyberAgency', { audience: to('southGrid'), language: 'de-DE' });
    const reader = await world.token('southGrid', 'analyst');
    expect((await world.get(reader, `/warnings/${german}`)).body).toContain('\nIn de-DE\n');
    expect((await page(ids.plain)).body).not.toMatch(/^In /m);
    expect((await run('warning', 'show', ids.corrected, '--language', 'pt')).text).toContain(
      'AS BOMBAS PARAM',
    );
  });

  test('lists its indicators defanged, and no sentence twice', async () => {
    const { body } = await page(ids.corrected);
    expect(body).toContain('host evil[.]example[.]org');
    expect(body).toContain('ip 198[.]51[.]100[.]9');
    expect(body).not.toContain('evil.example.org');
    for (const id of Object.values(ids)) {
      const { body: text } = await page(id);
      const inner = text.split('\n\n').slice(1, -1).join('\n');
      const sentences = inner.split(/(?<=[.!?])\s+|\n/).filter((each: string) => each.trim().length > 25);
      expect(sentences.filter((each: string, at: number) => sentences.indexOf(each) !== at)).toEqual([]);
    }
  });

  test('a practice has its evidence, limits and licence', async () => {
    const { body } = await page(ids.practice);
    for (const line of [
      'Evidence: Tried for a year.',
      'Limits: Tell the works council.',
      'Licence: CC-BY-4.0',
      '1. Call\n2. Write down',
    ])
      expect(body).toContain(line);
  });

  test('shows what one has answered, with person and note', async () => {
    await run('ack', ids.plain, '--answer', 'AFFECTED', '--note', 'Two pumps');
    const kept = await run('ack', ids.plain);
    expect(kept.text).toContain('Answered: your answer stands: affected, for version 1');
    const { body } = await page(ids.plain);
    expect(body).toMatch(
      /Your answer:\n- affected by north-grid\/analyst, .* UTC, to version 1:\s+“Two\s+pumps”/,
    );
  });
});

describe('the list', () => {
  test('80 columns, local time beside UTC, markings, and the newest first', async () => {
    const { text, code } = await run('feed');
    expect(code).toBe(0);
    expect(text.split('\n').filter((line) => columnsOf(line) > 80)).toEqual([]);
    expect(text).toMatch(/^UTC +HERE +SEVERITY +TLP +FROM$/m);
    const instants = [...text.matchAll(/^(\d{4}-\d\d-\d\d \d\d:\d\d)Z {2}\S/gm)].map(
      ([, instant]) => instant ?? '',
    );
    expect(instants).toHaveLength(4);
    expect(instants).toEqual(instants.toSorted().reverse());
    // The day too, where it is another one here.
    expect(text).toMatch(
      /Z {2}(?:\d\d-\d\d )?\d\d:\d\d +extreme {3}green +cyber-agency\n {2}UPDATED: Pumps stop at night\n/,
    );
    expect(text).toContain('CANCELLED: A false alarm');
    expect(text).toContain('also in: pt');
  });

  test('every word on it is one that an option takes', async () => {
    const found = async (...args: string[]) => (await run('warning', 'list', ...args)).text;
    const [amber, green, practice, future] = await Promise.all([
      found('--tlp', 'amber', '--since', '1h'),
      found('--tlp', 'TLP:GREEN', '--severity', 'EXTREME'),
      found('--kind', 'Practice'),
      found('--since', '2999-01-01'),
    ]);
    expect(amber).toContain(ids.plain);
    expect(amber).not.toContain(ids.corrected);
    expect(green).toContain(ids.corrected);
    expect(green).toContain('1 item,');
    expect(practice).toContain('1 item,');
    expect(future).toBe('No items match.');
    const [updated, cancelled] = [await found('--state', 'UPDATED'), await found('--state', 'cancelled')];
    expect([updated.includes(ids.corrected), updated.includes(ids.plain)]).toEqual([true, false]);
    expect([cancelled.includes(ids.cancelled), cancelled.includes(ids.plain)]).toEqual([true, false]);
    expect(await found('--text', '***')).toBe('No items match.');
    const wrong = await run('feed', '--tlp', 'ambr');
    expect(wrong).toMatchObject({ code: 2, text: expect.stringContaining('Did you mean amber?') });
  });

  test('--unanswered: what is in force and waits for an answer', async () => {
    const { text } = await run('feed', '--unanswered');
    expect(text).toContain(ids.corrected);
    expect(text).not.toContain(ids.cancelled);
    expect(text).not.toContain(ids.plain);
  });

  test('found by what is in its objects', async () => {
    expect((await run('feed', '--text', 'pumpkill')).text).toContain(ids.corrected);
    expect((await run('feed', '--text', 'hxxp://evil[.]example[.]org')).text).toBe('No items match.');
    expect((await run('feed', '--text', 'evil[.]example[.]org')).text).toContain(ids.corrected);
  });
});

describe('indicators', () => {
  test('as a table, plain values, CSV and STIX', async () => {
    const list = async (...more: string[]) => (await run('indicator', 'list', ids.corrected, ...more)).text;
    const [shown, plain, csv, bundled, recent] = await Promise.all([
      list(),
      list('--plain', '--defang'),
      list('--csv'),
      list('--stix'),
      run('indicator', 'list', '--since', '1h', '--plain'),
    ]);
    expect(shown).toMatch(/host +evil\.example\.org +=cmd\|calc; Pumpkill/);
    expect(shown).toMatch(/ip +203\.0\.113\.77 +EXPIRED/);
    expect(shown).toContain('TLP:GREEN: keep this marking with them.');
    const left = '1 indicator revoked, expired or not valid yet left out.';
    const marked = 'TLP:GREEN: keep this marking with them.';
    expect(plain.split('\n').toSorted()).toEqual(
      [left, marked, '198[.]51[.]100[.]9', 'evil[.]example[.]org'].toSorted(),
    );
    const rows = parse(csv, { columns: true }) as Record<string, string>[];
    expect(rows.map(({ type, value, name, indicates }) => [type, value, name, indicates])).toEqual([
      ['host', 'evil.example.org', "'=cmd|calc", 'Pumpkill'],
      ['ip', '198.51.100.9', "'=cmd|calc", 'Pumpkill'],
      ['ip', '203.0.113.77', 'A drop zone of last year', ''],
    ]);
    // A file that is passed on says how far it may go.
    expect(rows.map(({ marking, warning_lists }) => [marking, warning_lists])).toEqual(
      Array.from({ length: 3 }, () => ['TLP:GREEN', '']),
    );
    const { objects } = JSON.parse(bundled);
    expect(objects.map(({ type }: { type: string }) => type)).toContain('indicator');
    expect(recent.text.split('\n').toSorted()).toEqual(
      [left, marked, '198.51.100.9', 'evil.example.org'].toSorted(),
    );
  });

  test('only those that the options name, of one warning or of all; an empty CSV has its head', async () => {
    const found = async (...args: string[]) => {
      const { text } = await run('indicator', 'list', ...args, '--csv');
      const [head, ...rows] = text.split('\n').filter((line) => line !== 'No items match.');
      return { head, values: rows.filter((row) => row !== '').map((row) => row.split(',')[2]) };
    };
    const [byText, byValue, inOne, none, anywhere, byMalware] = await Promise.all([
      found('--since', '1h', '--text', 'night', '--value', '203.0.113.77'),
      found('--since', '1h', '--severity', 'extreme', '--value', '198[.]51[.]100[.]9'),
      found(ids.corrected, '--value', '203[.]0[.]113[.]77'),
      found('--since', '1h', '--severity', 'minor', '--value', '203.0.113.77'),
      // Who looks for a value at night has no id and no date.
      found('--value', '203[.]0[.]113[.]77'),
      found('--malware', 'pumpkill'),
    ]);
    expect(anywhere.values).toEqual(['203.0.113.77']);
    expect(byMalware.values).toEqual(['evil.example.org', '198.51.100.9', '203.0.113.77']);
    expect(byText.values).toEqual(['203.0.113.77']);
    expect(byValue.values).toEqual(['evil.example.org', '198.51.100.9']);
    expect(inOne.values).toEqual(['203.0.113.77']);
    expect(none).toEqual({ head: byText.head, values: [] });
    expect(none.head).toMatch(/^indicator,type,value,/);
  });

  test('a URL is one value by every way, byte for byte, and its host is none', async () => {
    const url = 'https://raw.githubusercontent.example/Evil/x.PS1';
    const beacon = made('indicator', {
      name: 'A script',
      pattern_type: 'stix',
      pattern: `[url:value = '${url}']`,
      valid_from: MADE_AT,
    });
    const id = await publishBy(world, 'cyberAgency', {
      audience: to('northGrid'),
      headline: 'A script is loaded',
      bundle: bundleOf(beacon),
    });
    const plain = (await run('indicator', 'list', id, '--plain')).text.split('\n');
    expect(plain.filter((line) => !line.startsWith('TLP:'))).toEqual([url]);
    const rows = parse((await run('indicator', 'list', id, '--csv')).text, { columns: true }) as {
      readonly type: string;
      readonly value: string;
    }[];
    expect(rows.map(({ type, value }) => [type, value])).toEqual([['url', url]]);
    const { body } = await page(id);
    expect(body).toContain('url hxxps://raw[.]githubusercontent[.]example/Evil/x.PS1');
    expect(body).not.toContain('host raw');
    const { body: asked } = await world.ask(
      analyst,
      'query I($filter: IndicatorFilter) { indicators(filter: $filter) { edges { node { values { value } } } } }',
      { filter: { warning: id } },
    );
    expect(asked.data.indicators.edges).toEqual([{ node: { values: [{ value: url }] } }]);
    // Its host is counted as the command that is named counts: over all, whatever else was asked for.
    const host =
      "Its host is in 1 indicator: tocsin indicator list --value 'raw[.]githubusercontent[.]example'";
    const other = ['indicator', 'list', '--value', 'https://raw.githubusercontent.example/Other'];
    for (const more of [[], ['--malware', 'Nothing'], ['--severity', 'minor'], ['--since', '1h']])
      expect((await run(...other, ...more)).text).toContain(host);
  });

  test('what is left out of a plain list is counted once, and said in the CSV', async () => {
    const indicator = (pattern: string, pattern_type = 'stix') =>
      made('indicator', { name: 'C2', pattern_type, pattern, valid_from: MADE_AT });
    const id = await publishBy(world, 'cyberAgency', {
      audience: to('northGrid'),
      headline: 'Some to block',
      bundle: bundleOf(
        indicator("[file:name = 'a.dll' AND file:name = 'b.dll']"),
        indicator('selection and filter', 'sigma'),
        indicator("[ipv4-addr:value = '203.0.113.5' AND domain-name:value = 'part.example']"),
        indicator("[ipv4-addr:value = '203.0.113.9' OR ipv4-addr:value = '::ffff:10.0.0.1']"),
        // As a firewall would read them once a tool has taken out what cannot be seen.
        indicator("[ipv4-addr:value IN ('0.0.0.0\u202e/0', '8.8.\ufeff8.8', '10.1')]"),
        indicator("[domain-name:value = 'x.example.net\n0.0.0.0/0']"),
      ),
    });
    const { text } = await run('indicator', 'list', id, '--plain');
    expect(text.split('\n').toSorted()).toEqual(
      [
        '1 indicator left out whose values are signs only together; --csv has the patterns.',
        '5 values left out: private, special, too wide a network, or written in a form that a firewall may read otherwise.',
        '2 indicators without a plain value left out; --csv and --stix have the patterns.',
        '203.0.113.9',
        'TLP:GREEN: keep this marking with them.',
      ].toSorted(),
    );
    const rows = parse((await run('indicator', 'list', id, '--csv')).text, { columns: true }) as {
      readonly value: string;
      readonly is_to_block: string;
    }[];
    expect(rows).toHaveLength(10);
    expect(rows.filter(({ is_to_block }) => is_to_block === 'true').map(({ value }) => value)).toEqual([
      '203.0.113.9',
    ]);
  });

  test('all values of a long pattern are printed; the page and the contract say how many they leave out', async () => {
    const values = Array.from({ length: 300 }, (_, at) => `h${at}.example.net`);
    const quoted = values.map((value) => `'${value}'`).join(', ');
    const long = { name: 'Many', pattern_type: 'stix', pattern: `[domain-name:value IN (${quoted})]` };
    const id = await publishBy(world, 'cyberAgency', {
      audience: to('northGrid'),
      headline: 'Many hosts',
      bundle: bundleOf(made('indicator', { ...long, valid_from: MADE_AT })),
    });
    const plain = (await run('indicator', 'list', id, '--plain')).text.split('\n');
    expect(plain.filter((line) => line.startsWith('h'))).toEqual(values);
    const csv = parse((await run('indicator', 'list', id, '--csv')).text, { columns: true });
    expect(csv).toHaveLength(300);
    const { body } = await page(id);
    expect(body.match(/host h\d+\[\.\]example/g)).toHaveLength(20);
    expect(body).toContain('and 280 more values of this indicator');
    const { body: asked } = await world.ask(
      analyst,
      'query I($filter: IndicatorFilter) { indicators(filter: $filter) { edges { node { valueCount values { value } } } } }',
      { filter: { warning: id } },
    );
    const [{ node }] = asked.data.indicators.edges;
    expect([node.valueCount, node.values.length]).toEqual([300, 100]);
  });

  test('wrong options, and a warning that is not there', async () => {
    const [neither, both, forms, which, none] = await Promise.all([
      run('indicator', 'list'),
      run('indicator', 'list', ids.plain, '--since', '2d'),
      run('indicator', 'list', ids.plain, '--csv', '--stix'),
      run('indicator', 'list', ids.plain, '--sector', 'energy'),
      run('indicator', 'list', ids.plain),
    ]);
    expect([neither.code, both.code, forms.code, which.code]).toEqual([2, 2, 2, 2]);
    expect(none.text).toBe('No indicators.');
    const absent = await run('indicator', 'list', 'warning--00000000-0000-4000-8000-000000000000');
    expect(absent).toMatchObject({ code: 1, text: expect.stringContaining('visible to you') });
  });
});
