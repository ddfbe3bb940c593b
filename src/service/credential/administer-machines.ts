// Machines of a member that sign in without a key: registered by its administrator, by the key of a certificate or by a
// subject of its identity provider. Whoever registers one proves nothing: it lets nobody in until the machine itself has
// called once and named the registration. Until then others may register the same, and are told nothing of each other.
import type { StoredCredential } from '../../domain/access/credential.ts';
import { type Actor, ROLES, type Role } from '../../domain/member.ts';
import { accepted, notFound, type Outcome, type Problem, problem, refused } from '../../domain/problem.ts';
import type { Hub } from '../../hub.ts';
import { mayAct } from '../../policy/decide.ts';
import { mayGrant, mayMachineHave } from '../../policy/grants.ts';
import type { Session } from '../../store/connect.ts';
import { confirmEverywhere } from '../access/confirm-everywhere.ts';
import { recordAct } from '../audit/record-act.ts';
import { isTaken, MAX_LABEL } from './add-credential.ts';
import { certificateId, registrationId, subjectId } from './subject-id.ts';

type MachineDeps = Pick<
  Hub,
  'credentials' | 'providers' | 'members' | 'directory' | 'acts' | 'entries' | 'clock' | 'entropy'
>;

export type MachineRequest = {
  readonly label: string;
  readonly roles: readonly Role[];
  /** SHA-256 of the certificate's SubjectPublicKeyInfo, 64 hex digits; or a subject of the member's provider. */
  readonly certificate: string | null;
  readonly subject: string | null;
  readonly expiresAt: Date | null;
};

export const listMachines = async (
  hub: Pick<Hub, 'credentials'>,
  actor: Actor,
): Promise<readonly StoredCredential[]> =>
  mayAct(actor, 'key.list', null).allowed ? hub.credentials.ofMachines(actor.member.id) : [];

export const registerMachine = async (
  hub: MachineDeps,
  actor: Actor,
  request: MachineRequest,
): Promise<Outcome<StoredCredential>> => {
  const permission = mayAct(actor, 'key.create', null);
  if (!permission.allowed) return refused(permission.problem);
  const broken = problemsOf(actor, request);
  if (broken.length > 0) return refused(...broken);
  const identified = await identityOf(hub, actor, request);
  if (!identified.ok) return identified;
  const credential: StoredCredential = {
    ...identified.value,
    member: actor.member.id,
    person: null,
    roles: request.roles,
    label: request.label.trim().slice(0, MAX_LABEL),
    createdAt: hub.clock.now(),
    expiresAt: request.expiresAt,
    lastUsedAt: null,
    endedAt: null,
    activatedAt: null,
  };
  const isAdded = await hub.members.change(async (session) => {
    if (await isOwnAlready(hub, credential, session)) return false;
    if (!(await hub.credentials.add(credential, session))) return false;
    const facts = { kind: credential.kind, roles: credential.roles };
    const act = { by: actor, members: [actor.member.id], subject: credential.id, facts };
    await recordAct(hub, { ...act, event: 'credential.added' }, session);
    return true;
  });
  hub.directory.forget();
  return isAdded ? accepted(credential) : refused(isTaken());
};

/** One that a release before registered is known by another id. */
const isOwnAlready = async (
  { credentials, clock }: MachineDeps,
  { identity, member }: StoredCredential,
  session: Session,
): Promise<boolean> => (await credentials.live(identity ?? '', clock.now(), session))?.member === member;

/** When it is answered, every hub refuses it, and its open streams have ended. */
export const removeMachine = async (hub: MachineDeps, actor: Actor, id: string): Promise<Outcome<string>> => {
  const permission = mayAct(actor, 'key.revoke', null);
  if (!permission.allowed) return refused(permission.problem);
  const removed = await hub.members.narrow(async (session) => {
    const found = await hub.credentials.live(id, hub.clock.now(), session);
    if (found?.member !== actor.member.id || found.person !== null) return false;
    await hub.credentials.end(id, hub.clock.now(), session);
    const act = { by: actor, members: [actor.member.id], subject: id, facts: { kind: found.kind } };
    await recordAct(hub, { ...act, event: 'credential.removed' }, session);
    return true;
  });
  if (removed) await confirmEverywhere(hub);
  return removed ? accepted(id) : notFound('$.registration');
};

const identityOf = async (
  hub: MachineDeps,
  actor: Actor,
  { certificate, subject }: MachineRequest,
): Promise<Outcome<Pick<StoredCredential, 'id' | 'identity' | 'kind' | 'issuer' | 'subject'>>> => {
  const known = (identity: string) => ({ id: registrationId(actor.member.id, identity), identity });
  if (certificate !== null) return accepted({ ...known(certificateId(certificate)), kind: 'CERTIFICATE' });
  const provider = await hub.providers.ofMember(actor.member.id);
  if (provider === null || subject === null) {
    return refused(
      problem(
        'MACHINE_MALFORMED',
        '$.subject',
        'Your organisation has no identity provider.',
        'Register it first, or register a certificate.',
      ),
    );
  }
  const account = { issuer: provider.issuer, subject };
  return accepted({ ...known(subjectId('JWT', account)), kind: 'JWT', ...account });
};

const SPKI_HASH = /^[0-9a-f]{64}$/;
const MAX_SUBJECT = 255;

const problemsOf = (actor: Actor, { certificate, subject, roles }: MachineRequest): Problem[] => {
  const isOne = (certificate === null) !== (subject === null);
  const isFormed =
    certificate === null
      ? subject !== null && subject.trim() !== '' && subject.length <= MAX_SUBJECT
      : SPKI_HASH.test(certificate);
  return [
    ...(isOne && isFormed
      ? []
      : [
          problem(
            'MACHINE_MALFORMED',
            certificate === null ? '$.subject' : '$.certificate',
            'A machine is known by the key of its certificate or by a subject, and by one of them.',
            'Give 64 hex digits of SHA-256 over the SubjectPublicKeyInfo, or a subject of at most 255 characters.',
          ),
        ]),
    ...(roles.length > 0
      ? []
      : [problem('ROLES_MISSING', '$.roles', 'A machine has at least one role.', 'Give one.')]),
    ...roles.flatMap((role, at) => roleProblems(actor, role, at)),
  ];
};

const roleProblems = (actor: Actor, role: Role, at: number): Problem[] =>
  ROLES.includes(role) && mayMachineHave(role) && mayGrant(actor.roles, role)
    ? []
    : [
        problem(
          'ROLE_NOT_YOURS_TO_GRANT',
          `$.roles[${at}]`,
          `A machine of yours may not have the role ${role}.`,
          'docs/roles.generated.md says which role grants which.',
        ),
      ];
