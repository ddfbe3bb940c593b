// Prints the refusals of a mutation: what was wrong, where, and what to do.
import { tell } from '../terminal/output.ts';
import { folded } from '../terminal/sentence.ts';

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
    'Somebody changed it meanwhile: look at it again. A warning as it is now: tocsin warning show ID; as a file to correct: tocsin warning update ID > FILE',
};

/** The hub speaks of its interface; whoever types commands is told the command. */
const COMMANDS: readonly (readonly [RegExp, string])[] = [
  [/Query audiencePreview/g, 'Use tocsin warning preview FILE'],
  [/Query approvalKinds/g, 'Use tocsin approval kinds'],
  [/Query `?sectors`?/g, 'Use tocsin sector list'],
  [/Query answerPlan/g, 'Use tocsin answer plan'],
  [/Query deliveries/g, 'Use tocsin delivery list ID'],
  [/, or set allowEmptyAudience/g, ', or write allowEmptyAudience: true in the draft'],
];

const asCommands = (remedy: string): string =>
  COMMANDS.reduce((so, [words, command]) => so.replace(words, command), remedy);

/** Prints the refusals and returns the exit code: 0 when there are none. */
export const tellRefusals = (refusals: readonly Refusal[], what: string): 0 | 1 => {
  if (refusals.length === 0) return 0;
  const say = (text: string, indent: string): void => tell(folded(text, indent, process.stderr));
  say(`tocsin: ${what} Nothing was written.`, '');
  for (const { code, message, path, remedy } of refusals) {
    say(`${code} at ${path}`, '  ');
    say(`Why: ${message}`, '    ');
    say(`What to do: ${IN_COMMANDS[code] ?? asCommands(remedy)}`, '    ');
  }
  return 1;
};
