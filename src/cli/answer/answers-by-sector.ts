// `tocsin warning answers`: how the recipients of a warning of yours have answered, by sector.
import type { Command } from 'commander';
import { orAbsent } from '../client/absent.ts';
import { clientCommand } from '../client/client-command.ts';
import { hubClient } from '../client/hub-client.ts';
import type { ClientOptions } from '../client/settings.ts';
import { typed } from '../terminal/choices.ts';
import { CliFault } from '../terminal/fault.ts';
import { print, printJson } from '../terminal/output.ts';
import { printSentence } from '../terminal/sentence.ts';
import { table } from '../terminal/table.ts';

export const addAnswers = (noun: Command): void => {
  clientCommand(
    noun
      .command('answers')
      .description('how the recipients of a warning of yours have answered, by sector, from five members on')
      .argument('<id>', 'warning--… or practice--…'),
  )
    .option('--json', 'one JSON object')
    .action(answers);
};

type Row = {
  readonly sector: string | null;
  readonly members: number;
  readonly answers: readonly { readonly answer: string | null; readonly members: number }[];
};
type Found = {
  readonly warning: {
    readonly headline: string;
    readonly version: number;
    readonly answersBySector: {
      readonly notShown: string;
      readonly all: Row | null;
      readonly sectors: readonly Row[];
    } | null;
  } | null;
};

const answers = async (id: string, options: ClientOptions & { readonly json?: true }): Promise<void> => {
  const found = await hubClient(options).ask<Found>('answersBySector', { id });
  const { headline, version, answersBySector } = orAbsent(id, found.warning);
  if (answersBySector === null)
    throw new CliFault(
      'There is nothing to show.',
      'Only the publisher of a warning sees how it was answered.',
      'Use a key of the organisation that published it.',
    );
  if (options.json === true) return printJson(answersBySector);
  const { all, sectors, notShown } = answersBySector;
  print(`${headline} (version ${version})`);
  if (all === null) print('Fewer than five members that can be counted have it.');
  else {
    const rows = [rowOf('all', all), ...sectors.map((row) => rowOf(row.sector ?? 'others', row))];
    print(table(['SECTOR', 'MEMBERS', 'ANSWERS'], rows));
  }
  printSentence(notShown);
};

const rowOf = (name: string, { members, answers: given }: Row): string[] => [
  name,
  `${members}+`,
  given
    .map(({ answer, members: count }) => `${count}+ ${answer === null ? 'no answer' : typed(answer)}`)
    .join(', '),
];
