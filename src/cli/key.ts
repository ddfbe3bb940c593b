// `tocsin key`: creates, lists and revokes keys, and replaces the key that seals cursors. Opens the database itself.
import { type Command, InvalidArgumentError, Option } from 'commander';
import { ROLES, type Role } from '../domain/member.ts';
import { createKey } from '../service/access/create-key.ts';
import { type ListedKey, listKeys } from '../service/access/list-keys.ts';
import { revokeKey } from '../service/access/revoke-key.ts';
import { rotateCursorKey } from '../service/access/rotate-cursor-key.ts';
import { type Tried, tellTried } from './client/dry-run.ts';
import { tellRefusals } from './client/refusals.ts';
import type { ClientOptions } from './client/settings.ts';
import { withOperatorHub } from './operator/operator-hub.ts';
import { addOwnKeys } from './person/own-keys.ts';
import { count, print, printJson, styled } from './terminal/output.ts';
import { table } from './terminal/table.ts';

const DATA = ['--data <directory>', 'data directory of the hub (TOCSIN_DATA; else .tocsin)'] as const;
const JSON_LINES = ['--json', 'one JSON object per line'] as const;

export const addKey = (program: Command): void => {
  const key = program
    .command('key')
    .description('your keys; and on the machine of the hub those of everybody: create, list, revoke');
  addOwnKeys(key);
  key
    .command('create')
    .description('on the machine of the hub: a key for a person or a machine of a member')
    .requiredOption('--member <slug>', 'the member it belongs to')
    .addOption(new Option('--role <role>', 'what it may do').choices(ROLES).makeOptionMandatory())
    .option('--person <name>', 'the person it belongs to (default: a machine)')
    .option('--label <text>', 'what it is for')
    .option('--expires <days>', 'days until it expires (default: never)', daysOf)
    .option(...DATA)
    .option(...JSON_LINES)
    .action(create);
  key
    .command('list')
    .description('on the machine of the hub: every key, whose it is and what it is for')
    .option('--member <slug>', 'only keys of this member')
    .option(...DATA)
    .option(...JSON_LINES)
    .action(list);
  key
    .command('revoke')
    .description('on the machine of the hub: revoke any key; its open streams end')
    .argument('<id>', 'the id that `key list` shows')
    .option('--dry-run', 'say what would come of it, and write nothing')
    .option(...DATA)
    .option(...JSON_LINES)
    .action(revoke);
  key
    .command('rotate-cursors')
    .description(
      'replace the key that seals cursors; every cursor that a client holds is answered with RESYNC',
    )
    .option(...DATA)
    .option(...JSON_LINES)
    .action(rotateCursors);
};

const daysOf = (text: string): number => {
  const days = Number(text);
  if (Number.isInteger(days) && days >= 1 && days <= 3_650) return days;
  throw new InvalidArgumentError('Enter whole days, from 1 to 3650.');
};

type Output = ClientOptions & { readonly json?: true };
type Creation = Output & {
  readonly member: string;
  readonly role: Role;
  readonly person?: string;
  readonly label?: string;
  readonly expires?: number;
};

const DAY_MS = 24 * 3_600_000;

const create = async (options: Creation): Promise<void> => {
  const { member, role, person, label, expires } = options;
  const fullName = person === undefined || person.includes('/') ? person : `${member}/${person}`;
  const outcome = await withOperatorHub(options, (hub) =>
    createKey(hub, {
      member,
      role,
      person: fullName ?? null,
      label: label ?? '',
      expiresAt: expires === undefined ? null : new Date(hub.clock.now().getTime() + expires * DAY_MS),
    }),
  );
  if (!outcome.ok) {
    process.exitCode = tellRefusals(outcome.problems, 'No key was created.');
    return;
  }
  if (options.json === true) return printJson(outcome.value);
  const { id, token } = outcome.value;
  print(`${styled('bold', token)}\n`);
  print(
    `Key ${id} of ${fullName ?? `a machine of ${member}`}, as ${role}. It is shown only now; the hub keeps only a hash.`,
  );
  print('Keep it in a file that only you can read, and pass it to commands as TOCSIN_KEY.');
};

const list = async (options: Output & { readonly member?: string }): Promise<void> => {
  const all = await withOperatorHub(options, listKeys);
  const keys = all.filter(({ member }) => options.member === undefined || member === options.member);
  if (options.json === true) {
    for (const each of keys) printJson(each);
    return;
  }
  if (keys.length > 0) print(table(['ID', 'MEMBER', 'ROLE', 'WHO', 'STATE', 'UNTIL', 'FOR'], keys.map(row)));
  print(keys.length === 0 ? 'There are no keys.' : `\n${count(keys.length, 'key')}.`);
};

const row = ({ id, member, role, person, state, expiresAt, label }: ListedKey): string[] => [
  id,
  member ?? '(left)',
  role,
  person?.split('/')[1] ?? 'a machine',
  state.toLowerCase(),
  expiresAt?.toISOString().slice(0, 10) ?? '-',
  label,
];

const revoke = async (id: string, options: Output & Tried): Promise<void> => {
  const outcome = await withOperatorHub(options, (hub) =>
    options.dryRun === true ? hub.database.inTrial(() => revokeKey(hub, id)) : revokeKey(hub, id),
  );
  if (!outcome.ok) process.exitCode = tellRefusals(outcome.problems, 'No key was revoked.');
  else if (options.dryRun === true)
    tellTried(
      outcome.value.wasActive
        ? `Key ${id} would be revoked, and its open streams would end.`
        : `Key ${id} was revoked before: nothing would change.`,
      options,
    );
  else if (options.json === true) printJson(outcome.value);
  else print(outcome.value.wasActive ? `Key ${id} is revoked.` : `Key ${id} was already revoked.`);
};

const rotateCursors = async (options: Output): Promise<void> => {
  await withOperatorHub(options, rotateCursorKey);
  if (options.json === true) printJson({ rotated: true });
  else print('The key that seals cursors is replaced. Clients that resume are told to read the feed again.');
};
