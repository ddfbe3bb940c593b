// Creates a key for a person or machine of a member. The token is shown once and never stored.
import { ROLES, type Role } from '../../domain/member.ts';
import { accepted, type Outcome, type Problem, problem, refused } from '../../domain/problem.ts';
import type { Hub } from '../../hub.ts';
import { newToken } from './token.ts';

export type KeyRequest = {
  /** Slug of the member. */
  readonly member: string;
  readonly role: Role;
  /** `<member slug>/<name>`; null for a machine. */
  readonly person?: string | null;
  readonly label?: string;
  readonly expiresAt?: Date | null;
};

export type CreatedKey = {
  readonly id: string;
  readonly token: string;
  readonly member: string;
  readonly role: Role;
  readonly person: string | null;
};

export const createKey = async (
  hub: Pick<Hub, 'members' | 'directory' | 'clock' | 'entropy'>,
  request: KeyRequest,
): Promise<Outcome<CreatedKey>> => {
  hub.directory.forget();
  const member = (await hub.directory.current()).bySlug.get(request.member);
  if (member === undefined) {
    return refused(
      problem(
        'MEMBER_UNKNOWN',
        '$.member',
        `There is no member "${request.member}".`,
        'Give the slug of a member.',
      ),
    );
  }
  if (!ROLES.includes(request.role)) {
    return refused(
      problem(
        'ROLE_UNKNOWN',
        '$.role',
        `There is no role "${request.role}".`,
        `Use one of ${ROLES.join(', ')}.`,
      ),
    );
  }
  const person = request.person ?? null;
  const broken = person === null ? null : personProblem(person, member.slug);
  if (broken !== null) return refused(broken);
  const fresh = newToken(hub.entropy, 'hub');
  await hub.members.saveKey({
    _id: fresh.id,
    hash: fresh.hash,
    member: member.id,
    role: request.role,
    person,
    label: request.label ?? '',
    createdAt: hub.clock.now(),
    expiresAt: request.expiresAt ?? null,
    revokedAt: null,
  });
  hub.directory.forget();
  return accepted({ id: fresh.id, token: fresh.token, member: member.slug, role: request.role, person });
};

const personProblem = (person: string, slug: string): Problem | null => {
  if (!/^[a-z0-9-]+\/[a-z0-9.-]{1,64}$/.test(person)) {
    return problem(
      'PERSON_MALFORMED',
      '$.person',
      `"${person}" does not name a person.`,
      'Write it as <member slug>/<name>.',
    );
  }
  if (person.startsWith(`${slug}/`)) return null;
  return problem(
    'PERSON_OF_OTHER_MEMBER',
    '$.person',
    `${person} does not belong to ${slug}.`,
    `Start it with ${slug}/.`,
  );
};
