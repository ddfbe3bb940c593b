// Who may propose and who may approve what needs two persons. A key proves no person: whoever holds one may have it from
// the other of the two.
import type { ApproverCircle, Proposal } from '../domain/approval/proposal.ts';
import type { Actor, Role } from '../domain/member.ts';
import { isPersonId, type Person } from '../domain/person.ts';
import type { ActWay } from '../domain/record/act-line.ts';
import { mayHave } from './grants.ts';

/** Ways of signing in that prove the person itself. A recovery code does not: another administrator has read it aloud. */
const PERSONAL_WAYS: readonly ActWay[] = ['PASSKEY', 'OPENID_CONNECT'];

export const isSignedInPerson = ({ person, via }: Actor): boolean =>
  person !== null && via !== undefined && PERSONAL_WAYS.includes(via.way);

type Brought = Pick<Person, 'id' | 'broughtBy'>;

const circleAround = ({ id, broughtBy }: Brought): readonly string[] => [id, ...(broughtBy ?? [])];

/**
 * Whether both may be one and the same: one brought the other in, or somebody brought in both, and nobody else has confirmed
 * it. Who was brought in by a machine may be anybody.
 */
export const mayBeOne = (one: Brought, other: Brought): boolean => {
  const [around, others] = [circleAround(one), circleAround(other)];
  return around.some((id) => others.includes(id)) || [...around, ...others].some((id) => !isPersonId(id));
};

const hasOneOf = ({ roles: own }: Actor, roles: readonly Role[]): boolean =>
  own.some((role) => roles.includes(role));

const OPERATOR: Role = 'hub-operator';

/** Whose persons approve what this actor proposes; null for one that may not propose it. */
export const circleOf = (actor: Actor, mayPropose: readonly Role[]): ApproverCircle | null => {
  if (!hasOneOf(actor, mayPropose)) return null;
  const circle = mayPropose.includes(OPERATOR) && hasOneOf(actor, [OPERATOR]) ? 'HUB' : 'MEMBER';
  return mayKeyAdminister(actor, circle) ? circle : null;
};

/** A key with scopes administers nothing unless one of them says so. */
export const mayKeyAdminister = ({ scopes }: Pick<Actor, 'scopes'>, circle: ApproverCircle): boolean =>
  scopes === undefined || scopes.includes(circle === 'HUB' ? 'hub:admin' : 'member:admin');

/** Whether it looks after the work of the hub. */
export const mayRunJobs = (actor: Actor): boolean => mayHave(actor, 'job.manage');

export const isHubOperator = (actor: Actor): boolean => hasOneOf(actor, [OPERATOR]);

/** Whether the role and the member are right; that it is another person is asked apart. */
export const isOfCircle = (
  actor: Actor,
  { circle, member }: Pick<Proposal, 'circle' | 'member'>,
  mayApprove: readonly Role[],
): boolean =>
  circle === 'HUB' ? isHubOperator(actor) : actor.member.id === member && hasOneOf(actor, mayApprove);

/**
 * Whether the proposal exists for this actor at all: for its proposer, and for who may approve it; with a key that could
 * propose it.
 */
export const maySeeProposal = (
  actor: Actor,
  proposal: Pick<Proposal, 'circle' | 'member' | 'by'>,
  mayApprove: readonly Role[],
): boolean =>
  mayKeyAdminister(actor, proposal.circle) &&
  ((actor.person !== null && actor.person === proposal.by) || isOfCircle(actor, proposal, mayApprove));
