// What is addressed to a member while it is out, capped, or first one and then the other, reaches it once it may have it,
// whatever ended in which order and whenever the worker looked.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Member } from '../../../src/domain/member.ts';
import type { Hub } from '../../../src/hub.ts';
import { attestMember } from '../../../src/service/member/attest-member.ts';
import { passTime } from '../../../src/service/member/pass-time.ts';
import { endMembership, reinstateMember, suspendMember } from '../../../src/service/member/suspend-member.ts';
import { decideAnew } from '../../../src/service/pipeline/decide-anew.ts';
import { CAST, type CastName } from '../../support/cast.ts';
import { openTestHub, type TestHub } from '../../support/hub.ts';
import { good } from '../../support/outcome.ts';
import { publishBy, to } from '../../support/publish.ts';

const DAY_MS = 86_400_000;
let nowMs = Date.parse('2030-01-01T00:00:00.000Z');
let world: TestHub;
beforeAll(async () => {
  world = await openTestHub({ clock: { now: () => new Date(nowMs) } });
});
afterAll(() => world.close());

const pass = (days: number): void => {
  nowMs += days * DAY_MS;
};
const operator = () => world.actor('cyberAgency', 'hub-operator');
const admin = (name: CastName) => world.actor(name, 'member-admin');
/** A turn of the worker. */
const turn = async (hub: Hub = world.hub): Promise<void> => {
  await passTime(hub);
  await decideAnew(hub);
  await world.drain();
};
const begin = async (name: CastName, facts: Partial<Member> = {}): Promise<void> => {
  const { hub } = world;
  const begun = { ...CAST[name], attestedAt: new Date(nowMs), ...facts };
  await hub.members.change((session) => hub.members.put(begun, session));
  hub.directory.forget();
};
const suspend = async (name: CastName) =>
  good(await suspendMember(world.hub, await operator(), CAST[name].slug, 'It was broken into.'));
const reinstate = async (name: CastName) =>
  good(await reinstateMember(world.hub, await operator(), CAST[name].slug));
const attest = async (name: CastName) => good(await attestMember(world.hub, await admin(name), true));
const tell = (name: CastName, marking: 'GREEN' | 'AMBER') =>
  publishBy(world, 'cyberAgency', {
    ...{ marking, headline: `In ${marking} on day ${nowMs / DAY_MS}`, audience: to(name) },
    ...{ allowEmptyAudience: true, validUntil: null, actions: [{ text: 'Look', by: null }] },
  });
const reached = async (name: CastName, warning: string): Promise<string[]> =>
  (await world.hub.deliveries.rows.find({ warning, member: CAST[name].id }).toArray()).map(
    ({ state }) => state,
  );

/** Suspended on day 300, its attestation due on day 365, back on day 400. */
const awayPastItsAttestation = async (name: CastName) => {
  await begin(name);
  pass(300);
  await suspend(name);
  pass(20);
  const told = { green: await tell(name, 'GREEN'), amber: await tell(name, 'AMBER') };
  pass(80);
  await reinstate(name);
  return told;
};

test('of a suspension in which its attestation fell due, what is above the cap comes with the attestation', async () => {
  const { green, amber } = await awayPastItsAttestation('smallGas');
  await turn();
  expect([await reached('smallGas', green), await reached('smallGas', amber)]).toEqual([['SENT'], []]);
  pass(1);
  await attest('smallGas');
  await turn();
  expect([await reached('smallGas', green), await reached('smallGas', amber)]).toEqual([['SENT'], ['SENT']]);
  const after = (await world.hub.members.all()).find(({ id }) => id === CAST.smallGas.id);
  expect(after).toMatchObject({ decideFrom: null, cappedSince: null });
});

test('also where it attests before the worker has looked', async () => {
  const { green, amber } = await awayPastItsAttestation('riverWater');
  await attest('riverWater');
  await turn();
  expect([await reached('riverWater', green), await reached('riverWater', amber)]).toEqual([
    ['SENT'],
    ['SENT'],
  ]);
});

test('also where it attests while the worker looks', async () => {
  const { hub } = world;
  const { green, amber } = await awayPastItsAttestation('southGrid');
  await decideAnew(interrupted(hub, () => attest('southGrid')));
  await turn();
  expect([await reached('southGrid', green), await reached('southGrid', amber)]).toEqual([
    ['SENT'],
    ['SENT'],
  ]);
});

test('of an absence that ended on probation, it comes with the end of the probation', async () => {
  await begin('metroRail');
  good(await endMembership(world.hub, await admin('metroRail'), null));
  pass(10);
  const amber = await tell('metroRail', 'AMBER');
  pass(10);
  expect((await reinstate('metroRail')).standing).toBe('PROBATION');
  await turn();
  expect(await reached('metroRail', amber)).toEqual([]);
  pass(91);
  await turn();
  expect(await reached('metroRail', amber)).toEqual(['SENT']);
});

test('of a probation that ended while its attestation was overdue, it comes with the attestation', async () => {
  const probationSince = new Date(nowMs);
  const probationEndsAt = new Date(nowMs + 370 * DAY_MS);
  await begin('cityHospital', { standing: 'PROBATION', probationSince, probationEndsAt });
  pass(100);
  const amber = await tell('cityHospital', 'AMBER');
  pass(275);
  await turn();
  expect(await reached('cityHospital', amber)).toEqual([]);
  await attest('cityHospital');
  await turn();
  expect(await reached('cityHospital', amber)).toEqual(['SENT']);
});

test('a member that is suspended once more while the worker looks loses nothing by it', async () => {
  const { hub } = world;
  await begin('smallGas');
  await suspend('smallGas');
  pass(1);
  const green = await tell('smallGas', 'GREEN');
  pass(1);
  await reinstate('smallGas');
  await decideAnew(interrupted(hub, () => suspend('smallGas')));
  await world.drain();
  expect(await reached('smallGas', green)).toEqual(['WITHHELD']);
  pass(1);
  await reinstate('smallGas');
  await turn();
  expect(await reached('smallGas', green)).toEqual(['SENT']);
});

/** Something that happens after everything was decided, and before that is written down. */
const interrupted = (hub: Hub, act: () => Promise<unknown>): Hub => {
  let isOver = false;
  const change: Hub['members']['change'] = async (work) => {
    if (!isOver) {
      isOver = true;
      await act();
    }
    return hub.members.change(work);
  };
  return { ...hub, members: { ...hub.members, change } };
};
