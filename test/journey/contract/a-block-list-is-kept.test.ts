// The example of docs/INTEGRATING.md: whoever polls learns that a value ended, whichever way it ended, and blocks nothing for ever.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { emptyState, poll, valuesAt } from '../../../seeds/examples/block-list.mjs';
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

const ask = async (query: string, variables: object): Promise<unknown> => {
  const { body } = await endpoint.ask(token, query, variables);
  if (body.errors !== undefined) throw new Error(JSON.stringify(body.errors));
  return body.data;
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
  let state = await poll(ask, emptyState());
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
  state = await poll(ask, state);
  expect(held()).toEqual(['corrected', 'kept', 'kept-too']);
  expect(held(new Date(Date.parse(soon) + 1))).toEqual(['corrected', 'kept']);
  // A list that is read anew is the same.
  const known = held();
  state = await poll(ask, emptyState());
  expect(held()).toEqual(known);
});
