// `tocsin machine …`: machines of your organisation that sign in without a key, by a certificate or by tokens.
import { createHash, X509Certificate } from 'node:crypto';
import { type Command, Option } from 'commander';
import { ROLES } from '../../domain/member.ts';
import { tidy } from '../../exchange/text/wrap.ts';
import { clientCommand } from '../client/client-command.ts';
import { asTried, mayTry, type Tried, tellTried } from '../client/dry-run.ts';
import { hubClient } from '../client/hub-client.ts';
import { bytesOf } from '../client/read-utf8-file.ts';
import { type Refusal, tellRefusals } from '../client/refusals.ts';
import type { ClientOptions } from '../client/settings.ts';
import { roleNames, roleValues } from '../person/role-names.ts';
import { CliFault } from '../terminal/fault.ts';
import { count, print, printJson } from '../terminal/output.ts';
import { table } from '../terminal/table.ts';

type Machine = {
  readonly registration: string;
  readonly kind: string;
  readonly isPending: boolean;
  readonly label: string;
  readonly roles: readonly string[];
  readonly expiresAt: string | null;
  readonly lastUsedAt: string | null;
};
type Options = ClientOptions & { readonly json?: true };
type Draft = Options & {
  readonly role: string[];
  readonly certificate?: string;
  readonly subject?: string;
};
type Done = { readonly result: { readonly machine: Machine | null; readonly refusals: readonly Refusal[] } };

export const addMachine = (program: Command): void => {
  const noun = program
    .command('machine')
    .description('machines of your organisation that sign in without a key (member-admins only)');
  const add = (name: string, about: string): Command =>
    clientCommand(noun.command(name).description(about)).option('--json', 'one JSON object per line');
  add('list', 'what is registered, and when it was last used').action(list);
  add('register', 'register a machine: by its certificate, or by its subject at your identity provider')
    .argument('<label>', 'what it is for')
    .addOption(new Option('--role <role...>', 'what it may do').choices(ROLES).makeOptionMandatory())
    .addOption(new Option('--certificate <file>', 'PEM; only its public key counts').conflicts('subject'))
    .option('--subject <subject>', 'subject of its tokens')
    .action(register);
  mayTry(add('remove', 'end a registration, and its open streams'))
    .argument('<registration>', 'as `machine list` shows it')
    .action(remove);
};

const row = ({ registration, kind, isPending, label, roles, lastUsedAt }: Machine): string[] => [
  registration,
  kind.toLowerCase(),
  isPending ? 'not yet' : (lastUsedAt?.slice(0, 10) ?? '-'),
  roleNames(roles),
  tidy(label),
];

const tell = (machines: readonly Machine[]): void => {
  if (machines.some(({ isPending }) => isPending))
    print(
      'Until it has called once with `Tocsin-Registration: REGISTRATION`, a machine is let in no other way.\n',
    );
  if (machines.length > 0) print(table(['REGISTRATION', 'BY', 'USED', 'ROLES', 'FOR'], machines.map(row)));
};

const read = async (options: Options): Promise<readonly Machine[]> =>
  (await hubClient(options).ask<{ readonly machines: readonly Machine[] }>('machines')).machines;

const list = async (options: Options): Promise<void> => {
  const machines = await read(options);
  if (options.json === true) {
    for (const each of machines) printJson(each);
    return;
  }
  tell(machines);
  print(machines.length === 0 ? 'No machine is registered.' : `\n${count(machines.length, 'machine')}.`);
};

/** SHA-256 of the SubjectPublicKeyInfo, by which the hub knows a certificate (RFC 7469, §2.4). */
const keyHashOf = (file: string): string => {
  const bytes = bytesOf(file);
  try {
    const { publicKey } = new X509Certificate(bytes);
    return createHash('sha256')
      .update(publicKey.export({ type: 'spki', format: 'der' }))
      .digest('hex');
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new CliFault(`${file} is no certificate.`, why, 'Give a certificate in PEM.', 2, error);
  }
};

const register = async (label: string, { role, certificate, subject, ...options }: Draft): Promise<void> => {
  const input = {
    label,
    roles: roleValues(role),
    ...(certificate === undefined ? {} : { certificate: keyHashOf(certificate) }),
    ...(subject === undefined ? {} : { subject }),
  };
  await done('registerMachine', input, options);
};

const remove = (registration: string, options: Options & Tried): Promise<void> =>
  done('removeMachine', { registration, ...asTried(options) }, options);

const done = async (
  act: 'registerMachine' | 'removeMachine',
  input: object,
  options: Options & Tried,
): Promise<void> => {
  const { result } = await hubClient(options).ask<Done>(act, { input });
  process.exitCode = tellRefusals(result.refusals, 'Nothing was changed.');
  if (options.dryRun === true && result.refusals.length === 0)
    return tellTried(
      'The registration would end, with its open streams; the machine is let in no more by it.',
      options,
    );
  if (options.json === true) return printJson(result);
  if (result.machine !== null) tell([result.machine]);
  else if (result.refusals.length === 0) print('It is ended.');
};
