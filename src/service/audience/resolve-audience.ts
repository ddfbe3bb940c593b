// Resolves the publisher's slugs to member ids, and counts the recipients before anything is written.

import type { AccessFacts } from '../../domain/access-facts.ts';
import type { Alternative, Audience } from '../../domain/audience.ts';
import { memberOfPerson } from '../../domain/audience.ts';
import type { Directory } from '../../domain/directory.ts';
import type { Member } from '../../domain/member.ts';
import { type Problem, problem } from '../../domain/problem.ts';
import type { Exclusion, Reason } from '../../domain/reason.ts';
import { decideMember } from '../../policy/decide.ts';

/** The audience with ids in place of slugs, or the slugs and persons that are unknown. */
export const resolveAudience = (
  audience: Audience,
  directory: Directory,
): { readonly audience: Audience; readonly problems: readonly Problem[] } => {
  const problems: Problem[] = [];
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
    alternative.persons?.forEach((person, at) => {
      if (!directory.bySlug.has(memberOfPerson(person))) {
        problems.push(
          problem(
            'PERSON_UNKNOWN',
            `${path}.persons[${at}]`,
            `"${person}" does not belong to any member.`,
            'Write <member slug>/<name>.',
          ),
        );
      }
    });
    return alternative.members === undefined
      ? alternative
      : {
          ...alternative,
          members: alternative.members.map((slug, at) => idOf(slug, `${path}.members[${at}]`)),
        };
  });
  const excludes = audience.excludes.map((slug, at) => idOf(slug, `$.audience.excludes[${at}]`));
  return { audience: { alternatives, excludes }, problems };
};

export type Recipient = { readonly member: Member; readonly reason: Reason };
export type NotRecipient = { readonly member: Member; readonly because: Exclusion };

/** Every member of the directory except the publisher: who would receive it and why, who would not and why. */
export const recipientsOf = (
  access: AccessFacts,
  directory: Directory,
  nowMs: number,
): { readonly recipients: readonly Recipient[]; readonly notRecipients: readonly NotRecipient[] } => {
  const recipients: Recipient[] = [];
  const notRecipients: NotRecipient[] = [];
  for (const member of directory.members.values()) {
    if (member.id === access.publisher) continue;
    const decision = decideMember(
      { member, providers: directory.providersOf(member.id), personsCount: true },
      access,
      nowMs,
    );
    if (decision.allowed) recipients.push({ member, reason: decision.reason });
    else notRecipients.push({ member, because: decision.because });
  }
  return { recipients, notRecipients };
};
