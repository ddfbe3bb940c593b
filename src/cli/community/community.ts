// `tocsin community …`: sharing groups: who keeps them, how one joins and leaves, and what those who join read.
import type { Command } from 'commander';
import { wrap } from '../../exchange/text/wrap.ts';
import { clientCommand } from '../client/client-command.ts';
import { asTried, mayTry, type Tried, tellTried } from '../client/dry-run.ts';
import { hubClient } from '../client/hub-client.ts';
import { type Refusal, tellRefusals } from '../client/refusals.ts';
import type { ClientOptions } from '../client/settings.ts';
import { utcText } from '../terminal/moment.ts';
import { count, print, printJson, styled, widthOfOutput } from '../terminal/output.ts';
import { addKeeping, noCommunity } from './kept-community.ts';
import {
  type Community,
  communityText,
  listedText,
  requestsText,
  rollText,
  type WholeCommunity,
} from './shown-community.ts';

type Options = ClientOptions & { readonly json?: true };

export const addCommunity = (program: Command): void => {
  const noun = program.command('community').description('sharing groups: keep them, join them, leave them');
  const add = (name: string, about: string): Command =>
    clientCommand(noun.command(name).description(about)).option('--json', 'one JSON object per line');
  add('list', 'the communities that you may see').action(list);
  add('show', 'a community, and who is in it').argument('<slug>', SLUG).action(show);
  addKeeping(add);
  add('invite', 'make a code that joins a community, once (managers only)')
    .argument('<slug>', SLUG)
    .argument('[member]', 'for this member alone; left out, for whoever has the code')
    .action(invite);
  add('join', 'join with your organisation: by a code, an invitation by name, or a request')
    .argument('<slug>', SLUG)
    .option('--code <code>', 'of an invitation')
    .action((community: string, { code, ...options }: Options & { readonly code?: string }) =>
      stand('joinCommunity', { community, ...(code === undefined ? {} : { code }) }, options),
    );
  mayTry(add('leave', 'leave, take a request back, or decline an invitation'))
    .argument('<slug>', SLUG)
    .action((community: string, options: Options & Tried) => stand('leaveCommunity', { community }, options));
  add('requests', 'the members that ask to join (managers only)').argument('<slug>', SLUG).action(requests);
  add('accept', 'accept a member that asked to join (managers only)')
    .argument('<slug>', SLUG)
    .argument('<member>', 'its slug')
    .action((community: string, member: string, options: Options) =>
      stand('acceptIntoCommunity', { community, member }, options),
    );
  add('remove', 'remove a member, or refuse what it asked for (managers only)')
    .argument('<slug>', SLUG)
    .argument('<member>', 'its slug')
    .option('--dry-run', 'say what would come of it, and write nothing')
    .action(remove);
};

const SLUG = 'as `community list` shows it';

const list = async (options: Options): Promise<void> => {
  const { communities } = await hubClient(options).ask<{ readonly communities: readonly Community[] }>(
    'communities',
  );
  if (options.json === true) return communities.forEach(printJson);
  for (const each of communities) print(listedText(each, widthOfOutput()));
  if (communities.length === 0) print('There is no community that you may see.');
  else print(`\n${count(communities.length, 'community', 'communities')}.`);
};

const read = async (slug: string, options: Options): Promise<WholeCommunity> => {
  const { community } = await hubClient(options).ask<{ readonly community: WholeCommunity | null }>(
    'community',
    { slug },
  );
  if (community === null) throw noCommunity(slug);
  return community;
};

const show = async (slug: string, options: Options): Promise<void> => {
  const community = await read(slug, options);
  if (options.json === true) return printJson(community);
  print(`${communityText(community, widthOfOutput())}\n\n${rollText(community, widthOfOutput())}`);
};

const requests = async (slug: string, options: Options): Promise<void> => {
  const asked = (await read(slug, options)).requests;
  if (options.json === true) return (asked ?? []).forEach(printJson);
  if (asked === null) print('Requests are shown to the managers of the community alone.');
  else if (asked.length === 0) print('Nobody asks to join.');
  else print(requestsText(asked, widthOfOutput()));
};

type Invitation = {
  readonly result: {
    readonly code: string | null;
    readonly expiresAt: string | null;
    readonly refusals: readonly Refusal[];
  };
};

const invite = async (community: string, member: string | undefined, options: Options): Promise<void> => {
  const input = { community, ...(member === undefined ? {} : { member }) };
  const { result } = await hubClient(options).ask<Invitation>('inviteToCommunity', { input });
  process.exitCode = tellRefusals(result.refusals, 'Nobody was invited.');
  if (options.json === true) return printJson(result);
  if (result.code === null) return;
  print(`${styled('bold', result.code)}\n`);
  print(`Good once, for ${member ?? 'whoever has it'}, until ${utcText(result.expiresAt ?? '')}.`);
  print(`They join with: tocsin community join ${community} --code …`);
  print('It is shown only now.');
};

type Stands = {
  readonly result: { readonly state: string | null; readonly refusals: readonly Refusal[] };
};

const STATES: Readonly<Record<string, string>> = {
  INVITED: 'is invited to',
  REQUESTED: 'has asked to join',
  JOINED: 'is in',
  LEFT: 'is not in',
};

const stand = async (
  operation: 'joinCommunity' | 'leaveCommunity' | 'acceptIntoCommunity' | 'removeFromCommunity',
  input: { readonly community: string; readonly member?: string; readonly code?: string },
  options: Options & Tried,
): Promise<void> => {
  const { result } = await hubClient(options).ask<Stands>(operation, {
    input: { ...input, ...asTried(options) },
  });
  process.exitCode = tellRefusals(result.refusals, 'Nothing was changed.');
  if (options.dryRun === true && result.state !== null)
    return tellTried(
      `Your organisation would be in ${input.community} no more, nor asked or invited: what is addressed to it reaches you no more.`,
      options,
    );
  if (options.json === true) return printJson(result);
  if (result.state === null) return;
  const who = input.member ?? 'Your organisation';
  print(`${who} ${STATES[result.state] ?? result.state} ${input.community}.`);
};

const remove = async (
  community: string,
  member: string,
  options: Options & { readonly dryRun?: true },
): Promise<void> => {
  if (options.dryRun !== true) return stand('removeFromCommunity', { community, member }, options);
  const { members, requests: asked } = await read(community, options);
  const among = (list: readonly { readonly slug: string }[] | null): boolean =>
    list?.some(({ slug }) => slug === member) === true;
  const isIn = among(members);
  const isAsking = among(asked);
  if (options.json === true) return printJson({ community, member, isIn, isAsking, dryRun: true });
  const text = isIn
    ? `${member} would be removed from ${community}: what is addressed to it reaches it no more.`
    : isAsking
      ? `The request of ${member} to join ${community} would be refused.`
      : `${member} is not in ${community} and does not ask to be: nothing would change.`;
  print(wrap(text, widthOfOutput()).join('\n'));
};
