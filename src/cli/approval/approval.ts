// `tocsin approval …`: what needs two persons. Approving takes a person who has signed in, at /approvals; a key cannot.
import type { Command } from 'commander';
import { tidy, wrap } from '../../exchange/text/wrap.ts';
import { refuseTooLarge } from '../client/body-size.ts';
import { clientCommand } from '../client/client-command.ts';
import { asTried, mayTry, type Tried, tellTried } from '../client/dry-run.ts';
import { hubClient, pageOf } from '../client/hub-client.ts';
import { readUtf8File } from '../client/read-utf8-file.ts';
import { type Refusal, tellRefusals } from '../client/refusals.ts';
import type { ClientOptions } from '../client/settings.ts';
import { CliFault } from '../terminal/fault.ts';
import { utcText } from '../terminal/moment.ts';
import { count, print, printJson, styled, widthOfOutput } from '../terminal/output.ts';

type Proposal = {
  readonly id: string;
  readonly kind: string;
  readonly sentence: string;
  readonly note: string | null;
  readonly byWritten: string;
  readonly at: string;
  readonly expiresAt: string;
  readonly state: string;
  readonly decidedByWritten: string | null;
  readonly isAlone: boolean;
  readonly result: string | null;
  readonly about: readonly string[];
  readonly whyNot: Refusal | null;
  readonly care: readonly { readonly message: string }[];
};

type Kind = {
  readonly kind: string;
  readonly about: string;
  readonly payload: string;
  readonly proposedBy: readonly string[];
  readonly approvedBy: readonly string[];
};

type Options = ClientOptions & { readonly json?: true };

export const addApproval = (program: Command): void => {
  const noun = program
    .command('approval')
    .description('what needs two persons: propose it; another person approves it at /approvals');
  const add = (name: string, about: string): Command =>
    clientCommand(noun.command(name).description(about)).option('--json', 'one JSON object per line');
  add('kinds', 'what needs two persons here').action(kinds);
  add('list', 'what you proposed, and what you may approve, newest first')
    .option('--all', 'also what is decided or has expired')
    .action(list);
  add('propose', 'propose something; nothing is done before another person approves it')
    .argument('<kind>', 'as `approval kinds` lists it')
    .argument('<payload>', 'JSON with the fields of the kind, or @FILE')
    .option('--note <text>', 'why, for whoever approves')
    .action(propose);
  mayTry(add('withdraw', 'take a proposal of your own back'))
    .argument('<id>', 'approval--…')
    .action(withdraw);
};

const kinds = async (options: Options): Promise<void> => {
  const { approvalKinds } = await hubClient(options).ask<{ readonly approvalKinds: readonly Kind[] }>(
    'approvalKinds',
  );
  for (const each of approvalKinds) {
    if (options.json === true) printJson(each);
    else print(kindText(each, widthOfOutput()));
  }
};

const rolesOf = (roles: readonly string[]): string =>
  roles.map((role) => role.toLowerCase().replaceAll('_', '-')).join(', ');

const kindText = ({ kind, about, payload, proposedBy, approvedBy }: Kind, width: number): string =>
  [
    styled('bold', kind),
    ...wrap(`Two persons ${about}.`, width, '  ', '  '),
    ...wrap(`Payload: ${payload}`, width, '  ', '    '),
    ...wrap(`Proposed by: ${rolesOf(proposedBy)}; approved by: ${rolesOf(approvedBy)}`, width, '  ', '    '),
  ].join('\n');

type Page = {
  readonly proposals: {
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly edges: readonly { readonly node: Proposal }[];
  };
};

const PAGE = 50;

const list = async (options: Options & { readonly all?: true }): Promise<void> => {
  const client = hubClient(options);
  const onlyOpen = options.all !== true;
  let after: string | null = null;
  let isMore = true;
  let number = 0;
  while (isMore) {
    const { proposals }: Page = await client.ask<Page>('listProposals', { first: PAGE, after, onlyOpen });
    for (const { node } of proposals.edges) {
      number += 1;
      if (options.json === true) printJson(node);
      else print(proposalText(node, widthOfOutput()));
    }
    after = proposals.pageInfo.endCursor;
    isMore = proposals.pageInfo.hasNextPage;
  }
  if (options.json === true) return;
  print(number === 0 ? 'No proposal.' : `\n${count(number, 'proposal')}.`);
};

/** Of every proposal of one's own, and of every one that is listed with a key: the command says what to do. */
const PLAIN: ReadonlySet<string> = new Set(['APPROVAL_BY_PROPOSER', 'APPROVAL_BY_KEY']);

const proposalText = (proposal: Proposal, width: number): string => {
  const {
    id,
    sentence,
    note,
    byWritten,
    at,
    expiresAt,
    state,
    decidedByWritten,
    isAlone,
    result,
    about,
    whyNot,
  } = proposal;
  const until = state === 'OPEN' ? `, until ${utcText(expiresAt)}` : '';
  const decided =
    decidedByWritten === null
      ? ''
      : ` by ${tidy(decidedByWritten)}${isAlone ? ' alone, as the founder' : ''}`;
  return [
    `${styled('bold', id)}  ${state.toLowerCase()}${decided}${until}`,
    ...wrap(tidy(sentence), width, '  ', '  '),
    ...about.flatMap((line) => wrap(tidy(line), width, '    ', '      ')),
    styled('dim', `    proposed by ${tidy(byWritten)}, ${utcText(at)}`),
    ...(note === null ? [] : wrap(tidy(note), width, '    ', '    ')),
    ...proposal.care.flatMap(({ message }) => wrap(`To think of: ${tidy(message)}`, width, '    ', '    ')),
    ...(whyNot === null || PLAIN.has(whyNot.code)
      ? []
      : wrap(`Not for you: ${tidy(whyNot.message)} ${tidy(whyNot.remedy)}`, width, '    ', '    ')),
    ...(result === null ? [] : [styled('dim', `    ${result}`)]),
  ].join('\n');
};

type Answer = {
  readonly result: { readonly proposal: Proposal | null; readonly refusals: readonly Refusal[] };
};

const propose = async (
  kind: string,
  payload: string,
  options: Options & { readonly note?: string },
): Promise<void> => {
  const text = payload.startsWith('@') ? readUtf8File(payload.slice(1)) : payload;
  const input = { kind, payload: parsed(text), note: options.note ?? null };
  const client = hubClient(options);
  await refuseTooLarge(client, input);
  const { result } = await client.ask<Answer>('propose', { input });
  tellResult(result, options);
  if (options.json === true || result.proposal?.state !== 'OPEN') return;
  const where = `Another person approves it at ${await pageOf(client, '/approvals')}, signed in; a key cannot. Until three members are admitted the founder approves it there alone, and the record says so.`;
  print(wrap(where, widthOfOutput()).join('\n'));
};

const withdraw = async (id: string, options: Options & Tried): Promise<void> => {
  const input = { id, ...asTried(options) };
  const { result } = await hubClient(options).ask<Answer>('withdrawProposal', { input });
  if (options.dryRun !== true || result.proposal === null) return tellResult(result, options);
  tellTried(
    `This would be taken back, and nobody could approve it: ${tidy(result.proposal.sentence)}`,
    options,
  );
};

const tellResult = ({ proposal, refusals }: Answer['result'], { json }: Options): void => {
  if (json === true) printJson({ proposal, refusals });
  process.exitCode = tellRefusals(refusals, 'It was refused.');
  if (proposal !== null && json !== true) print(proposalText(proposal, widthOfOutput()));
};

const parsed = (text: string): unknown => {
  const value = jsonOf(text);
  if (value !== undefined) return value;
  throw new CliFault(
    'The payload is not JSON.',
    'A kind takes an object with its fields.',
    'Write it like \'{"hold": "hold--…"}\'; see tocsin approval kinds.',
    2,
  );
};

/** Undefined where it is none. */
const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
