// Resolves the publisher's slugs to member ids, and finds the recipients.

import { nobodyOf, personIdOf } from '../../domain/access/former-name.ts';
import type { AccessFacts } from '../../domain/access-facts.ts';
import type { Alternative, Audience } from '../../domain/audience.ts';
import { memberOfPerson, personsNamedBy } from '../../domain/audience.ts';
import { type Directory, directorySeenBy, personWritten } from '../../domain/directory.ts';
import type { EffectiveTlp } from '../../domain/marking.ts';
import type { Actor, Member } from '../../domain/member.ts';
import { disclosureOf } from '../../domain/partnership/disclosure.ts';
import { type Problem, problem } from '../../domain/problem.ts';
import type { Reason } from '../../domain/reason.ts';
import type { Draft } from '../../domain/warning.ts';
import type { Hub } from '../../hub.ts';
import { anyPerson, decideMember } from '../../policy/decide.ts';
import { personsWhoSignIn } from '../access/persons-who-sign-in.ts';
import { invitedTo } from '../community/memberships.ts';
import { communityUnknown, visibleCommunities } from '../community/visible-community.ts';

type AudienceDeps = Pick<Hub, 'members' | 'directory' | 'communities' | 'clock'>;

export type Asking = {
  readonly actor: Actor;
  /** As it is; the audience is resolved as its publisher sees it. */
  readonly directory: Directory;
  /** Slugs of communities that the audience had before: whoever left one may still narrow it to them. */
  readonly formerly?: readonly string[];
};

/**
 * The audience with ids in place of slugs, or the slugs, communities and persons that are unknown to its publisher. TLP:RED goes
 * to persons alone, so there each of them must be able to sign in.
 */
export const resolveAudience = async (
  hub: AudienceDeps,
  { audience, marking }: Pick<Draft, 'audience' | 'marking'>,
  asking: Asking,
): Promise<{ readonly audience: Audience; readonly problems: readonly Problem[] }> => {
  const directory = directorySeenBy(asking.directory, asking.actor.member.id);
  const problems = [
    ...(await communityProblems(hub, audience, asking)),
    ...(await personProblems(hub, audience, marking, directory)),
  ];
  const idOf = (slug: string, path: string): string => {
    const member = directory.bySlug.get(slug);
    if (member === undefined) {
      problems.push(
        problem('MEMBER_UNKNOWN', path, `There is no member "${slug}".`, 'Give the slug of a member.'),
      );
    }
    return member?.id ?? '';
  };
  const alternatives = audience.alternatives.map((alternative, index): Alternative => {
    const path = `$.audience.alternatives[${index}]`;
    const { members, persons } = alternative;
    return {
      ...alternative,
      ...(members === undefined
        ? {}
        : { members: members.map((slug, at) => idOf(slug, `${path}.members[${at}]`)) }),
      ...(persons === undefined ? {} : { persons: idsOfPersons(directory, persons) }),
    };
  });
  const excludes = audience.excludes.map((slug, at) => idOf(slug, `$.audience.excludes[${at}]`));
  return { audience: { alternatives, excludes }, problems };
};

/** One answer for a community that is not there and one that the publisher may not see. */
const communityProblems = async (
  hub: Pick<Hub, 'communities'>,
  { alternatives }: Audience,
  { actor, directory, formerly = [] }: Asking,
): Promise<Problem[]> => {
  if (alternatives.every(({ communities = [] }) => communities.length === 0)) return [];
  const visible = visibleCommunities(directory, actor, await invitedTo(hub, actor));
  const known = new Set([...formerly, ...visible.map(({ slug }) => slug)]);
  return alternatives.flatMap(({ communities = [] }, index) =>
    communities.flatMap((slug, at) =>
      known.has(slug) ? [] : [communityUnknown(slug, `$.audience.alternatives[${index}].communities[${at}]`)],
    ),
  );
};

/** A person whom nobody knows stands for its member: it must not come to mean whoever gets the name later. */
const idsOfPersons = (directory: Directory, persons: readonly string[]): string[] => [
  ...new Set(persons.map((each) => personIn(directory, each) ?? nobodyOf(memberOfPerson(each)))),
];

/** The id of a person that is given as people write it, or by its id; null for one that is not known. */
const personIn = (directory: Directory, written: string): string | null =>
  personWritten(directory, written, null)?.id ?? null;

/** One answer for a person of no member, one that nobody knows and one without a way in. */
export const personProblems = async (
  hub: Pick<Hub, 'members' | 'directory' | 'clock'>,
  audience: Audience,
  tlp: EffectiveTlp,
  directory: Directory,
): Promise<Problem[]> => {
  const idOf = (person: string): string => personIn(directory, person) ?? personIdOf(person);
  const named = personsNamedBy(audience).map(idOf);
  const whoSignIn = tlp === 'RED' ? await personsWhoSignIn(hub, named) : null;
  const isKnown = (person: string): boolean =>
    directory.bySlug.has(memberOfPerson(idOf(person))) && whoSignIn?.has(idOf(person)) !== false;
  return audience.alternatives.flatMap(({ persons = [] }, index) =>
    persons.flatMap((person, at) =>
      isKnown(person) ? [] : [nobodySignsInAs(person, `$.audience.alternatives[${index}].persons[${at}]`)],
    ),
  );
};

const nobodySignsInAs = (person: string, path: string): Problem =>
  problem(
    'PERSON_UNKNOWN',
    path,
    `Nobody can sign in as "${person}".`,
    'Ask the organisation whom to name, and write it as <member slug>/<name>.',
  );

export type Recipient = { readonly member: Member; readonly reason: Reason };

/** Every member of the directory, except the publisher, that receives it, and why. */
export const recipientsOf = (access: AccessFacts, directory: Directory, nowMs: number): Recipient[] =>
  [...directory.members.values()].flatMap((member) => {
    if (member.id === access.publisher) return [];
    const providers = directory.providersOf(member.id);
    const candidate = { member, providers, counts: anyPerson, ...disclosureOf(directory, member) };
    const decision = decideMember(candidate, access, nowMs);
    return decision.allowed ? [{ member, reason: decision.reason }] : [];
  });
