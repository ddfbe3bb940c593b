// The directory as one process sees it at one moment: members, client relations, declared dependencies.
import type { DeclaredDependency } from './cascade/cascade.ts';
import type { Actor, Member, Role } from './member.ts';
import type { Community } from './partnership/community.ts';

export type Directory = {
  readonly version: number;
  readonly members: ReadonlyMap<string, Member>;
  readonly bySlug: ReadonlyMap<string, Member>;
  /** Members by the id of their STIX identity. */
  readonly byIdentity: ReadonlyMap<string, Member>;
  readonly declared: readonly DeclaredDependency[];
  /** By slug. Slugs that only members name have none: such a community is kept by hand, and its roll is open. */
  readonly communities: ReadonlyMap<string, Community>;
  /** Members that declare `member` as their client in the sense of TLP:AMBER. */
  providersOf(member: string): readonly Member[];
};

const NOBODY: readonly Member[] = [];

export const directoryOf = (
  version: number,
  members: readonly Member[],
  declared: readonly DeclaredDependency[],
  communities: readonly Community[] = [],
): Directory => {
  const providers = new Map<string, Member[]>();
  // An inactive member passes nothing on.
  for (const member of members.filter(({ isActive }) => isActive)) {
    for (const client of member.clients) providers.set(client, [...(providers.get(client) ?? []), member]);
  }
  return {
    version,
    members: new Map(members.map((member) => [member.id, member])),
    bySlug: new Map(members.map((member) => [member.slug, member])),
    byIdentity: new Map(members.map((member) => [member.identity, member])),
    declared,
    communities: new Map(communities.map((community) => [community.slug, community])),
    providersOf: (member) => providers.get(member) ?? NOBODY,
  };
};

/** The member that owns a STIX object: its creator, or the member that an identity represents; null for others'. */
export const ownerOf = ({ byIdentity }: Directory, id: string, creator: string | null): string | null =>
  (byIdentity.get(creator ?? '') ?? byIdentity.get(id))?.id ?? null;

/** An actor of a member, with the member's current facts; null when the member is not in the directory. */
export const actorOf = (
  directory: Directory,
  key: { readonly id: string; readonly member: string; readonly role: Role; readonly person: string | null },
): Actor | null => {
  const member = directory.members.get(key.member);
  if (member === undefined) return null;
  return {
    member,
    role: key.role,
    person: key.person,
    key: key.id,
    providers: directory.providersOf(member.id),
  };
};
