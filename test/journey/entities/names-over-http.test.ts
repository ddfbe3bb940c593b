// A reviewer over HTTP: the proposals about objects, its rulings, and what everybody's sources show of them.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openTestEndpoint, type TestEndpoint } from '../../support/endpoint.ts';
import { bundleOf, made } from '../../support/objects.ts';
import { publishBy, to } from '../../support/publish.ts';

let world: TestEndpoint;
beforeAll(async () => {
  world = await openTestEndpoint();
});
afterAll(() => world.close());

const PROPOSALS = `{ objectDuplicateProposals(first: 10) {
  edges { node { state sharedNames reasons objects { id ... on StixMalware { name } } } }
} }`;
const SOURCES =
  'query($id: ID!) { stixObject(id: $id) { corroboration sources { id: objectId publisher { slug } } } }';
const ruling = (
  verb: string,
): string => `mutation($one: ID!, $other: ID!) { ${verb}(input: { one: $one, other: $other }) {
  pair { state objects { id } } refusals { code path message remedy }
} }`;

const data = async (token: string, query: string, variables: object = {}) => {
  const { body } = await world.ask(token, query, variables);
  expect(body.errors).toBeUndefined();
  return body.data;
};

type Proposals = { readonly objectDuplicateProposals: { readonly edges: readonly { node: unknown }[] } };
// biome-ignore lint/suspicious/noExplicitAny: a test reads the answer, whatever its shape
const nodesOf = (answer: Proposals): any[] => answer.objectDuplicateProposals.edges.map(({ node }) => node);

test('lists, accepts and separates by the ids of the two objects', async () => {
  const [one, other] = [
    made('malware', { name: 'Gridlock', is_family: true, aliases: ['Switchback'] }),
    made('malware', { name: 'Blackout', is_family: true, aliases: ['switch-back'] }),
  ];
  const readers = to('northGrid', 'energyCentre');
  await publishBy(world, 'cyberAgency', { audience: readers, bundle: bundleOf(one) });
  await publishBy(world, 'xbCsirt', { audience: readers, bundle: bundleOf(other) });
  const reviewer = await world.token('energyCentre', 'manager');
  const reader = await world.token('northGrid', 'analyst');
  const [asked, ...more] = nodesOf(await data(reviewer, PROPOSALS));
  expect(more).toEqual([]);
  expect(asked).toMatchObject({ state: 'PROPOSED', sharedNames: [expect.stringMatching(/^switch-?back$/i)] });
  expect(asked.objects.map(({ name }: { name: string }) => name).sort()).toEqual(['Blackout', 'Gridlock']);
  const both = { one: one.id, other: other.id };
  const idsSeen = async () => {
    const { sources, corroboration } = (await data(reader, SOURCES, { id: one.id })).stixObject;
    return [corroboration, ...sources.map(({ id }: { id: string }) => id).sort()];
  };
  expect(await idsSeen()).toEqual([1, one.id]);
  expect(await data(reviewer, ruling('acceptObjectDuplicate'), both)).toMatchObject({
    acceptObjectDuplicate: {
      pair: { state: 'ACCEPTED', objects: [{ id: one.id }, { id: other.id }] },
      refusals: [],
    },
  });
  expect(await idsSeen()).toEqual([2, ...[one.id, other.id].sort()]);
  expect(await data(reviewer, ruling('rejectObjectDuplicate'), both)).toMatchObject({
    rejectObjectDuplicate: { pair: null, refusals: [{ code: 'DUPLICATE_LINKED', path: '$.other' }] },
  });
  expect(await data(reviewer, ruling('undoObjectMerge'), both)).toMatchObject({
    undoObjectMerge: { pair: { state: 'DISTINCT' }, refusals: [] },
  });
  expect(await idsSeen()).toEqual([1, one.id]);
  expect(nodesOf(await data(reviewer, PROPOSALS))).toEqual([]);
  expect(await data(reader, ruling('undoObjectMerge'), both)).toMatchObject({
    undoObjectMerge: { pair: null, refusals: [{ code: 'ROLE_MAY_NOT' }] },
  });
  const refused = await world.ask(reader, PROPOSALS);
  expect(refused.body.errors).toMatchObject([{ extensions: { code: 'ROLE_MAY_NOT' } }]);
});
