// Whoever is out is told nothing more, by whichever way it went: what waited at its endpoints ends, nothing new goes there, its
// links open nothing, and its address is gone when it is erased.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { personIdOf } from '../../../src/domain/access/former-name.ts';
import type { Endpoint } from '../../../src/domain/channel/endpoint.ts';
import { challengeEndpoint, proveEndpoint } from '../../../src/service/channel/endpoint/change-endpoint.ts';
import { newMessage } from '../../../src/service/channel/new-channel-delivery.ts';
import { behindAnswerLink, newAnswerLink } from '../../../src/service/delivery/answer-link.ts';
import { gatherDigests } from '../../../src/service/digest/gather-digests.ts';
import { endMembership, reinstateMember, suspendMember } from '../../../src/service/member/suspend-member.ts';
import { deactivatePerson, reinvitePerson } from '../../../src/service/person/deactivate-person.ts';
import { retirePersons } from '../../../src/service/person/retire-persons.ts';
import { erasePerson } from '../../../src/service/person-data/erase-person.ts';
import { createSubscription } from '../../../src/service/subscription/keep-subscription.ts';
import { drainChannels } from '../../../workers/delivery/channels.ts';
import { CAST, type CastName } from '../../support/cast.ts';
import { plantEndpoint } from '../../support/channels/endpoints.ts';
import { openTestHub, type TestHub } from '../../support/hub.ts';
import { codes, good } from '../../support/outcome.ts';
import { letSignIn, publishBy, to } from '../../support/publish.ts';
import { type Mailbox, openMailbox } from '../../support/subscription/mailbox.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
let now = new Date('2030-01-07T09:00:00.000Z');
const pass = (ms: number): void => {
  now = new Date(now.getTime() + ms);
};

let world: TestHub;
let mailbox: Mailbox;
beforeAll(async () => {
  mailbox = openMailbox(() => now);
  world = await openTestHub({ clock: { now: () => now }, outbound: mailbox.outbound });
  // What is delivered to endpoints begins here.
  await world.drain();
});
afterAll(() => world.close());

const work = async (): Promise<void> => {
  await world.drain();
  await gatherDigests(world.hub);
  await drainChannels(world.hub);
};
const mailsTo = (address: string): string[] =>
  mailbox.mails.filter((each) => each.to === address).map(({ subject }) => subject);
const operator = () => world.actor('energyCentre', 'hub-operator', null);

type Told = { readonly person: string; readonly endpoint: Endpoint; readonly link: string };

/** Somebody who gets a daily digest, with an item that waits for it, messages that are due, and a link that answers. */
const told = async (of: CastName, name: string, isMembers = false): Promise<Told> => {
  const { slug } = CAST[of];
  const written = `${slug}/${name}`;
  await letSignIn(world, written);
  const person = isMembers ? null : personIdOf(written);
  const facts = { channel: 'MAIL', person, form: 'FULL', ceiling: 'GREEN', label: `of ${name}` } as const;
  const endpoint = await plantEndpoint(world, of, { ...facts, address: `${name}@mail.example` });
  const unproved = await plantEndpoint(world, of, {
    ...facts,
    address: `${name}.unproved@mail.example`,
    state: 'UNPROVED',
  });
  const by = isMembers
    ? await world.actor(of, 'integrator', null)
    : await world.actor(of, 'analyst', written);
  good(await createSubscription(world.hub, by, { name: 'All', endpoint: endpoint.id, hour: 12 }));
  const warning = await publishBy(world, 'cyberAgency', { audience: to(of), severity: 'MODERATE' });
  const due = { key: 'due', dueAt: new Date(now.getTime() + HOUR_MS) } as const;
  await world.hub.channelDeliveries.ensure([
    newMessage(endpoint, { occasion: 'TEST', ...due }, now),
    newMessage(unproved, { occasion: 'CHALLENGE', ...due }, now),
  ]);
  const whose = { member: CAST[of].id, person, from: null, endpoint: null };
  const { url } = newAnswerLink(world.hub, { warning, version: 1, ...whose });
  return { person: written, endpoint, link: new URL(url).searchParams.get('link') ?? '' };
};

const waiting = (of: Told) =>
  world.hub.channelDeliveries.rows
    .find({ endpoint: of.endpoint.id, state: { $in: ['PENDING', 'RETRYING', 'GATHERED'] } })
    .toArray();

/** What comes within two days in which two warnings are published, one of them severe and immediate. */
const comes = async (of: Told, member: CastName): Promise<readonly string[]> => {
  const { address } = of.endpoint;
  const unproved = address.replace('@', '.unproved@');
  const before = [...mailsTo(address), ...mailsTo(unproved)].length;
  for (const severity of ['EXTREME', 'MODERATE'] as const) {
    await publishBy(world, 'cyberAgency', { audience: to(member, 'riverWater'), severity });
    // A challenge is good for a day, and due after an hour.
    pass(2 * HOUR_MS);
    await work();
    pass(DAY_MS - 2 * HOUR_MS);
    await work();
  }
  return [...mailsTo(address), ...mailsTo(unproved)].slice(before);
};

const expectNothing = async (of: Told, member: CastName): Promise<void> => {
  expect(await comes(of, member)).toEqual([]);
  expect(codes(await behindAnswerLink(world.hub, of.link, null))).toEqual(['LINK_UNKNOWN $.link']);
};

const stateOf = async ({ endpoint }: Told) => {
  const found = await world.hub.endpoints.byId(endpoint.id);
  return found === null ? null : [found.state, found.cause];
};

test('who stays gets all of it, and its link answers', async () => {
  const ann = await told('southGrid', 'ann');
  expect(codes(await behindAnswerLink(world.hub, ann.link, null))).toEqual([]);
  const subjects = await comes(ann, 'southGrid');
  expect(subjects.some((each) => each.includes('EXTREME'))).toBe(true);
  expect(subjects).toEqual(
    expect.arrayContaining([
      'What waits for you',
      expect.stringContaining('Test'),
      expect.stringContaining('Confirm'),
    ]),
  );
});

test('a person who is deactivated, until it has returned and proved its address again', async () => {
  const bo = await told('southGrid', 'bo');
  const by = { way: 'HOST' } as const;
  const trial = good(await deactivatePerson(world.hub, by, bo.person, { isTrial: true }));
  expect(trial.ends.endpoints).toBe(1);
  expect(good(await deactivatePerson(world.hub, by, bo.person)).ends.endpoints).toBe(1);
  expect(await stateOf(bo)).toEqual(['DISABLED', 'OWNER_LEFT']);
  expect(await waiting(bo)).toEqual([]);
  await expectNothing(bo, 'southGrid');
  good(await reinvitePerson(world.hub, by, bo.person));
  await expectNothing(bo, 'southGrid');
  const found = await world.hub.persons.byId(personIdOf(bo.person));
  if (found === null) throw new Error('it is there');
  await world.hub.members.change((session) =>
    world.hub.persons.save({ ...found, state: 'ACTIVE', credentials: 1 }, session),
  );
  world.hub.directory.forget();
  expect(await comes(bo, 'southGrid')).toEqual([]);
  const actor = await world.actor('southGrid', 'analyst', bo.person);
  good(await challengeEndpoint(world.hub, actor, bo.endpoint.id));
  await work();
  const mail = mailbox.mails.findLast((each) => each.to === bo.endpoint.address);
  const code = /[A-Z0-9]{4}(?:-[A-Z0-9]{4}){3}/.exec(mail?.text ?? '')?.[0] ?? '';
  good(await proveEndpoint(world.hub, actor, bo.endpoint.id, code));
  expect(await comes(bo, 'southGrid')).toContain('What waits for you');
});

test('a person who is erased, and nothing of its address is left', async () => {
  const cy = await told('southGrid', 'cy');
  good(await deactivatePerson(world.hub, { way: 'HOST' }, cy.person));
  good(await erasePerson(world.hub, { way: 'HOST' }, personIdOf(cy.person)));
  expect(await stateOf(cy)).toEqual(['REMOVED', null]);
  await expectNothing(cy, 'southGrid');
  const stored = await Promise.all(
    ['endpoints', 'subscriptions', 'channel_deliveries', 'attempts'].map((name) =>
      world.hub.database.native().collection(name).find().toArray(),
    ),
  );
  const texts = JSON.stringify(stored);
  expect(texts).not.toContain('cy@mail.example');
  expect(texts).not.toContain('cy.unproved@mail.example');
  expect(texts).not.toContain('of cy');
  expect(await world.hub.subscriptions.rows.countDocuments({ person: personIdOf(cy.person) })).toBe(0);
});

test('a member that leaves, with its machines and its persons, until it returns and proves them again', async () => {
  const desk = await told('smallGas', 'desk', true);
  const gus = await told('smallGas', 'gus');
  const admin = await world.actor('smallGas', 'member-admin');
  good(await endMembership(world.hub, admin, null));
  for (const each of [desk, gus]) {
    expect(await stateOf(each)).toEqual(['DISABLED', 'OWNER_LEFT']);
    expect(await waiting(each)).toEqual([]);
    await expectNothing(each, 'smallGas');
  }
  good(await reinstateMember(world.hub, await operator(), CAST.smallGas.slug));
  for (const each of [desk, gus]) expect(await comes(each, 'smallGas')).toEqual([]);
});

test('a member that is suspended, until it is reinstated', async () => {
  const dot = await told('metroRail', 'dot');
  good(await suspendMember(world.hub, await operator(), CAST.metroRail.slug, 'It was broken into.'));
  await expectNothing(dot, 'metroRail');
  good(await reinstateMember(world.hub, await operator(), CAST.metroRail.slug));
  expect(await comes(dot, 'metroRail')).not.toEqual([]);
});

test('a person who is dormant', async () => {
  const eve = await told('southGrid', 'eve');
  const found = await world.hub.persons.byId(personIdOf(eve.person));
  if (found === null) throw new Error('it is there');
  const long = new Date(now.getTime() - 400 * DAY_MS);
  const idle = { ...found, lastSeenAt: long, createdAt: long, warnedAt: long };
  await world.hub.members.change((session) => world.hub.persons.save(idle, session));
  expect((await retirePersons(world.hub)).dormant).toBeGreaterThan(0);
  expect(await stateOf(eve)).toEqual(['DISABLED', 'OWNER_LEFT']);
  await expectNothing(eve, 'southGrid');
});
