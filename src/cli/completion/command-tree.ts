// The commands as a completion script needs them: what may follow each, with a word on it.
import type { Command, Option } from 'commander';
import { SHORT_FORMS } from '../short-forms.ts';

export type Word = { readonly word: string; readonly about: string };

export type CompletedOption = Word & {
  readonly short: string | null;
  readonly takesValue: boolean;
  /** The values that it takes; empty where any will do. */
  readonly values: readonly string[];
};

/** `place` is the words that lead here, with a blank before each; empty at the top. */
export type Place = {
  readonly place: string;
  readonly words: readonly Word[];
  readonly options: readonly CompletedOption[];
  /** Whether a file may follow. */
  readonly takesFile: boolean;
};

/** A word, and the place to which it leads from another: a noun, a verb, or a short form. */
export type Step = { readonly from: string; readonly word: string; readonly to: string };

export type CommandTree = { readonly places: readonly Place[]; readonly steps: readonly Step[] };

/** The first sentence or clause, on one line. */
const shortened = (about: string): string => {
  const [first = ''] = about.replace(/\s+/g, ' ').split(/[;:(]/);
  return first.trim().replace(/,$/, '');
};

const optionOf = ({ long, short, description, argChoices, required, optional }: Option): CompletedOption => ({
  word: long ?? short ?? '',
  about: shortened(description),
  short: long === undefined ? null : (short ?? null),
  takesValue: required || optional,
  values: argChoices ?? [],
});

const FILES = /^(file|path|set)/;

export const commandTree = (program: Command): CommandTree => {
  const places: Place[] = [];
  const steps: Step[] = [];
  const visit = (command: Command, place: string): void => {
    const help = command.createHelp();
    const below = help.visibleCommands(command).filter((each) => each.name() !== 'help');
    places.push({
      place,
      words: below.map((each) => ({ word: each.name(), about: shortened(each.description()) })),
      options: help.visibleOptions(command).map(optionOf),
      takesFile: command.registeredArguments.some((each) => FILES.test(each.name())),
    });
    for (const each of below) {
      const to = `${place} ${each.name()}`;
      steps.push({ from: place, word: each.name(), to });
      visit(each, to);
    }
  };
  visit(program, '');
  for (const [word, [noun, verb]] of Object.entries(SHORT_FORMS))
    steps.push({ from: '', word, to: ` ${noun} ${verb}` });
  return { places, steps };
};
