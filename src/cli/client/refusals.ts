// Prints the refusals of a mutation: what was wrong, where, and what to do.
import { tell } from '../terminal/output.ts';

export type Refusal = {
  readonly code: string;
  readonly message: string;
  readonly path: string;
  readonly remedy: string;
};

/** Prints the refusals and returns the exit code: 0 when there are none. */
export const tellRefusals = (refusals: readonly Refusal[], what: string): 0 | 1 => {
  if (refusals.length === 0) return 0;
  tell(`tocsin: ${what} Nothing was written.`);
  for (const { code, message, path, remedy } of refusals) {
    tell(`  ${code} at ${path}`);
    tell(`    Why: ${message}`);
    tell(`    What to do: ${remedy}`);
  }
  return 1;
};
