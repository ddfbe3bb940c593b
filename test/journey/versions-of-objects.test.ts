// Versions of an object: the newest counts on every egress, in any order of arrival; only the creator makes versions or
// revokes; a revoked object stays revoked; the history can be read; and none of it reveals hidden versions.

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newIdentifier } from 'stix2-ts/identifier';
import { REAL_FIRST } from '../../src/domain/exercise/partition.ts';
import { MAX_PAGE_SIZE } from '../../src/domain/limit/page-size.ts';
import type { WarningDraft } from '../../src/domain/warning.ts';
import { readWarning } from '../../src/service/item/read-warning.ts';
import { bundleOfWarning } from '../../src/service/object/bundle/bundle-of-warning.ts';
import { readObject, readObjects } from '../../src/service/object/read-objects.ts';
import { publishWarning } from '../../src/service/warning/publish-warning.ts';
import { CAST, type CastName } from '../support/cast.ts';
import { openTestEndpoint, type TestEndpoint } from '../support/endpoint.ts';
import { draft, openTestHub } from '../support/hub.ts';
import { notingCalls } from '../support/world/alike/duplicate.ts';

let endpoint: TestEndpoint;
let reader = '';
beforeAll(async () => {
  endpoint = await openTestEndpoint({
    env: { TOCSIN_PUBLISHES_PER_SECOND: '1000', TOCSIN_REQUEST_BURST: '1000' },
  });
  reader = await endpoint.token('northGrid', 'analyst');
});
afterAll(() => endpoint.close());

const on = (day: number): string => `2026-01-0${day}T00:00:00.000Z`;
const to = (...names: CastName[]) => ({
  alternatives: [{ members: names.map((name) => CAST[name].slug) }],
  excludes: [],
});
const all = to('northGrid', 'southGrid', 'riverWater', 'cyberAgency', 'xbCsirt', 'energyCentre');
const by = (name: CastName) => ({ created_by_ref: CAST[name].identity });
const bundle = (...objects: object[]) => ({ type: 'bundle', id: newIdentifier('bundle'), objects });

/** A tool at the version of a day, each with its own name. */
const toolAt = (id: string, day: number, more: object = {}) => ({
  type: 'tool',
  spec_version: '2.1',
  id,
  created: on(1),
  modified: on(day),
  name: `of day ${day}`,
  ...more,
});

const offer = async (
  world: Pick<TestEndpoint, 'hub' | 'actor'>,
  name: CastName,
  changes: Partial<WarningDraft>,
) => publishWarning(world.hub, await world.actor(name), draft({ audience: all, ...changes }));

const publish = async (name: CastName, object: object, changes: Partial<WarningDraft> = {}) => {
  const outcome = await offer(endpoint, name, { ...changes, bundle: bundle(object) });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  await endpoint.drain();
  return outcome.value.warning;
};

const refusal = async (name: CastName, object: object, changes: Partial<WarningDraft> = {}) => {
  const outcome = await offer(endpoint, name, { ...changes, bundle: bundle(object) });
  return outcome.ok ? 'PUBLISHED' : outcome.problems.map(({ code, path }) => `${code} ${path}`).join(', ');
};

/** An id as each read path shows it: by id, among the objects of the warning, in its bundle. */
const shownAt = async (name: CastName, id: string, warning: string): Promise<unknown[]> => {
  const actor = await endpoint.actor(name, 'analyst');
  const item = await readWarning(endpoint.hub, actor, warning);
  if (item === null) throw new Error(`${name} reads ${warning}`);
  const page = await readObjects(endpoint.hub, actor, item, { first: 50, after: null });
  if (!page.ok) throw new Error('a page');
  const listed = page.value.objects
    .filter(({ object }) => object.id === id)
    .map(({ object }) => object.object);
  const newest = await bundleOfWarning(endpoint.hub, actor, item, { isNewest: true });
  const bundled = (newest['objects'] ?? []).filter((object) => object.id === id);
  const single = (await readObject(endpoint.hub, actor, id, REAL_FIRST))?.object;
  return [[single], listed, bundled].map((objects) =>
    (objects as ({ name?: string } | undefined)[]).map((object) => object?.name).join(),
  );
};

const permutations = <Each>(list: readonly Each[]): Each[][] =>
  list.length < 2
    ? [[...list]]
    : list.flatMap((first, index) => permutations(list.toSpliced(index, 1)).map((rest) => [first, ...rest]));

describe('the newest counts, whatever the order of arrival', () => {
  test.each([
    ['none revokes', undefined, 'of day 3'],
    ['the second revokes', 2, 'of day 2'],
  ])('in every order: %s', async (_what, revoking, wanted) => {
    const orders = permutations([1, 2, 3]);
    expect(orders).toHaveLength(6);
    for (const order of orders) {
      const id = newIdentifier('tool');
      const warnings: string[] = [];
      for (const day of order) {
        const object = toolAt(id, day, {
          ...by('cyberAgency'),
          ...(day === revoking ? { revoked: true } : {}),
        });
        const outcome = await offer(endpoint, 'cyberAgency', { bundle: bundle(object) });
        const isLate =
          revoking !== undefined && day > revoking && order.indexOf(revoking) < order.indexOf(day);
        if (isLate) {
          expect(outcome).toMatchObject({ ok: false, problems: [{ code: 'VERSION_AFTER_REVOKED' }] });
        } else if (outcome.ok) warnings.push(outcome.value.warning);
        else throw new Error(JSON.stringify(outcome.problems));
      }
      await endpoint.drain();
      for (const warning of warnings) {
        expect([order, await shownAt('northGrid', id, warning)]).toEqual([order, [wanted, wanted, wanted]]);
      }
    }
  });

  test('newer is decided by instants: more digits of the second do not make an older version', async () => {
    const id = newIdentifier('tool');
    const at = (modified: string, name: string) => ({ ...toolAt(id, 2), modified, name });
    const warning = await publish('cyberAgency', at('2026-01-02T00:00:00.1234Z', 'newer'));
    await publish('cyberAgency', at('2026-01-02T00:00:00.123Z', 'older'));
    expect(await shownAt('northGrid', id, warning)).toEqual(['newer', 'newer', 'newer']);
    const again = await refusal('cyberAgency', at('2026-01-02T00:00:00.123400Z', 'other'));
    expect(again).toBe('OBJECT_CONFLICT $.bundle.objects[0]');
  });

  test('two versions in one bundle are one object, at the newer', async () => {
    const id = newIdentifier('tool');
    const outcome = await offer(endpoint, 'cyberAgency', { bundle: bundle(toolAt(id, 3), toolAt(id, 2)) });
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
    await endpoint.drain();
    expect(await shownAt('northGrid', id, outcome.value.warning)).toEqual([
      'of day 3',
      'of day 3',
      'of day 3',
    ]);
  });

  test('a version that a reader may not see is never its latest, however many there are', async () => {
    const id = newIdentifier('tool');
    const warning = await publish('cyberAgency', toolAt(id, 1));
    const hidden = Array.from({ length: 150 }, (_, index) => ({
      ...toolAt(id, 2, { name: 'hidden' }),
      modified: `2026-01-02T00:00:00.${String(index).padStart(3, '0')}Z`,
    }));
    const outcome = await offer(endpoint, 'cyberAgency', {
      audience: to('riverWater'),
      bundle: bundle(...hidden),
    });
    expect(outcome.ok).toBe(true);
    await endpoint.drain();
    expect(await shownAt('northGrid', id, warning)).toEqual(['of day 1', 'of day 1', 'of day 1']);
    expect(await shownAt('riverWater', id, warning)).toEqual(['hidden', 'hidden', 'hidden']);
  });

  test('a bundle may be passed on: it holds no version under a stricter marking, and nothing revoked there', async () => {
    const [changed, revoked] = [newIdentifier('tool'), newIdentifier('tool')];
    const green = await offer(endpoint, 'cyberAgency', {
      bundle: bundle(toolAt(changed, 1), toolAt(revoked, 1)),
    });
    if (!green.ok) throw new Error(JSON.stringify(green.problems));
    await publish('cyberAgency', toolAt(changed, 2), { marking: 'AMBER' });
    await publish('cyberAgency', toolAt(revoked, 2, { revoked: true }), { marking: 'AMBER' });
    const { warning } = green.value;
    expect(await shownAt('northGrid', changed, warning)).toEqual(['of day 2', 'of day 2', 'of day 1']);
    expect(await shownAt('northGrid', revoked, warning)).toEqual(['of day 2', 'of day 2', '']);
  });
});

describe('only the creator makes versions or revokes', () => {
  const PLACE = '$.bundle.objects[0]';

  test('another member may relay what the creator published for it, unchanged, and nothing else', async () => {
    const id = newIdentifier('tool');
    const first = toolAt(id, 1, by('cyberAgency'));
    expect(await refusal('xbCsirt', first)).toBe(`NOT_THE_CREATOR ${PLACE}`);
    await publish('cyberAgency', first);
    expect(await refusal('xbCsirt', first)).toBe('PUBLISHED');
    expect(await refusal('xbCsirt', { ...first, name: 'other' })).toBe(`OBJECT_CONFLICT ${PLACE}`);
    expect(await refusal('xbCsirt', toolAt(id, 2, by('cyberAgency')))).toBe(`NOT_THE_CREATOR ${PLACE}`);
    const revocation = toolAt(id, 2, { ...by('cyberAgency'), revoked: true });
    expect(await refusal('xbCsirt', revocation)).toBe(`NOT_THE_CREATOR ${PLACE}`);
    expect(await refusal('xbCsirt', toolAt(id, 2, by('xbCsirt')))).toBe(`CREATOR_CHANGED ${PLACE}`);
    await publish('cyberAgency', revocation);
    expect(await refusal('cyberAgency', toolAt(id, 3, by('cyberAgency')))).toBe(
      `VERSION_AFTER_REVOKED ${PLACE}`,
    );
    // A late copy of a version that the creator published is not a new version.
    expect(await refusal('energyCentre', first)).toBe('PUBLISHED');
  });

  test('the identity object of a member is its own too', async () => {
    const { identity } = CAST.cyberAgency;
    const impostor = { type: 'identity', spec_version: '2.1', created: on(1), modified: on(2), id: identity };
    expect(await refusal('xbCsirt', { ...impostor, name: 'Evil' })).toBe(`NOT_THE_CREATOR ${PLACE}`);
  });

  test('created never changes', async () => {
    const id = newIdentifier('tool');
    await publish('cyberAgency', toolAt(id, 2, by('cyberAgency')));
    const moved = { ...toolAt(id, 3, by('cyberAgency')), created: '2025-01-01T00:00:00.000Z' };
    expect(await refusal('cyberAgency', moved)).toBe(`CREATED_CHANGED ${PLACE}.created`);
    // The same instant with and without trailing zeros.
    const zeros = { ...toolAt(id, 3, by('cyberAgency')), created: '2026-01-01T00:00:00.000000Z' };
    expect(await refusal('cyberAgency', zeros)).toBe('PUBLISHED');
  });

  test('anyone may relay objects of third parties, at any version', async () => {
    const id = newIdentifier('tool');
    const stranger = { created_by_ref: newIdentifier('identity') };
    await publish('cyberAgency', toolAt(id, 2, stranger));
    expect(await refusal('xbCsirt', toolAt(id, 3, stranger))).toBe('PUBLISHED');
    expect(await refusal('energyCentre', toolAt(id, 1, stranger))).toBe('PUBLISHED');
    expect(await refusal('xbCsirt', toolAt(id, 4, by('xbCsirt')))).toBe(`CREATOR_CHANGED ${PLACE}`);
  });

  test('nobody takes over an id, not even a member that cannot know it is taken', async () => {
    const id = newIdentifier('tool');
    const warning = await publish('cyberAgency', toolAt(id, 1, by('cyberAgency')), {
      audience: to('northGrid'),
      marking: 'AMBER+STRICT',
    });
    const claim = toolAt(id, 9, { ...by('xbCsirt'), revoked: true });
    expect(await refusal('xbCsirt', claim)).toBe('PUBLISHED');
    await endpoint.drain();
    expect(await shownAt('northGrid', id, warning)).toEqual(['of day 1', 'of day 1', 'of day 1']);
    expect(await refusal('cyberAgency', toolAt(id, 2, by('cyberAgency')))).toBe('PUBLISHED');
  });
});

test('a hidden duplicate changes neither the answer nor the queries behind it', async () => {
  const [id, taken, gone] = [newIdentifier('tool'), newIdentifier('tool'), newIdentifier('tool')];
  const hidden = [
    toolAt(id, 2, { name: 'hidden' }),
    toolAt(taken, 1, by('cyberAgency')),
    toolAt(gone, 1, { revoked: true, created_by_ref: newIdentifier('identity') }),
  ];
  const requests: readonly (readonly [CastName, object[]])[] = [
    ['xbCsirt', [toolAt(id, 2)]],
    ['xbCsirt', [{ ...toolAt(id, 3), created: on(2) }]],
    ['energyCentre', [toolAt(id, 2, { ...by('energyCentre'), name: 'third' })]],
    ['xbCsirt', [toolAt(taken, 1, by('cyberAgency'))]],
    ['xbCsirt', [toolAt(taken, 2, by('cyberAgency'))]],
    ['xbCsirt', [toolAt(gone, 2), toolAt(taken, 2, by('xbCsirt'))]],
    ['energyCentre', Array.from({ length: 3 }, (_, day) => toolAt(gone, 3 + day))],
  ];
  const play = async (isDuplicate: boolean) => {
    const world = await openTestHub();
    try {
      const secret = { audience: to('riverWater'), marking: 'AMBER+STRICT' } as const;
      // Publish in both worlds, so that they differ in the hidden objects only.
      const first = await offer(world, 'cyberAgency', {
        ...secret,
        bundle: isDuplicate ? bundle(...hidden) : null,
      });
      if (!first.ok) throw new Error(JSON.stringify(first.problems));
      await world.drain();
      const answers: string[] = [];
      for (const [name, objects] of requests) {
        const { hub, calls } = notingCalls(world.hub);
        const audience = to('cyberAgency', 'northGrid');
        const outcome = await offer({ ...world, hub }, name, { audience, bundle: bundle(...objects) });
        expect(calls.length).toBeGreaterThan(2);
        const answer = JSON.stringify([outcome, calls]);
        const withoutIds = answer.replaceAll(/(warning|report|course-of-action)--[0-9a-f-]{36}/g, '$1');
        answers.push(withoutIds.replaceAll(/"(publishedAt|updatedAt)":"[^"]*"/g, '"$1"'));
      }
      return answers;
    } finally {
      await world.close();
    }
  };
  const [with_, without] = [await play(true), await play(false)];
  expect(with_).toEqual(without);
  expect(without.filter((answer) => answer.includes('"ok":true')).length).toBeGreaterThan(2);
  expect(without.filter((answer) => answer.includes('"ok":false')).length).toBeGreaterThan(1);
});

const HISTORY = `query ($id: ID!, $first: Int, $after: String, $from: String!, $to: String) { stixObject(id: $id) {
  raw
  versions(first: $first, after: $after) {
    edges { cursor node { modified source { slug } marking isLatest revoked raw } } pageInfo { hasNextPage endCursor } }
  difference(from: $from, to: $to) { from to isWhole changes { change path before after } }
} }`;

describe('the history over HTTP', () => {
  const ask = async (variables: object, token = reader) => {
    const { body } = await endpoint.ask(token, HISTORY, { from: on(1), ...variables });
    expect(body.errors).toBeUndefined();
    return body.data.stixObject;
  };
  type Edge = { node: { modified: string; source: { slug: string }; isLatest: boolean; revoked: boolean } };
  const listedVersions = ({ versions }: { versions: { edges: Edge[] } }) =>
    versions.edges.map(({ node }) =>
      [
        node.modified.slice(8, 10),
        node.source.slug,
        ...(node.isLatest ? ['latest'] : []),
        ...(node.revoked ? ['revoked'] : []),
      ].join(' '),
    );

  test('every visible version, newest first, page by page, with what changed', async () => {
    const id = newIdentifier('tool');
    const first = toolAt(id, 1, { ...by('cyberAgency'), labels: ['a', 'b'] });
    await publish(
      'cyberAgency',
      toolAt(id, 3, { ...by('cyberAgency'), labels: ['b'], description: 'x'.repeat(3_000) }),
    );
    await publish('cyberAgency', first);
    await publish('xbCsirt', first);
    await publish('cyberAgency', toolAt(id, 2, by('cyberAgency')), { audience: to('riverWater') });
    const history = await ask({ id });
    expect(listedVersions(history).sort()).toEqual([
      '01 cyber-agency',
      '01 xb-csirt',
      '03 cyber-agency latest',
    ]);
    expect(history.versions.edges.map(({ node }: Edge) => node.modified)).toEqual([on(3), on(1), on(1)]);
    expect(history.raw).toEqual(history.versions.edges[0].node.raw);
    const pages: string[] = [];
    for (let after: string | null = null; ; ) {
      const page: { versions: { edges: Edge[]; pageInfo: { hasNextPage: boolean; endCursor: string } } } =
        await ask({ id, first: 1, after });
      pages.push(...listedVersions(page));
      if (!page.versions.pageInfo.hasNextPage) break;
      after = page.versions.pageInfo.endCursor;
    }
    expect(pages).toEqual(listedVersions(history));
    expect(history.difference).toMatchObject({ from: on(1), to: on(3), isWhole: true });
    expect(history.difference.changes.slice(0, 3)).toEqual([
      { change: 'CHANGED', path: '$.modified', before: `"${on(1)}"`, after: `"${on(3)}"` },
      { change: 'CHANGED', path: '$.name', before: '"of day 1"', after: '"of day 3"' },
      { change: 'REMOVED', path: '$.labels[0]', before: '"a"', after: null },
    ]);
    const { after } = history.difference.changes.at(-1);
    expect([after.length, after.endsWith('x…')]).toEqual([1_001, true]);
  });

  test('a hidden version is absent: no entry, no diff', async () => {
    const id = newIdentifier('tool');
    await publish('cyberAgency', toolAt(id, 1));
    await publish('cyberAgency', toolAt(id, 3), { audience: to('riverWater'), marking: 'AMBER+STRICT' });
    const hidden = await ask({ id, from: on(3), to: on(1) });
    expect(hidden).toEqual(await ask({ id, from: on(5), to: on(1) }));
    expect([listedVersions(hidden), hidden.difference]).toEqual([['01 cyber-agency latest'], null]);
    const other = await ask({ id, from: on(1) }, await endpoint.token('riverWater', 'analyst'));
    expect(listedVersions(other)).toEqual(['03 cyber-agency latest', '01 cyber-agency']);
    expect(other.difference.to).toBe(on(3));
    // A cursor of a reader who sees more gives another reader nothing more.
    const { endCursor } = (await ask({ id, first: 1 }, await endpoint.token('riverWater', 'analyst')))
      .versions.pageInfo;
    expect(listedVersions(await ask({ id, after: endCursor }))).toEqual(['01 cyber-agency latest']);
  });

  test('a revoked object is shown as revoked; later versions are void', async () => {
    const id = newIdentifier('tool');
    await publish('cyberAgency', toolAt(id, 3, by('cyberAgency')));
    await publish('cyberAgency', toolAt(id, 2, { ...by('cyberAgency'), revoked: true }));
    const history = await ask({ id, from: on(2) });
    expect(listedVersions(history)).toEqual(['03 cyber-agency', '02 cyber-agency latest revoked']);
    expect(history.raw.revoked).toBe(true);
  });

  test('pages and costs have their limits', async () => {
    const id = newIdentifier('tool');
    await publish('cyberAgency', toolAt(id, 1));
    const asked = async (query: string) =>
      (await endpoint.ask(reader, query, { id })).body.errors?.[0]?.extensions.code;
    expect(
      await asked(
        `query ($id: ID!) { stixObject(id: $id) { versions(first: ${MAX_PAGE_SIZE + 1}) { edges { cursor } } } }`,
      ),
    ).toBe('PAGE_TOO_LARGE');
    expect(
      await asked(
        'query ($id: ID!) { stixObject(id: $id) { versions(after: "made-up") { edges { cursor } } } }',
      ),
    ).toBe('CURSOR_INVALID');
    const dear = `query ($id: ID!) { warning(id: $id) { objects(first: 50) { edges { node {
      difference(from: "${on(1)}") { changes { path } } } } } } }`;
    expect(await asked(dear)).toBe('QUERY_TOO_COSTLY');
  });
});
