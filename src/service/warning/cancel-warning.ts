// CAP Cancel: the last version of a warning, to the recipients of the previous version.
import type { Actor } from '../../domain/member.ts';
import { type Outcome, refused } from '../../domain/problem.ts';
import type { VersionDeps } from '../version/attempt-version.ts';
import { correctVersion, reasonProblem } from '../version/correct-version.ts';
import type { ActOptions, Published } from '../version/publish-version.ts';

export type CancelRequest = {
  readonly id: string;
  readonly expectedVersion: number;
  readonly reason: string;
};

export const cancelWarning = async (
  hub: VersionDeps,
  actor: Actor,
  request: CancelRequest,
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
      kind: 'WARNING',
      verb: 'warning.cancel',
      operation: 'cancel',
      payload: request,
      change: { cancelReason },
    },
    options,
  );
};
