// Concurrent publications of one source are checked against each other as if serial: one version has one content,
// immutable properties do not change, and nothing follows a revocation.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newIdentifier } from 'stix2-ts/identifier';
import { newestFirst } from 'stix2-ts/version';
import { REAL_FIRST } from '../../../src/domain/exercise/partition.ts';
import { readObject } from '../../../src/service/object/read-objects.ts';
import { publishWarning } from '../../../src/service/warning/publish-warning.ts';
import { CAST } from '../../support/cast.ts';
import { draft, openTestHub, type TestHub } from '../../support/hub.ts';
import { bundleOf, made } from '../../support/objects.ts';
import { to } from '../../support/publish.ts';
import { type Random, randomOf } from '../../support/random.ts';
import { seed } from '../../support/seed.ts';

let world: TestHub;
let random: Random;
beforeAll(async () => {
  world = await openTestHub();
  random = randomOf(seed());
});
afterAll(() => world.close());

const ROUNDS = 10;
const OWN = { created_by_ref: CAST.cyberAgency.identity };
const THIRD = { created_by_ref: newIdentifier('identity') };
const on = (day: number): string => `2026-01-0${day}T00:00:00.000Z`;

const offer = async (...objects: object[]): Promise<string> => {
  const actor = await world.actor('cyberAgency');
  const bundle = bundleOf(...objects);
  const outcome = await publishWarning(world.hub, actor, draft({ audience: to('northGrid'), bundle }));
  return outcome.ok ? 'PUBLISHED' : outcome.problems.map(({ code }) => code).join();
};

/** All at once, started in a seeded order; the answers in the order of the list. */
const atOnce = async (objects: readonly object[]): Promise<string[]> => {
  const order = objects.map((object, index) => ({ object, index }));
  const begun: Promise<readonly [number, string]>[] = [];
  while (order.length > 0) {
    for (const { object, index } of order.splice(random.below(order.length), 1)) {
      begun.push(offer(object).then((answer) => [index, answer] as const));
    }
  }
  const answers = new Map(await Promise.all(begun));
  return objects.map((_, index) => answers.get(index) ?? '');
};

const rowsOf = (id: string) =>
  world.hub.objects.rows.find({ stixId: id }).sort({ source: 1, ordinal: 1 }).toArray();

describe.each([
  [
    'its own object',
    OWN,
    ['OBJECT_CONFLICT', 'OBJECT_CONFLICT', 'PUBLISHED'],
    ['CREATED_CHANGED', 'CREATED_CHANGED', 'PUBLISHED'],
  ],
  // Nobody here can say which content of a third party's version is right: each is kept.
  [
    "a third party's object",
    THIRD,
    ['PUBLISHED', 'PUBLISHED', 'PUBLISHED'],
    ['PUBLISHED', 'PUBLISHED', 'PUBLISHED'],
  ],
])('%s', (_whose, creator, wanted, moved) => {
  test('one version has one content, however its instant is written; others are refused or kept beside it', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const id = newIdentifier('tool');
      const first = made('tool', { id, ...creator, created: on(1), modified: on(1), name: 'first' });
      if (random.chance(0.5)) expect(await offer(first)).toBe('PUBLISHED');
      const before = (await rowsOf(id)).length;
      const spellings = [on(2), '2026-01-02T00:00:00.0000Z', '2026-01-02T00:00:00.000000Z'];
      const rivals = spellings.map((modified, index) => ({ ...first, modified, name: `rival ${index}` }));
      const answers = await atOnce(rivals);
      expect(answers.toSorted()).toEqual(wanted);
      const kept = answers.filter((answer) => answer === 'PUBLISHED').length;
      const rows = await rowsOf(id);
      expect(rows).toHaveLength(before + kept);
      // What was told before, in any spelling of the instant, makes no further row.
      for (const [index, answer] of answers.entries())
        if (answer === 'PUBLISHED')
          expect(await offer({ ...rivals[index], modified: on(2) })).toBe('PUBLISHED');
      expect(await rowsOf(id)).toHaveLength(before + kept);
      expect(rows.filter(({ twin }) => twin === undefined)).toHaveLength(before + 1);
    }
  });

  test('created never changes in what somebody here has the say of', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const id = newIdentifier('tool');
      const rivals = [1, 2, 3].map((day) =>
        made('tool', { id, ...creator, created: on(day), modified: on(day + 3), name: `of day ${day}` }),
      );
      const answers = await atOnce(rivals);
      expect(answers.toSorted()).toEqual(moved);
      expect(await rowsOf(id)).toHaveLength(moved.filter((answer) => answer === 'PUBLISHED').length);
    }
  });

  test('nothing follows a revocation', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const id = newIdentifier('tool');
      const versions = [1, 2, 3].map((day) =>
        made('tool', {
          id,
          ...creator,
          created: on(1),
          modified: on(day),
          name: `of day ${day}`,
          ...(day === 2 ? { revoked: true } : {}),
        }),
      );
      const answers = await atOnce(versions);
      // Versions before the revocation are void, later ones are refused: only the order decides.
      expect(answers.slice(0, 2)).toEqual(['PUBLISHED', 'PUBLISHED']);
      expect(['PUBLISHED', 'VERSION_AFTER_REVOKED']).toContain(answers[2]);
      const rows = await rowsOf(id);
      expect(rows.map(({ ordinal }) => ordinal)).toEqual(rows.map((_, index) => index));
      const revocation = rows.find(({ revoked }) => revoked !== undefined);
      if (revocation === undefined) throw new Error('the revocation is stored');
      const after = rows.filter(({ ordinal }) => ordinal > revocation.ordinal);
      expect(after.filter(({ modified }) => newestFirst(modified, on(2)) < 0)).toEqual([]);
      const shown = await readObject(world.hub, await world.actor('northGrid', 'analyst'), id, REAL_FIRST);
      expect(shown?.object).toMatchObject({ name: 'of day 2', revoked: true });
      expect(await offer({ ...versions[2], modified: on(4) })).toBe('VERSION_AFTER_REVOKED');
    }
  });
});

test('a concurrent publication of the same object by another source is not waited for, and reveals nothing', async () => {
  const object = made('tool', { ...THIRD, name: 'told by two' });
  const bundle = bundleOf(object);
  const [one, other] = await Promise.all(
    (['cyberAgency', 'xbCsirt'] as const).map(async (name) =>
      publishWarning(world.hub, await world.actor(name), draft({ audience: to('riverWater'), bundle })),
    ),
  );
  expect([one?.ok, other?.ok]).toEqual([true, true]);
  const rows = await rowsOf(object.id);
  expect(rows.map(({ ordinal }) => ordinal)).toEqual([0, 0]);
});
