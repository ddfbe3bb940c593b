// Parses STIX patterns (STIX 2.1 §9), reporting where a broken one fails and what was expected, and gives the normal
// form for comparing patterns. Parsing is linear in the length of the text.
import { normalForm } from './normal-form.ts';
import { readObservations } from './observation.ts';
import { type Misreading, misread, PatternMisread, readerOf } from './reader.ts';
import type { Observation } from './tree.ts';

/** The longest pattern that is parsed, in UTF-16 units. */
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
 * The same text for patterns that mean the same, as far as the normal form can tell; a broken pattern is its own key.
 * Pass `reading`, the result of `parsePattern` for the text, to avoid parsing it again.
 */
export function patternKey(text: string, reading: PatternReading = parsePattern(text)): string {
  return reading.ok ? normalForm(reading.ast) : text.trim();
}
