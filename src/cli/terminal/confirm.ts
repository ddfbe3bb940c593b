// Asks before what cannot be taken back.
import { createInterface } from 'node:readline/promises';
import { CliFault } from './fault.ts';
import { tell } from './output.ts';

/** Whether somebody at the terminal says y. */
export const confirmed = async (question: string): Promise<boolean> => {
  const asking = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await asking.question(`${question} y/N `);
  asking.close();
  return /^y(es)?$/i.test(answer.trim());
};

export type Confirming = { readonly yes?: true; readonly json?: true };

type Act = {
  /** What will happen, as a sentence; null where the hub refuses it, which the act itself then tells. */
  readonly inWords: () => Promise<string | null>;
  readonly question: string;
};

export const notSaid = (what: string): CliFault =>
  new CliFault(`It was not ${what}.`, 'You did not say y.', 'Run it again, or with --yes.', 2);

/** At a terminal only: a script, a pipe and `--json` go on. False where the person does not say y. */
export const isWanted = async (
  { yes, json }: Confirming,
  { inWords, question }: Act,
  { isTTY, ask }: { readonly isTTY: boolean; readonly ask: typeof confirmed } = {
    isTTY: process.stdin.isTTY === true,
    ask: confirmed,
  },
): Promise<boolean> => {
  if (yes === true || json === true || !isTTY) return true;
  const said = await inWords();
  if (said === null) return true;
  tell(said);
  return ask(question);
};
