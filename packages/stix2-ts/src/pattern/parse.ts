// STIX patterns (STIX 2.1 §9): reading one, with the place and the expectation where it is broken, and the
// normal form by which two differently written patterns are one. Linear in the length of the text.
import { normalForm } from './normal-form.ts';
import { readObservations } from './observation.ts';
import { type Misreading, misread, PatternMisread, readerOf } from './reader.ts';
import type { Observation } from './tree.ts';

/** Longest pattern that is read, in UTF-16 units. */
export const longestPattern = 16_384;

export type PatternReading =
  | { readonly ok: true; readonly ast: Observation }
  | ({ readonly ok: false } & Misreading);

/** The tree of a pattern, or where and why it is broken. Never throws. */
export function parsePattern(text: string): PatternReading {
  if (text.length > longestPattern) {
    return {
      ok: false,
      offset: longestPattern,
      found: 'more text',
      expected: `at most ${longestPattern} characters`,
    };
  }
  try {
    const reader = readerOf(text);
    const ast = readObservations(reader);
    if (reader.token.kind !== 'end') misread(reader, 'the end of the pattern, an operator or a qualifier');
    return { ok: true, ast };
  } catch (error) {
    if (error instanceof PatternMisread) return { ok: false, ...error.misreading };
    throw error;
  }
}

/**
 * One text for all patterns that mean the same, as far as the normal form goes; a broken one is its own key. `reading` is
 * what `parsePattern` gave for the text, where it was read already.
 */
export function patternKey(text: string, reading: PatternReading = parsePattern(text)): string {
  return reading.ok ? normalForm(reading.ast) : text.trim();
}
