// Recipients, identities and passphrases of a backup: from options and files, or asked at a terminal. A secret is never an
// argument, where other users of the machine would see it.
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import type { Command } from 'commander';
import type { Keys, Lock } from '../../service/backup/seal.ts';
import { readUtf8File } from '../client/read-utf8-file.ts';
import { isBrokenOff } from '../terminal/confirm.ts';
import { CliFault } from '../terminal/fault.ts';
import { tell, tellText } from '../terminal/output.ts';

export type LockOptions = {
  readonly recipient?: readonly string[];
  readonly recipientsFile?: string;
  readonly passphrase?: true;
  readonly passphraseFile?: string;
  readonly clear?: true;
};

export type KeyOptions = {
  readonly identity?: readonly string[];
  readonly passphrase?: true;
  readonly passphraseFile?: string;
};

const ASK = ['--passphrase', 'ask for the passphrase at this terminal'] as const;
const FROM_FILE = ['--passphrase-file <file>', 'a file whose first line is the passphrase'] as const;

export const lockOptions = (command: Command): Command =>
  command
    .option('-r, --recipient <key...>', 'encrypt to this public key of age (age1…)')
    .option('-R, --recipients-file <file>', 'encrypt to each key of this file')
    .option(...ASK)
    .option(...FROM_FILE)
    .option('--clear', 'do not encrypt: whoever reads the file reads everything, RED included');

export const keyOptions = (command: Command): Command =>
  command
    .option('-i, --identity <file...>', 'open it with the identities of this file (age-keygen)')
    .option(...ASK)
    .option(...FROM_FILE);

/** The lines of a file of keys, without comments. */
const keysIn = (file: string): string[] =>
  readUtf8File(file)
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));

export const lockOf = async (options: LockOptions): Promise<Lock> => {
  const recipients = [
    ...(options.recipient ?? []),
    ...(options.recipientsFile === undefined ? [] : keysIn(options.recipientsFile)),
  ];
  const ways = [
    recipients.length > 0,
    options.passphrase === true,
    options.passphraseFile !== undefined,
    options.clear === true,
  ];
  if (ways.filter(Boolean).length !== 1) {
    throw new CliFault(
      'Say once how the backup is encrypted.',
      'BACKUP_KEY_MISSING at $.recipient: it holds everything that the hub holds, TLP:RED and keys included.',
      'Give --recipient age1…, --recipients-file, --passphrase or --passphrase-file; --clear writes it unencrypted.',
      2,
    );
  }
  if (options.clear === true) return null;
  if (recipients.length > 0) return { recipients };
  return { passphrase: (await passphraseOf(options, true)) ?? '' };
};

export const keysOf = async (options: KeyOptions): Promise<Keys> => ({
  identities: (options.identity ?? []).flatMap(keysIn),
  passphrase: await passphraseOf(options, false),
});

const passphraseOf = async (
  { passphrase, passphraseFile }: KeyOptions,
  isNew: boolean,
): Promise<string | null> => {
  if (passphraseFile !== undefined) return readUtf8File(passphraseFile).split(/\r?\n/)[0] ?? '';
  if (passphrase !== true) return null;
  if (!process.stdin.isTTY) {
    throw new CliFault(
      'A passphrase is asked at a terminal only.',
      'Standard input is not one.',
      'Use --passphrase-file, or --recipient.',
      2,
    );
  }
  const first = await askHidden('Passphrase: ');
  if (!isNew || (await askHidden('The same again: ')) === first) return first;
  throw new CliFault('The two passphrases differ.', 'One was mistyped.', 'Try again.', 2);
};

/** What is typed is not shown. */
const askHidden = async (question: string): Promise<string> => {
  tellText(question);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: silent, terminal: true });
  try {
    return await terminal.question('');
  } catch (error) {
    if (!isBrokenOff(error)) throw error;
    throw new CliFault('No passphrase was given.', 'You broke the question off.', 'Run it again.', 2);
  } finally {
    terminal.close();
    tell('');
  }
};
