// Common STIX types have their own GraphQL fields, generated from the registry; every other object is available as
// `raw`, and all by the same endpoint.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { types } from 'stix2-ts/registry';
import { publishWarning } from '../../../src/service/warning/publish-warning.ts';
import { openTestEndpoint, type TestEndpoint } from '../../support/endpoint.ts';
import { draft } from '../../support/hub.ts';
import { bundleOf, made } from '../../support/objects.ts';

let world: TestEndpoint;
beforeAll(async () => {
  world = await openTestEndpoint();
});
afterAll(() => world.close());

const at = '2026-01-01T00:00:00.123456Z';
const indicator = made('indicator', {
  pattern: "[ipv4-addr:value = '198.51.100.1']",
  pattern_type: 'stix',
  valid_from: at,
  kill_chain_phases: [{ kill_chain_name: 'x', phase_name: 'y' }],
});
const sighting = made('sighting', { sighting_of_ref: indicator.id, count: 3, first_seen: at });
const custom = made('x-plant', { valve: 7 });
const actor = made('threat-actor', { name: 'Somebody' });

const QUERY = `query($id: ID!) { node(id: $id) { __typename id ... on StixObject {
  type raw references { edges { node { id: targetId object { __typename id } } } }
  ... on StixIndicator { pattern patternType validFrom killChainPhases indicatorTypes }
  ... on StixSighting { count sightingOfRef firstSeen summary }
} } }`;

test('typed fields hold the producer’s values digit for digit; a missing one is null', async () => {
  const objects = [indicator, sighting, custom, actor];
  const bundle = bundleOf(...objects);
  expect(await publishWarning(world.hub, await world.actor('cyberAgency'), draft({ bundle }))).toMatchObject({
    ok: true,
  });
  await world.drain();
  const key = await world.token('northGrid', 'analyst');
  const ask = async (id: string) => {
    const { data, errors } = (await world.ask(key, QUERY, { id })).body;
    expect(errors).toBeUndefined();
    return (data as { node: unknown }).node;
  };
  expect(await ask(indicator.id)).toEqual({
    __typename: 'StixIndicator',
    id: indicator.id,
    type: 'indicator',
    raw: indicator,
    references: { edges: [] },
    pattern: "[ipv4-addr:value = '198.51.100.1']",
    patternType: 'stix',
    validFrom: at,
    killChainPhases: [{ kill_chain_name: 'x', phase_name: 'y' }],
    indicatorTypes: null,
  });
  expect(await ask(sighting.id)).toMatchObject({
    __typename: 'StixSighting',
    count: 3,
    sightingOfRef: indicator.id,
    firstSeen: at,
    summary: null,
    references: {
      edges: [{ node: { id: indicator.id, object: { __typename: 'StixIndicator', id: indicator.id } } }],
    },
  });
  expect(await ask(custom.id)).toMatchObject({ __typename: 'StixOther', raw: custom });
  expect(await ask(actor.id)).toMatchObject({ __typename: 'StixOther', raw: actor });
  const stranger = await world.token('metroRail', 'analyst');
  expect((await world.ask(stranger, QUERY, { id: indicator.id })).body.data).toEqual({ node: null });
});

test('each property of a typed object has its field', async () => {
  const key = await world.token('northGrid', 'analyst');
  const { data } = (await world.ask(key, '{ __type(name: "StixObservedData") { fields { name } } }')).body;
  const fields = (data as { __type: { fields: { name: string }[] } }).__type.fields.map(({ name }) => name);
  const properties = Object.keys(types.get('observed-data')?.shape.properties ?? {});
  const wanted = properties.map((name) => name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase()));
  expect(properties.length).toBeGreaterThan(3);
  expect(fields).toEqual(expect.arrayContaining(wanted));
});
