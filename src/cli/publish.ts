// `tocsin publish`: publishes a warning or practice from a file. After a lost connection it retries with the same
// Idempotency-Key, so that it is published once.
import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { Command } from 'commander';
import type { OperationName } from '../operations/operations.ts';
import { refuseTooLarge } from './client/body-size.ts';
import { clientCommand } from './client/client-command.ts';
import { readDraftFile } from './client/draft-file.ts';
import { type HubClient, hubClient, Unreachable } from './client/hub-client.ts';
import { type Refusal, tellRefusals } from './client/refusals.ts';
import type { ClientOptions } from './client/settings.ts';
import { count, print, printJson, tell } from './terminal/output.ts';

export const addPublish = (program: Command): void => {
  clientCommand(
    program
      .command('publish')
      .description('publish a warning or a practice from a JSON file (seeds/examples shows both)')
      .argument('<file>', 'PublishWarningInput or PublishPracticeInput as JSON; - reads standard input'),
  )
    .option('--idempotency-key <key>', 'repeat an earlier attempt: it is published at most once')
    .option('--json', 'one JSON object')
    .action(publish);
};

type Options = ClientOptions & { readonly idempotencyKey?: string; readonly json?: true };

type Result = {
  readonly warning: {
    readonly id: string;
    readonly version: number;
    readonly headline: string;
    readonly markingInWords: string;
    readonly exercise: string | null;
  } | null;
  readonly recipients: number | null;
  readonly notListed: string;
  readonly findings: readonly {
    readonly level: 'RECEIVED' | 'WARNING';
    readonly code: string;
    readonly path: string;
    readonly message: string;
  }[];
  readonly refusals: readonly Refusal[];
};

const publish = async (file: string, options: Options): Promise<void> => {
  const input = readDraftFile(file);
  const key = options.idempotencyKey ?? randomUUID();
  const operation = 'steps' in input ? 'publishPractice' : 'publishWarning';
  const client = hubClient(options);
  await refuseTooLarge(client, input);
  const { result } = await publishWithRetry(client, operation, input, key);
  if (options.json === true) printJson({ ...result, idempotencyKey: key });
  process.exitCode = tellRefusals(result.refusals, 'It was not published.');
  const { warning } = result;
  if (warning === null || options.json === true) return;
  print(`Published: ${warning.headline}`);
  if (warning.exercise !== null)
    print(`  EXERCISE ${warning.exercise}: only participants of the exercise receive it.`);
  print(`  ${warning.id}, version ${warning.version}`);
  print(`  ${warning.markingInWords}`);
  const { recipients, notListed } = result;
  const counted =
    recipients === null
      ? ''
      : `${count(recipients, 'other member')} ${recipients === 1 ? 'receives' : 'receive'} it. `;
  print(`  ${counted}${notListed}`);
  for (const { level, code, path, message } of result.findings)
    print(`  ${SAID[level]}: ${message} (${code}, ${path})`);
};

const SAID = {
  RECEIVED: 'Received, though it breaks a rule of STIX',
  WARNING: 'Accepted with a warning',
} as const;

const WAITS_S = [1, 2, 4];

const publishWithRetry = async (
  client: HubClient,
  operation: OperationName,
  input: object,
  key: string,
): Promise<{ result: Result }> => {
  for (const wait of WAITS_S) {
    try {
      return await client.ask(operation, { input }, { 'idempotency-key': key });
    } catch (error) {
      if (!(error instanceof Unreachable)) throw error;
      tell(`${error.message} Trying again in ${wait} s.`);
      await setTimeout(wait * 1_000);
    }
  }
  return client
    .ask<{ result: Result }>(operation, { input }, { 'idempotency-key': key })
    .catch((error: unknown) => {
      tell(`It is not known whether it was published. To repeat it safely: --idempotency-key ${key}\n`);
      throw error;
    });
};
