// `tocsin delivery acknowledge` (`tocsin ack`): acknowledges a warning or practice and says whether it affects the member.
import { type Command, Option } from 'commander';
import { ACKNOWLEDGEMENTS, type AcknowledgementAnswer } from '../../domain/delivery.ts';
import { wrap } from '../../exchange/text/wrap.ts';
import { answeredText, formerText, sendAcknowledgement } from '../client/acknowledgement.ts';
import { clientCommand } from '../client/client-command.ts';
import { type HubClient, hubClient } from '../client/hub-client.ts';
import { tellRefusals } from '../client/refusals.ts';
import type { ClientOptions } from '../client/settings.ts';
import { choiceOption } from '../terminal/choices.ts';
import { momentText } from '../terminal/moment.ts';
import { print, printJson, widthOfOutput } from '../terminal/output.ts';
import { printSentence } from '../terminal/sentence.ts';
import { versionNumber } from '../terminal/version-number.ts';

export const addAcknowledge = (noun: Command): void => {
  clientCommand(
    noun
      .command('acknowledge')
      .description(
        'acknowledge a warning or practice, and say whether it affects you; its publisher sees your answer, and you, even if it did not list you among the recipients (short: tocsin ack)',
      )
      .argument('<id>', 'warning--… or practice--…'),
  )
    .addOption(
      choiceOption(
        '--answer <answer>',
        'whether it affects you (default: what you answered before, unless more is to be done since; else seen)',
        ACKNOWLEDGEMENTS,
      ),
    )
    .option(
      '--site <slug>',
      'for one site of your organisation (tocsin answer plan); for all of it when left out',
    )
    .option(
      '--of-version <number>',
      'the version that you have read (default: the one there is now, unless that is a recall)',
      versionNumber,
    )
    .option('--note <text>', 'a note to its publisher, at most 2,000 characters')
    .addOption(
      new Option(
        '--with-name',
        'give your name to a publisher that does not see you among the recipients',
      ).conflicts('withoutName'),
    )
    .addOption(new Option('--without-name', 'answer such a publisher as “an organisation”'))
    .option('--json', 'one JSON object')
    .action(acknowledge);
};

type Options = ClientOptions & {
  readonly answer?: string;
  readonly note?: string;
  readonly site?: string;
  readonly ofVersion?: number;
  readonly withName?: true;
  readonly withoutName?: true;
  readonly json?: true;
};

/** Undefined leaves it to the hub. */
const nameOption = ({ withName, withoutName }: Options): boolean | undefined =>
  withName ?? (withoutName === true ? false : undefined);

const acknowledge = async (id: string, options: Options): Promise<void> => {
  const given = options.answer?.toUpperCase().replaceAll('-', '_') as AcknowledgementAnswer | undefined;
  const withName = nameOption(options);
  const client = hubClient(options);
  const version = options.ofVersion ?? (await versionNow(client, id));
  const result = await sendAcknowledgement(
    client,
    { id, version },
    {
      answer: given ?? null,
      note: options.note ?? null,
      ...(options.site === undefined ? {} : { site: options.site }),
      ...(withName === undefined ? {} : { withName }),
    },
  );
  if (options.json === true) printJson(result);
  process.exitCode = tellRefusals(result.refusals, 'The hub did not accept the answer.');
  const { delivery } = result;
  if (delivery === null || options.json === true) return;
  const words = answeredText(delivery, given ?? null);
  print(`Answered: ${words}, for version ${delivery.version} of ${id}.`);
  const former = formerText(delivery, given ?? null);
  if (former !== null) printSentence(`${former} If it holds for this version too: --answer, with that word.`);
  if (words.startsWith('your answer stands')) print('To change it: --answer, with another word.');
  if (delivery.answer === 'NEED_HELP') await tellCase(client, id);
  if (!delivery.reason.isKnownToPublisher)
    print(wrap(SEEN_AS[String(withName)] ?? '', widthOfOutput()).join('\n'));
};

type Head = { readonly version: number; readonly recall: object | null };

/** A recall is nobody's to confirm who only knew that there was a warning. */
const versionNow = async (client: HubClient, id: string): Promise<number | undefined> => {
  const { warning } = await client.ask<{ warning: Head | null }>('version', { id });
  return warning === null || warning.recall !== null ? undefined : warning.version;
};

type Cases = {
  readonly cases: {
    readonly edges: readonly {
      readonly node: {
        readonly caseId: string;
        readonly warning: string;
        readonly owner: { readonly slug: string } | null;
        readonly state: string;
        readonly dueAt: string;
      };
    }[];
  };
};

/** Who asks for help at night wants to know who helps, and until when. */
const tellCase = async (client: HubClient, id: string): Promise<void> => {
  // The newest first.
  const { cases } = await client.ask<Cases>('cases');
  const open = cases.edges
    .map(({ node }) => node)
    .find(({ warning, state }) => warning === id && state !== 'CLOSED');
  if (open === undefined) return;
  const { caseId, owner, state, dueAt } = open;
  const who = owner?.slug ?? 'its publisher';
  const when = state === 'OPEN' ? `${who} is to take it by ${momentText(dueAt)}` : `${who} helps`;
  print(`A case is open: ${when}. How it goes: tocsin case show ${caseId}`);
};

const SEEN_AS: Readonly<Record<string, string>> = {
  false: 'Its publisher sees this answer as that of an organisation without a name.',
  true: 'Its publisher did not see you among the recipients before; now it sees this answer, and you.',
  undefined:
    'Its publisher did not see you among the recipients before; now it sees this answer, and you unless you are unlisted.',
};
