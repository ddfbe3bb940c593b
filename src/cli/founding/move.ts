// `tocsin hub move`, `recover` and `confirm`: another origin for a founded hub, the way back in for whoever runs it, and the
// word for somebody whom nobody else can confirm. All open the database themselves, on the machine of the hub.
import type { Command } from 'commander';
import { writtenAs } from '../../domain/person.ts';
import { recoverOperator } from '../../service/credential/recovery/recover-operator.ts';
import { type Move, moveHub, planMove } from '../../service/founding/move-hub.ts';
import { confirmPerson } from '../../service/person/confirm-person.ts';
import { tellRefusals } from '../client/refusals.ts';
import type { ClientOptions } from '../client/settings.ts';
import { withOperatorHub } from '../operator/operator-hub.ts';
import { utcText } from '../terminal/moment.ts';
import { count, print, printJson, styled } from '../terminal/output.ts';

type Options = ClientOptions & { readonly json?: true; readonly dryRun?: true };

const DATA = ['--data <directory>', 'data directory of the hub (TOCSIN_DATA; else .tocsin)'] as const;

export const addMove = (hub: Command): void => {
  hub
    .command('move')
    .description('fix another origin for a founded hub, and end all sessions (on the machine of the hub)')
    .argument('<origin>', 'where browsers will reach it, such as https://hub.example.org')
    .option('--dry-run', 'say what it would do, and write nothing')
    .option(...DATA)
    .option('--json', 'one JSON object')
    .action(move);
  hub
    .command('recover')
    .description('a recovery code for somebody who runs the hub (on the machine of the hub)')
    .argument('<person>', 'a hub operator, as <member>/<handle>')
    .option(...DATA)
    .option('--json', 'one JSON object')
    .action(recover);
  hub
    .command('confirm')
    .description(
      'say that a person is who it is said to be, where nobody else can (on the machine of the hub)',
    )
    .argument('<person>', 'as <member>/<handle>')
    .option(...DATA)
    .option('--json', 'one JSON object')
    .action(confirm);
};

const confirm = async (person: string, options: Options): Promise<void> => {
  const outcome = await withOperatorHub(options, (hub) => confirmPerson(hub, { way: 'HOST' }, person));
  if (!outcome.ok) process.exitCode = tellRefusals(outcome.problems, 'Nobody was confirmed.');
  else if (options.json === true) printJson({ person: outcome.value.id });
  else print(`${writtenAs(outcome.value)} is confirmed: it may approve, and TLP:RED is open to it.`);
};

const move = async (origin: string, options: Options): Promise<void> => {
  const isDryRun = options.dryRun === true;
  // What is being moved away from would refuse to open under the new setting.
  const outcome = await withOperatorHub(
    options,
    (hub) => (isDryRun ? planMove(hub, origin) : moveHub(hub, origin)),
    { TOCSIN_ORIGIN: undefined },
  );
  if (!outcome.ok) {
    process.exitCode = tellRefusals(outcome.problems, 'The hub was not moved.');
    return;
  }
  if (options.json === true) printJson({ isDryRun, ...outcome.value });
  else for (const line of linesOf(outcome.value, isDryRun)) print(line);
};

/** More names than these are counted; `--json` has all. */
const NAMED = 20;

const linesOf = (plan: Move, isDryRun: boolean): string[] => {
  const { from, to, sessions } = plan;
  return [
    isDryRun
      ? `This would move the hub from ${from} to ${to}. Nothing was written.`
      : `The hub is moved from ${from} to ${to}.`,
    `${count(sessions, 'session')} ${isDryRun ? 'would end' : sessions === 1 ? 'has ended' : 'have ended'}. Links and recovery codes stay valid, under the new origin.`,
    ...passkeyLines(plan),
    '',
    `Next: set TOCSIN_ORIGIN=${to} for every hub and worker, start them again, and register`,
    `${to}/sign-in/callback at the identity providers.`,
  ];
};

const passkeyLines = ({ from, losesPasskeys, lockedOut }: Move): string[] => {
  if (!losesPasskeys) return ['Passkeys go on working: the host is the same.'];
  const { hostname } = new URL(from);
  const shown = lockedOut.slice(0, NAMED).map((each) => `  ${each}`);
  const more = lockedOut.length - shown.length;
  return [
    `Passkeys of ${hostname} stop working; keys, accounts and certificates do not.`,
    `${count(lockedOut.length, 'person has', 'persons have')} no other way to sign in:`,
    ...shown,
    ...(more === 0 ? [] : [`  and ${more} more (--json lists all)`]),
    'How they get in again: for a hub operator, tocsin hub recover PERSON on this machine;',
    'for others their administrator makes a recovery code, and for the last administrator',
    'of an organisation two hub operators do. Each then adds a passkey at /account.',
  ];
};

const recover = async (person: string, options: Options): Promise<void> => {
  await withOperatorHub(options, async (hub) => {
    const issued = await recoverOperator(hub, person);
    if (!issued.ok) {
      process.exitCode = tellRefusals(issued.problems, 'No recovery code was made.');
      return;
    }
    const { code, expiresAt } = issued.value;
    if (options.json === true) {
      printJson({ ...issued.value, url: `${hub.origin}/sign-in` });
      return;
    }
    print(`${styled('bold', code)}\n`);
    print(
      `Type it at ${hub.origin}/sign-in, once, until ${utcText(expiresAt.toISOString())}. It is shown only now.`,
    );
    print('Using it ends the person’s passkeys, keys and sessions. TLP:RED stays closed until');
    print('somebody else confirms the person.');
  });
};
