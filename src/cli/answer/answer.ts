// `tocsin answer …`: what waits for an answer, links that answer, and how your organisation answers.
import type { Command } from 'commander';
import { clientCommand } from '../client/client-command.ts';
import { type HubClient, hubClient } from '../client/hub-client.ts';
import { type Refusal, tellRefusals } from '../client/refusals.ts';
import type { ClientOptions } from '../client/settings.ts';
import { ownAnswer, type ShownWarning } from '../client/warning-fields.ts';
import { readFeedPages } from '../feed/feed-pages.ts';
import { sieveOf } from '../feed/feed-sieve.ts';
import { utcText } from '../terminal/moment.ts';
import { print, printJson } from '../terminal/output.ts';
import { printSentence } from '../terminal/sentence.ts';
import { table } from '../terminal/table.ts';

type Options = ClientOptions & { readonly json?: true };
type Asked = {
  readonly id: string;
  readonly version: number;
  readonly headline: string;
  readonly answerBy: string | null;
  readonly recall: { readonly isNarrowed: boolean } | null;
  readonly myDelivery: Pick<NonNullable<ShownWarning['myDelivery']>, 'answers'> | null;
};
type Plan = {
  readonly sites: readonly { readonly slug: string; readonly name: string }[];
  readonly alternates: readonly string[];
  readonly outside: { readonly slug: string } | null;
};

export const addAnswer = (program: Command): void => {
  const noun = program
    .command('answer')
    .description('what waits for your answer, links that answer, and how your organisation answers');
  const add = (name: string, about: string): Command =>
    clientCommand(noun.command(name).description(about)).option('--json', 'one JSON object');
  add(
    'list',
    'what waits for an answer of your organisation: recalls, what is due next, what is overdue',
  ).action(list);
  add('link', 'make a link that answers once, without signing in')
    .argument('<id>', 'warning--… or practice--…')
    .action(link);
  add('plan', 'show how your organisation answers, or change what you name (a member-admin)')
    .option('--site <slug=name...>', 'all of its sites')
    .option('--alternate <person...>', 'who is told once the time for an essential action is over')
    .option('--outside <member>', 'the member outside that is told last')
    .option('--no-outside', 'nobody outside')
    .action(plan);
};

const list = async (options: Options): Promise<void> => {
  const client = hubClient(options);
  const { toAnswer } = await client.ask<{ readonly toAnswer: readonly Asked[] }>('toAnswer');
  if (options.json === true) {
    for (const each of toAnswer) printJson(each);
    return;
  }
  if (toAnswer.length === 0) return printSentence(await noneAsked(client));
  const row = ({ id, headline, answerBy, recall, ...given }: Asked): string[] => [
    recall !== null
      ? `${recall.isNarrowed ? 'narrowed' : 'recalled'}: confirm`
      : answerBy === null
        ? ''
        : utcText(answerBy),
    ownAnswer({ recall, ...given }) ?? '',
    id,
    headline,
  ];
  print(table(['BY', 'SO FAR', 'ID', 'HEADLINE'], toAnswer.map(row)));
};

const MOST_UNANSWERED = 100;
const WEEK_MS = 7 * 24 * 3_600_000;

/** What nobody asked an answer to by a time may still be without one: the two are not the same. */
const noneAsked = async (client: HubClient): Promise<string> => {
  const { edges, older } = await readFeedPages(client, {
    first: MOST_UNANSWERED,
    after: null,
    filter: {},
    since: new Date(Date.now() - WEEK_MS),
    sieve: sieveOf({ unanswered: true }),
  });
  const none = 'Nobody asks you for an answer by a time.';
  if (edges.length === 0) return none;
  const number = `${older === null ? '' : 'more than '}${edges.length}`;
  const are = edges.length === 1 ? 'item of the past week is' : 'items of the past week are';
  return `${none} ${number} ${are} without an answer of yours: tocsin feed --since 1w --unanswered`;
};

type Linked = {
  readonly url: string | null;
  readonly expiresAt: string | null;
  readonly refusals: readonly Refusal[];
};

const link = async (id: string, options: Options): Promise<void> => {
  const input = { warning: id };
  const { result } = await hubClient(options).ask<{ readonly result: Linked }>('answerLink', { input });
  if (options.json === true) printJson(result);
  process.exitCode = tellRefusals(result.refusals, 'There is no link.');
  if (result.url === null || options.json === true) return;
  print(result.url);
  printSentence(
    `It answers once, and until ${utcText(result.expiresAt ?? '')}. Whoever has it can answer in your name.`,
  );
};

type PlanOptions = Options & {
  readonly site?: readonly string[];
  readonly alternate?: readonly string[];
  /** False for --no-outside; true by default. */
  readonly outside?: string | boolean;
};

const plan = async (options: PlanOptions): Promise<void> => {
  const client = hubClient(options);
  const { site, alternate, outside } = options;
  const input = {
    ...(site === undefined ? {} : { sites: site.map(siteOf) }),
    ...(alternate === undefined ? {} : { alternates: alternate }),
    ...(typeof outside === 'string' ? { outside } : outside === false ? { outside: null } : {}),
  };
  if (Object.keys(input).length === 0) {
    const { answerPlan } = await client.ask<{ readonly answerPlan: Plan }>('answerPlan');
    return show(answerPlan, options);
  }
  const { result } = await client.ask<{
    readonly result: { readonly plan: Plan | null; readonly refusals: readonly Refusal[] };
  }>('changeAnswerPlan', { input });
  process.exitCode = tellRefusals(result.refusals, 'The plan stays as it is.');
  if (result.plan !== null) show(result.plan, options);
};

const siteOf = (text: string): { slug: string; name: string } => {
  const at = text.indexOf('=');
  return at < 0 ? { slug: text, name: text } : { slug: text.slice(0, at), name: text.slice(at + 1) };
};

const show = (shown: Plan, { json }: Options): void => {
  if (json === true) {
    printJson(shown);
    return;
  }
  const { sites, alternates, outside } = shown;
  print(sites.length === 0 ? 'It answers as a whole.' : `Sites: ${sites.map(({ slug }) => slug).join(', ')}`);
  print(
    `When nobody answers in time: ${alternates.length === 0 ? 'nobody is named' : alternates.join(', ')}`,
  );
  print(`Outside, last: ${outside?.slug ?? 'nobody'}`);
};
