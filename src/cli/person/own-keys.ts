// `tocsin key make|mine|rotate|end`: your keys, and those of your member's machines and screens, as a client of the hub.
import { type Command, InvalidArgumentError, Option } from 'commander';
import { SCOPES } from '../../domain/access/scopes.ts';
import { ROLES } from '../../domain/member.ts';
import { tidy } from '../../exchange/text/wrap.ts';
import { clientCommand } from '../client/client-command.ts';
import { hubClient } from '../client/hub-client.ts';
import { type Refusal, tellRefusals } from '../client/refusals.ts';
import type { ClientOptions } from '../client/settings.ts';
import { count, print, printJson, styled } from '../terminal/output.ts';
import { table } from '../terminal/table.ts';
import { roleNames, roleValues } from './role-names.ts';

type Key = {
  readonly keyId: string;
  readonly person: string | null;
  readonly label: string;
  readonly roles: readonly string[] | null;
  readonly scopes: readonly string[];
  readonly state: string;
  readonly expiresAt: string | null;
  readonly lastUsedAt: string | null;
};

type Options = ClientOptions & { readonly json?: true };
type Answer = {
  readonly result: {
    readonly key: Key | null;
    readonly token: string | null;
    readonly refusals: readonly Refusal[];
  };
};
type Draft = Options & {
  readonly label: string;
  readonly machine?: true;
  readonly screen?: true;
  readonly role?: string[];
  readonly scope?: string[];
  readonly from?: string[];
  readonly expires?: number;
};

const wholeNumber = (text: string): number => {
  if (/^\d{1,4}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Enter a whole number.');
};

export const addOwnKeys = (noun: Command): void => {
  const add = (name: string, about: string): Command =>
    clientCommand(noun.command(name).description(about)).option('--json', 'one JSON object per line');
  add('make', 'make a key of your own, or of a machine or wall screen of your organisation')
    .requiredOption('--label <text>', 'what it is for')
    .addOption(new Option('--machine', 'of a machine (member-admins only)').conflicts('screen'))
    .option('--screen', 'of a wall screen: it reads, never TLP:RED, for 90 days at most')
    .addOption(new Option('--role <role...>', 'some of your roles; of a machine at least one').choices(ROLES))
    .addOption(new Option('--scope <scope...>', 'limit it to these').choices(SCOPES))
    .option('--from <network...>', 'only from these networks, such as 203.0.113.0/24')
    .option('--expires <days>', 'days until it expires (default: 365; a screen 90)', wholeNumber)
    .action(make);
  add('mine', 'your keys: what each may do, and when it was last used')
    .option('--member', 'those of your organisation (member-admins only)')
    .action(mine);
  add('rotate', 'put a key in place of another with the same rights')
    .argument('<id>', 'as `key mine` shows it')
    .option('--overlap <hours>', 'hours for which the former one works on', wholeNumber, 24)
    .action(rotate);
  add('end', 'end a key, and its open streams')
    .argument('<id>', 'as `key mine` shows it')
    .option('--dry-run', 'say which key would end, and write nothing')
    .action(end);
};

const kindOf = ({ machine, screen }: Draft): string => {
  if (machine === true) return 'MACHINE';
  return screen === true ? 'SCREEN' : 'OWN';
};

const make = async (options: Draft): Promise<void> => {
  const { label, role, scope, from, expires } = options;
  const input = {
    kind: kindOf(options),
    label,
    ...(role === undefined ? {} : { roles: roleValues(role) }),
    ...(scope === undefined ? {} : { scopes: scope }),
    ...(from === undefined ? {} : { ranges: from }),
    ...(expires === undefined ? {} : { days: expires }),
  };
  tellKey((await hubClient(options).ask<Answer>('createKey', { input })).result, options);
};

const rotate = async (id: string, options: Options & { readonly overlap: number }): Promise<void> => {
  const input = { id, overlapHours: options.overlap };
  tellKey((await hubClient(options).ask<Answer>('rotateKey', { input })).result, options);
};

const tellKey = (result: Answer['result'], { json }: Options): void => {
  process.exitCode = tellRefusals(result.refusals, 'No key was made.');
  if (json === true) printJson(result);
  if (json === true || result.key === null || result.token === null) return;
  print(`${styled('bold', result.token)}\n`);
  print(`Key ${result.key.keyId}, until ${result.key.expiresAt?.slice(0, 10) ?? 'it is ended'}.`);
  print('It is shown only now; the hub keeps only a hash. Pass it to commands as TOCSIN_KEY.');
};

const end = async (id: string, options: Options & { readonly dryRun?: true }): Promise<void> => {
  const dryRun = options.dryRun === true;
  const { result } = await hubClient(options).ask<Answer>('revokeKey', { input: { id, dryRun } });
  process.exitCode = tellRefusals(result.refusals, 'No key was ended.');
  if (options.json === true) printJson(result);
  else if (result.key !== null && dryRun) {
    print(table(HEAD, [row(result.key)]));
    print('\nIt would end with its open streams. A dry run: nothing was written.');
  } else if (result.key !== null) print(`Key ${id} is ended.`);
};

const mine = async (options: Options & { readonly member?: true }): Promise<void> => {
  const whose = options.member === true ? 'MEMBER' : 'OWN';
  const { keys } = await hubClient(options).ask<{ readonly keys: readonly Key[] }>('keys', { whose });
  if (options.json === true) {
    for (const each of keys) printJson(each);
    return;
  }
  if (keys.length > 0) print(table(HEAD, keys.map(row)));
  print(keys.length === 0 ? 'There are no keys.' : `\n${count(keys.length, 'key')}.`);
};

const HEAD = ['ID', 'STATE', 'UNTIL', 'USED', 'WHOSE', 'FOR'] as const;

const row = ({ keyId, person, label, roles, scopes, state, expiresAt, lastUsedAt }: Key): string[] => [
  keyId,
  state.toLowerCase(),
  expiresAt?.slice(0, 10) ?? '-',
  lastUsedAt?.slice(0, 10) ?? '-',
  person === null ? `a machine, ${roleNames(roles ?? [])}` : (person.split('/')[1] ?? person),
  scopes.length === 0 ? tidy(label) : `${tidy(label)} (${scopes.join(', ')})`,
];
