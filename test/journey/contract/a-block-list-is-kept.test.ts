// The example of docs/INTEGRATING.md: whoever polls learns that a value ended, whichever way it ended, and blocks nothing for ever.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { emptyState, leftOutAt, poll, valuesAt } from '../../../seeds/examples/block-list.mjs';
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

let endpoint: TestEndpoint;
let token: string;
beforeAll(async () => {
  endpoint = await openTestEndpoint({ env: { TOCSIN_PUBLISHES_PER_SECOND: '1000' } });
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
const later = (): Date => new Date(Date.now() + 120_000);

const ask = async (query: string, variables: object): Promise<unknown> => {
  const { body } = await endpoint.ask(token, query, variables);
  if (body.errors !== undefined) throw new Error(JSON.stringify(body.errors));
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
