// What a program needs of an indicator: its pattern, the values that it names, how long it is valid and on whose word.
import { type Comparison, type Observation, type PathStep, parsePattern, type Test } from 'stix2-ts/pattern';
import { type StixObject, textOf } from 'stix2-ts/stix-object';
import type { EffectiveTlp } from '../../domain/marking.ts';
import type { Item } from '../item/item.ts';
import type { VisibleObject } from '../object/visible-object.ts';

/** `property` is a path such as `value` or `hashes.'SHA-256'`. */
export type IndicatorValue = { readonly type: string; readonly property: string; readonly value: string };

/** Instants are ISO 8601; null where nothing is stated or it cannot be read. */
export type Indicator = {
  readonly object: VisibleObject;
  readonly item: Item;
  readonly name: string | null;
  readonly pattern: string;
  readonly patternType: string;
  /** At most 100. */
  readonly values: readonly IndicatorValue[];
  /** STIX types of the observables that the pattern is about, whatever it compares. */
  readonly types: ReadonlySet<string>;
  readonly validFrom: string | null;
  readonly validUntil: string | null;
  readonly isValid: boolean;
  readonly confidence: number | null;
  readonly tlp: EffectiveTlp;
};

const MAX_VALUES = 100;

export const indicatorOf = (shown: VisibleObject, item: Item, nowMs: number): Indicator => {
  const { object } = shown;
  const pattern = textOf(object, 'pattern') ?? '';
  const patternType = textOf(object, 'pattern_type') ?? 'stix';
  const tests = patternType === 'stix' ? testsOf(pattern) : [];
  const [validFrom, validUntil] = [instantOf(object, 'valid_from'), instantOf(object, 'valid_until')];
  const isWithin =
    (validFrom === null || Date.parse(validFrom) <= nowMs) &&
    (validUntil === null || Date.parse(validUntil) > nowMs);
  const { confidence } = object;
  return {
    object: shown,
    item,
    name: textOf(object, 'name') ?? null,
    pattern,
    patternType,
    values: tests.flatMap(valuesOf).slice(0, MAX_VALUES),
    types: new Set(tests.map(({ path }) => path.type)),
    validFrom,
    validUntil,
    isValid: isWithin && object['revoked'] !== true && item.state === 'ACTIVE',
    confidence: typeof confidence === 'number' && Number.isInteger(confidence) ? confidence : null,
    tlp: shown.tlp ?? item.summary.tlp,
  };
};

const instantOf = (object: StixObject, property: string): string | null => {
  const ms = Date.parse(textOf(object, property) ?? '');
  return Number.isNaN(ms) ? null : new Date(ms).toISOString();
};

const testsOf = (pattern: string): Test[] => {
  const reading = parsePattern(pattern);
  return reading.ok ? inObservation(reading.ast) : [];
};

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
const valuesOf = ({ path, operator, isNegated, values }: Test): IndicatorValue[] => {
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
