// Whose name an application resembles may be unlisted to whoever makes it or answers for it: neither what is shown of it nor how far
// it comes tells that there is one.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Actor } from '../../../src/domain/member.ts';
import { readApplication } from '../../../src/graphql/present/application.ts';
import { applyFor } from '../../../src/service/member/admission/apply.ts';
import { verifyApplication } from '../../../src/service/member/admission/decide-application.ts';
import { memberOf } from '../../support/cast.ts';
import { openTestHub, type TestHub } from '../../support/hub.ts';
import { good } from '../../support/outcome.ts';

let world: TestHub;
beforeAll(async () => {
  world = await openTestHub();
  await world.hub.members.save(memberOf('dark-works', { kind: 'OPERATOR', isUnlisted: true, listedTo: [] }));
  world.hub.directory.forget();
});
afterAll(() => world.close());

const apply = async (slug: string) =>
  good(
    await applyFor(world.hub, await world.actor('cityHospital', 'member-admin'), {
      ...{ slug, name: slug.replace('-', ' '), latinName: null, kind: 'OPERATOR' as const, country: 'XA' },
      ...{ countries: [], sectors: [], identifiers: [], languages: [], website: null, timeZone: null },
      contact: 'Duty desk, +999 1 555 0100',
    }),
  ).id;
const shownTo = async (actor: Actor, id: string) => {
  const found = await readApplication(world.hub, actor, id);
  if (found === null) throw new Error('it is there');
  const { id: _i, slug: _s, name: _n, madeAt: _m, ...facts } = found;
  return facts;
};

test('one whose name is that of an unlisted member is to its sponsor as one that nobody has verified', async () => {
  const [guessed, other] = [await apply('dark-works'), await apply('bright-works')];
  const sponsor = await world.actor('cityHospital', 'member-admin');
  const operator = await world.actor('cyberAgency', 'hub-operator');
  expect(await shownTo(sponsor, guessed)).toEqual(await shownTo(sponsor, other));
  expect(await shownTo(sponsor, guessed)).toMatchObject({ needsReview: false, stage: 'APPLICANT' });
  expect(await shownTo(operator, guessed)).toMatchObject({ needsReview: true });
  expect(await shownTo(operator, other)).toMatchObject({ needsReview: false });
  // An operator who verifies it without a word of its names brings it no further.
  good(await verifyApplication(world.hub, operator, { id: guessed }));
  expect(await shownTo(sponsor, guessed)).toEqual(await shownTo(sponsor, other));
  good(await verifyApplication(world.hub, operator, { id: other }));
  good(await verifyApplication(world.hub, operator, { id: guessed, slug: 'dim-works', namesAreClear: true }));
  expect(await shownTo(sponsor, guessed)).toEqual(await shownTo(sponsor, other));
  expect(await shownTo(sponsor, guessed)).toMatchObject({ stage: 'VERIFIED' });
});
