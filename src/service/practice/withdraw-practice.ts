// The last version of a best practice that has been withdrawn, with the reason, to the recipients of the previous
// version.
import type { Actor } from '../../domain/member.ts';
import { type Outcome, refused } from '../../domain/problem.ts';
import type { VersionDeps } from '../version/attempt-version.ts';
import { correctVersion, reasonProblem } from '../version/correct-version.ts';
import type { ActOptions, Published } from '../version/publish-version.ts';

export type WithdrawRequest = {
  readonly id: string;
  readonly expectedVersion: number;
  readonly reason: string;
};

export const withdrawPractice = async (
  hub: VersionDeps,
  actor: Actor,
  request: WithdrawRequest,
  options: ActOptions = {},
): Promise<Outcome<Published>> => {
  const cancelReason = request.reason.trim();
  const broken = reasonProblem(cancelReason);
  if (broken !== null) return refused(broken);
  return correctVersion(
    hub,
    actor,
    {
      id: request.id,
      expectedVersion: request.expectedVersion,
      kind: 'PRACTICE',
      verb: 'practice.withdraw',
      operation: 'withdraw-practice',
      payload: request,
      change: { cancelReason },
    },
    options,
  );
};
