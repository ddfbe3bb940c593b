// A backup that is not what was written is refused with a stable code, wherever it was cut, changed or made by others.
import { createHash } from 'node:crypto';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { BackupFault, type BackupHead, type CollectionCount } from '../../../../src/domain/backup/backup.ts';
import { bytesOf, type Frame } from '../../../../src/exchange/backup/frames.ts';
import { openRowDigest } from '../../../../src/exchange/backup/row-digest.ts';
import { readBackup } from '../../../../src/service/backup/read-backup.ts';
import { type Keys, type Lock, sealed } from '../../../../src/service/backup/seal.ts';
import { randomOf } from '../../../support/random.ts';
import { runs, seed } from '../../../support/seed.ts';

const HEAD: BackupHead = {
  format: 1,
  id: 'e6f1f1f4-5d0b-4c7e-9b52-3f0a6c8d2e41',
  release: '0.1.0',
  madeAt: '2026-11-29T09:00:00.000Z',
  database: 'tocsin',
  expected: { rows: 40, bytes: 40_000 },
};
const NO_KEYS: Keys = { identities: [], passphrase: null };

/** The shape of a BSON document: its length, something, a zero. */
const row = (number: number, bytes = 1_000): Buffer => {
  const document = Buffer.alloc(bytes);
  for (let at = 4; at + 32 < bytes; at += 32)
    createHash('sha256').update(`${number} ${at}`).digest().copy(document, at);
  document.writeInt32LE(bytes, 0);
  return document;
};

/** One that compresses to next to nothing. */
const flatRow = (bytes: number): Buffer => {
  const document = Buffer.alloc(bytes, 'a');
  document.writeInt32LE(bytes, 0);
  return document;
};

const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));

type Content = {
  readonly head?: BackupHead;
  readonly change?: (frames: Frame[]) => Frame[];
  /** Of its first collection. */
  readonly rows?: readonly Buffer[];
};

const framesOf = ({ head = HEAD, change = (frames) => frames, rows: given }: Content): Frame[] => {
  const collections: CollectionCount[] = [];
  const frames: Frame[] = [{ kind: 'HEAD', payload: json(head) }];
  for (const [name, count] of [
    ['objects', 30],
    ['access_classes', 0],
    ['warnings', 10],
  ] as const) {
    const made = Array.from({ length: count }, (_, number) => row(number));
    const rows = name === 'objects' ? (given ?? made) : made;
    const digest = openRowDigest();
    for (const each of rows) digest.add(each);
    frames.push({ kind: 'COLLECTION', payload: Buffer.from(name) });
    if (count > 0) frames.push({ kind: 'ROWS', payload: Buffer.concat(rows) });
    collections.push({ name, rows: digest.rows, bytes: digest.bytes, digest: digest.text() });
  }
  frames.push({ kind: 'MANIFEST', payload: json({ collections }) });
  return change(frames);
};

async function* each<Value>(values: readonly Value[]): AsyncGenerator<Value> {
  yield* values;
}

const all = async (bytes: AsyncIterable<Uint8Array>): Promise<Buffer> => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  return Buffer.concat(chunks);
};

const fileOf = (lock: Lock, content: Content = {}): Promise<Buffer> =>
  all(sealed(bytesOf(each(framesOf(content))), lock));

/** In pieces, as a disk gives it. */
const inPieces = (file: Buffer, size = 777): AsyncIterable<Uint8Array> =>
  each(
    Array.from({ length: Math.ceil(file.length / size) }, (_, at) =>
      file.subarray(at * size, (at + 1) * size),
    ),
  );

const codeOf = async (file: Buffer, keys: Keys = NO_KEYS, piece?: number): Promise<string> => {
  try {
    await readBackup(inPieces(file, piece), { keys, release: '0.1.0' });
    return 'WHOLE';
  } catch (error) {
    if (error instanceof BackupFault) return error.problem.code;
    throw error;
  }
};

let identity: string;
let other: string;
let clear: Buffer;
let locked: Buffer;
beforeAll(async () => {
  [identity, other] = [await generateX25519Identity(), await generateX25519Identity()];
  clear = await fileOf(null);
  locked = await fileOf({ recipients: [await identityToRecipient(identity)] });
});

test('what was written is read: rows in their bytes, by collection', async () => {
  const seen: [string, number][] = [];
  const keys = { identities: [identity], passphrase: null };
  const rows = async (name: string, found: readonly Buffer[]) => {
    for (const [index, each] of found.entries()) expect(each.equals(row(index))).toBe(true);
    seen.push([name, found.length]);
  };
  const read = await readBackup(inPieces(locked), { keys, release: '0.1.0' }, { rows });
  expect(read.head).toEqual(HEAD);
  expect(read.manifest.collections.map(({ name, rows: count }) => [name, count])).toEqual([
    ['objects', 30],
    ['access_classes', 0],
    ['warnings', 10],
  ]);
  expect(seen).toEqual([
    ['objects', 30],
    ['warnings', 10],
  ]);
});

test('the digest of rows does not depend on their order, and finds one that is changed, lost or doubled', () => {
  const digestOf = (rows: readonly Buffer[]): string => {
    const digest = openRowDigest();
    for (const each of rows) digest.add(each);
    return digest.text();
  };
  const rows = Array.from({ length: 20 }, (_, number) => row(number));
  expect(digestOf(rows.toReversed())).toBe(digestOf(rows));
  expect(digestOf(rows.slice(1))).not.toBe(digestOf(rows));
  expect(digestOf([...rows, row(3)])).not.toBe(digestOf(rows));
  expect(digestOf([...rows.slice(1), row(77)])).not.toBe(digestOf(rows));
});

describe('a key', () => {
  test('that is missing, of somebody else, or no key', async () => {
    expect(await codeOf(locked)).toBe('BACKUP_KEY_MISSING');
    expect(await codeOf(locked, { identities: [other], passphrase: null })).toBe('BACKUP_KEY_WRONG');
    expect(await codeOf(locked, { identities: ['AGE-SECRET-KEY-1'], passphrase: null })).toBe(
      'BACKUP_KEY_MALFORMED',
    );
    expect(await codeOf(locked, { identities: [other, identity], passphrase: null })).toBe('WHOLE');
    await expect(fileOf({ recipients: ['age1nobody'] })).rejects.toMatchObject({
      problem: { code: 'BACKUP_KEY_MALFORMED', path: '$.recipients[0]' },
    });
  });

  test('that is a passphrase: too short, wrong, right', async () => {
    await expect(fileOf({ passphrase: 'elevenchars' })).rejects.toMatchObject({
      problem: { code: 'BACKUP_KEY_MALFORMED', path: '$.passphrase' },
    });
    const file = await fileOf({ passphrase: 'correct horse battery staple', workFactor: 10 });
    expect(await codeOf(file, { identities: [], passphrase: 'correct horse battery stable' })).toBe(
      'BACKUP_KEY_WRONG',
    );
    expect(await codeOf(file, { identities: [], passphrase: 'correct horse battery staple' })).toBe('WHOLE');
    expect(await codeOf(file, { identities: [identity], passphrase: null })).toBe('BACKUP_KEY_WRONG');
  });
});

test('a newer release, another format, other files', async () => {
  expect(await codeOf(await fileOf(null, { head: { ...HEAD, release: '0.2.0' } }))).toBe('BACKUP_NEWER');
  expect(await codeOf(await fileOf(null, { head: { ...HEAD, format: 2 } }))).toBe('BACKUP_NEWER');
  for (const text of ['', 'x', '{"a": 1}', '-----BEGIN AGE ENCRYPTED FILE-----\nYWdl'])
    expect([text, await codeOf(Buffer.from(text))]).toEqual([text, 'NOT_A_BACKUP']);
  const otherText = await all(sealed(each([Buffer.from('something else that is compressed')]), null));
  expect(await codeOf(otherText)).toBe('NOT_A_BACKUP');
});

test.each(['clear', 'encrypted'])('cut off anywhere, %s', async (kind) => {
  const file = kind === 'clear' ? clear : locked;
  const keys = { identities: [identity], passphrase: null };
  const random = randomOf(seed());
  // Its last bytes too: they are zstd's own end, which Node passes over where it is cut off.
  const ends = Array.from({ length: 32 }, (_, at) => file.length - 1 - at);
  const places = [...ends, ...Array.from({ length: runs(40) }, () => random.below(file.length))];
  for (const place of places) {
    const code = await codeOf(file.subarray(0, place), keys);
    // Node's compressor ends with a second frame, which is empty.
    if (code === 'WHOLE') {
      expect([kind, zstdDecompressSync(file.subarray(place)).length]).toEqual(['clear', 0]);
      continue;
    }
    expect(['BACKUP_DAMAGED', 'NOT_A_BACKUP', 'BACKUP_KEY_WRONG']).toContain(code);
  }
  expect(await codeOf(file, keys)).toBe('WHOLE');
});

test.each(['clear', 'encrypted'])('with something behind its end, in any pieces, %s', async (kind) => {
  const file = kind === 'clear' ? clear : locked;
  const keys = { identities: [identity], passphrase: null };
  const random = randomOf(seed() + 2);
  const behind = (length: number): Buffer => Buffer.from(Array.from({ length }, () => random.below(256)));
  const added = [
    ...Array.from({ length: 64 }, (_, at) => behind(at + 1)),
    Buffer.alloc(1),
    // What zstd takes for a frame of its own, and skips or adds.
    Buffer.from([0x50, 0x2a, 0x4d, 0x18, 2, 0, 0, 0, 1, 2]),
    zstdCompressSync(Buffer.from('x')),
    file,
    await fileOf(null),
  ];
  for (const each of added) {
    const long = Buffer.concat([file, each]);
    const pieces = [1 + random.below(777), file.length, long.length];
    for (const piece of pieces)
      expect([each.length, piece, await codeOf(long, keys, piece)]).toEqual([
        each.length,
        piece,
        'BACKUP_DAMAGED',
      ]);
  }
});

test('a whole file is whole in any pieces, whatever zstd writes: stored, repeated, compressed', async () => {
  const random = randomOf(seed() + 3);
  for (let run = 0; run < runs(12); run += 1) {
    const rows = Array.from({ length: 1 + random.below(12) }, (_, at) =>
      random.below(2) === 0 ? row(at, 40 + random.below(200_000)) : flatRow(40 + random.below(400_000)),
    );
    const file = await fileOf(null, { rows });
    expect(await codeOf(file, NO_KEYS, 1 + random.below(100_000))).toBe('WHOLE');
    expect(await codeOf(Buffer.concat([file, Buffer.alloc(1)]))).toBe('BACKUP_DAMAGED');
  }
});

test.each(['clear', 'encrypted'])('changed anywhere, %s', async (kind) => {
  const file = kind === 'clear' ? clear : locked;
  const keys = { identities: [identity], passphrase: null };
  const random = randomOf(seed() + 1);
  const codes = new Set<string>();
  for (let run = 0; run < runs(60); run += 1) {
    const changed = Buffer.from(file);
    const at = random.below(file.length);
    changed[at] = (changed[at] ?? 0) ^ (1 << random.below(8));
    const code = await codeOf(changed, keys);
    codes.add(code);
    // A bit of zstd's own header or end that no reader uses may change nothing: the content is all there.
    if (code === 'WHOLE') expect(Math.min(at, file.length - at)).toBeLessThan(18);
  }
  expect(codes).toContain('BACKUP_DAMAGED');
});

test('something added, or parts in another order', async () => {
  const keys = { identities: [identity], passphrase: null };
  expect(await codeOf(Buffer.concat([locked, Buffer.from('x')]), keys)).toBe('BACKUP_DAMAGED');
  const changes: ((frames: Frame[]) => Frame[])[] = [
    (frames) => frames.slice(1),
    (frames) => frames.slice(0, -1),
    (frames) => [...frames, frames[1] as Frame],
    (frames) => frames.filter(({ kind }) => kind !== 'COLLECTION'),
    (frames) => frames.filter((_, index) => index !== 2),
    (frames) => [...frames.slice(0, 3), ...frames.slice(1)],
    (frames) =>
      frames.map((frame) =>
        frame.kind === 'ROWS' ? { ...frame, payload: frame.payload.subarray(1) } : frame,
      ),
    (frames) =>
      frames.map((frame) =>
        frame.kind === 'COLLECTION' ? { ...frame, payload: Buffer.from('system.users') } : frame,
      ),
  ];
  for (const [index, change] of changes.entries())
    expect([index, await codeOf(await fileOf(null, { change }))]).toEqual([index, 'BACKUP_DAMAGED']);
});
