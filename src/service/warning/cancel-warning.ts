// CAP Cancel: the last version of a warning, to those who had the former one.
import type { Actor } from '../../domain/member.ts';
import { type Outcome, problem, refused } from '../../domain/problem.ts';
import { TEXT_LIMITS, textBroken } from '../../domain/warning-rules.ts';
import type { ActOptions, Published, PublishRoom } from './publish-warning.ts';
import { correct } from './update-warning.ts';

export type CancelRequest = {
  readonly id: string;
  readonly expectedVersion: number;
  readonly reason: string;
};

export const cancelWarning = async (
  hub: PublishRoom,
  actor: Actor,
  request: CancelRequest,
  options: ActOptions = {},
): Promise<Outcome<Published>> => {
  const reason = request.reason.trim();
  if (reason === '' || reason.length > TEXT_LIMITS.note) {
    return refused(
      problem(
        'REASON_MISSING',
        '$.reason',
        `A reason has 1 to ${TEXT_LIMITS.note} characters.`,
        'Say in plain words why.',
      ),
    );
  }
  if (!reason.isWellFormed()) return refused(textBroken('$.reason'));
  const act = { id: request.id, expectedVersion: request.expectedVersion, draft: null, cancelReason: reason };
  return correct(hub, actor, { ...act, operation: 'cancel', payload: request }, options);
};
