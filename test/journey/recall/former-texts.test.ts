// What a former version said: for its publisher, and for members that had it and may read the current one; nobody else gets a
// word of it, by the contract or on the page, whatever was corrected, narrowed, recalled or cancelled since.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { cancelWarning } from '../../../src/service/warning/cancel-warning.ts';
import { narrowWarning } from '../../../src/service/warning/narrow/narrow-warning.ts';
import { recallWarning } from '../../../src/service/warning/recall/recall-warning.ts';
import { updateWarning } from '../../../src/service/warning/update-warning.ts';
import { CAST, type CastName } from '../../support/cast.ts';
import { openTestEndpoint, type TestEndpoint } from '../../support/endpoint.ts';
import { draft } from '../../support/hub.ts';
import { bundleOf, MADE_AT, made } from '../../support/objects.ts';
import { publishBy, to } from '../../support/publish.ts';
import { type Random, randomOf } from '../../support/random.ts';
import { runs, seed } from '../../support/seed.ts';

const READERS = ['northGrid', 'southGrid', 'riverWater', 'cityHospital', 'metroRail'] as const;
let endpoint: TestEndpoint;
const tokens = new Map<CastName, string>();
beforeAll(async () => {
  endpoint = await openTestEndpoint({
    env: { TOCSIN_PUBLISHES_PER_SECOND: '1000', TOCSIN_REQUEST_BURST: '10000' },
  });
  for (const name of READERS) tokens.set(name, await endpoint.token(name, 'analyst'));
  tokens.set('cyberAgency', await endpoint.token('cyberAgency', 'publisher'));
});
afterAll(() => endpoint.close());

const { kind: _k, marking: _m, audience: _a, allowEmptyAudience: _e, exercise: _x, ...texts } = draft();

const indicator = (value: string) =>
  made('indicator', {
    pattern: `[domain-name:value = '${value.toLowerCase()}.example']`,
    pattern_type: 'stix',
    valid_from: MADE_AT,
  });

/** The texts of a version in which every word that matters is its own. */
const saying = (word: string, more: readonly object[] = []) => ({
  headline: `The headline ${word}`,
  summary: `All versions say this. This one says ${word}.`,
  actions: [
    { text: 'Do this in any case', by: null },
    { text: `Do ${word}`, by: null },
  ],
  bundle: bundleOf(indicator(word), ...more),
});

const correct = async (id: string, expectedVersion: number, changes: object): Promise<void> => {
  const actor = await endpoint.actor('cyberAgency');
  const done = await updateWarning(endpoint.hub, actor, {
    id,
    expectedVersion,
    draft: { ...texts, ...changes },
  });
  if (!done.ok) throw new Error(JSON.stringify(done.problems));
  await endpoint.drain();
};

const QUERY = `query ($id: ID!) { warning(id: $id) { version headline heldBefore { version updatedAt headline summary
  actionsGone actionsNew indicators { gone added hasMore } } } }`;
const read = async (name: CastName, id: string) => {
  const { body } = await endpoint.ask(tokens.get(name) ?? '', QUERY, { id });
  if (body.errors !== undefined) throw new Error(JSON.stringify(body.errors));
  return body.data.warning;
};
const VERSIONS = `query ($id: ID!, $from: Int!, $to: Int) { warning(id: $id) {
  versions { edges { node { version headline summary actions { text } changes } } }
  difference(from: $from, to: $to) { from { version } to { version } inWords changes { before after }
    objects { edges { node { before after } } } } } }`;
const versions = async (name: CastName, id: string, range: object) => {
  const { body } = await endpoint.ask(tokens.get(name) ?? '', VERSIONS, { id, ...range });
  if (body.errors !== undefined) throw new Error(JSON.stringify(body.errors));
  return body.data.warning;
};
const page = async (name: CastName, id: string): Promise<string> =>
  String((await endpoint.get(tokens.get(name) ?? '', `/warnings/${id}`)).body);

test('who had the version before sees what it said, what came and what went; its publisher too', async () => {
  const kept = indicator('kept');
  const id = await publishBy(endpoint, 'cyberAgency', {
    audience: to('northGrid', 'riverWater'),
    ...saying('Alpha', [kept]),
  });
  expect((await read('northGrid', id)).heldBefore).toBeNull();
  await correct(id, 1, saying('Beta', [kept]));
  for (const name of ['northGrid', 'cyberAgency'] as const) {
    expect((await read(name, id)).heldBefore).toEqual({
      version: 1,
      updatedAt: expect.any(String),
      headline: 'The headline Alpha',
      summary: 'All versions say this. This one says Alpha.',
      actionsGone: ['Do Alpha'],
      actionsNew: ['Do Beta'],
      indicators: {
        gone: ["[domain-name:value = 'alpha.example']"],
        added: ["[domain-name:value = 'beta.example']"],
        hasMore: false,
      },
    });
    const lines = (await page(name, id)).replaceAll(/\s+/g, ' ');
    expect(lines).toContain(
      'Against version 1, which you had: - Headline before: The headline Alpha - No longer said: This one says Alpha. - Newly said: This one says Beta. - No longer to do: Do Alpha',
    );
    expect(lines).toContain('No longer an indicator:');
    expect(lines).not.toContain('alpha.example');
  }
  // Against the last one that it had, which is not always the one before.
  await endpoint.hub.deliveries.rows.deleteOne({ warning: id, version: 2, member: CAST.riverWater.id });
  await correct(id, 2, saying('Gamma', [kept]));
  expect((await read('riverWater', id)).heldBefore).toMatchObject({ version: 1, actionsGone: ['Do Alpha'] });
  expect((await read('northGrid', id)).heldBefore).toMatchObject({ version: 2, actionsGone: ['Do Beta'] });
});

test('who never had it, or to whom it was withheld, gets nothing of it', async () => {
  const id = await publishBy(endpoint, 'cyberAgency', {
    audience: to('northGrid', 'riverWater', 'cityHospital'),
    ...saying('Delta'),
  });
  const { rows } = endpoint.hub.deliveries;
  await rows.deleteOne({ warning: id, member: CAST.riverWater.id });
  await rows.updateOne({ warning: id, member: CAST.cityHospital.id }, { $set: { state: 'WITHHELD' } });
  await correct(id, 1, saying('Epsilon'));
  expect((await read('northGrid', id)).heldBefore).toMatchObject({ version: 1 });
  for (const name of ['riverWater', 'cityHospital'] as const) {
    expect(await read(name, id)).toMatchObject({ version: 2, heldBefore: null });
    expect(await page(name, id)).toContain('Epsilon');
    expect(await page(name, id)).not.toMatch(/delta/i);
  }
});

test('an indicator that one reader may not have is in no list and no count of its', async () => {
  const strict = { ...indicator('Zeta'), object_marking_refs: [TLP_RED] };
  const id = await publishBy(endpoint, 'cyberAgency', {
    audience: to('northGrid'),
    ...saying('Eta', [strict]),
  });
  await correct(id, 1, saying('Theta'));
  const { heldBefore } = await read('northGrid', id);
  expect(heldBefore.indicators).toEqual({
    gone: ["[domain-name:value = 'eta.example']"],
    added: ["[domain-name:value = 'theta.example']"],
    hasMore: false,
  });
});

const TLP_RED = 'marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1';

type Told = {
  readonly id: string;
  version: number;
  isOver: boolean;
  /** By member: the words of the versions that it could read when they came. */
  readonly had: Map<CastName, string[]>;
};

const wordIn = (text: string | undefined): string => /word\d+x\d+/i.exec(text ?? '')?.[0].toLowerCase() ?? '';

/** Reads the warning as each member, and keeps what each had; how many words of former versions were shown. */
const note = async ({ id, version, isOver, had: of }: Told, random: Random): Promise<number> => {
  let shown = 0;
  for (const name of READERS) {
    const now = await read(name, id);
    const range = { from: 1 + random.below(version), to: 1 + random.below(version) };
    const text = JSON.stringify([now, await page(name, id), await versions(name, id, range)]);
    const words = new Set([...text.matchAll(/word\d+x\d+/gi)].map(([word]) => word.toLowerCase()));
    const had = of.get(name) ?? [];
    const current = now === null || isOver ? '' : wordIn(now.headline);
    const former = [...words].filter((word) => word !== current);
    for (const word of former)
      expect([name, word, had]).toEqual([name, word, expect.arrayContaining([word])]);
    if (current === '') expect([name, now?.heldBefore ?? null]).toEqual([name, null]);
    else had.push(current);
    if (now?.heldBefore != null) shown += former.length;
  }
  return shown;
};

/** Any act but a correction; whether it was the last, or null for one that was refused. */
const end = async (random: Random, { id, version: expectedVersion }: Told): Promise<boolean | null> => {
  const officer = await endpoint.actor('cyberAgency');
  const request = { id, expectedVersion, reason: 'It must be so.', language: 'en', whatToDo: null };
  const dice = random.below(4);
  const exclude = random.some(READERS, 1, 2).map((name) => CAST[name].slug);
  const narrowing = { ...request, keep: null, exclude, organisations: [], marking: null };
  const done =
    dice < 2
      ? await narrowWarning(endpoint.hub, officer, narrowing)
      : dice < 3
        ? await recallWarning(endpoint.hub, officer, request)
        : await cancelWarning(endpoint.hub, officer, { id, expectedVersion, reason: request.reason });
  // A narrowing that would change nothing is refused.
  if (!done.ok) return null;
  await endpoint.drain();
  return dice >= 2;
};

test('over many acts, no word of a version comes to a member that could not read it when it came', async () => {
  const random = randomOf(seed());
  let shown = 0;
  for (let index = 0; index < runs(6); index += 1) {
    const wordOf = (version: number): string => `Word${index}x${version}`;
    const id = await publishBy(endpoint, 'cyberAgency', {
      audience: to(...random.some(READERS, 2, READERS.length)),
      marking: 'AMBER',
      ...saying(wordOf(1)),
    });
    const told: Told = { id, version: 1, isOver: false, had: new Map(READERS.map((name) => [name, []])) };
    shown += await note(told, random);
    for (let step = 0; step < 5 && !told.isOver; step += 1) {
      if (step === 0 || random.chance(0.6)) await correct(id, told.version, saying(wordOf(told.version + 1)));
      else {
        const isOver = await end(random, told);
        if (isOver === null) continue;
        told.isOver = isOver;
      }
      told.version += 1;
      shown += await note(told, random);
    }
  }
  expect(shown).toBeGreaterThan(0);
});
