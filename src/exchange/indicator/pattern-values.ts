// The values that the pattern of an indicator says something equals, as its producer wrote them: what people copy into block and
// watch lists is never changed, added to or left out. For looking something up there are `lookupValues` of stix2-ts.
import { type Comparison, type Observation, type PathStep, parsePattern, type Test } from 'stix2-ts/pattern';

/** `property` is a path such as `value` or `hashes.'SHA-256'`. */
export type PatternValue = { readonly type: string; readonly property: string; readonly value: string };

/** A pattern as it is read; null for one in another language, or that cannot be read. */
export const observationOf = (pattern: string, patternType: string): Observation | null => {
  if (patternType !== 'stix') return null;
  const reading = parsePattern(pattern);
  return reading.ok ? reading.ast : null;
};

/** The comparisons of a pattern. */
export const testsOf = (observation: Observation | null): Test[] =>
  observation === null ? [] : inObservation(observation);

const inObservation = (observation: Observation): Test[] => {
  if (observation.kind === 'observation') return inComparison(observation.comparison);
  if (observation.kind === 'qualified') return inObservation(observation.operand);
  return observation.operands.flatMap(inObservation);
};

const inComparison = (comparison: Comparison): Test[] => {
  if (comparison.kind === 'test') return [comparison];
  return comparison.kind === 'exists' ? [] : comparison.operands.flatMap(inComparison);
};

/** What it is said to equal: a pattern that says what is not meant names nothing to look for. */
export const valuesOf = ({ path, operator, isNegated, values }: Test): PatternValue[] => {
  if (isNegated || (operator !== '=' && operator !== 'IN')) return [];
  const property = path.steps.map(stepText).join('').replace(/^\./, '');
  return values.map(({ text }) => ({ type: path.type, property, value: text }));
};

const PLAIN = /^[a-z0-9_-]+$/i;

const stepText = (step: PathStep, place: number): string => {
  if ('index' in step) return `[${step.index}]`;
  // A key with a hyphen is quoted in a pattern, as hash names are; the first is a property and never is.
  return `.${place === 0 || (PLAIN.test(step.key) && !step.key.includes('-')) ? step.key : `'${step.key}'`}`;
};
