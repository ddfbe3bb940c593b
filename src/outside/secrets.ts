// Seals what the hub has to say to others, and so cannot keep as a hash: with AES-256-GCM, under a key that is not in the
// database, so that neither a copy of it nor a backup tells. The first key seals, every key opens: a key is replaced by one
// that comes before it. They are given by the environment, or stand in a file with one key on each line.
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rename, unlink } from 'node:fs/promises';
import path from 'node:path';

export type Secrets = {
  /** Whether this process has the key with this id. */
  has(keyId: string): Promise<boolean>;
  /** Ids of the keys that this process has now; none is made. */
  ids(): Promise<readonly string[]>;
  /** Id of the key that seals. Null where there is none, and none may be made. */
  current(): Promise<string | null>;
  /** `about` is what it belongs to: it opens for nothing else. Null where there is no key. */
  seal(text: string, about: string): Promise<string | null>;
  /** Null where no key that is here opens it, or it is not what was sealed. A text that was never sealed is itself. */
  open(sealed: string, about: string): Promise<string | null>;
  /** Puts a new key before those in the file, and returns its id; null where the environment gives them. */
  addKey(): Promise<string | null>;
  /** Leaves in the file the key that seals, and no other. */
  dropFormer(): Promise<void>;
};

export type KeySource = {
  /** 32 bytes in base64, the one that seals first; null: they are in the file. */
  readonly given: readonly string[] | null;
  /** Null: no key is read from a file, and none made. */
  readonly file: string | null;
};

type Key = { readonly id: string; readonly bytes: Buffer };

const MARK = 'sealed.1';
const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const ID_DIGITS = 12;

/** Whether it is sealed, and by which key. */
export const keyIdIn = (text: string): string | null =>
  new RegExp(`^${MARK.replace('.', '\\.')}\\.([0-9a-f]{${ID_DIGITS}})\\.[A-Za-z0-9_-]+$`).exec(text)?.[1] ??
  null;

/** It tells nothing of the key: SHA-256 of 32 random bytes, shortened. */
const keyOf = (text: string): Key => {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length !== KEY_BYTES)
    throw new Error(`A key that seals secrets has ${KEY_BYTES} bytes in base64.`);
  const id = createHash('sha256').update('secrets key ').update(bytes).digest('hex').slice(0, ID_DIGITS);
  return { id, bytes };
};

const keysIn = (text: string): Key[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map(keyOf);

const hasCode = (error: unknown, code: string): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === code;

const HEAD = '# Seals secrets of this hub (docs/OPERATING.md). Keep a copy apart from the backups.\n';

const textOf = (keys: readonly Key[]): string =>
  `${HEAD}${keys.map(({ bytes }) => `${bytes.toString('base64')}\n`).join('')}`;

/** A file of its own beside the other, whole and on the disk; its name. */
const beside = async (file: string, keys: readonly Key[]): Promise<string> => {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const name = `${file}.${randomBytes(6).toString('hex')}`;
  const handle = await open(name, 'wx', 0o600);
  try {
    await handle.writeFile(textOf(keys));
    await handle.sync();
  } finally {
    await handle.close();
  }
  return name;
};

const readKeys = async (file: string): Promise<Key[]> => {
  try {
    return keysIn(await readFile(file, 'utf8'));
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return [];
    throw error;
  }
};

/** Those known before where the file cannot be read now: a process that answers readers goes on without it. */
const keysAsTheyAre = (file: string, before: readonly Key[]): Promise<readonly Key[]> =>
  readKeys(file).catch(() => before);

/** Whole or not at all, so that no process meets half a file and no key is lost. */
const replaced = async (file: string, keys: readonly Key[]): Promise<void> =>
  rename(await beside(file, keys), file);

/** Two processes that begin at once go by the file of the first. */
const firstKey = async (file: string): Promise<Key[]> => {
  const fresh = keyOf(randomBytes(KEY_BYTES).toString('base64'));
  const name = await beside(file, [fresh]);
  try {
    await link(name, file);
    return [fresh];
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
    return readKeys(file);
  } finally {
    await unlink(name);
  }
};

const sealedBy = ({ id, bytes }: Key, text: string, about: string): string => {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', bytes, iv).setAAD(Buffer.from(about));
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return `${MARK}.${id}.${Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')}`;
};

const openedBy = ({ bytes }: Key, sealed: string, about: string): string | null => {
  const all = Buffer.from(sealed.slice(sealed.lastIndexOf('.') + 1), 'base64url');
  if (all.length < IV_BYTES + TAG_BYTES) return null;
  const decipher = createDecipheriv('aes-256-gcm', bytes, all.subarray(0, IV_BYTES))
    .setAAD(Buffer.from(about))
    .setAuthTag(all.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  try {
    const body = all.subarray(IV_BYTES + TAG_BYTES);
    return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
};

export const openSecrets = ({ given, file }: KeySource): Secrets => {
  let keys: readonly Key[] = given?.map(keyOf) ?? [];
  const fromFile = given === null ? file : null;
  /** Read again for a key that is not known: another process may have added it. */
  const find = async (id: string): Promise<Key | null> => {
    const known = keys.find((key) => key.id === id);
    if (known !== undefined || fromFile === null) return known ?? null;
    keys = await readKeys(fromFile);
    return keys.find((key) => key.id === id) ?? null;
  };
  const first = async (): Promise<Key | null> => {
    if (fromFile !== null) {
      keys = await readKeys(fromFile);
      if (keys.length === 0) keys = await firstKey(fromFile);
    }
    return keys[0] ?? null;
  };
  return {
    has: async (id) => (await find(id)) !== null,
    ids: async () => {
      if (fromFile !== null) keys = await keysAsTheyAre(fromFile, keys);
      return keys.map(({ id }) => id);
    },
    current: async () => (await first())?.id ?? null,
    seal: async (text, about) => {
      const key = await first();
      return key === null ? null : sealedBy(key, text, about);
    },
    open: async (sealed, about) => {
      const id = keyIdIn(sealed);
      if (id === null) return sealed;
      const key = await find(id);
      return key === null ? null : openedBy(key, sealed, about);
    },
    addKey: async () => {
      if (fromFile === null) return null;
      const fresh = keyOf(randomBytes(KEY_BYTES).toString('base64'));
      await replaced(fromFile, [fresh, ...(await readKeys(fromFile))]);
      return fresh.id;
    },
    dropFormer: async () => {
      if (fromFile === null) return;
      const [newest] = await readKeys(fromFile);
      if (newest !== undefined) await replaced(fromFile, [newest]);
    },
  };
};
