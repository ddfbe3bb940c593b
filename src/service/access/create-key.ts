// Creates a key on the machine of the hub, as its operator: for a machine of a member, or for a person, who is made known
// with it. Everybody else makes keys by make-key.ts. The token is shown once and never stored.
import { nameTyped, personWritten } from '../../domain/directory.ts';
import type { Member, Role } from '../../domain/member.ts';
import { ROLES } from '../../domain/member.ts';
import { type Person, writtenAs } from '../../domain/person.ts';
import { accepted, type Outcome, type Problem, problem, refused } from '../../domain/problem.ts';
import type { Hub } from '../../hub.ts';
import { recordAct } from '../audit/record-act.ts';
import { endWaysIn } from '../person/end-ways-in.ts';
import { newPerson, writtenPerson } from './new-person.ts';
import { newToken } from './token.ts';

export type KeyRequest = {
  /** Slug of the member. */
  readonly member: string;
  readonly role: Role;
  /** `<member slug>/<handle>`, or as it is written elsewhere where it is known; null for a machine. */
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
  readonly personId: string | null;
};

type Deps = Pick<
  Hub,
  | 'members'
  | 'persons'
  | 'keys'
  | 'accessLinks'
  | 'sessions'
  | 'credentials'
  | 'drafts'
  | 'directory'
  | 'clock'
  | 'entropy'
  | 'acts'
  | 'entries'
>;

export const createKey = async (hub: Deps, request: KeyRequest): Promise<Outcome<CreatedKey>> => {
  hub.directory.forget();
  const directory = await hub.directory.current();
  const member = directory.bySlug.get(request.member);
  const given = request.person ?? null;
  const written = given === null ? undefined : personWritten(directory, given, request.member);
  const named = given === null ? null : written?.handle == null ? nameTyped(given) : writtenAs(written);
  const broken = requestProblem({ ...request, person: named }, member);
  if (member === undefined || broken !== null) return refused(...(broken === null ? [] : [broken]));
  const fresh = newToken(hub.entropy, 'hub');
  const person = await hub.members.change(async (session): Promise<Person | null> => {
    const known = written === undefined ? null : await hub.persons.byId(written.id, session);
    const person = named === null ? null : personWith(hub, member, { named, known, role: request.role });
    const by = { way: 'HOST' } as const;
    if (person !== null && person !== known) {
      // What let it in before it was dormant or taken out does not come back, and a link that is left invites nobody.
      if (known !== null && known.state !== 'ACTIVE') await endWaysIn(hub, person, session);
      await hub.persons.save(person, session);
    }
    await hub.keys.put(
      {
        _id: fresh.id,
        hash: fresh.hash,
        member: member.id,
        role: request.role,
        person: person === null ? null : (person.formerName ?? person.id),
        label: request.label ?? '',
        createdAt: hub.clock.now(),
        expiresAt: request.expiresAt ?? null,
        revokedAt: null,
      },
      session,
    );
    const about = {
      members: [member.id],
      subject: fresh.id,
      ...(person === null ? {} : { person: person.id }),
    };
    await recordAct(hub, { event: 'key.created', by, ...about, facts: { roles: [request.role] } }, session);
    return person;
  });
  hub.directory.forget();
  const { id, token } = fresh;
  return accepted({
    id,
    token,
    member: member.slug,
    role: request.role,
    person: named,
    personId: person?.id ?? null,
  });
};

type Wanted = { readonly named: string; readonly known: Person | null; readonly role: Role };

/** The person as it is to be: new, or with one more role, or able to sign in again. */
const personWith = (hub: Deps, member: Member, { named, known, role }: Wanted): Person => {
  const handle = named.slice(named.indexOf('/') + 1);
  if (known === null) return newPerson(hub, { member, handle, name: handle, roles: [role], state: 'ACTIVE' });
  if (known.state === 'ACTIVE' && known.roles.includes(role)) return known;
  const credentials = known.state === 'ACTIVE' ? known.credentials : 0;
  return {
    ...known,
    state: 'ACTIVE',
    credentials,
    warnedAt: null,
    roles: [...new Set([...known.roles, role])],
  };
};

const requestProblem = (request: KeyRequest, member: Member | undefined): Problem | null => {
  if (member === undefined) {
    return problem(
      'MEMBER_UNKNOWN',
      '$.member',
      `There is no member "${request.member}".`,
      'Give the slug of a member.',
    );
  }
  if (!ROLES.includes(request.role)) {
    return problem(
      'ROLE_UNKNOWN',
      '$.role',
      `There is no role "${request.role}".`,
      `Use one of ${ROLES.join(', ')}.`,
    );
  }
  return request.person === undefined || request.person === null
    ? null
    : writtenPerson(request.person, member.slug);
};
