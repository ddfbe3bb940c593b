// `tocsin warning publish` (`tocsin publish`): checks a file as a whole, says what will happen, and publishes it. After a
// lost connection it retries with the same Idempotency-Key, so that it is published once.
import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { Command } from 'commander';
import { tidy } from '../../exchange/text/wrap.ts';
import type { OperationName } from '../../operations/operations.ts';
import { clientCommand } from '../client/client-command.ts';
import { readDraftFile } from '../client/draft-file.ts';
import { type HubClient, hubClient, Unreachable } from '../client/hub-client.ts';
import { tellRefusals } from '../client/refusals.ts';
import type { ClientOptions } from '../client/settings.ts';
import { CliFault } from '../terminal/fault.ts';
import { print, printJson, tell } from '../terminal/output.ts';
import { printSentence } from '../terminal/sentence.ts';
import { awaitNumber } from './await-number.ts';
import { checkDraft, type Finding, type PublishResult, publishAct } from './check-draft.ts';
import { isEssential, proposeEssential } from './propose-essential.ts';

const PROPOSED_FIRST =
  'Nothing was sent: this was a dry run. As an essential action it will be proposed, and another person approves it before it goes.';

export const addPublish = (noun: Command): void => {
  clientCommand(
    noun
      .command('publish')
      .description(
        'publish a warning or a practice from a file, YAML or JSON; an essential action is proposed, and another person approves it; tocsin warning new writes a file (short: tocsin publish)',
      )
      .argument('<file>', 'the draft; - reads standard input'),
  )
    .option('--dry-run', 'check everything, say what would happen, and send nothing')
    .option('--again', 'publish it although you published the same a moment ago')
    .option('--idempotency-key <key>', 'repeat an earlier attempt: it is published at most once')
    .option('--json', 'one JSON object')
    .action(publish);
};

type Options = ClientOptions & {
  readonly dryRun?: true;
  readonly again?: true;
  readonly idempotencyKey?: string;
  readonly json?: true;
};

const publish = async (file: string, options: Options): Promise<void> => {
  const draft = await readDraftFile(file);
  const act = publishAct(draft);
  const client = hubClient(options);
  const { problems, trial, input } = await retrying(() => checkDraft(client, draft, act));
  if (problems.length > 0 || options.dryRun === true) {
    if (options.json === true) printJson({ ...trial, refusals: problems });
    process.exitCode = tellRefusals(problems, 'It was not published.');
    if (problems.length === 0 && options.json !== true)
      tellTrial(trial, isEssential(input) ? PROPOSED_FIRST : 'Nothing was sent: this was a dry run.');
    return;
  }
  if (options.again !== true && options.idempotencyKey === undefined) refuseRepeat(trial.findings);
  if (isEssential(input))
    return proposeEssential(client, { kind: 'PUBLISH_ESSENTIAL', input, trial }, options);
  const key = options.idempotencyKey ?? randomUUID();
  const { result } = await publishWithRetry(client, act.operation, input, key);
  if (options.json === true) printJson({ ...result, idempotencyKey: key });
  process.exitCode = tellRefusals(result.refusals, 'It was not published.');
  if (result.warning === null || options.json === true) return;
  tellPublished(result, 'Published');
  await awaitNumber(client, result.warning);
  print(`Who has not answered: tocsin delivery list ${result.warning.id} --unanswered`);
};

/** Two warnings of the same words alarm everybody twice. */
const refuseRepeat = (findings: readonly Finding[]): void => {
  const repeat = findings.find(({ code }) => code === 'PUBLISHED_BEFORE');
  if (repeat === undefined) return;
  throw new CliFault(
    'It was not published.',
    repeat.message,
    'Look at that one first. If you mean a second one: --again. To repeat an attempt of which you do not know how it ended: --idempotency-key.',
  );
};

export const tellTrial = (trial: PublishResult, end: string): void => {
  printSentence(trial.inWords ?? '');
  if (trial.notListed !== '') printSentence(trial.notListed);
  tellFindings(trial.findings);
  printSentence(end);
};

export const tellPublished = (
  { warning, inWords, recipients, notListed, findings }: PublishResult,
  what: string,
  told: readonly Finding[] = [],
): void => {
  if (warning === null) return;
  print(`${what}: ${tidy(warning.headline)}`);
  if (warning.exercise !== null)
    print(`  EXERCISE ${warning.exercise}: only participants of the exercise receive it.`);
  print(`  ${warning.id}, version ${warning.version}`);
  printSentence(warning.markingInWords, '  ');
  const others = recipients === 1 ? 'other member receives' : 'other members receive';
  printSentence(`${recipients === null ? '' : `${recipients} ${others} it. `}${notListed}`, '  ');
  if (inWords === null) print('  This is the answer to an earlier attempt: nothing was published now.');
  // What was said of the draft before it was sent is not said again.
  const before = new Set(told.map((each) => JSON.stringify(each)));
  tellFindings(findings.filter((each) => !before.has(JSON.stringify(each))));
};

const SAID = {
  RECEIVED: 'Received, though it breaks a rule of STIX',
  WARNING: 'Accepted with a warning',
} as const;

const tellFindings = (findings: readonly Finding[]): void => {
  for (const { level, code, path, message } of findings)
    printSentence(`${SAID[level]}: ${message} (${code}, ${path})`, '  ');
};

const WAITS_S = [1, 2, 4];

/** Tries again while the hub cannot be reached; throws the last time. */
export const retrying = async <Value>(attempt: () => Promise<Value>): Promise<Value> => {
  for (const wait of WAITS_S) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof Unreachable)) throw error;
      tell(`${error.message} Trying again in ${wait} s.`);
      await setTimeout(wait * 1_000);
    }
  }
  return attempt();
};

export const publishWithRetry = async (
  client: HubClient,
  operation: OperationName,
  input: object,
  key: string,
): Promise<{ result: PublishResult }> =>
  retrying(() =>
    client.ask<{ result: PublishResult }>(operation, { input }, { 'idempotency-key': key }),
  ).catch((error: unknown) => {
    if (error instanceof Unreachable)
      tell(`It is not known whether it was published. To repeat it safely: --idempotency-key ${key}\n`);
    throw error;
  });
