// The directory as one process sees it at one moment: members, client relations, declared dependencies.

import type { Scope } from './access/scopes.ts';
import type { DeclaredDependency } from './cascade/cascade.ts';
import type { Actor, Member, Role, Via } from './member.ts';
import type { Community } from './partnership/community.ts';
import { disclosureOf, isAnythingHidden, isListedTo } from './partnership/disclosure.ts';
import { maySignIn, type Person, writtenAs } from './person.ts';

export type Directory = {
  readonly version: number;
  readonly members: ReadonlyMap<string, Member>;
  readonly bySlug: ReadonlyMap<string, Member>;
  /** Members by the id of their STIX identity. */
  readonly byIdentity: ReadonlyMap<string, Member>;
  readonly declared: readonly DeclaredDependency[];
  /** By id. Whoever left is there too: its keys let nobody in. */
  readonly persons: ReadonlyMap<string, Person>;
  /** By `<member slug>/<handle>`. */
  readonly byHandle: ReadonlyMap<string, Person>;
  /** By slug. Slugs that only members name have none: such a community is kept by hand, and its roll is open. */
  readonly communities: ReadonlyMap<string, Community>;
  /** Members that declare `member` as their client in the sense of TLP:AMBER. */
  providersOf(member: string): readonly Member[];
};

/** The name of a person as people type it, in one spelling. */
export const nameTyped = (written: string): string =>
  written.normalize('NFKC').trim().toLowerCase().slice(0, LONGEST_NAME);

/** By its id, by `<member slug>/<handle>`, or by the handle alone in the member of this slug, in whatever case it is typed. */
export const personWritten = (
  { persons, byHandle }: Pick<Directory, 'persons' | 'byHandle'>,
  written: string,
  slug: string | null,
): Person | undefined => {
  const typed = nameTyped(written);
  return persons.get(written) ?? byHandle.get(typed) ?? byHandle.get(`${slug ?? ''}/${typed}`);
};

const LONGEST_NAME = 200;

const NOBODY: readonly Member[] = [];

export type DirectoryFacts = {
  readonly members: readonly Member[];
  readonly declared: readonly DeclaredDependency[];
  readonly persons?: readonly Person[];
  readonly communities?: readonly Community[];
};

export const directoryOf = (
  version: number,
  { members, declared, persons = [], communities = [] }: DirectoryFacts,
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
    persons: new Map(persons.map((person) => [person.id, person])),
    byHandle: new Map(
      persons.filter(({ handle }) => handle !== null).map((person) => [writtenAs(person), person]),
    ),
    communities: new Map(communities.map((community) => [community.slug, community])),
    providersOf: (member) => providers.get(member) ?? NOBODY,
  };
};

const seen = new WeakMap<Directory, Map<string, Directory>>();

/** The directory as a member (its id) is told of it: members that are unlisted to it, and their persons, are absent. */
export const directorySeenBy = (directory: Directory, onlooker: string): Directory => {
  if (!isAnythingHidden(directory)) return directory;
  const views = seen.get(directory) ?? new Map<string, Directory>();
  seen.set(directory, views);
  const known = views.get(onlooker);
  if (known !== undefined) return known;
  const members = [...directory.members.values()].filter((each) => isListedTo(directory, each, onlooker));
  const shown = new Set(members.map(({ id }) => id));
  const view = directoryOf(directory.version, {
    members,
    declared: directory.declared,
    persons: [...directory.persons.values()].filter(({ member }) => shown.has(member)),
    communities: [...directory.communities.values()],
  });
  views.set(onlooker, view);
  return view;
};

/** The member that owns a STIX object: its creator, or the member that an identity represents; null for others'. */
export const ownerOf = ({ byIdentity }: Directory, id: string, creator: string | null): string | null =>
  (byIdentity.get(creator ?? '') ?? byIdentity.get(id))?.id ?? null;

/** How people write the person with this id; what hubs of the release before made is written as it is. */
export const writtenIn = ({ persons }: Directory, id: string | null): string | null => {
  const person = id === null ? undefined : persons.get(id);
  return person === undefined ? id : writtenAs(person);
};

/** A way in that was proved: of a key, a session, a token or a certificate. */
export type WayIn = {
  /** Id of the key or session. */
  readonly id: string;
  readonly member: string;
  /** Null: all that its person has. */
  readonly roles: readonly Role[] | null;
  /** Id of the person; null for a machine. */
  readonly person: string | null;
  readonly scopes?: readonly Scope[];
  readonly via?: Via;
};

/**
 * An actor with the current facts of its member and person; null when the member is not in the directory, the person may
 * not sign in, or nothing is left of its roles. A person that a hub of the release before made has no facts yet.
 */
export const actorOf = (directory: Directory, way: WayIn): Actor | null => {
  const member = directory.members.get(way.member);
  const person = way.person === null ? undefined : directory.persons.get(way.person);
  if (member === undefined || (person !== undefined && !maySignIn(person))) return null;
  const roles = rolesOf(way.roles, person);
  if (roles.length === 0) return null;
  return {
    member,
    roles,
    person: way.person,
    key: way.id,
    providers: directory.providersOf(member.id),
    ...disclosureOf(directory, member),
    ...(typeof person?.formerName === 'string' ? { formerName: person.formerName } : {}),
    ...(person?.isRedClosed === true ? { isRedClosed: true } : {}),
    ...(way.scopes === undefined ? {} : { scopes: way.scopes }),
    ...(way.via === undefined ? {} : { via: way.via }),
  };
};

/** A key never has more than its person: a role that was taken from the person is taken from its keys. */
const rolesOf = (ofWay: readonly Role[] | null, person: Person | undefined): readonly Role[] => {
  if (person === undefined) return ofWay ?? [];
  return ofWay === null ? person.roles : ofWay.filter((role) => person.roles.includes(role));
};
