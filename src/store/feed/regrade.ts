// The update that stores another effective grade with the rows of a version.
import { type EffectiveGrade, storedGrade } from '../../domain/grade/effective-grade.ts';

export const regradeOf = (grade: EffectiveGrade) => ({
  $set: storedGrade(grade),
  ...(grade.because === null ? { $unset: { raisedBecause: '' as const } } : {}),
});
