// What happens to members while a world is swept: two are unlisted from the beginning, one of them but to some, and a third in the
// end; two are suspended on the way, of which one returns. Communities are rows: one by rule, one whose roll its managers alone
// are shown, and one that keeps its history, which a member joins on the way. No act names these members, so that whatever names
// them to somebody who may not know of them is no publisher's own word.
import type { Actor, Member, Role } from '../../../src/domain/member.ts';
import { createCommunity } from '../../../src/service/community/keep-community.ts';
import { inviteToCommunity, joinCommunity } from '../../../src/service/community/memberships.ts';
import { changeListing } from '../../../src/service/member/change-listing.ts';
import { reinstateMember, suspendMember } from '../../../src/service/member/suspend-member.ts';
import { decideAnew } from '../../../src/service/pipeline/decide-anew.ts';
import type { TestHub } from '../hub.ts';
import { good } from '../outcome.ts';
import type { Random } from '../random.ts';
import { admit } from '../world/played-world.ts';
import type { Partnership, Reader } from '../world/worlds.ts';
import type { Asked } from './ways-out.ts';

const ACTIVE = { standing: 'MEMBER', isActive: true, attestedAt: null } as const;
const AUTHORITIES = ['REGULATOR', 'LAW_ENFORCEMENT'];
const isAuthority = ({ kind }: Member): boolean => AUTHORITIES.includes(kind);

export type Lives = {
  readonly partnership: Partnership;
  /** Those whom acts may name. */
  readonly named: readonly Member[];
  /** Slugs of the others: unlisted in the end, and suspended on the way; the second of these returns. */
  readonly quiet: readonly [string, string, string];
  readonly away: readonly [string, string];
};

export const livesIn = (random: Random, partnership: Partnership): Lives => {
  const { members } = partnership;
  const others = members.filter(({ mayPublish, kind }) => !mayPublish && kind !== 'HUB');
  const last = random.pick(others.filter((each) => !isAuthority(each))).slug;
  const [first = '', second = '', stays = '', returns = ''] = random
    .some(
      others.filter(({ slug }) => slug !== last),
      4,
      4,
    )
    .map(({ slug }) => slug);
  const told = random.some(members, 2, 2).map(({ id }) => id);
  const facts: Readonly<Record<string, Partial<Member>>> = {
    [first]: { ...ACTIVE, isUnlisted: true, listedTo: [] },
    [second]: { ...ACTIVE, isUnlisted: true, listedTo: told },
    [last]: ACTIVE,
    [stays]: ACTIVE,
    [returns]: ACTIVE,
  };
  const living = members.map((member) => ({ ...member, ...facts[member.slug] }));
  return {
    partnership: { ...partnership, members: living },
    named: living.filter(({ slug }) => facts[slug] === undefined),
    quiet: [first, second, last],
    away: [stays, returns],
  };
};

const RULED = 'energy-circle';
const CLOSED = 'health-circle';
const KEPT = 'rail-circle';
const managersIn = (named: readonly Member[]): readonly string[] =>
  named.filter(({ mayPublish }) => mayPublish).map(({ slug }) => slug);

/**
 * Written without the hub's function. Of others a member is told what is listed to all, or to it; who joined a community with it
 * whose roll it sees; and what it has declared itself.
 */
const isUnlistedTo = (
  { id, isUnlisted, listedTo, communities }: Member,
  onlooker: Member,
  { partnership, named }: Lives,
): boolean => {
  if (isUnlisted !== true || id === onlooker.id || listedTo?.includes(onlooker.id) === true) return false;
  const [one, two] = managersIn(named);
  const isIn = (slug: string): boolean => onlooker.communities.includes(slug);
  if (communities.includes(KEPT) && (isIn(KEPT) || onlooker.slug === one)) return false;
  if (communities.includes(CLOSED) && onlooker.slug === two) return false;
  const needs = partnership.dependencies.some(
    (each) => each.dependent === onlooker.id && each.provider === id,
  );
  return !needs && !onlooker.clients.includes(id);
};

/** As many publishers as others, and of those at first the ones that life has changed. */
export const readersOf = (random: Random, { partnership, quiet, away }: Lives, count: number): Reader[] => {
  const { members, readers } = partnership;
  const publishes = new Set(members.filter(({ mayPublish }) => mayPublish).map(({ slug }) => slug));
  const publishers = readers.filter(({ member }) => publishes.has(member));
  const others = readers.filter(({ member }) => !publishes.has(member));
  const changed: readonly string[] = [...quiet, away[1]];
  const first = others.filter(({ member }) => changed.includes(member));
  const last = others.filter(({ member }) => !changed.includes(member));
  const half = Math.floor(count / 2);
  return [
    ...random.some(publishers, count - half, count - half),
    ...[...random.some(first, first.length, first.length), ...last].slice(0, half),
  ];
};

/** Operators of the hub administer every member. */
export const unlistedTo = async (
  { hub }: TestHub,
  { member, roles }: Actor,
  lives: Lives,
): Promise<Member[]> => {
  if (roles.includes('hub-operator')) return [];
  const { bySlug } = await hub.directory.current();
  return lives.quiet.flatMap((slug) => {
    const found = bySlug.get(slug);
    return found !== undefined && isUnlistedTo(found, member, lives) ? [found] : [];
  });
};

/** What would tell of such a member, in the bytes of an answer and not in its request. */
export const tracesIn = ({ request, answer }: Asked, hidden: readonly Member[]): string[] => {
  const text = `${answer.headers.join('\n')}\n${answer.body}`;
  const asked = `${request.path} ${request.body}`;
  return hidden
    .flatMap(({ id, identity, name, slug }) => [id, identity, name, slug])
    .filter((trace) => new RegExp(`\\b${trace}\\b`).test(text) && !asked.includes(trace));
};

const as = async (world: TestHub, member: string, role: Role): Promise<Actor> =>
  (await admit(world, { member, role, person: `${member}/runs` })).actor;
const operatorIn = (world: TestHub): Promise<Actor> => as(world, 'tocsin-hub', 'hub-operator');

/** Managed by publishers, whom nothing takes out. */
export const formCommunities = async (world: TestHub, { named }: Lives): Promise<void> => {
  const [one = '', two = ''] = managersIn(named);
  const rows = [
    { slug: RULED, name: 'Energy by rule', managers: [one], rule: { sectors: ['energy'] } },
    { slug: CLOSED, name: 'Health', managers: [two], roll: 'MANAGERS' as const },
    { slug: KEPT, name: 'Rail', managers: [one], opensHistory: false },
  ];
  const operator = await operatorIn(world);
  for (const row of rows) good(await createCommunity(world.hub, operator, row));
};

/** Members that are not in the community by rule though its rule fits them, or the reverse. */
export const wronglyRuled = async ({ hub }: TestHub): Promise<string[]> => {
  hub.directory.forget();
  const { members } = await hub.directory.current();
  return [...members.values()].flatMap((member) => {
    const { slug, sectors, communities, isActive } = member;
    const fits =
      sectors.some((each) => each === 'energy' || each.startsWith('energy/')) && !isAuthority(member);
    return isActive && fits !== communities.includes(RULED) ? [`${slug} in ${RULED}`] : [];
  });
};

/** `done`: how much of the acts, from 0 to 1; each step once. */
export const livesOn = (world: TestHub, { quiet, away, named }: Lives): ((done: number) => Promise<void>) => {
  const { hub } = world;
  const [, , last] = quiet;
  const [, returns] = away;
  const [manager = ''] = managersIn(named);
  const steps: (readonly [number, () => Promise<void>])[] = [
    [
      0.4,
      async () => {
        for (const slug of away)
          good(await suspendMember(hub, await operatorIn(world), slug, 'It was broken into.'));
      },
    ],
    [
      0.5,
      async () => {
        const { code } = good(
          await inviteToCommunity(hub, await as(world, manager, 'manager'), {
            community: KEPT,
            member: null,
          }),
        );
        const joining = await joinCommunity(hub, await as(world, last, 'member-admin'), {
          community: KEPT,
          code,
        });
        // It may have been in it from the beginning.
        if (!joining.ok && joining.problems[0]?.code !== 'ALREADY_IN_COMMUNITY') good(joining);
      },
    ],
    [
      0.7,
      async () => {
        good(await reinstateMember(hub, await operatorIn(world), returns));
        await decideAnew(hub);
      },
    ],
    [
      0.9,
      async () => {
        const listing = { isUnlisted: true, listedTo: [] };
        good(await changeListing(hub, await as(world, last, 'member-admin'), listing));
      },
    ],
  ];
  return async (done) => {
    for (let [next] = steps; next !== undefined && done >= next[0]; [next] = steps) {
      steps.shift();
      await next[1]();
    }
  };
};
