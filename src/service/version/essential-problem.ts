// An essential action leaves only once a second person has approved it; trying it needs nobody.
import { type Problem, problem } from '../../domain/problem.ts';
import type { ActOptions } from './publish-version.ts';

type Leveled = { readonly kind: string; readonly level?: string };

/** Why this may not leave by one person alone, or null. */
export const essentialProblem = (
  { kind, level }: Leveled,
  { isTrial, approved }: ActOptions,
): Problem | null =>
  kind !== 'WARNING' || level !== 'ESSENTIAL_ACTION' || isTrial === true || approved !== undefined
    ? null
    : problem(
        'APPROVAL_NEEDED',
        '$.level',
        'An essential action is approved by a second person before it leaves.',
        'Propose PUBLISH_ESSENTIAL, or CORRECT_ESSENTIAL for a correction; a colleague approves it.',
      );
