// Admits an organisation to the directory. Its ids are derived from its slug, so that every hub and every bundle uses
// the same ones. A member that exists already stays unchanged, since its facts may be newer.

import type { Member } from '../../domain/member.ts';
import { lookAlikeIn } from '../../domain/partnership/look-alike.ts';
import { newMemberProblems } from '../../domain/partnership/member-facts.ts';
import { accepted, type Outcome, type Problem, problem, refused } from '../../domain/problem.ts';
import { identifierFor } from '../../exchange/identifier-for.ts';
import type { Hub } from '../../hub.ts';

/** `clients` are slugs of members, admitted or not yet. */
export type Admission = Omit<Member, 'id' | 'identity' | 'isActive' | 'standing'>;

export type Admitted = { readonly member: Member; readonly isNew: boolean };

export const memberId = (slug: string): string => identifierFor('member', slug);

export const admitMember = async (
  hub: Pick<Hub, 'members' | 'directory'>,
  admission: Admission,
): Promise<Outcome<Admitted>> => {
  const { slug } = admission;
  const broken = newMemberProblems(admission);
  if (broken.length > 0) return refused(...broken);
  const { bySlug } = await hub.directory.current();
  const known = bySlug.get(slug);
  if (known !== undefined) return accepted({ member: known, isNew: false });
  const alike = lookAlikeIn(admission, bySlug.values());
  if (alike !== null) return refused(looksLike(alike));
  const member: Member = {
    ...admission,
    id: memberId(slug),
    identity: identifierFor('identity', slug),
    clients: admission.clients.map(memberId),
    isActive: true,
    standing: 'MEMBER',
  };
  await hub.members.save(member);
  hub.directory.forget();
  return accepted({ member, isNew: true });
};

/** Only the hub itself admits so, and it may know of every member. */
const looksLike = ({ slug, name }: Member): Problem =>
  problem(
    'LOOKS_ALIKE',
    '$.slug',
    `Its slug or name looks like that of ${slug} (${name}).`,
    'Choose names that nobody takes for those of another member.',
  );
