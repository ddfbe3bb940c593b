// Prints the refusals of a mutation: what was wrong, where, and what to do.
import { tell } from '../terminal/output.ts';

export type Refusal = {
  readonly code: string;
  readonly message: string;
  readonly path: string;
  readonly remedy: string;
};

/** What to do where the hub's own remedy names its API. */
const IN_COMMANDS: Readonly<Record<string, string>> = {
  COMMUNITY_UNKNOWN: 'tocsin community list shows those that you may see.',
  SECTOR_UNKNOWN: 'tocsin sector list shows them all.',
  VERSION_CONFLICT:
    'Somebody changed it meanwhile. Look at it (tocsin warning show ID); to correct what is there now, write it as a file: tocsin warning update ID > FILE',
};

/** Prints the refusals and returns the exit code: 0 when there are none. */
export const tellRefusals = (refusals: readonly Refusal[], what: string): 0 | 1 => {
  if (refusals.length === 0) return 0;
  tell(`tocsin: ${what} Nothing was written.`);
  for (const { code, message, path, remedy } of refusals) {
    tell(`  ${code} at ${path}`);
    tell(`    Why: ${message}`);
    tell(`    What to do: ${IN_COMMANDS[code] ?? remedy}`);
  }
  return 1;
};
