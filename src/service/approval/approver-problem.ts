// Why an actor may not decide a proposal that it sees. What is offered and what is refused go by the same.
import type { Proposal } from '../../domain/approval/proposal.ts';
import type { Actor, Role } from '../../domain/member.ts';
import type { Person } from '../../domain/person.ts';
import { type Problem, problem } from '../../domain/problem.ts';
import { isOfCircle, isSignedInPerson, mayBeOne } from '../../policy/two-persons.ts';

/** Of a person that nobody knows any more, its id. */
type Known = Pick<Person, 'id'> & Partial<Pick<Person, 'broughtBy' | 'isRedClosed'>>;

export type Deciding = {
  readonly proposal: Proposal;
  readonly mayApprove: readonly Role[];
  readonly approver: Known;
  readonly proposer: Known;
};

/** Of the way in. */
export const wayProblem = (actor: Actor): Problem | null =>
  isSignedInPerson(actor)
    ? null
    : problem(
        'APPROVAL_BY_KEY',
        '$',
        'A key cannot approve or refuse: it proves no person.',
        'Sign in with a passkey or at your provider, and decide at /approvals.',
      );

/** Of the person, whatever it comes by. */
export const personProblem = (
  actor: Actor,
  { proposal, mayApprove, approver, proposer }: Deciding,
): Problem | null => {
  if (actor.person === proposal.by) {
    return problem(
      'APPROVAL_BY_PROPOSER',
      '$.id',
      'Whoever proposes something does not approve it.',
      'Ask another person; withdraw it if it is not wanted any more.',
    );
  }
  if (!isOfCircle(actor, proposal, mayApprove)) {
    return problem(
      'ROLE_MAY_NOT',
      '$.id',
      `This may be approved by: ${mayApprove.join(', ')}.`,
      'Ask somebody with one of these roles.',
    );
  }
  if (mayBeOne(approver, proposer)) {
    return problem(
      'APPROVAL_NOT_INDEPENDENT',
      '$',
      'You or who proposed it came in by the other, or both by the same person, and nobody else has confirmed that you are two.',
      'Ask another administrator of your organisation or an operator of the hub to confirm you (tocsin person confirm), or whoever runs its machine (tocsin hub confirm).',
    );
  }
  return actor.isRedClosed === true || approver.isRedClosed === true
    ? problem(
        'APPROVAL_AFTER_RECOVERY',
        '$',
        'Others restored your access, and no other administrator has confirmed that it is you.',
        'Ask another member-admin of your organisation to confirm it.',
      )
    : null;
};
