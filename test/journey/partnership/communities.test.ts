// Communities: by hand and by rule, invitations, requests, leaving, who sees whom, regulators, history. What a member is in
// stands with the member too, where policy and older hubs read it.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Role } from '../../../src/domain/member.ts';
import type { Community } from '../../../src/domain/partnership/community.ts';
import type { Outcome } from '../../../src/domain/problem.ts';
import { rollOf } from '../../../src/policy/communities.ts';
import { previewAudience } from '../../../src/service/audience/preview-audience.ts';
import { changeCommunity, createCommunity } from '../../../src/service/community/keep-community.ts';
import {
  acceptIntoCommunity,
  inviteToCommunity,
  joinCommunity,
  leaveCommunity,
  removeFromCommunity,
} from '../../../src/service/community/memberships.ts';
import { readCommunities, requestsOf, standingOf } from '../../../src/service/community/read-memberships.ts';
import { readWarning } from '../../../src/service/item/read-warning.ts';
import { changeListing } from '../../../src/service/member/change-listing.ts';
import { updateWarning } from '../../../src/service/warning/update-warning.ts';
import { CAST, type CastName, memberOf } from '../../support/cast.ts';
import { openTestEndpoint, type TestEndpoint } from '../../support/endpoint.ts';
import { draft } from '../../support/hub.ts';
import { codes } from '../../support/outcome.ts';
import { publishBy } from '../../support/publish.ts';

let world: TestEndpoint;
let now = new Date('2030-03-01T12:00:00.000Z');
const regulator = memberOf('energy-regulator', { kind: 'REGULATOR', sectors: ['energy/electricity'] });

beforeAll(async () => {
  world = await openTestEndpoint({ clock: { now: () => now } });
  await world.hub.members.save(regulator);
  world.hub.directory.forget();
});
afterAll(() => world.close());

const operator = () => world.actor('cyberAgency', 'hub-operator');
const manager = (name: CastName) => world.actor(name, 'manager');
const done = <Value>(outcome: Outcome<Value>): Value => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value;
};
const stored = async (name: CastName | 'regulator') => {
  world.hub.directory.forget();
  const { id } = name === 'regulator' ? regulator : CAST[name];
  const member = (await world.hub.directory.current()).members.get(id);
  if (member === undefined) throw new Error(`no ${name}`);
  return member;
};
const make = async (changes: Partial<Parameters<typeof createCommunity>[2]> = {}): Promise<Community> =>
  done(
    await createCommunity(world.hub, await operator(), {
      slug: 'grid-table',
      name: 'Grid Table',
      managers: ['energy-centre'],
      ...changes,
    }),
  ).community;
const seenBy = async (name: CastName, role: Role = 'analyst'): Promise<string[]> =>
  (await readCommunities(world.hub, await world.actor(name, role))).map(({ slug }) => slug);
const rollFor = async (name: CastName, slug: string, role: Role = 'analyst') => {
  const directory = await world.hub.directory.current();
  const community = directory.communities.get(slug);
  const roll = community === undefined ? [] : rollOf(directory, await world.actor(name, role), community);
  return roll?.map((member) => member.slug) ?? null;
};

describe('a community that is kept by hand', () => {
  test('is created by the hub alone, under a slug and name that look like no other', async () => {
    expect(
      codes(
        await createCommunity(world.hub, await manager('energyCentre'), {
          slug: 'grid-table',
          name: 'Grid Table',
          managers: ['energy-centre'],
        }),
      ),
    ).toEqual(['ROLE_MAY_NOT $']);
    await make();
    const plain = { name: 'Grid Table', managers: ['energy-centre'] };
    for (const [given, code] of [
      [{ slug: 'grid-table' }, 'LOOKS_ALIKE $.slug'],
      [{ slug: 'other', name: 'GRlD TABLE' }, 'LOOKS_ALIKE $.slug'],
      [{ slug: 'health-c1rcle', name: 'New' }, 'LOOKS_ALIKE $.slug'],
      [{ slug: 'Bad Slug', name: 'Fine' }, 'SLUG_MALFORMED $.slug'],
      [{ slug: 'nobodys', name: 'Nobody', managers: [] }, 'COMMUNITY_WITHOUT_MANAGER $.managers'],
      [{ slug: 'nobodys', name: 'Nobody', managers: ['nobody'] }, 'MEMBER_UNKNOWN $.managers[0]'],
    ] as const) {
      const input = { ...plain, ...given };
      expect(codes(await createCommunity(world.hub, await operator(), input))).toEqual([code]);
    }
  });

  test('is joined by an invitation, which is good once and for whom it names', async () => {
    const actor = await manager('energyCentre');
    const forNorth = done(
      await inviteToCommunity(world.hub, actor, { community: 'grid-table', member: 'north-grid' }),
    );
    const join = async (name: CastName, code: string | null, role: Role = 'member-admin') =>
      joinCommunity(world.hub, await world.actor(name, role), { community: 'grid-table', code });
    expect(codes(await join('southGrid', forNorth.code))).toEqual(['COMMUNITY_INVITATION_INVALID $.code']);
    expect(codes(await join('northGrid', forNorth.code, 'analyst'))).toEqual(['ROLE_MAY_NOT $']);
    expect(done(await join('northGrid', forNorth.code)).state).toBe('JOINED');
    expect((await stored('northGrid')).communities).toEqual(['grid-table']);
    done(await leaveCommunity(world.hub, await manager('northGrid'), 'grid-table'));
    expect((await stored('northGrid')).communities).toEqual([]);
    expect(codes(await join('northGrid', forNorth.code))).toEqual(['COMMUNITY_INVITATION_USED $.code']);
    expect(codes(await join('northGrid', null))).toEqual(['COMMUNITY_UNKNOWN $.community']);
    const open = done(await inviteToCommunity(world.hub, actor, { community: 'grid-table', member: null }));
    now = new Date(now.getTime() + 15 * 86_400_000);
    expect(codes(await join('northGrid', open.code))).toEqual(['COMMUNITY_INVITATION_INVALID $.code']);
    const named = await inviteToCommunity(world.hub, actor, { community: 'grid-table', member: 'nobody' });
    expect(codes(named)).toEqual(['MEMBER_UNKNOWN $.member']);
    const again = done(await inviteToCommunity(world.hub, actor, { community: 'grid-table', member: null }));
    expect(done(await join('northGrid', again.code)).state).toBe('JOINED');
    expect(codes(await join('southGrid', again.code))).toEqual(['COMMUNITY_INVITATION_USED $.code']);
    expect(codes(await join('northGrid', again.code))).toEqual(['COMMUNITY_INVITATION_USED $.code']);
  });

  test('is joined by asking where it says so; a manager accepts, refuses and removes', async () => {
    const actor = await manager('energyCentre');
    const { version } = done(
      await changeCommunity(world.hub, actor, { slug: 'grid-table', expectedVersion: 1, joining: 'REQUEST' }),
    ).community;
    expect(version).toBe(2);
    expect(
      codes(await changeCommunity(world.hub, actor, { slug: 'grid-table', expectedVersion: 1, name: 'X' })),
    ).toEqual(['VERSION_CONFLICT $.expectedVersion']);
    const south = await manager('southGrid');
    const asked = await joinCommunity(world.hub, south, { community: 'grid-table', code: null });
    expect(done(asked).state).toBe('REQUESTED');
    const community = (await world.hub.directory.current()).communities.get('grid-table');
    if (community === undefined) throw new Error('it is there');
    expect((await requestsOf(world.hub, actor, community))?.map(({ slug }) => slug)).toEqual(['south-grid']);
    expect(await requestsOf(world.hub, south, community)).toBeNull();
    const decided = { community: 'grid-table', member: 'south-grid' };
    expect(codes(await acceptIntoCommunity(world.hub, south, decided))).toEqual(['ROLE_MAY_NOT $']);
    expect(done(await acceptIntoCommunity(world.hub, actor, decided)).state).toBe('JOINED');
    expect(codes(await acceptIntoCommunity(world.hub, actor, decided))).toEqual(['NOT_IN_COMMUNITY $']);
    expect(await rollFor('northGrid', 'grid-table')).toEqual(['north-grid', 'south-grid']);
    done(await removeFromCommunity(world.hub, actor, decided));
    expect(await standingOf(world.hub, south, community)).toBe('LEFT');
    expect(codes(await removeFromCommunity(world.hub, actor, decided))).toEqual(['NOT_IN_COMMUNITY $']);
    expect(codes(await leaveCommunity(world.hub, south, 'grid-table'))).toEqual(['NOT_IN_COMMUNITY $']);
  });

  test('that nobody administers yet is joined by invitation alone, and nobody is invited twice', async () => {
    const asked = await joinCommunity(world.hub, await manager('metroRail'), {
      community: 'health-circle',
      code: null,
    });
    expect(codes(asked)).toEqual(['BY_INVITATION_ONLY $.community']);
    const actor = await manager('energyCentre');
    const twice = await inviteToCommunity(world.hub, actor, {
      community: 'grid-table',
      member: 'north-grid',
    });
    expect(codes(twice)).toEqual(['ALREADY_IN_COMMUNITY $']);
  });

  test('is absent for who is not in it, where one does not ask to join', async () => {
    const actor = await manager('energyCentre');
    done(
      await changeCommunity(world.hub, actor, {
        slug: 'grid-table',
        expectedVersion: 2,
        joining: 'INVITATION',
      }),
    );
    expect(await seenBy('cityHospital')).not.toContain('grid-table');
    expect(await seenBy('northGrid')).toContain('grid-table');
    expect(await seenBy('energyCentre')).toContain('grid-table');
    expect(await rollFor('cityHospital', 'grid-table')).toBeNull();
    const stranger = await manager('cityHospital');
    for (const slug of ['grid-table', 'no-such-table']) {
      const change = { slug, expectedVersion: 1 };
      expect(codes(await changeCommunity(world.hub, stranger, change))).toEqual(['COMMUNITY_UNKNOWN $.slug']);
      expect(codes(await leaveCommunity(world.hub, stranger, slug))).toEqual([
        'COMMUNITY_UNKNOWN $.community',
      ]);
    }
  });
});

describe('a community by rule', () => {
  const rule = { kinds: ['OPERATOR' as const], sectors: ['energy'] };
  test('has who fits it, says so in words, and follows their facts', async () => {
    await make({ slug: 'power-watch', name: 'Power Watch', rule, roll: 'PARTNERSHIP' });
    expect((await stored('northGrid')).communities).toContain('power-watch');
    expect((await stored('regulator')).communities).toEqual([]);
    const answer = await world.ask(
      await world.token('riverWater', 'analyst'),
      '{ community(slug: "power-watch") { slug rule { inWords } members { slug } managers { slug } membership } }',
    );
    expect(answer.body.data?.['community']).toMatchObject({
      rule: { inWords: 'Operators in Energy' },
      members: [{ slug: 'north-grid' }, { slug: 'south-grid' }],
      managers: [{ slug: 'energy-centre' }],
      membership: null,
    });
    await world.hub.members.save({ ...(await stored('riverWater')), sectors: ['energy/gas'] });
    expect((await stored('riverWater')).communities).toEqual(['power-watch']);
    await world.hub.members.save({ ...(await stored('riverWater')), sectors: ['drinking-water'] });
    expect((await stored('riverWater')).communities).toEqual([]);
  });

  test('refuses a rule that would empty it, one that says nothing, and invitations', async () => {
    const actor = await manager('energyCentre');
    const change = (given: object) =>
      changeCommunity(world.hub, actor, { slug: 'power-watch', expectedVersion: 1, ...given });
    expect(codes(await change({ rule: { sectors: ['space'] } }))).toEqual(['RULE_EMPTIES_COMMUNITY $.rule']);
    expect(codes(await change({ rule: {} }))).toEqual(['RULE_EMPTY $.rule']);
    expect(codes(await change({ rule: { sectors: ['no-such'] } }))).toEqual([
      'SECTOR_UNKNOWN $.rule.sectors[0]',
    ]);
    expect(codes(await change({ rule: { countries: ['x'] } }))).toEqual([
      'COUNTRY_MALFORMED $.rule.countries[0]',
    ]);
    const invited = await inviteToCommunity(world.hub, actor, {
      community: 'power-watch',
      member: 'metro-rail',
    });
    expect(codes(invited)).toEqual(['COMMUNITY_BY_RULE $.community']);
    const stranger = await manager('metroRail');
    const asked = await joinCommunity(world.hub, stranger, { community: 'power-watch', code: null });
    expect(codes(asked)).toEqual(['COMMUNITY_BY_RULE $.community']);
  });

  test('says before what a rule would do, and writes nothing then', async () => {
    const actor = await manager('energyCentre');
    const change = { slug: 'power-watch', expectedVersion: 1, rule: { countries: ['XB'] } };
    expect(done(await changeCommunity(world.hub, actor, change, { isTrial: true })).fitting).toBe(2);
    expect((await stored('xbCsirt')).communities).toEqual([]);
  });

  test('is left at any time: a rule does not bring back who left, the member itself does', async () => {
    const south = await manager('southGrid');
    done(await leaveCommunity(world.hub, south, 'power-watch'));
    await world.hub.members.save({ ...(await stored('southGrid')), country: 'XA' });
    expect((await stored('southGrid')).communities).toEqual([]);
    const back = await joinCommunity(world.hub, await manager('southGrid'), {
      community: 'power-watch',
      code: null,
    });
    expect(done(back).state).toBe('JOINED');
    expect((await stored('southGrid')).communities).toEqual(['power-watch']);
  });
});

describe('history', () => {
  const join = async (name: CastName): Promise<void> => {
    const asked = { community: 'old-hands', member: null };
    const { code } = done(await inviteToCommunity(world.hub, await manager('energyCentre'), asked));
    const by = await manager(name);
    done(await joinCommunity(world.hub, by, { community: 'old-hands', code }));
  };
  const publish = async (headline: string): Promise<string> => {
    now = new Date(now.getTime() + 60_000);
    const audience = { alternatives: [{ communities: ['old-hands'] }], excludes: [] };
    const id = await publishBy(world, 'cyberAgency', { headline, audience });
    now = new Date(now.getTime() + 60_000);
    return id;
  };
  const headlinesFor = async (name: CastName): Promise<string[]> => {
    const answer = await world.ask(
      await world.token(name, 'analyst'),
      '{ feed(first: 50) { edges { node { headline version } } } }',
    );
    return answer.body.data.feed.edges.map(({ node }: { node: { headline: string } }) => node.headline);
  };
  const isFoundBy = async (name: CastName, id: string): Promise<boolean> =>
    (await readWarning(world.hub, await world.actor(name), id)) !== null;

  test('a member reads from joining on: former ones are absent, a new version of one is not', async () => {
    await make({ slug: 'old-hands', name: 'Old Hands', roll: 'PARTNERSHIP' });
    await join('riverWater');
    const before = await publish('Before metro-rail came');
    await join('metroRail');
    const since = await publish('Since metro-rail came');
    expect(await headlinesFor('riverWater')).toEqual(['Since metro-rail came', 'Before metro-rail came']);
    expect(await headlinesFor('metroRail')).toEqual(['Since metro-rail came']);
    expect(await isFoundBy('metroRail', before)).toBe(false);
    expect(await isFoundBy('metroRail', since)).toBe(true);
    const { audience: _a, exercise: _e, ...again } = draft({ headline: 'Before, and again' });
    const changed = await updateWarning(world.hub, await world.actor('cyberAgency'), {
      id: before,
      expectedVersion: 1,
      draft: again,
    });
    done(changed);
    await world.drain();
    expect(await headlinesFor('metroRail')).toContain('Before, and again');
  });

  test('leaving and coming back begins anew', async () => {
    now = new Date(now.getTime() + 60_000);
    done(await leaveCommunity(world.hub, await manager('metroRail'), 'old-hands'));
    expect(await headlinesFor('metroRail')).toEqual([]);
    await join('metroRail');
    expect(await headlinesFor('metroRail')).toEqual([]);
    expect((await headlinesFor('riverWater')).length).toBe(2);
  });

  test('its managers may open it to all who are in it', async () => {
    const open = { slug: 'old-hands', expectedVersion: 1, opensHistory: true };
    done(await changeCommunity(world.hub, await manager('energyCentre'), open));
    expect(await headlinesFor('metroRail')).toEqual(await headlinesFor('riverWater'));
    await join('xbCsirt');
    expect(await headlinesFor('xbCsirt')).toEqual(await headlinesFor('riverWater'));
  });
});

describe('regulators', () => {
  test('are in a community only where its managers admit them, which takes them out again', async () => {
    const actor = await manager('energyCentre');
    const code = async () =>
      done(await inviteToCommunity(world.hub, actor, { community: 'grid-table', member: null })).code;
    const reader = { ...(await operator()), member: await stored('regulator'), roles: ['manager'] as const };
    const refused = await joinCommunity(world.hub, reader, { community: 'grid-table', code: await code() });
    expect(codes(refused)).toEqual(['AUTHORITY_NOT_ADMITTED $.community']);
    const admit = { slug: 'grid-table', expectedVersion: 3, admitsAuthorities: true };
    done(await changeCommunity(world.hub, actor, admit));
    done(await joinCommunity(world.hub, reader, { community: 'grid-table', code: await code() }));
    expect((await stored('regulator')).communities).toEqual(['grid-table']);
    const close = { slug: 'grid-table', expectedVersion: 4, admitsAuthorities: false };
    done(await changeCommunity(world.hub, actor, close));
    expect((await stored('regulator')).communities).toEqual([]);
  });
});

describe('members unlisted to one another', () => {
  const preview = async (name: CastName) =>
    done(
      await previewAudience(world.hub, await world.actor(name), {
        marking: 'GREEN',
        audience: { alternatives: [{ communities: ['grid-table'] }], excludes: [] },
        exercise: null,
      }),
    )
      .receives.map(({ member }) => member.slug)
      .sort();

  test('are shown to managers alone: no roll, no preview names them', async () => {
    const actor = await manager('energyCentre');
    // Removed above, and let in again by the name that the managers give.
    const { code } = done(
      await inviteToCommunity(world.hub, actor, { community: 'grid-table', member: 'south-grid' }),
    );
    done(await joinCommunity(world.hub, await manager('southGrid'), { community: 'grid-table', code }));
    expect(await preview('northGrid')).toEqual(['south-grid']);
    done(
      await changeCommunity(world.hub, actor, { slug: 'grid-table', expectedVersion: 5, roll: 'MANAGERS' }),
    );
    expect(await preview('northGrid')).toEqual([]);
    expect(await preview('energyCentre')).toEqual(['north-grid', 'south-grid']);
    expect(await rollFor('southGrid', 'grid-table')).toBeNull();
    expect(await rollFor('energyCentre', 'grid-table', 'manager')).toEqual(['north-grid', 'south-grid']);
  });

  test('a member says by itself to whom it is listed', async () => {
    const hospital = await world.actor('cityHospital', 'member-admin');
    const change = (actor: typeof hospital, listedTo: string[]) =>
      changeListing(world.hub, actor, { isUnlisted: true, listedTo });
    expect(codes(await change(await world.actor('cityHospital', 'analyst'), []))).toEqual(['ROLE_MAY_NOT $']);
    expect(codes(await change(hospital, ['nobody']))).toEqual(['MEMBER_UNKNOWN $.listedTo[0]']);
    done(await change(hospital, ['north-grid']));
    const find = async (name: CastName) => {
      const audience = { alternatives: [{ members: ['city-hospital'] }], excludes: [] };
      const request = { marking: 'GREEN' as const, audience, exercise: null };
      return codes(await previewAudience(world.hub, await world.actor(name), request));
    };
    expect(await find('northGrid')).toEqual([]);
    expect(await find('energyCentre')).toEqual(['MEMBER_UNKNOWN $.audience.alternatives[0].members[0]']);
  });
});

test('each act is an entry with its line, seen by the members that it concerns', async () => {
  const rows = await world.hub.acts.rows.find({ event: /^community\./ }).toArray();
  const events = new Set(rows.map(({ event }) => event));
  expect([...events].sort()).toEqual([
    'community.changed',
    'community.created',
    'community.joined',
    'community.left',
  ]);
  const joined = rows.find(
    ({ event, members }) => event === 'community.joined' && members.includes(CAST.northGrid.id),
  );
  expect(joined?.members).toEqual([CAST.energyCentre.id, CAST.northGrid.id]);
});
