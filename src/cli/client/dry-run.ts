// `--dry-run` of commands that take something away or send something: the hub does it and takes it back, so that what is refused is
// refused here too, and one sentence says what would come of it.
import type { Command } from 'commander';
import { print, printJson } from '../terminal/output.ts';
import { printSentence } from '../terminal/sentence.ts';

export type Tried = { readonly dryRun?: true };

export const mayTry = (command: Command): Command =>
  command.option('--dry-run', 'say what would come of it, and write nothing');

/** For the input of the act. Left out where it is done, since a hub of the release before does not know it. */
export const asTried = ({ dryRun }: Tried): { readonly dryRun?: true } =>
  dryRun === true ? { dryRun: true } : {};

export const tellTried = (sentence: string, { json }: { readonly json?: true }): void => {
  if (json === true) {
    printJson({ dryRun: true, inWords: sentence });
    return;
  }
  printSentence(sentence);
  print('A dry run: nothing was written.');
};
