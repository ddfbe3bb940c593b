// A correction of a best practice: a new version by its publisher, to the recipients of the previous version.
import type { Actor } from '../../domain/member.ts';
import type { Outcome } from '../../domain/problem.ts';
import type { PracticeDraft } from '../../domain/warning.ts';
import type { VersionDeps } from '../version/attempt-version.ts';
import { correctVersion } from '../version/correct-version.ts';
import type { ActOptions, Published } from '../version/publish-version.ts';

export type PracticeCorrection = Omit<
  PracticeDraft,
  'kind' | 'marking' | 'audience' | 'allowEmptyAudience' | 'exercise'
>;

export type UpdatePracticeRequest = {
  readonly id: string;
  readonly expectedVersion: number;
  readonly draft: PracticeCorrection;
};

export const updatePractice = (
  hub: VersionDeps,
  actor: Actor,
  request: UpdatePracticeRequest,
  options: ActOptions = {},
): Promise<Outcome<Published>> =>
  correctVersion(
    hub,
    actor,
    {
      id: request.id,
      expectedVersion: request.expectedVersion,
      kind: 'PRACTICE',
      verb: 'practice.update',
      operation: 'update-practice',
      payload: request,
      change: { texts: { kind: 'PRACTICE', ...request.draft } },
    },
    options,
  );
