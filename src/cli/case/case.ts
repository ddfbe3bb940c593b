// `tocsin case …`: members that need help, and what becomes of it.
import type { Command } from 'commander';
import { tidy } from '../../exchange/text/wrap.ts';
import { clientCommand } from '../client/client-command.ts';
import { hubClient } from '../client/hub-client.ts';
import { type Refusal, tellRefusals } from '../client/refusals.ts';
import type { ClientOptions } from '../client/settings.ts';
import { CliFault } from '../terminal/fault.ts';
import { utcText } from '../terminal/moment.ts';
import { print, printJson } from '../terminal/output.ts';
import { table } from '../terminal/table.ts';

type Options = ClientOptions & { readonly json?: true };
type Case = {
  readonly caseId: string;
  readonly warning: string;
  readonly member: { readonly slug: string } | null;
  readonly organisation: number | null;
  readonly owner: { readonly slug: string } | null;
  readonly state: string;
  readonly openedAt: string;
  readonly dueAt: string;
  readonly isOverdue: boolean;
  readonly notes: readonly { readonly isOfAsker: boolean; readonly text: string; readonly at: string }[];
};

export const addCase = (program: Command): void => {
  const noun = program
    .command('case')
    .description(
      'members that need help with a warning, and who helps; to ask for help: tocsin ack ID --answer need-help',
    );
  const add = (name: string, about: string): Command =>
    clientCommand(noun.command(name).description(about)).option('--json', 'one JSON object');
  add('list', 'the cases in which your organisation has a part').action(list);
  add('show', 'one case with its notes').argument('<case>', 'case--…').action(show);
  const acting = (name: string, act: string, about: string): Command =>
    add(name, about)
      .argument('<case>', 'case--…')
      .option('--note <text>', 'for the other side')
      .action((id: string, options: Acting) => change(id, act, options));
  acting('take', 'TAKE', 'help: the clock stops');
  acting('note', 'NOTE', 'add a note');
  acting('hand-over', 'HAND_OVER', 'let a sharing centre help in your place').option(
    '--to <member>',
    'the sharing centre; without it the publisher helps again',
  );
  acting('close', 'CLOSE', 'end it');
};

type Acting = Options & { readonly note?: string; readonly to?: string };

const askerOf = ({ member, organisation }: Case): string =>
  member?.slug ?? (organisation === null ? 'unknown' : `organisation ${organisation}`);

const rowOf = (each: Case): string[] => [
  each.caseId,
  askerOf(each),
  each.state.toLowerCase(),
  each.isOverdue ? 'OVERDUE' : utcText(each.dueAt),
  each.owner?.slug ?? '',
  each.warning,
];

type Page = {
  readonly cases: {
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly edges: readonly { readonly node: Case }[];
  };
};

const casesOf = async (options: Options): Promise<Case[]> => {
  const client = hubClient(options);
  const all: Case[] = [];
  for (let after: string | null = null; ; ) {
    const { cases }: Page = await client.ask<Page>('cases', { after });
    all.push(...cases.edges.map(({ node }) => node));
    if (!cases.pageInfo.hasNextPage) return all;
    after = cases.pageInfo.endCursor;
  }
};

const list = async (options: Options): Promise<void> => {
  const cases = await casesOf(options);
  if (options.json === true) {
    for (const each of cases) printJson(each);
    return;
  }
  if (cases.length === 0) print('Nobody asks for help.');
  else print(table(['CASE', 'WHO', 'STATE', 'DUE', 'HELPS', 'WARNING'], cases.map(rowOf)));
};

const show = async (id: string, options: Options): Promise<void> => {
  const cases = await casesOf(options);
  const found = cases.find(({ caseId }) => caseId === id);
  if (found === undefined)
    throw new CliFault(`There is no case ${id}.`, 'You have no part in one of that id.', 'tocsin case list');
  if (options.json === true) printJson(found);
  else tell(found);
};

const tell = (found: Case): void => {
  print(`${found.caseId}: ${askerOf(found)} needs help with ${found.warning}`);
  print(`${found.state.toLowerCase()}, ${found.isOverdue ? 'OVERDUE' : `due ${utcText(found.dueAt)}`}`);
  if (found.state === 'CLOSED' && found.notes.every(({ isOfAsker }) => isOfAsker))
    print('  It was closed without a note. If you still need help, answer need-help again.');
  for (const { isOfAsker, text, at } of found.notes)
    print(`  ${utcText(at)} ${isOfAsker ? askerOf(found) : 'help'}: ${tidy(text)}`);
};

type Answer = { readonly result: { readonly case: Case | null; readonly refusals: readonly Refusal[] } };

const change = async (id: string, act: string, options: Acting): Promise<void> => {
  const { note, to } = options;
  const input = {
    case: id,
    act,
    ...(note === undefined ? {} : { note }),
    ...(to === undefined ? {} : { to }),
  };
  const { result } = await hubClient(options).ask<Answer>('changeCase', { input });
  if (options.json === true) printJson(result);
  process.exitCode = tellRefusals(result.refusals, 'The case stays as it is.');
  if (result.case !== null && options.json !== true) tell(result.case);
};
