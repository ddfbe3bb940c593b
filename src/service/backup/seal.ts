// What lies between the plain text of a backup and its file: zstd, and around it age (age-encryption.org/v1), so that
// `age -d FILE | zstd -d` opens a backup without Tocsin. Both stream, and hold a few hundred kilobytes.
import type { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ReadableStream } from 'node:stream/web';
import { constants, createZstdCompress, createZstdDecompress } from 'node:zlib';
import { Decrypter, Encrypter } from 'age-encryption';
import { BackupFault } from '../../domain/backup/backup.ts';
import { problem } from '../../domain/problem.ts';
import { damaged, noBackup } from '../../exchange/backup/frames.ts';
import { openZstdFrame } from '../../exchange/backup/zstd-frame.ts';
import { started } from '../../store/driver/started.ts';

type Bytes = AsyncIterable<Uint8Array>;

/** To whom a backup is encrypted; null for one in the clear. */
export type Lock =
  | { readonly recipients: readonly string[] }
  /** The work of guessing grows with 2^workFactor; age's own is 18, a second or more. */
  | { readonly passphrase: string; readonly workFactor?: number }
  | null;

/** What may open a backup. */
export type Keys = { readonly identities: readonly string[]; readonly passphrase: string | null };

const LEVEL = 3;
/** More than a window of zstd's own defaults; a file that asks for more is not ours. */
const MAX_WINDOW_LOG = 27;
const MIN_PASSPHRASE = 12;
const AGE = 'age-encryption.org/v1\n';
const ARMOURED = '-----BEGIN AGE';
const ZSTD = Buffer.from([0x28, 0xb5, 0x2f, 0xfd]);

const malformed = (path: string, what: string, cause?: unknown): BackupFault =>
  new BackupFault(
    problem(
      'BACKUP_KEY_MALFORMED',
      path,
      what,
      'Make a pair with `age-keygen`: its public key begins with age1, its identity with AGE-SECRET-KEY-.',
    ),
    cause,
  );

/** Throws a BackupFault for what is no recipient, or a passphrase that is too short. */
const encrypterFor = (lock: NonNullable<Lock>): Encrypter => {
  const encrypter = new Encrypter();
  if ('passphrase' in lock) {
    if (lock.passphrase.length < MIN_PASSPHRASE)
      throw malformed('$.passphrase', `The passphrase has fewer than ${MIN_PASSPHRASE} characters.`);
    encrypter.setPassphrase(lock.passphrase);
    if (lock.workFactor !== undefined) encrypter.setScryptWorkFactor(lock.workFactor);
    return encrypter;
  }
  for (const [index, recipient] of lock.recipients.entries()) {
    const add = () => encrypter.addRecipient(recipient);
    attempt(add, (error) => malformed(`$.recipients[${index}]`, 'This is no age recipient.', error));
  }
  return encrypter;
};

/** As age takes and gives them; Node and the web declare the same class apart. */
const webStream = (bytes: Bytes): globalThis.ReadableStream<Uint8Array> =>
  ReadableStream.from(bytes) as unknown as globalThis.ReadableStream<Uint8Array>;

/** Checks what a backup is to be encrypted with, before anything is read. */
export const checkLock = (lock: Lock): void => {
  if (lock !== null) encrypterFor(lock);
};

/** Compresses and encrypts. */
export async function* sealed(plain: Bytes, lock: Lock): AsyncGenerator<Uint8Array> {
  const compressed = throughStream(
    plain,
    createZstdCompress({
      params: { [constants.ZSTD_c_compressionLevel]: LEVEL, [constants.ZSTD_c_checksumFlag]: 1 },
    }),
  );
  if (lock === null) yield* compressed;
  else yield* await encrypterFor(lock).encrypt(webStream(compressed));
}

/** Decrypts and decompresses. Throws a BackupFault where the file or a key is not what it should be. */
export async function* opened(file: Bytes, keys: Keys): AsyncGenerator<Uint8Array> {
  const { head, all } = await peek(file, AGE.length);
  const begin = head.toString('latin1');
  if (begin.startsWith(ARMOURED)) throw noBackup('it is in the armour of age; remove that with `age` first');
  if (begin === AGE) yield* decompressed(await decrypted(all, keys));
  else if (head.subarray(0, ZSTD.length).equals(ZSTD)) yield* decompressed(all);
  else
    throw noBackup(
      head.length === 0 ? 'it is empty' : 'it is neither encrypted by age nor compressed by zstd',
    );
}

const decrypted = async (file: Bytes, { identities, passphrase }: Keys): Promise<Bytes> => {
  if (identities.length === 0 && passphrase === null) {
    throw new BackupFault(
      problem(
        'BACKUP_KEY_MISSING',
        '$.identity',
        'The backup is encrypted, and nothing was given that opens it.',
        'Give --identity with the file of an age identity, or --passphrase-file.',
      ),
    );
  }
  const decrypter = new Decrypter();
  for (const [index, identity] of identities.entries()) {
    const add = () => decrypter.addIdentity(identity);
    attempt(add, (error) => malformed(`$.identities[${index}]`, 'This is no age identity.', error));
  }
  if (passphrase !== null) decrypter.addPassphrase(passphrase);
  const plain = await decrypter.decrypt(webStream(file)).catch((error: unknown) => {
    throw headerFault(error);
  });
  return translated(plain, () => damaged('its encryption does not fit: it was changed, or is cut off'));
};

/** age says the same of a wrong passphrase and of a header whose last bytes were changed. */
const headerFault = (error: unknown): BackupFault => {
  if (error instanceof BackupFault) return error;
  const isKey =
    error instanceof Error && /no identity matched|passphrase|HMAC|invalid tag/i.test(error.message);
  return isKey
    ? new BackupFault(
        problem(
          'BACKUP_KEY_WRONG',
          '$.identity',
          'Nothing that was given opens the backup.',
          'Use the passphrase with which it was made, or the identity of one of its recipients.',
        ),
        error,
      )
    : damaged('the beginning of the encrypted file is not whole', error);
};

/** What its decompressor does not read is neither passed over nor missed. */
async function* frameAlone(bytes: Bytes): AsyncGenerator<Uint8Array> {
  const frame = openZstdFrame();
  for await (const chunk of bytes) {
    if (!frame.take(chunk)) throw damaged('something follows its end');
    yield chunk;
  }
  if (!frame.isWhole()) throw damaged('it ends too early, or something follows its end');
}

const decompressed = (bytes: Bytes): Bytes =>
  translated(
    throughStream(
      frameAlone(bytes),
      createZstdDecompress({ params: { [constants.ZSTD_d_windowLogMax]: MAX_WINDOW_LOG } }),
    ),
    (error) => damaged('its compressed part is not what was written', error),
  );

/** Bytes through a stream of Node; an error on either side ends both, and so does a reader that stops. */
async function* throughStream(bytes: Bytes, stream: Transform): AsyncGenerator<Uint8Array> {
  // Its end is that of the iteration, which throws the same.
  const piped = started(pipeline(bytes, stream));
  try {
    yield* stream as AsyncIterable<Uint8Array>;
    await piped;
  } finally {
    stream.destroy();
  }
}

/** Errors of a library become a fault of the file. */
async function* translated(bytes: Bytes, fault: (error: unknown) => BackupFault): AsyncGenerator<Uint8Array> {
  const source = bytes[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await source.next().catch((error: unknown) => {
        throw error instanceof BackupFault || isOfFile(error) ? error : fault(error);
      });
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    await source.return?.();
  }
}

/** The file could not be read: an error of the system, which has a name of its own. */
const isOfFile = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'syscall' in error && typeof error.syscall === 'string';

const attempt = (act: () => void, fault: (error: unknown) => BackupFault): void => {
  try {
    act();
  } catch (error) {
    throw fault(error);
  }
};

/** The first bytes, and everything with them. */
const peek = async (file: Bytes, count: number): Promise<{ readonly head: Buffer; readonly all: Bytes }> => {
  const source = file[Symbol.asyncIterator]();
  let held = Buffer.alloc(0);
  let isOver = false;
  while (held.length < count && !isOver) {
    const next = await source.next();
    if (next.done === true) isOver = true;
    else held = Buffer.concat([held, next.value]);
  }
  async function* all(): AsyncGenerator<Uint8Array> {
    try {
      if (held.length > 0) yield held;
      while (!isOver) {
        const next = await source.next();
        if (next.done === true) return;
        yield next.value;
      }
    } finally {
      await source.return?.();
    }
  }
  return { head: held.subarray(0, count), all: all() };
};
