// What somebody who may be the second person is told of a proposal: what its ids stand for, why, and why it may not decide it.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Actor } from '../../../src/domain/member.ts';
import { approve, withdraw } from '../../../src/service/approval/decide-proposal.ts';
import { readProposal } from '../../../src/service/approval/list-proposals.ts';
import { propose } from '../../../src/service/approval/propose.ts';
import { personBy } from '../../support/approval/person-by.ts';
import { CAST } from '../../support/cast.ts';
import { openTestHub, type TestHub } from '../../support/hub.ts';
import { codes, good } from '../../support/outcome.ts';
import { personWith } from '../../support/persons.ts';

let world: TestHub;
beforeAll(async () => {
  world = await openTestHub();
});
afterAll(() => world.close());

const person = personBy(() => world);
const ann = () => person('cyberAgency', 'hub-operator', 'ann');
const bea = () => person('cyberAgency', 'hub-operator', 'bea');

const everything = { scope: 'EVERYTHING', target: null, reason: 'A court asks for it.' };
const proposed = async (by: Actor, payload: object = everything, kind = 'PLACE_HOLD'): Promise<string> =>
  good(await propose(world.hub, by, { kind, payload, note: 'Order 17' })).id;

test('a person whose access others restored may not decide, and is told why before it tries', async () => {
  const facts = { roles: ['hub-operator'], isRedClosed: true } as const;
  const bob = personWith('cyber-agency/bob', CAST.cyberAgency.id, facts);
  await world.hub.members.change((session) => world.hub.persons.save(bob, session));
  const id = await proposed(await ann());
  const recovered = { ...(await bea()), person: bob.id };
  expect(codes(await approve(world.hub, recovered, id))).toEqual(['APPROVAL_AFTER_RECOVERY $']);
  const shownTo = async (actor: Actor) => {
    const shown = await readProposal(world.hub, actor, id);
    return [shown?.mayDecide, shown?.whyNot?.code];
  };
  expect(await shownTo(await bea())).toEqual([true, undefined]);
  expect(await shownTo({ ...recovered, isRedClosed: true })).toEqual([false, 'APPROVAL_AFTER_RECOVERY']);
  // A key is told what its person would still be refused for, signed in.
  expect(await shownTo({ ...recovered, isRedClosed: true, via: { way: 'KEY', range: null } })).toEqual([
    false,
    'APPROVAL_AFTER_RECOVERY',
  ]);
  expect(await shownTo(await person('cyberAgency', 'hub-operator', 'bea', 'KEY'))).toEqual([
    false,
    'APPROVAL_BY_KEY',
  ]);
  expect(await shownTo(await ann())).toEqual([false, 'APPROVAL_BY_PROPOSER']);
  expect((await withdraw(world.hub, await ann(), id)).ok).toBe(true);
});

test('a proposal says what its ids stand for, and the reason that it asks for', async () => {
  const admin = personWith('north-grid/gil', CAST.northGrid.id, { roles: ['member-admin'] });
  await world.hub.members.change((session) => world.hub.persons.save(admin, session));
  world.hub.directory.forget();
  const aboutOf = async (payload: object, kind = 'PLACE_HOLD') => {
    const id = await proposed(await ann(), payload, kind);
    const shown = await readProposal(world.hub, await bea(), id);
    // Who runs the hub no longer reads its own proposal, and no name of another organisation.
    const former = await readProposal(world.hub, { ...(await ann()), roles: ['analyst'] }, id);
    await withdraw(world.hub, await ann(), id);
    return [shown?.about, former?.about];
  };
  const reason = 'A court asks for it.';
  const why = `Why: ${reason}`;
  expect(await aboutOf({ scope: 'MEMBER', target: CAST.northGrid.id, reason })).toEqual([
    [`The member: ${CAST.northGrid.name} (north-grid).`, why],
    [why],
  ]);
  expect(await aboutOf({ scope: 'PERSON', target: admin.id, reason })).toEqual([
    ['The person: north-grid/gil.', why],
    [why],
  ]);
  expect(await aboutOf({ person: admin.id }, 'RECOVER_LAST_ADMIN')).toEqual([
    [`It is north-grid/gil, of ${CAST.northGrid.name}.`],
    [],
  ]);
});
