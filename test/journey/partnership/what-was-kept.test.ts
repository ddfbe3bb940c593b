// What is addressed to a member while it is out, capped, or first one and then the other, reaches it once it may have it,
// whatever ended in which order and whenever the worker looked.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Member } from '../../../src/domain/member.ts';
import type { Hub } from '../../../src/hub.ts';
import { importAdvisory } from '../../../src/service/import/import-advisory.ts';
import { attestMember } from '../../../src/service/member/attest-member.ts';
import { passTime } from '../../../src/service/member/pass-time.ts';
import { endMembership, reinstateMember, suspendMember } from '../../../src/service/member/suspend-member.ts';
import { decideAnew } from '../../../src/service/pipeline/decide-anew.ts';
import { CAST, type CastName } from '../../support/cast.ts';
import { openTestHub, type TestHub } from '../../support/hub.ts';
import { advisoryOf } from '../../support/inputs/kev-advisory.ts';
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

/** Announced by its issuer's text, then reissued without news, which comes silently. */
const reissue = async (cve: string, version: number, name: CastName): Promise<string> => {
  const { hub } = world;
  const options = { announce: true, allowEmptyAudience: true, audience: to(name) };
  const actor = await world.actor('cyberAgency');
  const { warning } = good(await importAdvisory(hub, actor, advisoryOf(cve, version), options));
  await world.drain();
  return String(warning);
};
const reachedBy = async (name: CastName, warning: string): Promise<string[]> =>
  (await world.hub.deliveries.rows.find({ warning, member: CAST[name].id }).toArray()).map(
    ({ version, state }) => `v${version} ${state}`,
  );

test('what was announced while it was out reaches it although a reissue has come silently since', async () => {
  await begin('riverWater');
  const before = await reissue('CVE-2026-42011', 1, 'riverWater');
  pass(1);
  await suspend('riverWater');
  pass(1);
  const kept = await reissue('CVE-2026-42012', 1, 'riverWater');
  expect(await reachedBy('riverWater', kept)).toEqual([]);
  expect(await reissue('CVE-2026-42012', 2, 'riverWater')).toBe(kept);
  await reissue('CVE-2026-42011', 2, 'riverWater');
  pass(1);
  await reinstate('riverWater');
  await turn();
  expect(await reachedBy('riverWater', kept)).toEqual(['v1 SENT']);
  expect(await reachedBy('riverWater', before)).toEqual(['v1 SENT']);
  // It had that one in time, and nothing of it is brought again.
  const anew = await world.hub.entries.rows
    .find({ event: 'warning.targeted', 'subject.warning': before }, { projection: { _id: 1 } })
    .toArray();
  expect(anew).toHaveLength(1);
});

test('also what was being withheld as it went', async () => {
  const { hub } = world;
  await begin('riverWater');
  await suspend('riverWater');
  pass(1);
  const warning = await reissue('CVE-2026-42013', 1, 'riverWater');
  const withheld = { state: 'WITHHELD', failure: 'POLICY_NO_LONGER_ALLOWS' } as const;
  pass(1);
  await reinstate('riverWater');
  await turn();
  await hub.deliveries.rows.updateMany({ warning }, { $set: withheld });
  await suspend('riverWater');
  await reissue('CVE-2026-42013', 2, 'riverWater');
  const since = new Date(nowMs - 3 * DAY_MS);
  await hub.members.change(async (session) => {
    const member = await hub.members.byId(CAST.riverWater.id, session);
    if (member !== null) await hub.members.put({ ...member, decideFrom: since }, session);
  });
  await reinstate('riverWater');
  await turn();
  expect(await reachedBy('riverWater', warning)).toEqual(['v1 SENT']);
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
