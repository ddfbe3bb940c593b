// Where members stand with a community: each its own, and its managers those that ask to join.
import type { Actor, Member } from '../../domain/member.ts';
import type { Community, MembershipState } from '../../domain/partnership/community.ts';
import type { Hub } from '../../hub.ts';
import { doesManage } from '../../policy/communities.ts';
import { invitedTo } from './memberships.ts';
import { visibleCommunities } from './visible-community.ts';

type Deps = Pick<Hub, 'communities' | 'directory'>;

export const readCommunities = async (hub: Deps, actor: Actor): Promise<Community[]> =>
  visibleCommunities(await hub.directory.current(), actor, await invitedTo(hub, actor));

/** The first that the actor may see; one that it may not see looks absent. */
export const readCommunity = async (
  hub: Deps,
  actor: Actor,
  isIt: (community: Community) => boolean,
): Promise<Community | null> => (await readCommunities(hub, actor)).find(isIt) ?? null;

/** Of the actor's own member; null where it has nothing to do with the community. */
export const standingOf = async (
  hub: Deps,
  { member }: Actor,
  { slug }: Community,
): Promise<MembershipState | null> => {
  const { members } = await hub.directory.current();
  if (members.get(member.id)?.communities.includes(slug) === true) return 'JOINED';
  const state = (await hub.communities.membership(slug, member.id))?.state ?? null;
  // What a change of the rule or of its facts took it out of is nothing that it did.
  return state === 'JOINED' ? null : state;
};

/** By slug; null for everybody but its managers. Who asks to join shows itself to them. */
export const requestsOf = async (hub: Deps, actor: Actor, community: Community): Promise<Member[] | null> => {
  if (!doesManage(actor, community)) return null;
  const { members } = await hub.directory.current();
  const asked = await hub.communities.memberships({ community: community.slug, state: 'REQUESTED' });
  return asked
    .flatMap(({ member }) => members.get(member) ?? [])
    .filter(({ isActive }) => isActive)
    .sort((one, other) => (one.slug < other.slug ? -1 : 1));
};
