// `tocsin job`: lists, retries and discards jobs that the worker gave up. Opens the database itself, and shows ids and
// causes, never the content of a warning.
import type { Command } from 'commander';
import type { Outcome } from '../domain/problem.ts';
import type { Hub } from '../hub.ts';
import { discardJob, notGivenUp, retryJob } from '../service/job/end-job.ts';
import { type ListedJob, listJobs } from '../service/job/list-jobs.ts';
import { showJob } from '../service/job/show-job.ts';
import { mayTry, type Tried, tellTried } from './client/dry-run.ts';
import { tellRefusals } from './client/refusals.ts';
import type { ClientOptions } from './client/settings.ts';
import { withOperatorHub } from './operator/operator-hub.ts';
import { count, print, printJson, tell } from './terminal/output.ts';
import { table } from './terminal/table.ts';

type Output = ClientOptions & { readonly json?: true };

const ID = ['<id>', 'the id that `job list` shows'] as const;

export const addJob = (program: Command): void => {
  const job = program
    .command('job')
    .description('list, retry and discard jobs that the worker gave up (on the machine of the hub)');
  const add = (name: string, description: string): Command =>
    job
      .command(name)
      .description(description)
      .option('--data <directory>', 'data directory of the hub (TOCSIN_DATA; else .tocsin)')
      .option('--json', 'one JSON object per line');
  add('list', 'jobs that were given up; exit code 1 when there are any')
    .option('--all', 'also jobs that are waiting, running or being retried')
    .action(list);
  add('show', 'one job: what it is about, how often it was tried, and why it failed')
    .argument(...ID)
    .action(show);
  mayTry(add('retry', 'retry a job that was given up'))
    .argument(...ID)
    .action((id: string, options: Output & Tried) => end(id, options, RETRY));
  mayTry(add('discard', 'leave a job undone for good'))
    .argument(...ID)
    .action((id: string, options: Output & Tried) => end(id, options, DISCARD));
};

const list = async (options: Output & { readonly all?: true }): Promise<void> => {
  const { jobs, isCut } = await withOperatorHub(options, (hub) => listJobs(hub, options.all === true));
  const dead = jobs.filter(({ state }) => state === 'DEAD').length;
  process.exitCode = dead === 0 ? 0 : 1;
  if (isCut) tell('There are more; these are the oldest.');
  if (options.json === true) {
    for (const each of jobs) printJson(each);
    return;
  }
  if (jobs.length > 0) print(table(['ID', 'STATE', 'SINCE', 'FAILED', 'ABOUT', 'CAUSE'], jobs.map(row)));
  print(dead === 0 ? 'No job is given up.' : `\n${count(dead, 'job')} given up.`);
};

const row = ({ id, state, causedAt, failures, subject, causeInWords }: ListedJob): string[] => [
  id,
  state.toLowerCase(),
  causedAt.toISOString().slice(0, 16),
  String(failures),
  aboutOf(subject),
  causeInWords ?? '-',
];

const aboutOf = ({ warning, version, set, pair, members }: ListedJob['subject']): string => {
  if (warning !== undefined) {
    const to = members === undefined ? '' : ` to ${count(members.length, 'member')}`;
    return `${warning} v${version}${to}`;
  }
  return set ?? pair ?? '-';
};

const show = async (id: string, options: Output): Promise<void> => {
  const outcome = await withOperatorHub(options, (hub) => showJob(hub, id));
  if (!outcome.ok) process.exitCode = tellRefusals(outcome.problems, 'No job was found.');
  else if (options.json === true) printJson(outcome.value);
  else print(textOf(outcome.value));
};

const textOf = (job: ListedJob): string => {
  const { cause } = job;
  const where = cause?.place === undefined ? '' : ` at ${cause.place}`;
  const code = cause?.code === undefined ? '' : ` (${cause.code})`;
  const counts = `${count(job.starts, 'start')}, ${count(job.failures, 'failure')}`;
  const exercise = job.exercise === null ? [] : [`Exercise ${job.exercise}`];
  return [
    `Job      ${job.id}`,
    `State    ${STATES[job.state]}`,
    `About    ${aboutOf(job.subject)}, ${job.event} at ${job.causedAt.toISOString()}`,
    ...exercise,
    `Tried    ${counts}${job.givenUpAt === null ? '' : `, given up at ${job.givenUpAt.toISOString()}`}`,
    ...(cause === null ? [] : [`Cause    ${job.causeInWords}`, `         ${cause.kind}${code}${where}`]),
    ...(job.state === 'DEAD' ? [`Do       tocsin job retry ${job.id}`] : []),
  ].join('\n');
};

const STATES: Readonly<Record<ListedJob['state'], string>> = {
  DEAD: 'given up: not retried automatically',
  FAILING: 'failing: retried automatically',
  OPEN: 'waiting or running',
};

type End = {
  readonly act: (hub: Hub, id: string) => Promise<Outcome<{ readonly id: string }>>;
  readonly done: string;
  readonly would: string;
  readonly refused: string;
};

const RETRY: End = {
  act: retryJob,
  done: 'It is retried within seconds; `tocsin job list` shows it if it fails again.',
  would: 'It would be retried within seconds, and send what it sends.',
  refused: 'The job is not retried.',
};
const DISCARD: End = {
  act: discardJob,
  done: 'It is discarded: its work stays undone.',
  would: 'It would be discarded: its work stays undone for good.',
  refused: 'The job is not discarded.',
};

const end = async (
  id: string,
  options: Output & Tried,
  { act, done, would, refused }: End,
): Promise<void> => {
  // Whether it was given up is all that the act asks: it is looked at instead.
  if (options.dryRun === true) return wouldEnd(id, options, { would, refused });
  const outcome = await withOperatorHub(options, (hub) => act(hub, id));
  if (!outcome.ok) process.exitCode = tellRefusals(outcome.problems, refused);
  else if (options.json === true) printJson(outcome.value);
  else print(done);
};

const wouldEnd = async (
  id: string,
  options: Output,
  { would, refused }: Pick<End, 'would' | 'refused'>,
): Promise<void> => {
  const outcome = await withOperatorHub(options, (hub) => showJob(hub, id));
  const ended = outcome.ok && outcome.value.state !== 'DEAD' ? notGivenUp() : outcome;
  if (!ended.ok) process.exitCode = tellRefusals(ended.problems, refused);
  else tellTried(would, options);
};
