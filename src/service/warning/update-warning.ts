// A correction of a warning: a new version by its publisher, to the recipients of the previous version.
import type { Actor } from '../../domain/member.ts';
import type { Outcome } from '../../domain/problem.ts';
import type { WarningDraft } from '../../domain/warning.ts';
import type { VersionDeps } from '../version/attempt-version.ts';
import { correctVersion } from '../version/correct-version.ts';
import type { ActOptions, Published } from '../version/publish-version.ts';

export type Correction = Omit<
  WarningDraft,
  'kind' | 'marking' | 'audience' | 'allowEmptyAudience' | 'exercise'
>;

export type UpdateRequest = {
  readonly id: string;
  readonly expectedVersion: number;
  readonly draft: Correction;
};

export const updateWarning = (
  hub: VersionDeps,
  actor: Actor,
  request: UpdateRequest,
  options: ActOptions = {},
): Promise<Outcome<Published>> =>
  correctVersion(
    hub,
    actor,
    {
      id: request.id,
      expectedVersion: request.expectedVersion,
      kind: 'WARNING',
      verb: 'warning.update',
      operation: 'update',
      payload: { ...request, draft: asBefore(request.draft) },
      change: { texts: { kind: 'WARNING', ...request.draft } },
    },
    options,
  );

/**
 * As the releases wrote it in which a correction without a level asked for nothing: what was sent to one of them under an
 * Idempotency-Key, and is sent again, is the same request.
 */
const asBefore = (draft: Correction): Correction => {
  if (draft.level !== undefined) return draft;
  const fields = Object.entries(draft);
  const at = fields.findIndex(([field]) => field === 'answerBy');
  return Object.fromEntries(fields.toSpliced(at, 0, ['level', 'INFORMATION'])) as Correction;
};
