// The examples of docs/INTEGRATING.md that administer a member run as they stand, over HTTP, by a member-admin.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Role } from '../../../src/domain/member.ts';
import { createCommunity } from '../../../src/service/community/keep-community.ts';
import { CAST } from '../../support/cast.ts';
import { openTestEndpoint, type TestEndpoint } from '../../support/endpoint.ts';
import { keyFor } from '../../support/persons.ts';

const ROOT = path.join(import.meta.dirname, '../../..');
const SECTION = /^## Administer members[\s\S]*?^(?=## )/m;

const examples = (): string[] => {
  const [section = ''] = SECTION.exec(readFileSync(path.join(ROOT, 'docs/INTEGRATING.md'), 'utf8')) ?? [];
  return [...section.matchAll(/```graphql\n([\s\S]*?)```/g)].map(([, text = '']) => text);
};
const nameOf = (text: string): string => /^(?:query|mutation) (\w+)/.exec(text)?.[1] ?? '';

let world: TestEndpoint;
const answers = new Map<string, Record<string, unknown>>();
beforeAll(async () => {
  // A key of certain networks is made where the hub knows the addresses of its callers.
  world = await openTestEndpoint({ env: { TOCSIN_PROXIES: '127.0.0.1' } });
  const created = await createCommunity(world.hub, await world.actor('cyberAgency', 'hub-operator'), {
    slug: 'grid-table',
    name: 'Grid Table',
    managers: [CAST.energyCentre.slug],
    joining: 'REQUEST',
  });
  if (!created.ok) throw new Error(JSON.stringify(created.problems));
  const chief = { member: 'north-grid', role: 'member-admin', person: 'north-grid/chief' } as const;
  const { token } = await keyFor(world.hub, chief);
  for (const text of examples()) {
    const { body } = await world.ask(token, text);
    expect([nameOf(text), body.errors]).toEqual([nameOf(text), undefined]);
    answers.set(nameOf(text), body.data);
  }
});
afterAll(() => world.close());

test('facts, communities, persons and keys are read', () => {
  expect([...answers.keys()]).toEqual(['Facts', 'Invite', 'Deactivate', 'MakeKey', 'Keys', 'Ask', 'List']);
  expect(answers.get('Facts')).toMatchObject({
    memberFacts: { member: { slug: 'north-grid' }, standing: 'MEMBER' },
    communities: expect.arrayContaining([expect.objectContaining({ slug: 'grid-table', membership: null })]),
  });
  expect(answers.get('Keys')).toMatchObject({
    keys: expect.arrayContaining([expect.objectContaining({ label: 'SIEM', scopes: ['feed:read'] })]),
    persons: expect.arrayContaining([{ written: 'north-grid/bea', state: 'INVITED', lastSeenAt: null }]),
  });
});

test('a person is invited, and a dry run says what would end and ends nothing', async () => {
  expect(answers.get('Invite')).toMatchObject({
    invitePerson: { person: { written: 'north-grid/bea', roles: ['ANALYST'] }, refusals: [] },
  });
  expect(answers.get('Deactivate')).toEqual({
    deactivatePerson: {
      person: { written: 'north-grid/bea', state: 'INVITED' },
      ends: { keys: 0, sessions: 0, credentials: 0 },
      refusals: [],
    },
  });
});

test('a key is made, a community is asked, a member is unlisted', async () => {
  expect(answers.get('MakeKey')).toMatchObject({
    createKey: { key: { state: 'ACTIVE' }, token: expect.stringMatching(/^toc_/), refusals: [] },
  });
  expect(answers.get('Ask')).toEqual({ joinCommunity: { state: 'REQUESTED', refusals: [] } });
  expect(answers.get('List')).toEqual({ changeListing: { isUnlisted: true, refusals: [] } });
  world.hub.directory.forget();
  const member = (await world.hub.directory.current()).bySlug.get('north-grid');
  expect(member).toMatchObject({ isUnlisted: true, listedTo: [CAST.energyCentre.id] });
});

const LISTED = `{
  me { profile { written state contacts { value } } }
  members { slug }
  memberFacts { isUnlisted listedTo probationEndsAt }
}`;
type Listed = {
  readonly me: { readonly profile: { readonly written: string } | null };
  readonly members: readonly { readonly slug: string }[];
  readonly memberFacts: object;
};
const listedFor = async (member: string, role: Role, person: string | null): Promise<Listed> => {
  const { token } = await keyFor(world.hub, { member, role, person });
  return (await world.ask(token, LISTED)).body.data;
};

test('members are listed to those who work with them, and everybody reads its own profile', async () => {
  const listed = async (member: string, role: Role, person: string | null) =>
    (await listedFor(member, role, person)).members.map(({ slug }) => slug);
  const everyone = Object.values(CAST)
    .map(({ slug }) => slug)
    .sort();
  // North Grid became unlisted to all but Energy Centre.
  const others = everyone.filter((slug) => slug !== 'north-grid');
  expect(await listed('energy-centre', 'manager', 'energy-centre/mira')).toEqual(everyone);
  expect(await listed('river-water', 'member-admin', 'river-water/rosa')).toEqual(others);
  expect(await listed('xb-csirt', 'publisher', 'xb-csirt/pia')).toEqual(others);
  expect(await listed('cyber-agency', 'hub-operator', 'cyber-agency/ola')).toEqual(everyone);
  expect(await listed('river-water', 'analyst', 'river-water/ari')).toEqual(['river-water']);
  expect(await listed('river-water', 'integrator', null)).toEqual(['river-water']);
  expect(await listedFor('north-grid', 'analyst', 'north-grid/nils')).toEqual({
    me: { profile: { written: 'north-grid/nils', state: 'ACTIVE', contacts: [] } },
    members: [{ slug: 'north-grid' }],
    memberFacts: { isUnlisted: true, listedTo: ['energy-centre'], probationEndsAt: null },
  });
  expect((await listedFor('north-grid', 'integrator', null)).me.profile).toBeNull();
});

test('a client that became unlisted is not shown, and stays where the list is saved as it is shown', async () => {
  const { hub } = world;
  const [hidden, shown] = [CAST.northGrid, CAST.smallGas];
  const clients = [hidden.id, shown.id];
  await hub.members.save({ ...CAST.riverWater, clients });
  hub.directory.forget();
  const { token } = await keyFor(hub, {
    member: 'river-water',
    role: 'member-admin',
    person: 'river-water/rosa',
  });
  const read = async () =>
    (await world.ask(token, '{ memberFacts { clients } }')).body.data.memberFacts.clients;
  const save = async (slugs: readonly string[]) => {
    const query = `mutation ($input: ChangeMemberInput!) {
      changeMember(input: $input) { facts { clients } refusals { code path } }
    }`;
    return (await world.ask(token, query, { input: { clients: slugs } })).body.data.changeMember;
  };
  const stored = async () => (await hub.members.all()).find(({ id }) => id === CAST.riverWater.id)?.clients;
  const changes = () =>
    hub.acts.rows.countDocuments({ event: 'member.changed', members: CAST.riverWater.id });
  const before = await changes();
  expect(await read()).toEqual([shown.slug]);
  expect(await save(await read())).toEqual({ facts: { clients: [shown.slug] }, refusals: [] });
  expect(await stored()).toEqual(clients);
  // Nothing tells that there is more.
  expect(await changes()).toBe(before);
  expect(await save(['metro-rail'])).toEqual({ facts: { clients: ['metro-rail'] }, refusals: [] });
  expect(await stored()).toEqual([CAST.metroRail.id, hidden.id]);
  // Whoever ends all client relations ends those too, and the trail says the same where there was none: once, however often it is said.
  const linesOf = async (stands: readonly string[]): Promise<number[]> => {
    await hub.members.save({ ...CAST.riverWater, clients: stands });
    hub.directory.forget();
    const lines: number[] = [];
    for (const slugs of [[], [], ['metro-rail'], [], []]) {
      const known = await changes();
      expect(await save(slugs)).toEqual({ facts: { clients: slugs }, refusals: [] });
      expect(await stored()).toEqual(slugs.length === 0 ? [] : [CAST.metroRail.id]);
      lines.push((await changes()) - known);
    }
    return lines;
  };
  for (const stands of [[], [hidden.id], [CAST.metroRail.id, hidden.id]])
    expect(await linesOf(stands)).toEqual([1, 0, 1, 1, 0]);
  await hub.members.save({ ...CAST.riverWater, clients: [CAST.metroRail.id, hidden.id] });
  hub.directory.forget();
  // By its slug it is as one that is not there.
  for (const slug of [hidden.slug, 'nobody'])
    expect(await save([slug])).toEqual({
      facts: null,
      refusals: [{ code: 'MEMBER_UNKNOWN', path: '$.clients[0]' }],
    });
});
