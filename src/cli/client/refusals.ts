// Prints the refusals of a mutation: what was wrong, where, and what to do.
import { SECTORS } from '../../domain/sector.ts';
import { meant } from '../terminal/nearest.ts';
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
    'Another version is current: look at it again. A warning as it is now: tocsin warning show ID; as a file to correct: tocsin warning update ID > FILE; to answer what you have read: tocsin ack ID --of-version NUMBER',
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

/** The remedy of a refusal for whoever types commands. */
export const remedyInCommands = (code: string, remedy: string): string =>
  IN_COMMANDS[code] ?? COMMANDS.reduce((so, [words, command]) => so.replace(words, command), remedy);

/** The hub names a wrong sector; which one was meant, this release knows. */
export const nearSector = (code: string, message: string): string => {
  if (code !== 'SECTOR_UNKNOWN') return '';
  const word = /"([^"]+)"/.exec(message)?.[1] ?? '';
  return meant(
    word,
    SECTORS.map(({ id }) => id),
  );
};

/** Prints the refusals and returns the exit code: 0 when there are none. */
export const tellRefusals = (refusals: readonly Refusal[], what: string): 0 | 1 => {
  if (refusals.length === 0) return 0;
  const say = (text: string, indent: string): void => tell(folded(text, indent, process.stderr));
  say(`tocsin: ${what}${what.startsWith('Nothing was ') ? '' : ' Nothing was written.'}`, '');
  for (const { code, message, path, remedy } of refusals) {
    say(`${code} at ${path}`, '  ');
    say(`Why: ${message}`, '    ');
    say(`What to do: ${remedyInCommands(code, remedy)}`, '    ');
  }
  return 1;
};
