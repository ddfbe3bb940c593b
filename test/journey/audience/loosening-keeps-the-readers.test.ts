// Who approves how something may be used from now on is not asked who may read it: nobody gets it who did not have it, and nobody
// loses it, whatever was declared, given up or narrowed away since it was published, and whoever joined.
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { NOTHING_STATED } from '../../../src/domain/iep/stated-handling.ts';
import { readWarning } from '../../../src/service/item/read-warning.ts';
import { narrowWarning } from '../../../src/service/warning/narrow/narrow-warning.ts';
import { widenWarning } from '../../../src/service/warning/widen-warning.ts';
import { CAST, type CastName } from '../../support/cast.ts';
import { openTestHub, type TestHub } from '../../support/hub.ts';
import { publishBy, to } from '../../support/publish.ts';

const START = Date.parse('2030-01-01T12:00:00.000Z');
const MINUTE = 60_000;
let nowMs = START;
let world: TestHub;
/** In a sector that the default matrix does not know. */
const lab = { ...CAST.xbCsirt, sectors: [], mayPublish: false };
beforeAll(async () => {
  world = await openTestHub({ clock: { now: () => new Date(nowMs) } });
  await world.hub.members.save(lab);
});
afterAll(() => world.close());

const depends = async (dependent: CastName): Promise<void> => {
  await world.hub.members.saveDependency({
    id: 'dependency--on-north-grid',
    provider: CAST.northGrid.id,
    dependent: CAST[dependent].id,
    service: 'electricity',
    strength: 1,
    redundancy: 0,
    bufferHours: 1,
  });
  world.hub.directory.forget();
};
beforeEach(() => depends('smallGas'));

const handling = { ...NOTHING_STATED, permittedActions: 'NONE' as const, until: '2030-02-01T00:00:00.000Z' };
const READERS = ['northGrid', 'riverWater', 'smallGas', 'xbCsirt', 'metroRail'] as const;
const readersOf = async (id: string): Promise<string[]> => {
  const found = await Promise.all(
    READERS.map(async (name) => {
      const item = await readWarning(world.hub, await world.actor(name, 'analyst'), id);
      return item === null ? [] : [name];
    }),
  );
  return found.flat();
};
const loosen = async (id: string, expectedVersion: number): Promise<void> => {
  nowMs += MINUTE;
  const widening = { warning: id, expectedVersion, marking: null, alternatives: [], include: [] };
  const proposer = await world.actor('cyberAgency');
  const done = await widenWarning(world.hub, {
    proposer,
    widening: { ...widening, handling: { permittedActions: 'INTERNALLY_VISIBLE_ACTIONS', until: null } },
    also: async () => undefined,
  });
  if (!done.ok) throw new Error(JSON.stringify(done.problems));
  await world.drain();
  const item = await readWarning(world.hub, proposer, id);
  expect(item?.summary).toMatchObject({
    version: expectedVersion + 1,
    handling: { permittedActions: 'INTERNALLY_VISIBLE_ACTIONS', until: null },
  });
};

test('where another came to depend on who has it', async () => {
  const id = await publishBy(world, 'cyberAgency', { audience: to('northGrid'), handling });
  const before = await readersOf(id);
  expect(before).toEqual(['northGrid', 'smallGas']);
  nowMs += MINUTE;
  await depends('xbCsirt');
  await loosen(id, 1);
  expect(await readersOf(id)).toEqual(before);
});

test('where it was narrowed in between', async () => {
  const id = await publishBy(world, 'cyberAgency', { audience: to('northGrid', 'riverWater'), handling });
  expect(await readersOf(id)).toEqual(['northGrid', 'riverWater', 'smallGas']);
  nowMs += MINUTE;
  await depends('xbCsirt');
  const who = { keep: null, exclude: ['river-water'], organisations: [], marking: null };
  const why = { reason: 'Too many have it.', whatToDo: null, language: 'en' };
  const request = { id, expectedVersion: 1, ...who, ...why };
  const narrowed = await narrowWarning(world.hub, await world.actor('cyberAgency'), request);
  expect(narrowed).toMatchObject({ ok: true });
  await world.drain();
  const before = await readersOf(id);
  expect(before).toEqual(['northGrid']);
  await loosen(id, 2);
  expect(await readersOf(id)).toEqual(before);
});

test('where somebody joined whom its audience would mean', async () => {
  const audience = { alternatives: [{ sectors: ['energy/electricity'] }], excludes: [] };
  const id = await publishBy(world, 'cyberAgency', { audience, handling });
  const before = await readersOf(id);
  nowMs += MINUTE;
  const joined = { ...CAST.metroRail, sectors: ['energy/electricity'], joinedAt: new Date(nowMs) };
  await world.hub.members.save(joined);
  world.hub.directory.forget();
  await loosen(id, 1);
  expect(await readersOf(id)).toEqual(before);
  expect(before).not.toContain('metroRail');
});
