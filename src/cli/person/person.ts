// `tocsin person …`: the persons of your member, and how others are reached.
import { type Command, Option } from 'commander';
import { ROLES } from '../../domain/member.ts';
import { valueInWords } from '../../domain/reading/value-in-words.ts';
import { tidy, wrap } from '../../exchange/text/wrap.ts';
import { clientCommand } from '../client/client-command.ts';
import { hubClient, pageOf } from '../client/hub-client.ts';
import { type Refusal, tellRefusals } from '../client/refusals.ts';
import type { ClientOptions } from '../client/settings.ts';
import { utcText } from '../terminal/moment.ts';
import { count, print, printJson, styled, widthOfOutput } from '../terminal/output.ts';
import { table } from '../terminal/table.ts';
import { type Contact, contactsOf, contactTable, mayBeReached } from './contacts.ts';
import { erasePerson, exportPerson } from './personal-data.ts';
import { roleNames, roleValues } from './role-names.ts';

type Person = {
  readonly personId: string;
  readonly written: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly state: string;
  readonly lastSeenAt: string | null;
  readonly dormantAt: string | null;
  readonly isRedClosed: boolean;
  readonly contacts: readonly Contact[];
};

type Options = ClientOptions & { readonly json?: true };
type Details = Options & {
  readonly name?: string;
  readonly role?: string[];
  readonly handle?: string;
  readonly language?: string[];
  readonly timeZone?: string;
};

export const addPerson = (program: Command): void => {
  const noun = program
    .command('person')
    .description('the persons of your organisation, and how others are reached');
  const add = (name: string, about: string): Command =>
    clientCommand(noun.command(name).description(about)).option('--json', 'one JSON object per line');
  add('list', 'the persons of your organisation').action(list);
  const roles = (): Option => new Option('--role <role...>', 'what it may do').choices(ROLES);
  add('invite', 'invite a person; its link is shown once')
    .argument('<handle>', 'how people write it: ann, or night-shift')
    .requiredOption('--name <name>', 'as the person writes it')
    .addOption(roles().makeOptionMandatory())
    .option('--member <slug>', 'a member without an administrator (hub operators only)')
    .option('--language <tag...>', 'BCP 47, most wanted first')
    .option('--time-zone <zone>', 'IANA, such as Europe/Vienna')
    .action(invite);
  mayBeReached(add('change', 'change a person: its roles, its name, its details, how it is reached'))
    .argument('<person>', 'as `person list` shows it')
    .addOption(roles())
    .option('--name <name>', 'as the person writes it')
    .option('--handle <handle>', 'how people write it from now on')
    .option('--language <tag...>', 'BCP 47, most wanted first')
    .option('--time-zone <zone>', 'IANA, such as Europe/Vienna')
    .action(change);
  add('deactivate', 'end a person’s keys, sessions and streams, and let it in no more')
    .argument('<person>', 'as `person list` shows it')
    .option('--dry-run', 'say what would end with it, and write nothing')
    .action(deactivate);
  add('export', 'everything that the hub holds of a person, as JSON')
    .argument('<person>', 'yourself or, for a member-admin, a person of your organisation: its handle or id')
    .action(exportPerson);
  add('erase', 'erase the data of a person who has left; it cannot be undone')
    .argument('<person>', 'as `person list` shows it, or its id')
    .option('--dry-run', 'say what would go, and write nothing')
    .action(erasePerson);
  add('confirm', 'say that a person is who it is said to be: TLP:RED opens to it, and it may approve')
    .argument('<person>', 'as `person list` shows it')
    .action((person: string, options: Options) => changed('confirmPerson', { person }, options));
  add('recover', 'make a recovery code for somebody who has lost every way to sign in; read it out')
    .argument('<person>', 'as `person list` shows it')
    .action(recover);
  add('reinvite', 'give somebody who is dormant or deactivated a new link')
    .argument('<person>', 'as `person list` shows it')
    .action((person: string, options: Options) => invited('reinvitePerson', { person }, options));
  add('contacts', 'how the persons of a member are reached, as far as they show it to you')
    .argument('<member>', 'slug of the member')
    .action(contacts);
};

const list = async (options: Options): Promise<void> => {
  const { persons } = await hubClient(options).ask<{ readonly persons: readonly Person[] }>('persons');
  if (options.json === true) {
    for (const each of persons) printJson(each);
    return;
  }
  if (persons.length > 0) print(table(HEAD, persons.map(row)));
  print(persons.length === 0 ? 'There are no persons.' : `\n${count(persons.length, 'person')}.`);
};

const HEAD = ['PERSON', 'NAME', 'STATE', 'SEEN', 'ROLES'];

const row = ({ written, name, state, lastSeenAt, roles, isRedClosed }: Person): string[] => [
  tidy(written),
  tidy(name),
  isRedClosed ? `${state.toLowerCase()}, RED closed` : state.toLowerCase(),
  lastSeenAt?.slice(0, 10) ?? '-',
  roleNames(roles),
];

const detailsOf = ({ name, role, handle, language, timeZone }: Details): object => ({
  ...(name === undefined ? {} : { name }),
  ...(handle === undefined ? {} : { handle }),
  ...(role === undefined ? {} : { roles: roleValues(role) }),
  ...(language === undefined ? {} : { languages: language }),
  ...(timeZone === undefined ? {} : { timeZone }),
});

const invite = (handle: string, options: Details & { readonly member?: string }): Promise<void> => {
  const member = options.member === undefined ? {} : { member: options.member };
  return invited('invitePerson', { ...detailsOf(options), handle, ...member }, options);
};

type Recovery = {
  readonly result: {
    readonly code: string | null;
    readonly expiresAt: string | null;
    readonly refusals: readonly Refusal[];
  };
};

const recover = async (person: string, options: Options): Promise<void> => {
  const { result } = await hubClient(options).ask<Recovery>('issueRecoveryCode', { input: { person } });
  process.exitCode = tellRefusals(result.refusals, 'No code was made.');
  if (options.json === true) return printJson(result);
  if (result.code === null) return;
  print(`${styled('bold', result.code)}\n`);
  print(`Read it to the person over the telephone. It works once, until ${utcText(result.expiresAt ?? '')}.`);
  print('It ends the person’s passkeys, keys and sessions; TLP:RED stays closed until somebody');
  print('else confirms: tocsin person confirm.');
};

type Invitation = {
  readonly result: {
    readonly person: Person | null;
    readonly link: string | null;
    readonly expiresAt: string | null;
    readonly refusals: readonly Refusal[];
  };
};

const invited = async (
  operation: 'invitePerson' | 'reinvitePerson',
  input: object,
  options: Options,
): Promise<void> => {
  const client = hubClient(options);
  const { result } = await client.ask<Invitation>(operation, { input });
  process.exitCode = tellRefusals(result.refusals, 'Nobody was invited.');
  if (options.json === true) return printJson(result);
  if (result.person === null || result.link === null) return;
  print(`${styled('bold', await pageOf(client, `/join?link=${result.link}`))}\n`);
  print(
    `${tidy(result.person.written)} joins with this link, once, until ${utcText(result.expiresAt ?? '')}.`,
  );
  print('It is shown only now. Give it by a way that only this person reads.');
  print(`The link, or its end from toc_link_ on, may also be typed at ${await pageOf(client, '/join')}.`);
};

type Change = Details & Parameters<typeof contactsOf>[0];

const change = (person: string, options: Change): Promise<void> =>
  changed('changePerson', { ...detailsOf(options), ...contactsOf(options), person }, options);

type Changed = { readonly result: { readonly person: Person | null; readonly refusals: readonly Refusal[] } };

const changed = async (
  operation: 'changePerson' | 'confirmPerson',
  input: object,
  options: Options,
): Promise<void> => {
  const { result } = await hubClient(options).ask<Changed>(operation, { input });
  process.exitCode = tellRefusals(result.refusals, 'Nothing was changed.');
  if (options.json === true) return printJson(result);
  if (result.person === null) return;
  print(table(HEAD, [row(result.person)]));
  if (result.person.contacts.length > 0) print(`\n${contactTable(result.person.contacts)}`);
};

type Ends = {
  readonly keys: number;
  readonly sessions: number;
  readonly credentials: number;
  readonly endpoints: number;
};
type Deactivated = { readonly result: Changed['result'] & { readonly ends: Ends | null } };

const deactivate = async (person: string, options: Options & { readonly dryRun?: true }): Promise<void> => {
  const input = { person, dryRun: options.dryRun === true };
  const { result } = await hubClient(options).ask<Deactivated>('deactivatePerson', { input });
  process.exitCode = tellRefusals(result.refusals, 'Nobody was deactivated.');
  if (options.json === true) return printJson(result);
  if (result.person === null || result.ends === null) return;
  const { keys, sessions, credentials, endpoints } = result.ends;
  const ways = count(credentials, 'way to sign in', 'ways to sign in');
  const addresses = count(endpoints, 'mail address', 'mail addresses');
  const what = `${count(keys, 'key')}, ${count(sessions, 'session')}, ${ways} and ${addresses}`;
  const who = tidy(result.person.written);
  const text = input.dryRun
    ? `${who} would be let in no more; with it would end ${what}.`
    : `${who} is let in no more; with it ended ${what}.`;
  print(wrap(text, widthOfOutput()).join('\n'));
  if (input.dryRun) print('A dry run: nothing was written.');
};

type ShownContact = {
  readonly name: string;
  readonly kind: string;
  readonly value: string;
  readonly languages: readonly string[];
};

const contacts = async (member: string, options: Options): Promise<void> => {
  const answer = await hubClient(options).ask<{ readonly contacts: readonly ShownContact[] }>('contacts', {
    member,
  });
  if (options.json === true) {
    for (const each of answer.contacts) printJson(each);
    return;
  }
  const rows = answer.contacts.map(({ name, kind, value, languages }) => [
    tidy(name),
    valueInWords(kind),
    tidy(value),
    languages.join(', '),
  ]);
  if (rows.length > 0) print(table(['WHO', 'BY', 'NUMBER OR ADDRESS', 'SPEAKS'], rows));
  else print('No contact detail that you may see.');
};
