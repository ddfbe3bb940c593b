// A marking definition travels as far as its own publisher allows: an object that it marks is withheld from whoever may not
// read the definition. And an exercise never enters real traffic, nor the reverse, by a reference, a definition or a
// proposal (I10).
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newIdentifier } from 'stix2-ts/identifier';
import { MAX_PAGE_SIZE } from '../../../src/domain/limit/page-size.ts';
import { listProposals } from '../../../src/service/duplicate/review-duplicates.ts';
import { publishWarning } from '../../../src/service/warning/publish-warning.ts';
import type { CastName } from '../../support/cast.ts';
import { openTestEndpoint, type TestEndpoint } from '../../support/endpoint.ts';
import { draft } from '../../support/hub.ts';
import { bundleOf, MADE_AT, made } from '../../support/objects.ts';
import { publishBy, to } from '../../support/publish.ts';

let endpoint: TestEndpoint;
const tokens = new Map<CastName, string>();
beforeAll(async () => {
  endpoint = await openTestEndpoint({
    env: { TOCSIN_PUBLISHES_PER_SECOND: '1000', TOCSIN_REQUEST_BURST: '1000' },
  });
  for (const name of ['northGrid', 'riverWater', 'cyberAgency', 'xbCsirt'] as const)
    tokens.set(name, await endpoint.token(name));
});
afterAll(() => endpoint.close());

const ask = async (name: CastName, query: string, variables: object = {}) => {
  const { body } = await endpoint.ask(tokens.get(name) ?? '', query, variables);
  if (body.errors !== undefined) throw new Error(JSON.stringify(body.errors));
  return body.data;
};
const WARNING = `query Warning($id: ID!) {
  warning(id: $id) { headline statements bundle objects { edges { node { id type references(first: 10) { edges { node { id: targetId object { id raw } } } } } } } }
}`;
const byId = async (name: CastName, id: string) =>
  (await ask(name, 'query ById($id: ID!) { stixObject(id: $id) { id raw } }', { id })).stixObject;

const statement = (text: string) => ({
  type: 'marking-definition',
  spec_version: '2.1',
  id: newIdentifier('marking-definition'),
  created: MADE_AT,
  definition_type: 'statement',
  definition: { statement: text },
});
const marked = (type: string, by: string, more: object) => made(type, { object_marking_refs: [by], ...more });
const report = (object_refs: readonly string[], by: string) =>
  marked('report', by, { name: 'Marked', report_types: ['threat-report'], published: MADE_AT, object_refs });

test('a definition told in AMBER is not given to everybody by a CLEAR warning that refers to it', async () => {
  const secret = statement('For the circle of north-grid alone');
  await publishBy(endpoint, 'cyberAgency', {
    marking: 'AMBER',
    audience: to('northGrid', 'xbCsirt'),
    bundle: bundleOf(secret),
  });
  const tool = marked('tool', secret.id, { name: 'Marked with it' });
  const ownReport = report([tool.id], secret.id);
  const id = await publishBy(endpoint, 'xbCsirt', {
    marking: 'CLEAR',
    audience: to('northGrid', 'riverWater'),
    bundle: bundleOf(tool, ownReport),
  });
  const without = JSON.stringify(await ask('riverWater', WARNING, { id }));
  for (const each of [secret.id, tool.id, ownReport.id, 'circle']) expect(without).not.toContain(each);
  expect(await byId('riverWater', secret.id)).toBeNull();
  const { warning } = await ask('northGrid', WARNING, { id });
  const ids = warning.bundle.objects.map((each: { id: string }) => each.id);
  expect(ids).toEqual(expect.arrayContaining([secret.id, tool.id, ownReport.id]));
  // Sent along, it is the sender's own word, and goes as far as the warning.
  const again = await publishBy(endpoint, 'xbCsirt', {
    marking: 'CLEAR',
    audience: to('riverWater'),
    bundle: bundleOf(secret, tool, ownReport),
  });
  const given = await ask('riverWater', WARNING, { id: again });
  expect(given.warning.statements).toEqual(['For the circle of north-grid alone']);
  expect(JSON.stringify(given.warning.bundle)).toContain(secret.id);
});

test('a real warning is marked by no definition of an exercise, nor the reverse', async () => {
  const drill = statement('Exercise, exercise, exercise');
  await publishBy(endpoint, 'cyberAgency', {
    exercise: 'winter-drill',
    audience: to('northGrid'),
    bundle: bundleOf(drill),
  });
  const tool = marked('tool', drill.id, { name: 'Of a drill' });
  const outcome = await publishWarning(
    endpoint.hub,
    await endpoint.actor('cyberAgency'),
    draft({ audience: to('northGrid'), bundle: bundleOf(tool) }),
  );
  const unknown = await publishWarning(
    endpoint.hub,
    await endpoint.actor('cyberAgency'),
    draft({
      audience: to('northGrid'),
      bundle: bundleOf(marked('tool', statement('never sent').id, { name: 'x' })),
    }),
  );
  const codesOf = (each: typeof outcome) => (each.ok ? ['taken'] : each.problems.map(({ code }) => code));
  expect(codesOf(outcome)).toEqual(codesOf(unknown));
  const exercised = await publishWarning(
    endpoint.hub,
    await endpoint.actor('cyberAgency'),
    draft({ exercise: 'winter-drill', audience: to('northGrid'), bundle: bundleOf(tool) }),
  );
  expect(exercised.ok).toBe(true);
});

test('a reference leads to an object of the same traffic alone', async () => {
  const target = made('tool', { name: 'Of a drill' });
  await publishBy(endpoint, 'cyberAgency', {
    exercise: 'winter-drill',
    audience: to('northGrid'),
    bundle: bundleOf(target),
  });
  const note = made('note', { content: 'On what?', object_refs: [target.id] });
  const id = await publishBy(endpoint, 'cyberAgency', { audience: to('northGrid'), bundle: bundleOf(note) });
  const { warning } = await ask('northGrid', WARNING, { id });
  const shown = warning.objects.edges.find(({ node }: { node: { id: string } }) => node.id === note.id).node;
  const named = shown.references.edges.map(({ node }: { node: object }) => node);
  expect(named.find((each: { id: string }) => each.id === target.id).object).toBeNull();
  const within = await publishBy(endpoint, 'cyberAgency', {
    exercise: 'winter-drill',
    audience: to('northGrid'),
    bundle: bundleOf(made('note', { content: 'On this.', object_refs: [target.id] })),
  });
  const drill = (await ask('northGrid', WARNING, { id: within })).warning.objects.edges;
  const references = drill.flatMap(
    ({ node }: { node: { references: { edges: { node: { object: { id: string } | null } }[] } } }) =>
      node.references.edges.flatMap((edge) => edge.node.object?.id ?? []),
  );
  expect(references).toContain(target.id);
});

test('proposals of an exercise are asked for by its id, and fill no limit of real traffic', async () => {
  const reviewer = await endpoint.actor('cyberAgency');
  const group = (name: string, alias: string) => made('intrusion-set', { name, aliases: [alias] });
  const exercised = Array.from({ length: 12 }, (_, index) => group(`Drill Bear ${index}`, 'Shared Moth'));
  const everybody = to('northGrid', 'cyberAgency', 'xbCsirt');
  await publishBy(endpoint, 'xbCsirt', {
    exercise: 'winter-drill',
    audience: everybody,
    bundle: bundleOf(...exercised),
  });
  await publishBy(endpoint, 'xbCsirt', {
    audience: everybody,
    bundle: bundleOf(group('Real Bear', 'Shared Moth')),
  });
  await publishBy(endpoint, 'cyberAgency', {
    audience: everybody,
    bundle: bundleOf(group('Real Crane', 'Shared Moth')),
  });
  const PROPOSALS = `query Proposals($exercise: String) {
    objectDuplicateProposals(first: ${MAX_PAGE_SIZE}, exercise: $exercise) { edges { node { sharedNames objects { raw } } } }
    duplicateProposals(first: ${MAX_PAGE_SIZE}, exercise: $exercise) { edges { node { id } } }
  }`;
  const namesOf = async (exercise: string | null): Promise<string[]> => {
    const { objectDuplicateProposals } = await ask('cyberAgency', PROPOSALS, { exercise });
    type Edge = { node: { objects: { raw: { name: string } }[] } };
    return objectDuplicateProposals.edges.flatMap(({ node }: Edge) =>
      node.objects.map(({ raw }) => raw.name),
    );
  };
  expect((await namesOf(null)).sort()).toEqual(['Real Bear', 'Real Crane']);
  expect((await namesOf('winter-drill')).every((name) => name.startsWith('Drill Bear'))).toBe(true);
  expect(await namesOf('another-drill')).toEqual([]);
  const listed = await listProposals(endpoint.hub, reviewer, {
    first: MAX_PAGE_SIZE,
    after: null,
    partition: 'winter-drill',
  });
  expect(listed.ok).toBe(true);
});
