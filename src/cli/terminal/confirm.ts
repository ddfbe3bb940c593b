// Asks before what cannot be taken back.
import { createInterface } from 'node:readline/promises';
import { CliFault } from './fault.ts';
import { tell } from './output.ts';

type Streams = { readonly input: NodeJS.ReadableStream; readonly output: NodeJS.WritableStream };

/** Whether somebody at the terminal says y. */
export const confirmed = async (
  question: string,
  streams: Streams = { input: process.stdin, output: process.stderr },
): Promise<boolean> => {
  const asking = createInterface(streams);
  try {
    return /^y(es)?$/i.test((await asking.question(`${question} y/N `)).trim());
  } catch (error) {
    if (!isBrokenOff(error)) throw error;
    tell('');
    return false;
  } finally {
    asking.close();
  }
};

/** Whether the person pressed Ctrl-C or Ctrl-D at a question. */
export const isBrokenOff = (error: unknown): boolean => error instanceof Error && error.name === 'AbortError';

export type Confirming = { readonly yes?: true; readonly json?: true };

type Unsaid = 'NO' | 'NO_TERMINAL';

type Act = {
  /** What will happen, as a sentence; null where the hub refuses it, which has been told then. */
  readonly inWords: () => Promise<string | null>;
  readonly question: string;
};

/** Whoever acts from a script says beforehand that it is meant. */
export const notSaid = (said: Unsaid, what: string): CliFault =>
  said === 'NO'
    ? new CliFault(`It was not ${what}.`, 'You did not say y.', 'Run it again, or with --yes.', 2)
    : new CliFault(`It was not ${what}.`, 'There is no terminal to ask at.', 'Run it with --yes.', 2);

/**
 * Without a terminal nobody can be asked, and nothing is done. NO where the person does not say y. What is refused ends there: a
 * moment later it might be done, and nobody was asked.
 */
export const asked = async (
  { yes }: Pick<Confirming, 'yes'>,
  { inWords, question }: Act,
  { isTTY, ask }: { readonly isTTY: boolean; readonly ask: typeof confirmed } = {
    isTTY: process.stdin.isTTY === true,
    ask: confirmed,
  },
): Promise<'YES' | 'REFUSED' | Unsaid> => {
  if (yes === true) return 'YES';
  if (!isTTY) return 'NO_TERMINAL';
  const said = await inWords();
  if (said === null) return 'REFUSED';
  tell(said);
  return (await ask(question)) ? 'YES' : 'NO';
};
