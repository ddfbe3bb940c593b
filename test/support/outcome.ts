// What an act answered, as tests state it.
import type { Outcome } from '../../src/domain/problem.ts';

/** `CODE path` of each problem; none where it was accepted. */
export const codes = (outcome: Outcome<unknown>): string[] =>
  outcome.ok ? [] : outcome.problems.map(({ code, path }) => `${code} ${path}`);

/** The value; a refusal throws. */
export const good = <Value>(outcome: Outcome<Value>): Value => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value;
};
