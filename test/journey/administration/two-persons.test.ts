// What needs two persons: proposed by one, done when another approves who has signed in, and in the record both.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { personIdOf } from '../../../src/domain/access/former-name.ts';
import type { Actor } from '../../../src/domain/member.ts';
import { approve, refuse, withdraw } from '../../../src/service/approval/decide-proposal.ts';
import { expireProposals } from '../../../src/service/approval/expire-proposals.ts';
import { listProposals, readProposal } from '../../../src/service/approval/list-proposals.ts';
import { propose, proposedBefore } from '../../../src/service/approval/propose.ts';
import { recordAct } from '../../../src/service/audit/record-act.ts';
import { confirmPerson } from '../../../src/service/person/confirm-person.ts';
import { once } from '../../../src/service/record/once.ts';
import { MEMBERS } from '../../../src/store/partnership/member-row.ts';
import { doneByTheRepeat, essential } from '../../support/approval/founder-alone.ts';
import { personBy } from '../../support/approval/person-by.ts';
import { CAST } from '../../support/cast.ts';
import { openTestHub, type TestHub } from '../../support/hub.ts';
import { codes, good } from '../../support/outcome.ts';
import { personWith } from '../../support/persons.ts';

let now = new Date('2030-01-01T12:00:00.000Z');
let world: TestHub;
beforeAll(async () => {
  world = await openTestHub({ clock: { now: () => now } });
});
afterAll(() => world.close());

const person = personBy(() => world);
const ann = () => person('cyberAgency', 'hub-operator', 'ann');
const bea = () => person('cyberAgency', 'hub-operator', 'bea');

const everything = { scope: 'EVERYTHING', target: null, reason: 'A court asks for it.' };
const proposed = async (by: Actor, payload: object = everything, kind = 'PLACE_HOLD'): Promise<string> => {
  const outcome = await propose(world.hub, by, { kind, payload, note: 'Order 17' });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value.id;
};
const linesOf = (subject: string) => world.hub.acts.rows.find({ subject }).sort({ _id: 1 }).toArray();

describe('approving', () => {
  test('does it once, and both persons are in the record', async () => {
    const id = await proposed(await ann());
    expect(await world.hub.holds.inForce()).toEqual([]);
    now = new Date(now.getTime() + 1_000);
    const done = await approve(world.hub, await bea(), id);
    expect(done.ok && [done.value.state, done.value.isAlone]).toEqual(['DONE', false]);
    const [hold] = await world.hub.holds.inForce();
    expect(hold).toMatchObject({ scope: 'EVERYTHING', placedBy: id });
    expect(done.ok && done.value.result).toBe(hold?.id);
    const lines = await linesOf(id);
    expect(lines.map(({ event, byPerson, way }) => [event, byPerson, way])).toEqual([
      ['approval.proposed', personIdOf('cyber-agency/ann'), 'PASSKEY'],
      ['approval.given', personIdOf('cyber-agency/bea'), 'PASSKEY'],
    ]);
    // Each line has its entry, which says nothing but which line it is.
    const entries = await world.hub.entries.rows
      .find({ 'subject.act': { $in: lines.map(({ _id }) => _id) } })
      .toArray();
    expect(entries.map(({ work }) => work)).toEqual(['DONE', 'DONE']);
    expect(JSON.stringify([lines, entries])).not.toContain('court');
    expect(codes(await approve(world.hub, await bea(), id))).toEqual(['APPROVAL_CLOSED $.id']);
    const lift = await proposed(await bea(), { hold: hold?.id }, 'LIFT_HOLD');
    // Whoever approves is told what it keeps and why, not an id alone.
    expect((await readProposal(world.hub, await ann(), lift))?.about).toEqual([
      'It keeps everything in this hub.',
      'Why: A court asks for it.',
    ]);
    expect((await approve(world.hub, await ann(), lift)).ok).toBe(true);
    expect(await world.hub.holds.inForce()).toEqual([]);
    expect(
      codes(await propose(world.hub, await ann(), { kind: 'LIFT_HOLD', payload: { hold: hold?.id } })),
    ).toEqual(['HOLD_LIFTED $.payload.hold']);
  });

  test('is not for its proposer, a key, a recovered person, another role or another member', async () => {
    const id = await proposed(await ann());
    const tried: Record<string, string[]> = {};
    const asked: Readonly<Record<string, Actor>> = {
      'its proposer': await ann(),
      'a key of another person': await person('cyberAgency', 'hub-operator', 'bea', 'KEY'),
      'a machine': {
        ...(await world.actor('cyberAgency', 'hub-operator', null)),
        via: { way: 'JWT', range: null },
      },
      'a recovery code': await person('cyberAgency', 'hub-operator', 'bea', 'RECOVERY_CODE'),
      'an administrator of its member': await person('cyberAgency', 'member-admin', 'cem'),
      'a publisher elsewhere': await person('northGrid', 'publisher', 'dan'),
    };
    for (const [who, actor] of Object.entries(asked)) tried[who] = codes(await approve(world.hub, actor, id));
    expect(tried).toEqual({
      'its proposer': ['APPROVAL_BY_PROPOSER $.id'],
      'a key of another person': ['APPROVAL_BY_KEY $'],
      'a machine': ['APPROVAL_BY_KEY $'],
      'a recovery code': ['APPROVAL_BY_KEY $'],
      'an administrator of its member': ['NOT_FOUND $.id'],
      'a publisher elsewhere': ['NOT_FOUND $.id'],
    });
    expect((await world.hub.proposals.byId(id))?.state).toBe('OPEN');
    expect(codes(await withdraw(world.hub, await bea(), id))).toEqual(['APPROVAL_OF_ANOTHER $.id']);
    expect((await refuse(world.hub, await bea(), id)).ok).toBe(true);
    expect((await world.hub.proposals.byId(id))?.state).toBe('REFUSED');
  });

  test('is not for somebody who may be its proposer: whom it brought in, or who came in by the same', async () => {
    const id = (who: string) => personIdOf(`cyber-agency/${who}`);
    const kept = (who: string, broughtBy: string[]) =>
      world.hub.members.change((session) =>
        world.hub.persons.save(
          personWith(`cyber-agency/${who}`, CAST.cyberAgency.id, { roles: ['hub-operator'], broughtBy }),
          session,
        ),
      );
    await kept('first', []);
    await kept('second', [id('first')]);
    await kept('third', [id('first')]);
    // By a machine: nobody knows whose.
    await kept('fourth', ['a-key']);
    const by = (who: string) => person('cyberAgency', 'hub-operator', who);
    const tried = async (proposer: string, approver: string): Promise<string[]> => {
      const proposal = await proposed(await by(proposer));
      const listed = await listProposals(world.hub, await by(approver), { first: 50, after: null });
      const refusals = codes(await approve(world.hub, await by(approver), proposal));
      const mine = good(listed).proposals.find(({ proposal: each }) => each.id === proposal);
      expect(mine?.proposal.mayDecide).toBe(refusals.length === 0);
      // Before it is tried, the page says the same.
      const { code, path } = mine?.proposal.whyNot ?? {};
      expect(code === undefined ? [] : [`${code} ${path}`]).toEqual(refusals);
      if (refusals.length > 0) await withdraw(world.hub, await by(proposer), proposal);
      return refusals;
    };
    world.hub.directory.forget();
    for (const [proposer, approver] of [
      ['first', 'second'],
      ['second', 'first'],
      ['second', 'third'],
      ['bea', 'fourth'],
    ] as const)
      expect([proposer, approver, ...(await tried(proposer, approver))]).toEqual([
        proposer,
        approver,
        'APPROVAL_NOT_INDEPENDENT $',
      ]);
    // None of them confirms another; whoever runs the machine of the hub does, for a founder with two people.
    const confirm = async (by: Actor, who: string) => codes(await confirmPerson(world.hub, by, id(who)));
    expect(await confirm(await by('third'), 'second')).toEqual(['ANOTHER_ADMINISTRATOR_NEEDED $.person']);
    good(await confirmPerson(world.hub, { way: 'HOST' }, 'cyber-agency/second'));
    // An operator of the hub, who confirms persons of any member, writes one of its own as short as anybody.
    expect(codes(await confirmPerson(world.hub, await by('second'), 'third'))).toEqual([]);
    expect(await tried('first', 'third')).toEqual([]);
    await world.hub.holds.rows.deleteMany({});
  });

  test('two at once do it once', async () => {
    const id = await proposed(await ann());
    const both = await Promise.all(
      ['bea', 'eve'].map(async (who) =>
        approve(world.hub, await person('cyberAgency', 'hub-operator', who), id),
      ),
    );
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.flatMap(codes)).toEqual(['APPROVAL_CLOSED $.id']);
    expect(await world.hub.holds.rows.countDocuments({ placedBy: id })).toBe(1);
    await world.hub.holds.rows.deleteMany({});
  });
});

describe('a proposal', () => {
  test('ends after seven days, and the record says so', async () => {
    const id = await proposed(await ann());
    now = new Date(now.getTime() + 7 * 24 * 3_600_000);
    expect((await readProposal(world.hub, await ann(), id))?.state).toBe('EXPIRED');
    expect(codes(await approve(world.hub, await bea(), id))).toEqual(['APPROVAL_CLOSED $.id']);
    expect(await expireProposals(world.hub)).toBe(1);
    expect(await expireProposals(world.hub)).toBe(0);
    expect((await linesOf(id)).map(({ event, way }) => `${event} ${way}`)).toEqual([
      'approval.proposed PASSKEY',
      'approval.expired HUB',
    ]);
  });

  test('is refused with what to do', async () => {
    const ask = async (by: Actor, kind: string, payload: unknown, note: string | null = null) =>
      codes(await propose(world.hub, by, { kind, payload, note }));
    const operator = await ann();
    expect(await ask(operator, 'toString', {})).toEqual(['APPROVAL_KIND_UNKNOWN $.kind']);
    expect(await ask(operator, 'PLACE_HOLD', { ...everything, more: 1 })).toEqual([
      'PAYLOAD_MALFORMED $.payload',
    ]);
    expect(await ask(operator, 'PLACE_HOLD', { ...everything, target: 'x' })).toEqual([
      'PAYLOAD_MALFORMED $.payload.target',
    ]);
    expect(await ask(operator, 'PLACE_HOLD', everything, 'x'.repeat(2_001))).toEqual([
      'TEXT_TOO_LONG $.note',
    ]);
    expect(await ask({ ...operator, person: null }, 'PLACE_HOLD', everything)).toEqual(['PERSON_NEEDED $']);
    expect(await ask(await person('northGrid', 'reader', 'dan'), 'PLACE_HOLD', everything)).toEqual([
      'ROLE_MAY_NOT $.kind',
    ]);
    // A member holds what is its own; whatever else looks absent.
    const admin = await person('northGrid', 'member-admin', 'gil');
    const other = { scope: 'MEMBER', target: CAST.southGrid.id, reason: 'x' };
    expect(await ask(admin, 'PLACE_HOLD', other)).toEqual(['NOT_FOUND $.payload.target']);
    expect(await ask(admin, 'PLACE_HOLD', everything)).toEqual(['NOT_FOUND $.payload.target']);
  });

  test('is listed for who has a part in it, page by page', async () => {
    const ids = [];
    for (let count = 0; count < 3; count += 1) ids.push(await proposed(await ann()));
    const list = async (by: Actor, after: string | null = null) => {
      const page = await listProposals(world.hub, by, { first: 2, after, onlyOpen: true });
      if (!page.ok) throw new Error(JSON.stringify(page.problems));
      return page.value;
    };
    const first = await list(await bea());
    const next = await list(await bea(), first.proposals.at(-1)?.cursor);
    const seen = [...first.proposals, ...next.proposals].map(({ proposal }) => proposal);
    expect(new Set(seen.map(({ id }) => id))).toEqual(new Set(ids));
    expect([first.hasNextPage, next.hasNextPage]).toEqual([true, false]);
    expect(seen.every(({ mayDecide, sentence }) => mayDecide && sentence.startsWith('Keep everything'))).toBe(
      true,
    );
    expect((await list(await ann())).proposals.some(({ proposal }) => proposal.mayDecide)).toBe(false);
    expect((await list(await person('northGrid', 'manager', 'dan'))).proposals).toEqual([]);
    const forged = await listProposals(world.hub, await bea(), { first: 2, after: 'forged' });
    expect(codes(forged)).toEqual(['CURSOR_INVALID $.after']);
  });

  test('is put into words only for the page that it is on, and where open ones are asked for, while it is open', async () => {
    const placed = good(await approve(world.hub, await bea(), await proposed(await ann())));
    const lifts: string[] = [];
    for (let count = 0; count < 4; count += 1) {
      now = new Date(now.getTime() + 1_000);
      lifts.push(await proposed(await ann(), { hold: placed.result }, 'LIFT_HOLD'));
    }
    const [third = '', newest = ''] = lifts.slice(2);
    good(await withdraw(world.hub, await ann(), newest));
    let read = 0;
    const byId: typeof world.hub.holds.byId = (...given) => {
      read += 1;
      return world.hub.holds.byId(...given);
    };
    const hub = { ...world.hub, holds: { ...world.hub.holds, byId } };
    const listed = good(await listProposals(hub, await bea(), { first: 1, after: null, onlyOpen: true }));
    expect(listed.proposals.map(({ proposal }) => proposal.id)).toEqual([third]);
    // And the one by which it is known that there are more.
    expect([listed.hasNextPage, read]).toEqual([true, 2]);
    for (const id of lifts.slice(0, -1)) good(await withdraw(world.hub, await ann(), id));
    await world.hub.holds.rows.deleteMany({});
  });
});

/** Proposed by the founder's key, decided by the founder signed in: of either circle, and where the row names another role. */
const approvedAlone = async (founder: Actor, byKey: Actor): Promise<void> => {
  const publishing = { roles: ['hub-operator', 'publisher'] as const };
  // What is published is published by the rights that its proposer has in the directory.
  await world.hub.members.change(async (session) => {
    for (const who of ['cyber-agency/ann', 'cyber-agency/bea'])
      await world.hub.persons.save(
        personWith(who, CAST.cyberAgency.id, { roles: [...publishing.roles] }),
        session,
      );
  });
  world.hub.directory.forget();
  const given: readonly (readonly [string, object])[] = [
    ['ALLOW_RANGE', { range: '10.20.0.0/16', ports: [8443] }],
    ['WITHDRAW_RANGE', { range: '10.20.0.0/16' }],
    ['EXPORT_REGISTER', { part: 'MEMBERS' }],
    ['PUBLISH_ESSENTIAL', essential(world.hub)],
  ];
  for (const [kind, payload] of given) {
    const waits = await propose(world.hub, { ...byKey, ...publishing }, { kind, payload });
    if (!waits.ok) throw new Error(JSON.stringify([kind, waits.problems]));
    const { id } = waits.value;
    expect([kind, codes(await approve(world.hub, byKey, id))]).toEqual([kind, ['APPROVAL_BY_KEY $']]);
    expect([kind, (await readProposal(world.hub, { ...founder, ...publishing }, id))?.mayDecide]).toEqual([
      kind,
      true,
    ]);
    const done = await approve(world.hub, { ...founder, ...publishing }, id);
    expect(done).toMatchObject({ ok: true, value: { kind, state: 'DONE', isAlone: true } });
    const line = (await linesOf(id)).find(({ event }) => event === 'approval.given');
    expect(line?.facts).toMatchObject({ kind, isAlone: true });
  }
  const colleague = { ...(await bea()), roles: ['publisher'] as const };
  const draft = await propose(world.hub, colleague, {
    kind: 'PUBLISH_ESSENTIAL',
    payload: essential(world.hub),
  });
  const sent = await approve(world.hub, { ...founder, ...publishing }, draft.ok ? draft.value.id : '');
  expect(sent.ok && [sent.value.circle, sent.value.isAlone]).toEqual(['MEMBER', true]);
  const theirs = await propose(world.hub, await bea(), { kind: 'PLACE_HOLD', payload: everything });
  const done = await approve(world.hub, founder, theirs.ok ? theirs.value.id : '');
  expect(done.ok && done.value.isAlone).toBe(true);
  const unwanted = await propose(world.hub, await bea(), { kind: 'PLACE_HOLD', payload: everything });
  expect(await refuse(world.hub, founder, unwanted.ok ? unwanted.value.id : '')).toMatchObject({
    ok: true,
    value: { state: 'REFUSED' },
  });
  const own = await propose(world.hub, byKey, { kind: 'PLACE_HOLD', payload: everything });
  const ownId = own.ok ? own.value.id : '';
  expect(codes(await refuse(world.hub, founder, ownId))).toEqual(['APPROVAL_BY_PROPOSER $.id']);
  expect(await withdraw(world.hub, founder, ownId)).toMatchObject({ ok: true });
};

/** What is refused as it is done is taken back, in the record too, and its repeat is done anew (I18): here, a hold that another lifts meanwhile. */
const takenBack = async (by: Actor, hold: string): Promise<void> => {
  const lift: typeof world.hub.holds.byId = async (id, session) => {
    const found = await world.hub.holds.byId(id, session);
    const by = { at: now, proposal: 'approval--other' };
    if (session === undefined) await world.hub.members.change((own) => world.hub.holds.lift(id, by, own));
    return found;
  };
  const hub = { ...world.hub, holds: { ...world.hub.holds, byId: lift } };
  const request = { kind: 'LIFT_HOLD', payload: { hold } };
  const asked = { actor: by, operation: 'propose', key: 'once-refused', payload: request };
  const again = (id: string) => proposedBefore(hub, by, id);
  const send = () => once(hub, asked, { act: () => propose(hub, by, request), again });
  const before = await hub.proposals.rows.distinct('_id');
  expect(codes(await send())).toEqual(['NOT_FOUND $.payload.hold']);
  const left = await hub.proposals.rows.find({ _id: { $nin: before } }).toArray();
  expect(left.map(({ state }) => state)).toEqual(['WITHDRAWN']);
  const events = (await linesOf(left[0]?._id ?? '')).map(({ event }) => event);
  expect(events.sort()).toEqual(['approval.proposed', 'approval.refused']);
  expect(codes(await send())).toEqual(['HOLD_LIFTED $.payload.hold']);
  const audience = { alternatives: [{ members: [by.member.slug] }], excludes: [] };
  const unsent = { kind: 'PUBLISH_ESSENTIAL', payload: { ...essential(world.hub), audience } };
  expect(codes(await propose(hub, { ...by, roles: ['publisher'] }, unsent))).toEqual([
    'AUDIENCE_EMPTY $.payload.audience',
  ]);
};

test('the founder acts alone until three members are admitted, and the record says so', async () => {
  const founder = await ann();
  await world.hub.members.change((session) =>
    recordAct(
      world.hub,
      {
        event: 'hub.founded',
        by: { way: 'LINK' },
        members: [CAST.cyberAgency.id],
        person: personIdOf('cyber-agency/ann'),
      },
      session,
    ),
  );
  // Members that are suspended or have left were there: with three it ends for good.
  for (const member of Object.values(CAST).slice(2))
    await world.hub.members.save({ ...member, isActive: false, standing: 'SUSPENDED' });
  world.hub.directory.forget();
  const again = await propose(world.hub, founder, { kind: 'PLACE_HOLD', payload: everything });
  expect(again.ok && again.value.state).toBe('OPEN');
  const rows = world.hub.database.collection(MEMBERS);
  const firstTwo = Object.values(CAST).slice(0, 2);
  const others = await rows.find({ _id: { $nin: firstTwo.map(({ id }) => id) } }).toArray();
  await rows.deleteMany({ _id: { $in: others.map(({ _id }) => _id) } });
  await world.hub.members.save(CAST.cyberAgency);
  world.hub.directory.forget();
  const byKey = await person('cyberAgency', 'hub-operator', 'ann', 'KEY');
  const keyed = await propose(world.hub, byKey, { kind: 'PLACE_HOLD', payload: everything });
  expect(keyed.ok && keyed.value.state).toBe('OPEN');
  await approvedAlone(founder, byKey);
  const alone = await propose(world.hub, founder, { kind: 'PLACE_HOLD', payload: everything });
  expect(alone.ok && [alone.value.state, alone.value.isAlone]).toEqual(['DONE', true]);
  const given = await linesOf(alone.ok ? alone.value.id : '');
  expect(given.map(({ facts }) => facts['isAlone'])).toContain(true);
  await takenBack(founder, (alone.ok && alone.value.result) || '');
  await doneByTheRepeat(world.hub, founder);
  const other = await propose(world.hub, await bea(), { kind: 'PLACE_HOLD', payload: everything });
  expect(other.ok && other.value.state).toBe('OPEN');
  await rows.insertMany(others);
  await world.hub.members.save(CAST.cyberAgency);
  world.hub.directory.forget();
  const later = await propose(world.hub, founder, { kind: 'PLACE_HOLD', payload: everything });
  expect(later.ok && later.value.state).toBe('OPEN');
});
