// What a program needs of an indicator: its pattern, the values that it names, how long it is valid and on whose word.
import { type StixObject, textOf } from 'stix2-ts/stix-object';
import type { EffectiveTlp } from '../../domain/marking.ts';
import { isJoinedIn } from '../../exchange/indicator/not-to-block.ts';
import {
  observationOf,
  type PatternValue,
  testsOf,
  valuesOf,
} from '../../exchange/indicator/pattern-values.ts';
import type { Item } from '../item/item.ts';
import type { VisibleObject } from '../object/visible-object.ts';
import { yieldToEventLoop } from '../yield-to-event-loop.ts';

/** Instants are ISO 8601; null where nothing is stated or it cannot be read. */
export type Indicator = {
  readonly object: VisibleObject;
  readonly item: Item;
  readonly name: string | null;
  readonly pattern: string;
  readonly patternType: string;
  /** At most 100. */
  readonly values: readonly PatternValue[];
  readonly valueCount: number;
  /** Whether its values are signs only together. */
  readonly isJoined: boolean;
  /** STIX types of the observables that the pattern is about, whatever it compares. */
  readonly types: ReadonlySet<string>;
  readonly validFrom: string | null;
  readonly validUntil: string | null;
  readonly isValid: boolean;
  readonly confidence: number | null;
  readonly tlp: EffectiveTlp;
};

const MAX_VALUES = 100;

/** Characters of patterns that are read in one turn of the event loop: some milliseconds. */
const SLICE = 64 * 1024;

/** A pattern of 16 kB takes a millisecond, and a page looks at hundreds. */
export const indicatorsOf = async (
  shown: readonly { readonly object: VisibleObject }[],
  item: Item,
  nowMs: number,
): Promise<Indicator[]> => {
  const found: Indicator[] = [];
  let length = 0;
  for (const { object } of shown) {
    const indicator = indicatorOf(object, item, nowMs);
    found.push(indicator);
    length += indicator.pattern.length;
    if (length < SLICE) continue;
    length = 0;
    await yieldToEventLoop();
  }
  return found;
};

const indicatorOf = (shown: VisibleObject, item: Item, nowMs: number): Indicator => {
  const { object } = shown;
  const pattern = textOf(object, 'pattern') ?? '';
  const patternType = textOf(object, 'pattern_type') ?? 'stix';
  const observation = observationOf(pattern, patternType);
  const tests = testsOf(observation);
  const values = tests.flatMap(valuesOf);
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
    values: values.slice(0, MAX_VALUES),
    valueCount: values.length,
    isJoined: observation !== null && isJoinedIn(observation),
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
