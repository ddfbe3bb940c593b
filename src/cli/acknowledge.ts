// `tocsin ack`: acknowledges a warning or practice and says whether it affects the member.
import { type Command, Option } from 'commander';
import { ACKNOWLEDGEMENTS, type AcknowledgementAnswer } from '../domain/delivery.ts';
import { sendAcknowledgement, wordsOf } from './client/acknowledgement.ts';
import { clientCommand } from './client/client-command.ts';
import { hubClient } from './client/hub-client.ts';
import { tellRefusals } from './client/refusals.ts';
import type { ClientOptions } from './client/settings.ts';
import { print, printJson } from './terminal/output.ts';

const ANSWERS = ACKNOWLEDGEMENTS.map((each) => each.toLowerCase().replace('_', '-'));

export const addAcknowledge = (program: Command): void => {
  clientCommand(
    program
      .command('ack')
      .description(
        'acknowledge a warning or practice, and say whether it affects you; its publisher sees your answer, and you, even if it did not list you among the recipients',
      )
      .argument('<id>', 'warning--… or practice--…'),
  )
    .addOption(new Option('--answer <answer>', 'whether it affects you').choices(ANSWERS).default('seen'))
    .option('--note <text>', 'a note to its publisher, at most 2,000 characters')
    .option('--json', 'one JSON object')
    .action(acknowledge);
};

type Options = ClientOptions & { readonly answer: string; readonly note?: string; readonly json?: true };

const acknowledge = async (id: string, options: Options): Promise<void> => {
  const answer = options.answer.toUpperCase().replace('-', '_') as AcknowledgementAnswer;
  const result = await sendAcknowledgement(hubClient(options), id, answer, options.note ?? null);
  if (options.json === true) printJson(result);
  process.exitCode = tellRefusals(result.refusals, 'The hub did not accept the answer.');
  if (result.delivery === null || options.json === true) return;
  print(`Answered: ${wordsOf(answer)}, for version ${result.delivery.version} of ${id}.`);
  if (!result.delivery.reason.isKnownToPublisher)
    print('Its publisher did not see you among the recipients before; now it sees you and this answer.');
};
