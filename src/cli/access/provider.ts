// `tocsin provider …`: the identity provider (OpenID Connect) at which the people of your organisation sign in.
import { type Command, Option } from 'commander';
import { ADMISSIONS } from '../../domain/access/credential.ts';
import { ROLES } from '../../domain/member.ts';
import { tidy } from '../../exchange/text/wrap.ts';
import { clientCommand } from '../client/client-command.ts';
import { asTried, mayTry, type Tried, tellTried } from '../client/dry-run.ts';
import { hubClient } from '../client/hub-client.ts';
import { readUtf8File } from '../client/read-utf8-file.ts';
import { type Refusal, tellRefusals } from '../client/refusals.ts';
import type { ClientOptions } from '../client/settings.ts';
import { roleNames, roleValues } from '../person/role-names.ts';
import { choiceOption, typed } from '../terminal/choices.ts';
import { CliFault } from '../terminal/fault.ts';
import { print, printJson } from '../terminal/output.ts';

type Provider = {
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly hasSecret: boolean;
  readonly isShown: boolean;
  readonly admits: string;
  readonly groupClaim: string | null;
  readonly groups: readonly { readonly group: string; readonly roles: readonly string[] }[];
  readonly rolesOfAll: readonly string[];
  readonly signInUrl: string;
};
type Options = ClientOptions & { readonly json?: true };
type Draft = Options & {
  readonly name: string;
  readonly clientId: string;
  readonly secretFile?: string;
  readonly shown?: true;
  readonly admits?: string;
  readonly groupClaim?: string;
  readonly group?: string[];
  readonly role?: string[];
};
type Done = {
  readonly result: { readonly provider: Provider | null; readonly refusals: readonly Refusal[] };
};

export const addProvider = (program: Command): void => {
  const noun = program
    .command('provider')
    .description('the identity provider of your organisation (member-admins only)');
  const add = (name: string, about: string): Command =>
    clientCommand(noun.command(name).description(about)).option('--json', 'one JSON object');
  add('show', 'what is registered; its secret is never shown').action(show);
  add('set', 'register it, or change it; it is asked for its metadata first')
    .argument('<issuer>', 'exactly as its metadata says it')
    .requiredOption('--name <text>', 'as its people are shown it')
    .requiredOption('--client-id <id>', 'id of the hub there')
    .option(
      '--secret-file <file>',
      'file with the secret of the hub there (default: the one before, or none)',
    )
    .option('--shown', 'offer it to everybody at /sign-in, by the name of your organisation')
    .addOption(
      choiceOption('--admits <whom>', 'whose accounts become persons (default: invited)', ADMISSIONS),
    )
    .option('--group-claim <claim>', 'claim that lists the groups of an account')
    .option('--group <group=roles...>', 'a group, and what its members may do: duty=analyst,publisher')
    .addOption(new Option('--role <role...>', 'what everybody may do where all are admitted').choices(ROLES))
    .action(set);
  mayTry(add('remove', 'remove it: nobody signs in there any more'))
    .argument('<issuer>', 'which, so that nobody removes another by mistake')
    .action((issuer: string, options: Options & Tried) =>
      done('removeIdentityProvider', { issuer, ...asTried(options) }, options),
    );
};

const show = async (options: Options): Promise<void> => {
  const { identityProvider } = await hubClient(options).ask<{ readonly identityProvider: Provider | null }>(
    'identityProvider',
  );
  if (options.json === true) printJson(identityProvider);
  else if (identityProvider === null) print('None is registered.');
  else tell(identityProvider);
};

const tell = (provider: Provider): void => {
  const { name, issuer, clientId, hasSecret, isShown, admits, groupClaim, groups, rolesOfAll } = provider;
  print(`${tidy(name)}: ${tidy(issuer)}`);
  print(`  client ${tidy(clientId)}, ${hasSecret ? 'with a secret' : 'public'}; admits ${typed(admits)}`);
  print(`  people begin at ${provider.signInUrl}${isShown ? ', or at /sign-in' : ''}`);
  for (const { group, roles } of groups)
    print(`  ${tidy(groupClaim ?? '')} ${tidy(group)}: ${roleNames(roles)}`);
  if (rolesOfAll.length > 0) print(`  everybody: ${roleNames(rolesOfAll)}`);
};

const secretIn = (file: string): string => readUtf8File(file).trim();

const groupIn = (text: string) => {
  const at = text.lastIndexOf('=');
  if (at > 0) return { group: text.slice(0, at), roles: roleValues(text.slice(at + 1).split(',')) };
  throw new CliFault(
    `"${text}" is no group with roles.`,
    'A group is followed by = and its roles.',
    'Write duty=analyst,publisher, for example.',
    2,
  );
};

const set = async (issuer: string, given: Draft): Promise<void> => {
  const { name, clientId, secretFile, shown, admits, groupClaim, group = [], role = [], ...options } = given;
  const input = {
    ...{ issuer, name, clientId, isShown: shown === true },
    ...(secretFile === undefined ? {} : { clientSecret: secretIn(secretFile) }),
    ...(admits === undefined ? {} : { admits: admits.toUpperCase() }),
    ...(groupClaim === undefined ? {} : { groupClaim }),
    groups: group.map(groupIn),
    rolesOfAll: roleValues(role),
  };
  await done('setIdentityProvider', input, options);
};

const done = async (
  act: 'setIdentityProvider' | 'removeIdentityProvider',
  input: object,
  options: Options & Tried,
): Promise<void> => {
  const { result } = await hubClient(options).ask<Done>(act, { input });
  process.exitCode = tellRefusals(result.refusals, 'Nothing was changed.');
  if (options.dryRun === true && result.refusals.length === 0)
    return tellTried(
      'It would be removed: nobody signs in there any more, and the sessions that began there end.',
      options,
    );
  if (options.json === true) return printJson(result);
  if (result.provider !== null) tell(result.provider);
  else if (result.refusals.length === 0) print('It is removed. Its people need another way to sign in.');
};
