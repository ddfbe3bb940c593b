// The life of members: they apply, are sponsored, objected to, admitted on probation, attest, are suspended and return.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor } from '../../../src/domain/member.ts';
import { type Application, standingObjections } from '../../../src/domain/partnership/admission.ts';
import { shownApplication } from '../../../src/graphql/present/application.ts';
import { previewAudience } from '../../../src/service/audience/preview-audience.ts';
import { readWarning } from '../../../src/service/item/read-warning.ts';
import {
  applyByLink,
  applyFor,
  type Form,
  inviteApplicant,
} from '../../../src/service/member/admission/apply.ts';
import { changeAdmissionPolicy } from '../../../src/service/member/admission/change-policy.ts';
import {
  admitApplication,
  objectToApplication,
  refuseApplication,
  setAsideObjection,
  sponsorApplication,
  verifyApplication,
  withdrawObjection,
} from '../../../src/service/member/admission/decide-application.ts';
import { admitDirectly } from '../../../src/service/member/admit-directly.ts';
import { attestMember } from '../../../src/service/member/attest-member.ts';
import { changeMember } from '../../../src/service/member/change-member.ts';
import { passTime } from '../../../src/service/member/pass-time.ts';
import { endMembership, reinstateMember, suspendMember } from '../../../src/service/member/suspend-member.ts';
import { ownNotices } from '../../../src/service/person/own-notices.ts';
import { decideAnew } from '../../../src/service/pipeline/decide-anew.ts';
import { publishWarning } from '../../../src/service/warning/publish-warning.ts';
import { CAST, type CastName } from '../../support/cast.ts';
import { plantEndpoint } from '../../support/channels/endpoints.ts';
import { subjectsOf } from '../../support/channels/letters.ts';
import { draft, openTestHub, type TestHub } from '../../support/hub.ts';
import { codes, good } from '../../support/outcome.ts';

const TIMELESS = { validUntil: null, actions: [{ text: 'Look', by: null }] };
const DAY_MS = 86_400_000;
let nowMs = Date.parse('2030-01-01T00:00:00.000Z');
let world: TestHub;
beforeAll(async () => {
  world = await openTestHub({ clock: { now: () => new Date(nowMs) } });
});
afterAll(() => world.close());

const pass = async (days: number): Promise<void> => {
  nowMs += days * DAY_MS;
  await passTime(world.hub);
};
const admin = (name: CastName) => world.actor(name, 'member-admin');
const operator = () => world.actor('cyberAgency', 'hub-operator');
const form = (slug: string, more: Partial<Form> = {}): Form => ({
  slug,
  name: `Works of ${slug}`,
  kind: 'OPERATOR',
  country: 'XA',
  countries: [],
  sectors: ['energy/electricity'],
  contact: 'Ann, +999 1 555 0199',
  ...more,
});
const standingOf = async (slug: string) => {
  world.hub.directory.forget();
  return (await world.hub.directory.current()).bySlug.get(slug)?.standing;
};

describe('from applicant to member', () => {
  let application: Application;

  test('by a sponsor, verified, a second sponsor of another sector, a window, probation', async () => {
    application = good(await applyFor(world.hub, await admin('northGrid'), form('dam-works')));
    expect(application).toMatchObject({ stage: 'APPLICANT', needsReview: false });
    const { id } = application;
    expect(codes(await admitApplication(world.hub, await operator(), id))).toEqual([
      'APPLICATION_NOT_READY $.id',
    ]);
    expect(
      codes(await verifyApplication(world.hub, await world.actor('northGrid', 'publisher'), { id })),
    ).toEqual(['NOT_FOUND $.id']);
    good(await verifyApplication(world.hub, await operator(), { id }));
    expect(
      codes(await sponsorApplication(world.hub, await admin('northGrid'), { id, agreesToBeNamed: false })),
    ).toEqual(['SPONSOR_ALREADY $.id']);
    const sponsored = good(
      await sponsorApplication(world.hub, await admin('riverWater'), { id, agreesToBeNamed: false }),
    );
    expect(sponsored).toMatchObject({
      stage: 'OBJECTION_WINDOW',
      windowEndsAt: new Date(nowMs + 14 * DAY_MS),
    });
    await pass(13);
    expect(await standingOf('dam-works')).toBeUndefined();
    await pass(1);
    expect(await standingOf('dam-works')).toBe('PROBATION');
    expect(codes(await refuseApplication(world.hub, await operator(), id))).toEqual([
      'APPLICATION_CLOSED $.id',
    ]);
  });

  test('who joins reads from joining on, and nothing above TLP:GREEN on probation', async () => {
    const { hub } = world;
    const publisher = await world.actor('cyberAgency');
    const publish = async (marking: 'GREEN' | 'AMBER') =>
      good(
        await publishWarning(hub, publisher, draft({ marking, headline: `About ${marking}`, ...TIMELESS })),
      ).warning;
    nowMs -= DAY_MS;
    const before = await publish('GREEN');
    nowMs += DAY_MS;
    const [green, amber] = [await publish('GREEN'), await publish('AMBER')];
    await world.drain();
    const directory = await hub.directory.current();
    const member = directory.bySlug.get('dam-works');
    if (member === undefined) throw new Error('it was admitted');
    const reader = { ...(await admin('northGrid')), member, roles: ['analyst'] as const };
    const reads = async (id: string) => (await readWarning(hub, reader, id)) !== null;
    expect([await reads(before), await reads(green), await reads(amber)]).toEqual([false, true, false]);
    const preview = good(
      await previewAudience(hub, publisher, {
        marking: 'AMBER',
        audience: { alternatives: [{ members: ['dam-works'] }], excludes: [] },
        exercise: null,
      }),
    );
    expect(preview.doesNotReceive.map(({ because }) => because)).toEqual(['MEMBER_CAPPED']);
  });

  test('a probation ends, and what was kept from it is decided anew', async () => {
    await pass(90);
    expect(await standingOf('dam-works')).toBe('MEMBER');
    await decideAnew(world.hub);
    await world.drain();
    const rows = await world.hub.deliveries.rows.find({ member: (await idOf('dam-works')) ?? '' }).toArray();
    expect(rows.map(({ state }) => state)).toEqual(expect.arrayContaining(['SENT']));
    expect(rows).toHaveLength(2);
  });
});

const idOf = async (slug: string) => (await world.hub.directory.current()).bySlug.get(slug)?.id;

describe('what is refused', () => {
  test('sponsoring oneself, in a circle, and unnamed', async () => {
    const { hub } = world;
    const made = good(await applyFor(hub, await admin('southGrid'), form('new-works', { country: 'XB' })));
    const dam = (await hub.directory.current()).bySlug.get('dam-works');
    if (dam === undefined) throw new Error('it was admitted');
    const ofDam = { ...(await admin('northGrid')), member: dam };
    // The grid that brought the dam leaves and applies again: the dam cannot answer for it.
    await hub.members.change(async (session) => {
      const facts = { ...made.facts, slug: CAST.northGrid.slug };
      await hub.applications.save({ ...made, id: 'application--again', facts }, session);
      await hub.applications.save(
        { ...made, id: 'application--own', facts: { ...facts, slug: 'dam-works' } },
        session,
      );
    });
    const sponsor = (id: string, by = ofDam) => sponsorApplication(hub, by, { id, agreesToBeNamed: false });
    expect(codes(await sponsor('application--again'))).toEqual(['SPONSOR_CIRCLE $.id']);
    expect(codes(await sponsor('application--own'))).toEqual(['SPONSOR_ITSELF $.id']);
    const unlisted = { ...ofDam, member: { ...dam, isUnlisted: true } };
    expect(codes(await sponsor(made.id, unlisted))).toEqual(['SPONSOR_UNNAMED $.agreesToBeNamed']);
    const young = { ...ofDam, member: { ...dam, standing: 'PROBATION' as const } };
    expect(codes(await sponsor(made.id, young))).toEqual(['SPONSOR_UNSUITABLE $.id']);
  });

  test('a name that looks like another goes to review; a slug that is taken needs another', async () => {
    const { hub } = world;
    const link = good(await inviteApplicant(hub, await operator()));
    const made = good(await applyByLink(hub, link.token, form(CAST.metroRail.slug)));
    expect(made.needsReview).toBe(true);
    expect(codes(await applyByLink(hub, link.token, form('other-works')))).toEqual(['LINK_USED $.link']);
    const verify = (slug?: string) =>
      operator().then((by) =>
        verifyApplication(hub, by, {
          id: made.id,
          namesAreClear: true,
          ...(slug === undefined ? {} : { slug }),
        }),
      );
    expect(codes(await verify())).toEqual(['SLUG_TAKEN $.slug']);
    expect(codes(await verify('Not A Slug'))).toEqual(['SLUG_MALFORMED $.slug']);
    // One that is taken for another's is not clear because the one before it was.
    expect(good(await verify('north-gr1d'))).toMatchObject({ needsReview: true, stage: 'APPLICANT' });
    expect(good(await verify('city-metro'))).toMatchObject({ needsReview: false, stage: 'VERIFIED' });
    const [ours, theirs] = [await admin('cityHospital'), await admin('riverWater')];
    const object = async (by: Actor, reason: string) =>
      good(await objectToApplication(hub, by, { id: made.id, reason })).objections;
    expect(await object(ours, 'Unknown to us.')).toHaveLength(1);
    expect(await object(theirs, 'To us too.')).toHaveLength(2);
    // Said again, it takes the place of the one before.
    expect(await object(ours, 'Still unknown.')).toMatchObject([
      { reason: 'To us too.' },
      { reason: 'Still unknown.' },
    ]);
    expect(good(await withdrawObjection(hub, theirs, made.id)).objections).toHaveLength(1);
    expect(codes(await withdrawObjection(hub, theirs, made.id))).toEqual(['OBJECTION_UNKNOWN $.id']);
    const aside = { id: made.id, member: CAST.cityHospital.slug };
    expect(codes(await setAsideObjection(hub, ours, aside))).toEqual(['ROLE_MAY_NOT $']);
    const after = good(await setAsideObjection(hub, await operator(), aside));
    expect([standingObjections(after), after.needsTwo]).toEqual([[], true]);
    expect(codes(await setAsideObjection(hub, await operator(), aside))).toEqual([
      'OBJECTION_UNKNOWN $.member',
    ]);
    expect(good(await refuseApplication(hub, await operator(), made.id)).stage).toBe('REFUSED');
  });

  test('a policy out of range; under a lowered one two persons admit', async () => {
    const { hub } = world;
    const change = async (parts: object) => changeAdmissionPolicy(hub, await operator(), parts);
    expect(codes(await change({ sponsors: 11 }))).toEqual(['POLICY_OUT_OF_RANGE $.sponsors']);
    expect(good(await change({ sponsors: 1, objectionDays: 0, probationDays: 0 })).version).toBe(1);
    const made = good(await applyFor(hub, await admin('southGrid'), form('quick-works')));
    const ready = good(await verifyApplication(hub, await operator(), { id: made.id, namesAreClear: true }));
    expect(ready.stage).toBe('OBJECTION_WINDOW');
    await pass(0);
    expect(codes(await admitApplication(hub, await operator(), made.id))).toEqual(['APPROVAL_NEEDED $.id']);
    expect((await hub.applications.policies(10)).map(({ version }) => version)).toEqual([1, 0]);
    good(await change({ sponsors: 2, objectionDays: 14, probationDays: 90 }));
    // It came that far under the lowered one.
    await pass(0);
    expect(codes(await admitApplication(hub, await operator(), made.id))).toEqual(['APPROVAL_NEEDED $.id']);
  });

  test('an application comes on by itself when the policy asks for less, and two persons admit it', async () => {
    const { hub } = world;
    const change = async (parts: object) => good(await changeAdmissionPolicy(hub, await operator(), parts));
    const { id } = good(await applyFor(hub, await admin('southGrid'), form('slow-works')));
    const verified = good(await verifyApplication(hub, await operator(), { id, namesAreClear: true }));
    expect(verified.stage).toBe('VERIFIED');
    await pass(1);
    expect((await hub.applications.byId(id))?.stage).toBe('VERIFIED');
    await change({ sponsors: 1 });
    await pass(0);
    expect(await hub.applications.byId(id)).toMatchObject({ stage: 'OBJECTION_WINDOW', needsTwo: true });
    await change({ sponsors: 2 });
    good(await refuseApplication(hub, await operator(), id));
  });

  test('no probation ends by a policy that one operator lowered since', async () => {
    const { hub } = world;
    const young = { ...CAST.smallGas, standing: 'PROBATION' as const, probationSince: new Date(nowMs) };
    await hub.members.save(young);
    const change = async (parts: object) => good(await changeAdmissionPolicy(hub, await operator(), parts));
    await change({ probationDays: 0 });
    await pass(1);
    expect(await standingOf(CAST.smallGas.slug)).toBe('PROBATION');
    await hub.members.save({ ...young, probationEndsAt: new Date(nowMs + 5 * DAY_MS) });
    await change({ probationDays: 700 });
    await pass(5);
    expect(await standingOf(CAST.smallGas.slug)).toBe('MEMBER');
    await change({ probationDays: 90 });
  });

  test('who applies for another is asked what who answers for one is asked', async () => {
    const { hub } = world;
    const by = await admin('riverWater');
    expect(codes(await applyFor(hub, by, form(CAST.riverWater.slug)))).toEqual(['SPONSOR_ITSELF $.slug']);
    const unlisted = { ...by, member: { ...by.member, isUnlisted: true } };
    expect(codes(await applyFor(hub, unlisted, form('canal-works')))).toEqual([
      'SPONSOR_UNNAMED $.agreesToBeNamed',
    ]);
    const made = good(await applyFor(hub, by, form('canal-works')));
    await hub.members.save({ ...by.member, isUnlisted: true });
    const named = async (onlooker: Actor) => (await shownApplication(hub, onlooker, made)).sponsors;
    hub.directory.forget();
    expect(await named(await admin('metroRail'))).toEqual([]);
    expect(await named(await operator())).toEqual([CAST.riverWater.slug]);
    await hub.members.save(by.member);
    hub.directory.forget();
    good(await refuseApplication(hub, await operator(), made.id));
  });
});

describe('a member', () => {
  test('changes what is its own; the hub grants what decides who may read', async () => {
    const { hub } = world;
    const own = await admin('riverWater');
    expect(codes(await changeMember(hub, own, null, { sectors: ['health'] }))).toEqual([
      'ROLE_MAY_NOT $.sectors',
    ]);
    expect(codes(await changeMember(hub, own, null, { mayPublish: true }))).toEqual([
      'ROLE_MAY_NOT $.mayPublish',
    ]);
    good(await changeMember(hub, own, null, { sectors: ['drinking-water'], clients: ['small-gas'] }));
    const slug = CAST.riverWater.slug;
    expect(codes(await changeMember(hub, await operator(), slug, { clients: [] }))).toEqual([
      'ROLE_MAY_NOT $.clients',
    ]);
    expect(good(await changeMember(hub, await operator(), slug, { sectors: ['health'] })).sectors).toEqual([
      'health',
    ]);
  });

  test('is reminded of its attestation, capped when it is overdue, and free again', async () => {
    const { hub } = world;
    expect(codes(await attestMember(hub, await admin('metroRail'), false))).toEqual([
      'STANDING_WRONG $.areFactsRight',
    ]);
    good(await attestMember(hub, await admin('metroRail'), true));
    const reminders = () =>
      hub.acts.rows.find({ event: 'member.reminded', members: CAST.metroRail.id }).sort({ _id: 1 }).toArray();
    const { id: address } = await plantEndpoint(world, 'metroRail', { channel: 'MAIL' });
    for (const days of [330, 6, 22, 6, 2]) await pass(days);
    expect((await reminders()).map(({ facts }) => facts['days'])).toEqual([30, 7, 1, 0]);
    const told = await hub.channelDeliveries.rows.find({ endpoint: address }).sort({ at: 1 }).toArray();
    expect(told.map(({ details }) => details?.['days'])).toEqual([30, 7, 1, 0]);
    expect((await subjectsOf(world, told)).join()).toMatch(/^Attest the facts .* until 203.*overdue$/);
    const notices = async () => (await ownNotices(hub, await admin('metroRail')))?.attestBy;
    expect(await notices()).toBeInstanceOf(Date);
    good(await attestMember(hub, await admin('metroRail'), true));
    hub.directory.forget();
    expect(await notices()).toBeNull();
    const [last] = await hub.acts.rows
      .find({ event: 'member.attested' })
      .sort({ _id: -1 })
      .limit(1)
      .toArray();
    expect(last?.facts).toEqual({ wasOverdue: true });
  });

  test('is suspended, returns as it was, and leaves', async () => {
    const { hub } = world;
    const slug = CAST.smallGas.slug;
    expect(codes(await suspendMember(hub, await operator(), slug, ' '))).toEqual(['REASON_MISSING $.reason']);
    good(await suspendMember(hub, await operator(), slug, 'It was broken into.'));
    expect(codes(await suspendMember(hub, await operator(), slug, 'Again.'))).toEqual([
      'STANDING_WRONG $.member',
    ]);
    const outcome = good(
      await publishWarning(hub, await world.actor('cyberAgency'), {
        ...draft({ headline: 'While it was away', ...TIMELESS }),
        audience: { alternatives: [{ kinds: ['OPERATOR'] }], excludes: [] },
      }),
    );
    await world.drain();
    const deliveries = () =>
      hub.deliveries.rows.find({ warning: outcome.warning, member: CAST.smallGas.id }).toArray();
    expect(await deliveries()).toEqual([]);
    good(await reinstateMember(hub, await operator(), slug));
    await decideAnew(hub);
    await world.drain();
    expect((await deliveries()).map(({ state }) => state)).toEqual(['SENT']);
    expect(good(await endMembership(hub, await admin('smallGas'), null)).standing).toBe('LEFT');
    expect(good(await reinstateMember(hub, await operator(), slug)).standing).toBe('PROBATION');
  });
});

test('an operator admits the first three members alone, and the record says so', async () => {
  const { hub, actor, close } = await openTestHub({ isEmpty: true });
  const { contact: _, ...river } = form('river-works');
  const admit = async (by: Actor, facts: object = {}) =>
    codes(await admitDirectly(hub, by, { ...river, mayPublish: false, ...facts }));
  try {
    await hub.members.save({ ...CAST.cyberAgency, communities: [] });
    hub.directory.forget();
    const founder = await actor('cyberAgency', 'hub-operator');
    expect(await admit(await actor('cyberAgency', 'member-admin'))).toEqual(['ROLE_MAY_NOT $']);
    expect(await admit({ ...founder, person: null })).toEqual(['ROLE_MAY_NOT $']);
    expect(await admit(founder, { slug: 'cyber-agency' })).toEqual(['SLUG_TAKEN $.slug']);
    expect(await admit(founder, { slug: 'cyber-agencv', name: CAST.cyberAgency.name })).toEqual([
      'LOOKS_ALIKE $.slug',
    ]);
    expect(await admit(founder, { slug: 'Works', sectors: ['magic'] })).toEqual([
      'SLUG_MALFORMED $.slug',
      'SECTOR_UNKNOWN $.sectors[0]',
    ]);
    expect(await admit(founder)).toEqual([]);
    // Of two at once one becomes the third member.
    const both = await Promise.all(
      ['hill-rail', 'lake-port'].map((slug) => admit(founder, { slug, name: slug })),
    );
    expect(both.flat()).toEqual(['SPONSORS_NEEDED $']);
    const lines = await hub.acts.rows.find({ event: 'member.advanced' }).toArray();
    expect(lines.map(({ facts }) => facts['isAlone'])).toEqual([true, true]);
    hub.directory.forget();
    expect((await hub.directory.current()).bySlug.get('river-works')?.standing).toBe('MEMBER');
    good(await suspendMember(hub, founder, 'river-works', 'It was broken into.'));
    expect(await admit(founder, { slug: 'fourth-works', name: 'Fourth' })).toEqual(['SPONSORS_NEEDED $']);
  } finally {
    await close();
  }
});
