// The refusal of a ruling that would reverse another reviewer's.
import { type Problem, problem } from '../../domain/problem.ts';

export const rulingOfAnother = (path: string): Problem =>
  problem(
    'RULING_OF_ANOTHER',
    path,
    'Another reviewer has ruled on these two.',
    'Only that reviewer, or a manager of the same organisation, can reverse it.',
  );
