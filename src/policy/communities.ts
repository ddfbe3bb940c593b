// Which communities an actor may see, which it manages, and whom it is told of in them.
import type { Directory } from '../domain/directory.ts';
import type { Actor, Member } from '../domain/member.ts';
import type { Community } from '../domain/partnership/community.ts';
import { isListedTo, isRollShownTo } from '../domain/partnership/disclosure.ts';
import { mayAct } from './decide.ts';

const isOperator = (actor: Actor): boolean => mayAct(actor, 'community.create', null).allowed;

/** A hub operator steps in where a community has no manager who acts. */
export const doesManage = (actor: Actor, { managers }: Community): boolean =>
  isOperator(actor) ||
  (managers.includes(actor.member.id) && mayAct(actor, 'community.manage', null).allowed);

/** `invited`: slugs of those that it was invited to. */
export const maySeeCommunity = (actor: Actor, community: Community, invited: ReadonlySet<string>): boolean =>
  community.roll === 'PARTNERSHIP' ||
  community.joining === 'REQUEST' ||
  community.managers.includes(actor.member.id) ||
  actor.member.communities.includes(community.slug) ||
  invited.has(community.slug) ||
  isOperator(actor);

/** The members of it that the actor is told of, by slug; null where its roll is not shown. Those that have left are not. */
export const rollOf = (directory: Directory, actor: Actor, { slug }: Community): Member[] | null => {
  const onlooker = actor.member.id;
  if (!isRollShownTo(directory, slug, onlooker) && !isOperator(actor)) return null;
  return [...directory.members.values()]
    .filter((member) => member.isActive && member.communities.includes(slug))
    .filter((member) => isOperator(actor) || isListedTo(directory, member, onlooker))
    .sort((one, other) => (one.slug < other.slug ? -1 : 1));
};
