// Which communities an actor may see, and which it manages. One that it may not see looks absent.
import type { Directory } from '../../domain/directory.ts';
import type { Actor, Member } from '../../domain/member.ts';
import type { Community } from '../../domain/partnership/community.ts';
import { isListedTo, isRollShownTo } from '../../domain/partnership/disclosure.ts';
import { type Problem, problem } from '../../domain/problem.ts';
import { identifierFor } from '../../exchange/identifier-for.ts';
import { mayAct } from '../../policy/decide.ts';

/** A slug that only members name stands for a community by hand without managers: a hub of the release before wrote it. */
const unadministered = (slug: string): Community => ({
  id: identifierFor('community', slug),
  slug,
  name: slug,
  purpose: '',
  rule: null,
  managers: [],
  roll: 'PARTNERSHIP',
  joining: 'INVITATION',
  admitsAuthorities: false,
  opensHistory: true,
  version: 1,
  createdAt: new Date(0),
});

const isOperator = (actor: Actor): boolean => mayAct(actor, 'community.create', null).allowed;

/** A hub operator steps in where a community has no manager who acts. */
export const doesManage = (actor: Actor, { managers }: Community): boolean =>
  isOperator(actor) ||
  (managers.includes(actor.member.id) && mayAct(actor, 'community.manage', null).allowed);

const maySee = (actor: Actor, community: Community, invited: ReadonlySet<string>): boolean =>
  community.roll === 'PARTNERSHIP' ||
  community.joining === 'REQUEST' ||
  community.managers.includes(actor.member.id) ||
  actor.member.communities.includes(community.slug) ||
  invited.has(community.slug) ||
  isOperator(actor);

/** Every community that the actor may see, by slug. `invited`: slugs of those that it was invited to. */
export const visibleCommunities = (
  { communities, members }: Directory,
  actor: Actor,
  invited: ReadonlySet<string>,
): Community[] => {
  const named = new Set([...members.values()].flatMap((member) => member.communities));
  const unknown = [...named].filter((slug) => !communities.has(slug)).map(unadministered);
  return [...communities.values(), ...unknown]
    .filter((community) => maySee(actor, community, invited))
    .sort((one, other) => (one.slug < other.slug ? -1 : 1));
};

export const visibleCommunity = (
  directory: Directory,
  actor: Actor,
  slug: string,
  invited: ReadonlySet<string> = new Set(),
): Community | null =>
  visibleCommunities(directory, actor, invited).find((community) => community.slug === slug) ?? null;

export const communityUnknown = (slug: string, path = '$.community'): Problem =>
  problem(
    'COMMUNITY_UNKNOWN',
    path,
    `There is no community "${slug.slice(0, 64)}".`,
    'Ask `communities` for those that you may see.',
  );

/** The members of it that the actor is told of, by slug; null where its roll is not shown. Those that have left are not. */
export const rollOf = (directory: Directory, actor: Actor, { slug }: Community): Member[] | null => {
  const onlooker = actor.member.id;
  if (!isRollShownTo(directory, slug, onlooker) && !isOperator(actor)) return null;
  return [...directory.members.values()]
    .filter((member) => member.isActive && member.communities.includes(slug))
    .filter((member) => isOperator(actor) || isListedTo(directory, member, onlooker))
    .sort((one, other) => (one.slug < other.slug ? -1 : 1));
};
