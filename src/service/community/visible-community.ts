// The communities that an actor may see. One that it may not see looks absent.
import type { Directory } from '../../domain/directory.ts';
import type { Actor } from '../../domain/member.ts';
import { type Community, formerCommunity } from '../../domain/partnership/community.ts';
import { type Problem, problem } from '../../domain/problem.ts';
import { identifierFor } from '../../exchange/identifier-for.ts';
import { maySeeCommunity } from '../../policy/communities.ts';

/** A slug that only members name stands for a community by hand without managers: a hub of the release before wrote it. */
const unadministered = (slug: string): Community =>
  formerCommunity({ id: identifierFor('community', slug), slug, createdAt: new Date(0) });

/** Every community that the actor may see, by slug. `invited`: slugs of those that it was invited to. */
export const visibleCommunities = (
  { communities, members }: Directory,
  actor: Actor,
  invited: ReadonlySet<string>,
): Community[] => {
  const named = new Set([...members.values()].flatMap((member) => member.communities));
  const unknown = [...named].filter((slug) => !communities.has(slug)).map(unadministered);
  return [...communities.values(), ...unknown]
    .filter((community) => maySeeCommunity(actor, community, invited))
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
    `There is no community "${slug.slice(0, 64)}" that you may see.`,
    'Ask `communities` for those that you may see.',
  );
