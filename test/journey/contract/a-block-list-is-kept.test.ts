// The example of docs/INTEGRATING.md: whoever polls learns that a value ended, whichever way it ended, and blocks nothing for ever.
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  askOf,
  emptyState,
  leftOutAt,
  neverAt,
  poll,
  pollOrBegin,
  valuesAt,
} from '../../../seeds/examples/block-list.mjs';
import { MAX_PAGE_SIZE } from '../../../src/domain/limit/page-size.ts';
import { refreshSet } from '../../../src/service/enrichment/refresh-set.ts';
import { cancelWarning } from '../../../src/service/warning/cancel-warning.ts';
import { narrowWarning } from '../../../src/service/warning/narrow/narrow-warning.ts';
import { recallWarning } from '../../../src/service/warning/recall/recall-warning.ts';
import { updateWarning } from '../../../src/service/warning/update-warning.ts';
import { CAST } from '../../support/cast.ts';
import { openTestEndpoint, type TestEndpoint } from '../../support/endpoint.ts';
import { draft } from '../../support/hub.ts';
import { bundleOf, MADE_AT, made } from '../../support/objects.ts';
import { publishBy, to } from '../../support/publish.ts';

const HOUR_MS = 3_600_000;
/** Moved by hand: the clock of the hub, and of who polls it. */
let aheadMs = 0;
const now = (): Date => new Date(Date.now() + aheadMs);

let endpoint: TestEndpoint;
let token: string;
beforeAll(async () => {
  endpoint = await openTestEndpoint({
    clock: { now },
    // Who polls here does in seconds what others do in days.
    env: { TOCSIN_PUBLISHES_PER_SECOND: '1000', TOCSIN_REQUEST_BURST: '10000' },
  });
  token = await endpoint.token('northGrid', 'integrator');
});
afterAll(() => endpoint.close());

const { kind: _k, marking: _m, audience: _a, allowEmptyAudience: _e, exercise: _x, ...texts } = draft();

const indicator = (name: string, more: object = {}) =>
  made('indicator', {
    pattern: `[domain-name:value = '${name}.example.org']`,
    pattern_type: 'stix',
    valid_from: MADE_AT,
    ...more,
  });

/** When the hub has looked up the values of all that was published so far. */
const later = (): Date => new Date(now().getTime() + 120_000);

const ask = async (query: string, variables: object): Promise<unknown> => {
  const { body } = await endpoint.ask(token, query, variables);
  if (body.errors !== undefined)
    throw Object.assign(new Error(JSON.stringify(body.errors)), { code: body.errors[0].extensions.code });
  return body.data;
};

const EXAMPLE = path.join(import.meta.dirname, '../../../seeds/examples/block-list.mjs');
const folder = mkdtempSync(path.join(tmpdir(), 'tocsin-block-list-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What it prints with this state in its file. */
const run = async (state: object): Promise<{ readonly stdout: string; readonly stderr: string }> => {
  const file = path.join(folder, 'state.json');
  writeFileSync(file, JSON.stringify(state));
  const env = { ...process.env, TOCSIN_URL: endpoint.url, TOCSIN_KEY: token };
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [EXAMPLE, file], { env });
  return { stdout, stderr };
};

test('what was corrected away, cancelled, recalled, narrowed or is over is held no longer', async () => {
  const soon = new Date(Date.now() + 3_600_000).toISOString();
  const publish = (name: string, more: object = {}) =>
    publishBy(endpoint, 'cyberAgency', {
      audience: to('northGrid', 'riverWater'),
      bundle: bundleOf(indicator(name), indicator(`${name}-too`, more)),
    });
  const ids = {
    kept: await publish('kept', { valid_until: soon }),
    corrected: await publish('corrected'),
    cancelled: await publish('cancelled'),
    recalled: await publish('recalled'),
    narrowed: await publish('narrowed'),
  };
  let state = await poll(ask, emptyState(), later());
  const held = (now = new Date()): string[] =>
    valuesAt(state, now)
      .map((each) => each.replace('.example.org', ''))
      .sort();
  const both = Object.keys(ids).flatMap((each) => [each, `${each}-too`]);
  expect(held()).toEqual(both.sort());

  const officer = await endpoint.actor('cyberAgency');
  const request = { expectedVersion: 1, reason: 'It must be so.', language: 'en', whatToDo: null };
  const narrowing = { keep: null, exclude: [CAST.northGrid.slug], organisations: [], marking: null };
  const acts = [
    await updateWarning(endpoint.hub, officer, {
      id: ids.corrected,
      expectedVersion: 1,
      draft: { ...texts, bundle: bundleOf(indicator('corrected')) },
    }),
    await cancelWarning(endpoint.hub, officer, {
      id: ids.cancelled,
      expectedVersion: 1,
      reason: request.reason,
    }),
    await recallWarning(endpoint.hub, officer, { id: ids.recalled, ...request }),
    await narrowWarning(endpoint.hub, officer, { id: ids.narrowed, ...request, ...narrowing }),
  ];
  expect(acts.map(({ ok }) => ok)).toEqual([true, true, true, true]);
  await endpoint.drain();
  state = await poll(ask, state, later());
  expect(held()).toEqual(['corrected', 'kept', 'kept-too']);
  expect(held(new Date(Date.parse(soon) + 1))).toEqual(['corrected', 'kept']);
  // A list that is read anew is the same.
  const known = held();
  state = await poll(ask, emptyState(), later());
  expect(held()).toEqual(known);
});

test('a value on a list of false positives is left out and named, and no value is taken before the hub has looked it up', async () => {
  // More than `enrichment` gives of one object.
  const wide = Array.from({ length: 60 }, (_, at) => `wide-${at}.example.org`);
  const list = (name: string, values: readonly string[]) =>
    JSON.stringify({ name, type: 'string', list: values });
  const lists = {
    'warning-lists/often.json': list('Often asked', ['often.example.org']),
    'warning-lists/hosts.json': list('Hosts of many', ['often.example.org', 'many.example.org', ...wide]),
  };
  expect(await refreshSet(endpoint.hub, 'warning-lists', lists)).toMatchObject({ ok: true });
  const before = await poll(ask, emptyState(), later());
  await publishBy(endpoint, 'cyberAgency', {
    audience: to('northGrid', 'riverWater'),
    bundle: bundleOf(
      indicator('rare'),
      indicator('wide', { pattern: `[${wide.map((each) => `domain-name:value = '${each}'`).join(' OR ')}]` }),
      indicator('often', {
        pattern:
          "[domain-name:value = 'Often.example.org' OR domain-name:value = 'rarer.example.org' OR url:value = 'https://many.example.org/x']",
      }),
    ),
  });
  const early = await poll(ask, structuredClone(before), new Date());
  expect(valuesAt(early, new Date())).toEqual(valuesAt(before, new Date()));
  expect(Object.keys(early.waiting)).toHaveLength(1);
  const state = await poll(ask, early, later());
  const added = valuesAt(state, new Date()).filter((each) => !valuesAt(before, new Date()).includes(each));
  expect(added.sort()).toEqual(['rare.example.org', 'rarer.example.org']);
  expect(Object.fromEntries(leftOutAt(state, new Date()))).toEqual({
    'Often.example.org': ['Hosts of many', 'Often asked'],
    'https://many.example.org/x': ['Hosts of many'],
    ...Object.fromEntries(wide.map((each) => [each, ['Hosts of many']])),
  });
  expect(state.waiting).toEqual({});

  // As its user runs it.
  expect(await run(state)).toEqual({
    stdout: valuesAt(state, new Date())
      .map((value) => `${value}\n`)
      .join(''),
    stderr: expect.stringContaining(
      'Left out: "Often.example.org", on Hosts of many; Often asked. Look twice',
    ),
  });
  // A file of its earlier form does not say what is on lists: everything is read anew.
  const former = { cursor: 'of before', held: { x: [{ value: 'gone.example.org', until: null }] } };
  expect((await run(former)).stdout).not.toMatch(/gone|often/i);
});

test('a value that is a sign only together with others, private, special or too wide is never given', async () => {
  const before = valuesAt(await poll(ask, emptyState(), later()), now());
  await publishBy(endpoint, 'cyberAgency', {
    audience: to('northGrid'),
    bundle: bundleOf(
      indicator('both', {
        pattern: "[domain-name:value = 'one.example.org' AND domain-name:value = 'other.example.org']",
      }),
      indicator('other'),
      indicator('wide', {
        pattern: "[ipv4-addr:value IN ('0.0.0.0/0', '10.0.0.0/8', '::ffff:10.0.0.1', '198.51.100.0/24')]",
      }),
      indicator('long', {
        pattern: `[domain-name:value IN (${Array.from({ length: 130 }, (_, at) => `'h${at}.example.org'`).join(', ')})]`,
      }),
      indicator('lines', { pattern: "[domain-name:value = 'x.example.net\n0.0.0.0/0']" }),
    ),
  });
  const state = await poll(ask, emptyState(), later());
  const added = valuesAt(state, now()).filter((each) => !before.includes(each));
  expect(added.filter((each) => !/^h\d/.test(each)).sort()).toEqual(['198.51.100.0/24', 'other.example.org']);
  // Of a long pattern a hundred come, and how many do not is said.
  expect(added).toHaveLength(102);
  expect(Object.values(state.cut)).toEqual([30]);
  expect(Object.fromEntries(neverAt(state, now()))).toEqual({
    'one.example.org': 'a sign only together with others',
    '0.0.0.0/0': 'private, special or too wide',
    '10.0.0.0/8': 'private, special or too wide',
    '::ffff:10.0.0.1': 'private, special or too wide',
    'x.example.net\n0.0.0.0/0': 'in a form that a firewall may read as another value',
  });
  const { stderr } = await run(state);
  expect(stderr).toContain('Left out: "10.0.0.0/8", private, special or too wide.');
  expect(stderr).toMatch(
    /30 more of long patterns are not here: tocsin indicator list warning--\S+ --plain has them\./,
  );
});

test('a warning with very many values is read page by page, and one that cannot be read stops no other', async () => {
  const before = await poll(ask, emptyState(), later());
  const names = Array.from({ length: 210 * 51 }, (_, at) => `many-${at}.example.org`);
  const patternOf = (values: readonly string[]): string =>
    `[${values.map((each) => `domain-name:value = '${each}'`).join(' OR ')}]`;
  const objects = Array.from({ length: 210 }, (_, at) =>
    indicator(`i${at}`, { pattern: patternOf(names.slice(51 * at, 51 * (at + 1))) }),
  );
  const many = await publishBy(endpoint, 'cyberAgency', {
    audience: to('northGrid'),
    bundle: bundleOf(...objects),
  });
  await publishBy(endpoint, 'cyberAgency', {
    audience: to('northGrid'),
    bundle: bundleOf(indicator('beside-it')),
  });
  const query = `query ($id: ID!) { indicators(first: ${MAX_PAGE_SIZE}, filter: { warning: $id }) {
    edges { node { values { value warningLists notToBlock } } } pageInfo { hasNextPage } } }`;
  const { indicators } = (await ask(query, { id: many })) as {
    readonly indicators: {
      readonly edges: readonly { readonly node: { readonly values: readonly unknown[] } }[];
      readonly pageInfo: { readonly hasNextPage: boolean };
    };
  };
  expect(indicators.pageInfo.hasNextPage).toBe(true);
  const count = indicators.edges.reduce((sum, { node }) => sum + node.values.length, 0);
  expect([count > 1_900, count <= 2_000]).toEqual([true, true]);

  const refusing = async (text: string, variables: { readonly warning?: string }): Promise<unknown> => {
    if (variables.warning === many) throw Object.assign(new Error('too much'), { code: 'QUERY_TOO_COSTLY' });
    return ask(text, variables);
  };
  const without = await poll(refusing, structuredClone(before), later());
  expect(Object.keys(without.waiting)).toEqual([many]);
  expect(valuesAt(without, now())).toContain('beside-it.example.org');
  const state = await poll(ask, without, later());
  expect(state.waiting).toEqual({});
  const held = new Set(valuesAt(state, now()));
  expect(names.filter((each) => !held.has(each))).toEqual([]);
});

test('where the hub has it wait it waits, and asks again', async () => {
  let asked = 0;
  const server = createServer((_, answer) => {
    asked += 1;
    if (asked === 1) answer.writeHead(429, { 'retry-after': '0' }).end('{"errors":[{"message":"later"}]}');
    else answer.end('{"data":{"me":null}}');
  }).listen(0, '127.0.0.1');
  try {
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    expect(await askOf(`http://127.0.0.1:${port}`, token)('{ me { role } }', {})).toEqual({ me: null });
    expect(asked).toBe(2);
  } finally {
    server.close();
  }
});

test('after a day it begins anew, and has what became valid by the clock and nothing that it may not read any more', async () => {
  const northGrid = { ...CAST.northGrid, communities: ['wardens'] };
  const join = async (member: typeof CAST.northGrid | typeof northGrid): Promise<void> => {
    await endpoint.hub.members.save(member);
    endpoint.hub.directory.forget();
  };
  await join(northGrid);
  const from = new Date(now().getTime() + 20 * HOUR_MS).toISOString();
  await publishBy(endpoint, 'cyberAgency', {
    audience: to('northGrid'),
    bundle: bundleOf(indicator('tomorrow', { valid_from: from })),
  });
  await publishBy(endpoint, 'cyberAgency', {
    audience: { alternatives: [{ communities: ['wardens'] }], excludes: [] },
    bundle: bundleOf(indicator('among-us')),
  });
  const of = (state: object): string[] =>
    valuesAt(state, now())
      .filter((each) => /tomorrow|among-us/.test(each))
      .sort();
  const begun = await pollOrBegin(ask, emptyState(now()), later());
  expect(of(begun)).toEqual(['among-us.example.org']);
  await join(CAST.northGrid);
  aheadMs += 21 * HOUR_MS;
  // No row tells either.
  const same = await pollOrBegin(ask, structuredClone(begun), later());
  expect(of(same)).toEqual(['among-us.example.org']);
  aheadMs += 3 * HOUR_MS;
  const anew = await pollOrBegin(ask, structuredClone(same), later());
  expect(of(anew)).toEqual(['tomorrow.example.org']);
  expect(Date.parse(anew.begunAt)).toBeGreaterThan(Date.parse(begun.begunAt));
  // As its user runs it: by the age of what is in the file.
  expect((await run({ ...same, begunAt: '2020-01-01T00:00:00.000Z' })).stdout).not.toContain('among-us');
});

test('where its place is lost it begins anew, and any other fault is told', async () => {
  const state = await poll(ask, emptyState(now()), later());
  for (const code of ['RESYNC', 'CURSOR_INVALID']) {
    let asked = 0;
    const lost = async (query: string, variables: object): Promise<unknown> => {
      asked += 1;
      if (asked === 1) throw Object.assign(new Error(code), { code });
      return ask(query, variables);
    };
    const found = await pollOrBegin(lost, structuredClone(state), later());
    expect(valuesAt(found, now())).toEqual(valuesAt(state, now()));
  }
  const other = await pollOrBegin(ask, { ...structuredClone(state), cursor: 'bm8' }, later());
  expect(valuesAt(other, now())).toEqual(valuesAt(state, now()));
  const away = async (): Promise<unknown> => {
    throw new Error('away');
  };
  await expect(pollOrBegin(away, state, later())).rejects.toThrow('away');
});

test('its file is written whole, for its owner alone, and half a file of before is no hindrance', async () => {
  const { stdout } = await run(emptyState(now()));
  const file = path.join(folder, 'state.json');
  const half = readFileSync(file, 'utf8').slice(0, -20);
  rmSync(file);
  writeFileSync(file, half);
  const env = { ...process.env, TOCSIN_URL: endpoint.url, TOCSIN_KEY: token };
  expect((await promisify(execFile)(process.execPath, [EXAMPLE, file], { env })).stdout).toBe(stdout);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ begunAt: expect.any(String) });
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder)).toEqual(['state.json']);
});
