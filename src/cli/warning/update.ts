// `tocsin warning update`: a correction. Without a file it writes the current version as one to edit; with the edited file it
// shows what would change and sends it once that is confirmed.
import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import { type Change, differenceOf } from 'stix2-ts/difference';
import { orAbsent } from '../client/absent.ts';
import { clientCommand } from '../client/client-command.ts';
import { readDraftFile } from '../client/draft-file.ts';
import { hubClient } from '../client/hub-client.ts';
import { tellRefusals } from '../client/refusals.ts';
import type { ClientOptions } from '../client/settings.ts';
import { changedText } from '../stix/changed-text.ts';
import { confirmed } from '../terminal/confirm.ts';
import { CliFault } from '../terminal/fault.ts';
import { print, printExactly, printJson, styled, tell } from '../terminal/output.ts';
import { awaitNumber } from './await-number.ts';
import { checkDraft, type PublishResult, updateAct } from './check-draft.ts';
import { type CurrentVersion, correctable, objectsGiven } from './current-version.ts';
import { isEssential, proposeEssential } from './propose-essential.ts';
import { publishWithRetry, retrying, tellPublished, tellTrial } from './publish.ts';

export const addUpdate = (noun: Command): void => {
  clientCommand(
    noun
      .command('update')
      .description(
        'correct a warning or practice of yours: without a file, write the current version as one to edit',
      )
      .argument('<id>', 'warning--… or practice--…')
      .argument('[file]', 'the corrected version, YAML or JSON; - reads standard input'),
  )
    .option('--yes', 'send it without asking')
    .option('--dry-run', 'show what would change, and send nothing')
    .option('--without-objects', 'withdraw its STIX objects, unless the file brings a bundle')
    .option('--json', 'one JSON object')
    .action(update);
};

type Options = ClientOptions & {
  readonly yes?: true;
  readonly dryRun?: true;
  readonly withoutObjects?: true;
  readonly json?: true;
};

const update = async (id: string, file: string | undefined, options: Options): Promise<void> => {
  const client = hubClient(options);
  const found = await retrying(() => client.ask<{ warning: CurrentVersion | null }>('current', { id }));
  const current = orAbsent(id, found.warning);
  if (current.messageType === 'CANCEL') throw ended(current);
  if (file === undefined) {
    printExactly(await asFile(current));
    return;
  }
  // The version that the person edited, so that a correction by a colleague in between is not lost.
  const draft = { id, expectedVersion: current.version, ...(await readDraftFile(file)) };
  const bundle = options.withoutObjects === true ? null : objectsGiven(current);
  const act = updateAct(id);
  const sent = 'bundle' in draft || bundle === null ? draft : { ...draft, bundle };
  const { problems, trial: tried, input } = await retrying(() => checkDraft(client, sent, act));
  const trial = aboutTheFile(tried, 'bundle' in draft);
  if (problems.length > 0) {
    if (options.json === true) printJson({ ...trial, refusals: problems });
    process.exitCode = tellRefusals(problems, 'It was not corrected.');
    return;
  }
  const { bundle: _carried, ...texts } = input;
  const changes = differenceOf(correctable(current), texts).changes;
  if (options.json !== true) {
    tellChanges(changes, 'bundle' in draft);
    tellTrial(trial, options.dryRun === true ? 'Nothing was sent: this was a dry run.' : '');
  } else if (options.dryRun === true) printJson({ ...trial, changes });
  if (options.dryRun === true) return;
  if (changes.length === 0 && !('bundle' in draft) && options.withoutObjects !== true)
    throw new CliFault(
      'Nothing was sent.',
      'The file is the current version: nothing changes.',
      'Edit it first.',
      2,
    );
  if (options.yes !== true) await confirm();
  if (isEssential(input))
    return proposeEssential(client, { kind: 'CORRECT_ESSENTIAL', input, trial }, options);
  const { result } = await publishWithRetry(client, act.operation, input, randomUUID());
  if (options.json === true) printJson(result);
  process.exitCode = tellRefusals(result.refusals, 'It was not corrected.');
  if (result.warning === null || options.json === true) return;
  tellPublished(aboutTheFile(result, 'bundle' in draft), 'Corrected', trial.findings);
  await awaitNumber(client, result.warning);
};

const ended = ({ id, kind, version }: CurrentVersion): CliFault =>
  new CliFault(
    `${id} has ended: nothing corrects it.`,
    `Version ${version} took it back, and is its last.`,
    `Publish a new ${kind.toLowerCase()}: tocsin warning new.`,
    2,
  );

/** What a file without a bundle carries along was judged when it was published. */
const aboutTheFile = <Result extends PublishResult>(result: Result, hasBundle: boolean): Result => ({
  ...result,
  findings: result.findings.filter(({ path }) => hasBundle || !path.startsWith('$.bundle')),
});

const asFile = async (current: CurrentVersion): Promise<string> => {
  const { stringify } = await import('yaml');
  return [
    `# ${current.id}, version ${current.version}, to correct. Marking, audience and exercise stay as they are.`,
    `# ${current.markingInWords}`,
    `# Edit it, then: tocsin warning update ${current.id} FILE`,
    '# How it may be used stays; a handling here makes it stricter (tocsin warning new explains its fields).',
    '# Its STIX objects stay, unless you add a bundle here or say --without-objects.',
    stringify(correctable(current), { lineWidth: 100 }),
  ].join('\n');
};

const SIGNS = { added: '+', removed: '-', changed: '~', reordered: '~' } as const;

const tellChanges = (changes: readonly Change[], hasBundle: boolean): void => {
  for (const change of changes) {
    print(styled('bold', `${SIGNS[change.change]} ${change.path.slice(2)}`));
    if ('before' in change)
      print(styled('red', `  - ${changedText(change.before, 'after' in change ? change.after : undefined)}`));
    if ('after' in change)
      print(
        styled('green', `  + ${changedText(change.after, 'before' in change ? change.before : undefined)}`),
      );
  }
  if (hasBundle) print(styled('bold', '~ bundle: its STIX objects are those of the file'));
};

const confirm = async (): Promise<void> => {
  const nothing = (why: string, remedy: string) => new CliFault('Nothing was sent.', why, remedy, 2);
  if (!process.stdin.isTTY) throw nothing('There is no terminal to ask at.', 'Add --yes to send it.');
  if (!(await confirmed('Send this correction?')))
    throw nothing('You did not say y.', 'Run it again to send it.');
  tell('');
};
