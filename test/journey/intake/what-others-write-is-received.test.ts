// What other tools write is published as it is: with a finding where it breaks a rule that harms nobody, left out of bundles
// that promise strict STIX, and never refused because somebody else tells a third party's object otherwise.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newIdentifier } from 'stix2-ts/identifier';
import type { StixObject } from 'stix2-ts/stix-object';
import { validateBundle } from 'stix2-ts/validate';
import { REAL_FIRST } from '../../../src/domain/exercise/partition.ts';
import { readObject } from '../../../src/service/object/read-objects.ts';
import { readHistory } from '../../../src/service/object/version/read-versions.ts';
import { publishWarning } from '../../../src/service/warning/publish-warning.ts';
import type { CastName } from '../../support/cast.ts';
import { openTestEndpoint, type TestEndpoint } from '../../support/endpoint.ts';
import { draft } from '../../support/hub.ts';
import { bundleOf, isDefinition, made, namedIn } from '../../support/objects.ts';
import { to } from '../../support/publish.ts';
import { randomOf } from '../../support/random.ts';
import { seed } from '../../support/seed.ts';

const CASES = path.join(import.meta.dirname, '../../fixtures/stix-intake');
const EXPORTS = path.join(CASES, 'exports');
const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'));

let world: TestEndpoint;
let reader = '';
beforeAll(async () => {
  world = await openTestEndpoint({
    env: { TOCSIN_PUBLISHES_PER_SECOND: '1000', TOCSIN_REQUEST_BURST: '1000' },
  });
  reader = await world.token('northGrid', 'analyst');
});
afterAll(() => world.close());

/** As sent: nothing says that what another tool wrote is STIX. */
type Sent = { readonly objects?: readonly unknown[] };
type Bundle = { readonly objects?: readonly StixObject[] };

const offer = async (name: CastName, bundle: unknown, readers: readonly CastName[] = ['northGrid']) => {
  const outcome = await publishWarning(
    world.hub,
    await world.actor(name),
    draft({ audience: to(...readers), bundle }),
  );
  await world.drain();
  return outcome;
};

const published = async (...args: Parameters<typeof offer>) => {
  const outcome = await offer(...args);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value;
};

const BUNDLES = 'query($id: ID!) { warning(id: $id) { whole: bundle strict: bundle(strict: true) } }';
const bundlesOf = async (warning: string, token = reader): Promise<{ whole: Bundle; strict: Bundle }> =>
  (await world.ask(token, BUNDLES, { id: warning })).body.data.warning;

const textsOf = (objects: readonly unknown[]): string[] => objects.map((each) => JSON.stringify(each)).sort();
const isStrict = (bundle: Bundle): boolean =>
  validateBundle(bundle, { knownMarkings: () => true }).findings.every(({ level }) => level !== 'error');

/** Publishes, and reads back: whole as it was sent, and strict without what breaks a rule. */
const throughTheHub = async (bundle: Sent) => {
  const { warning, findings } = await published('cyberAgency', bundle);
  const { whole, strict } = await bundlesOf(warning);
  const sent = new Set(textsOf(bundle.objects ?? []));
  const back = textsOf(whole.objects ?? []).filter((text) => sent.has(text));
  expect(isStrict(strict)).toBe(true);
  return {
    codes: findings.flatMap((each) => ('level' in each && each.level === 'received' ? [each.code] : [])),
    isWhole: back.length === sent.size,
    strict: strict.objects ?? [],
  };
};

describe('what breaks a rule that harms nobody', () => {
  const timed = made('tool', {
    name: 'x',
    created: '2026-01-01T00:00:00Z',
    modified: '2026-01-01T00:00:00Z',
  });
  test.each<[string, string[], Sent]>([
    ["OpenCTI's extensions", ['PROPERTY_NAME'], read(path.join(CASES, '08-opencti-extension-id.json'))],
    ["MISP's pair under one UUID", ['ID_REUSED'], read(path.join(CASES, '09-misp-same-uuid-bundle.json'))],
    ["TLP:CLEAR under WHITE's id", ['MARKING_TLP_FORM'], read(path.join(CASES, '11-clear-as-white.json'))],
    [
      'header values that are no lists',
      ['OLDER_FORM'],
      bundleOf(read(path.join(CASES, 'stix-must-http-header.json'))),
    ],
    ['times without milliseconds', ['TIMESTAMP_PRECISION', 'TIMESTAMP_PRECISION'], bundleOf(timed)],
    ['empty lists', ['EMPTY_LIST'], bundleOf(made('tool', { name: 'x', labels: [] }))],
  ])('is published, flagged, byte for byte, and no strict STIX: %s', async (_what, codes, bundle) => {
    const { codes: found, isWhole, strict } = await throughTheHub(bundle);
    expect([found, isWhole]).toEqual([codes, true]);
    const { broken } = validateBundle(bundle, { knownMarkings: () => true });
    const left = broken.map((index) => JSON.stringify(bundle.objects?.[index]));
    expect(left.length).toBeGreaterThan(0);
    expect(textsOf(strict).filter((text) => left.includes(text))).toEqual([]);
  });

  test('a well-known definition that was written otherwise is the standard’s in a strict bundle', async () => {
    const { strict } = await throughTheHub(read(path.join(CASES, '11-clear-as-white.json')));
    const white = 'marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9';
    expect(strict.find(({ id }) => id === white)).toMatchObject({ name: 'TLP:WHITE' });
    expect(strict.some(({ type }) => type === 'indicator')).toBe(true);
  });

  test('what a left-out definition marks is left out of a strict bundle too', async () => {
    const definition = {
      type: 'marking-definition',
      spec_version: '2.1',
      id: newIdentifier('marking-definition'),
      created: '2026-01-01T00:00:00Z',
      definition_type: 'statement',
      definition: { statement: 'Copyright' },
    };
    const marked = made('tool', { name: 'marked', object_marking_refs: [definition.id] });
    const plain = made('tool', { name: 'plain' });
    const { strict } = await throughTheHub(bundleOf(definition, marked, plain));
    const names = strict.filter(({ type }) => type === 'tool').map(({ name }) => name);
    expect(names).toEqual(['plain']);
  });

  test('what readers rely on is refused, with one right message', async () => {
    const outcome = await offer('cyberAgency', read(path.join(CASES, '12-report-empty-refs.json')));
    const problems = outcome.ok ? [] : outcome.problems;
    expect(problems.map(({ code, path: place }) => `${code} ${place}`)).toEqual([
      'LIST_REQUIRED $.bundle.objects[0].object_refs',
    ]);
    expect(problems[0]?.message).not.toMatch(/leave/);
  });
});

/**
 * These tell objects of others of the same tool again: Sekoia's identity with its properties in another order, and XSOAR's
 * files without its extension under the same `modified`, which one source may not. So another source publishes them.
 */
const TOLD_AGAIN = new Set(['sekoia-url.json', 'xsoar-hashes.json']);

test('exports of other tools are published, and come back as they were', async () => {
  const files = readdirSync(EXPORTS).filter((file) => file.endsWith('.json'));
  const real = files.filter((file) => !file.startsWith('shape-'));
  expect(real.length).toBeGreaterThanOrEqual(20);
  expect(files.length).toBeGreaterThan(real.length);
  const wrong: string[] = [];
  for (const file of files) {
    const bundle = read(path.join(EXPORTS, file)) as Sent;
    // Where only strict STIX passes it is refused.
    if (isStrict(bundle as Bundle)) wrong.push(`${file} breaks no rule`);
    const outcome = await offer(TOLD_AGAIN.has(file) ? 'xbCsirt' : 'cyberAgency', bundle);
    if (!outcome.ok) {
      wrong.push(
        `${file}: ${outcome.problems
          .slice(0, 3)
          .map(({ code, path: at }) => `${code} ${at}`)
          .join(', ')}`,
      );
      continue;
    }
    const { whole, strict } = await bundlesOf(outcome.value.warning);
    const back = new Set(textsOf(whole.objects ?? []));
    // Definitions that nothing refers to are not passed on.
    const named = new Set(namedIn((bundle.objects ?? []) as StixObject[]));
    const sent = ((bundle.objects ?? []) as StixObject[]).filter(
      ({ id }) => !isDefinition(id) || named.has(id),
    );
    const lost = textsOf(sent).filter((text) => !back.has(text));
    if (lost.length > 0 || !isStrict(strict)) wrong.push(`${file}: ${lost.length} lost, or not strict`);
  }
  expect(wrong).toEqual([]);
});

test('a third party’s object whose created is written anew is received, and noted', async () => {
  const definitionIn = (file: string): StixObject => {
    const { objects } = read(path.join(EXPORTS, file)) as { readonly objects: readonly StixObject[] };
    return objects.find(({ type }) => type === 'extension-definition') as StixObject;
  };
  // XSOAR writes the definition of its extension with the time of each export.
  const [first, second] = [definitionIn('xsoar-attack-patterns.json'), definitionIn('xsoar-files.json')];
  expect(second.id).toBe(first.id);
  expect(second['created']).not.toBe(first['created']);
  await published('energyCentre', bundleOf(first), ['northGrid']);
  const { findings } = await published('energyCentre', bundleOf(second), ['northGrid']);
  expect(findings).toContainEqual(
    expect.objectContaining({ code: 'OBJECT_DIFFERS', path: '$.bundle.objects[0].created' }),
  );
});

describe("a third party's object that is told otherwise", () => {
  const defaults = read(path.join(CASES, 'bundle-opencti-defaults.json')) as { objects: StixObject[] };
  const [asOpenCti] = defaults.objects;
  const { revoked: _r, confidence: _c, lang: _l, ...own } = asOpenCti as StixObject;
  const DIFFERS = expect.objectContaining({ code: 'OBJECT_DIFFERS', path: '$.bundle.objects[0]' });
  const confidenceFor = async (name: CastName, id: string): Promise<unknown> => {
    const shown = await readObject(world.hub, await world.actor(name, 'analyst'), id, REAL_FIRST);
    return shown === null ? 'ABSENT' : (shown.object['confidence'] ?? 'NONE');
  };

  test('is kept beside the other and flagged; a reader gets the first numbered of those it may read', async () => {
    const [definition] = defaults.objects.slice(1);
    const first = await published('cyberAgency', bundleOf(own, definition), [
      'northGrid',
      'southGrid',
      'xbCsirt',
    ]);
    const second = await published('xbCsirt', defaults, ['northGrid', 'riverWater']);
    expect(second.findings).toContainEqual(DIFFERS);
    expect(first.findings).not.toContainEqual(DIFFERS);
    const seen = await Promise.all(
      (['northGrid', 'southGrid', 'riverWater'] as const).map((name) => confidenceFor(name, own.id)),
    );
    expect(seen).toEqual(['NONE', 'NONE', 0]);
    // Each warning passes on what its source said.
    const texts = async (warning: string) => textsOf((await bundlesOf(warning)).whole.objects ?? []);
    expect(await texts(first.warning)).toContain(JSON.stringify(own));
    expect(await texts(second.warning)).toContain(JSON.stringify(asOpenCti));
    const history = await readHistory(
      world.hub,
      await world.actor('northGrid', 'analyst'),
      { id: own.id, partition: null },
      { first: 10, after: null },
    );
    const versions = history.ok ? history.value.versions.map(({ version }) => version) : [];
    expect(versions.map(({ isLatest, object }) => [isLatest, 'confidence' in object])).toEqual(
      expect.arrayContaining([
        [true, false],
        [false, true],
      ]),
    );
  });

  test('from one and the same source makes one row for each content, and no more', async () => {
    const identity = made('identity', { name: 'Somebody' });
    const twin = { ...identity, confidence: 0 };
    const rows = () => world.hub.objects.rows.countDocuments({ stixId: identity.id });
    await published('cyberAgency', bundleOf(identity));
    expect((await published('cyberAgency', bundleOf(twin))).findings).toContainEqual(DIFFERS);
    for (const again of [identity, twin, { ...identity, revoked: false }, { ...twin, lang: 'en' }])
      await published('cyberAgency', bundleOf(again));
    expect(await rows()).toBe(2);
    expect(await confidenceFor('northGrid', identity.id)).toBe('NONE');
  });

  test('with nothing but defaults written out is no other content', async () => {
    const identity = made('identity', { name: 'Plain' });
    await published('cyberAgency', bundleOf(identity));
    const { findings } = await published('xbCsirt', bundleOf({ ...identity, revoked: false, lang: 'en' }));
    expect(findings).not.toContainEqual(DIFFERS);
  });

  test('is refused where somebody here has the say: its owner, or the publisher itself', async () => {
    const codes = async (...args: Parameters<typeof offer>) => {
      const outcome = await offer(...args);
      return outcome.ok ? 'PUBLISHED' : outcome.problems.map(({ code }) => code).join();
    };
    const member = await world.actor('cyberAgency');
    const owned = made('tool', { name: 'owned', created_by_ref: member.member.identity });
    await published('cyberAgency', bundleOf(owned), ['xbCsirt']);
    expect(await codes('cyberAgency', bundleOf({ ...owned, name: 'other' }))).toBe('OBJECT_CONFLICT');
    expect(await codes('xbCsirt', bundleOf({ ...owned, name: 'other' }))).toBe('OBJECT_CONFLICT');
    const nobodys = made('tool', { name: 'of nobody' });
    await published('cyberAgency', bundleOf(nobodys), ['xbCsirt']);
    expect(await codes('cyberAgency', bundleOf({ ...nobodys, name: 'other' }))).toBe('OBJECT_CONFLICT');
    expect(await codes('xbCsirt', bundleOf({ ...nobodys, name: 'other' }))).toBe('PUBLISHED');
  });

  test('in any order of sources and audiences each reader gets the first numbered of those it may read', async () => {
    const random = randomOf(seed());
    const sources = ['cyberAgency', 'xbCsirt', 'energyCentre'] as const;
    const readers = ['northGrid', 'southGrid', 'riverWater'] as const;
    for (let round = 0; round < 6; round += 1) {
      const identity = made('identity', { name: 'Told by many' });
      const told: { audience: CastName[]; confidence: number }[] = [];
      for (let at = 1; at <= 4; at += 1) {
        const source = sources[random.below(sources.length)] ?? 'cyberAgency';
        const audience = readers.filter(() => random.chance(0.5));
        if (audience.length === 0) audience.push('northGrid');
        await published(source, bundleOf({ ...identity, confidence: at }), audience);
        told.push({ audience, confidence: at });
      }
      for (const name of readers) {
        const wanted = told.find(({ audience }) => audience.includes(name))?.confidence ?? 'ABSENT';
        expect([name, await confidenceFor(name, identity.id)]).toEqual([name, wanted]);
      }
    }
  });
});
