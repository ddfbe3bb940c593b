// Reads a backup from its beginning to its seal, and checks all of it on the way: order, counts, digests.
import {
  BACKUP_FORMAT,
  BackupFault,
  type BackupHead,
  type BackupManifest,
  type CollectionCount,
} from '../../domain/backup/backup.ts';
import { problem } from '../../domain/problem.ts';
import { damaged, type Frame, framesOf, rowsIn } from '../../exchange/backup/frames.ts';
import { openRowDigest, type RowDigest } from '../../exchange/backup/row-digest.ts';
import { isBefore } from '../../store/migration/release.ts';
import { type Keys, opened } from './seal.ts';

export type ReadBackup = { readonly head: BackupHead; readonly manifest: BackupManifest };

export type BackupVisitor = {
  head?(head: BackupHead): Promise<void>;
  rows?(name: string, rows: readonly Buffer[]): Promise<void>;
};

/** A name of a collection, and nothing that a server would read otherwise. */
const NAME = /^(?!system\.)[A-Za-z][\w.-]{0,63}$/;

/** Throws a BackupFault when the file is not whole, does not open with these keys, or needs a newer release. */
export const readBackup = async (
  file: AsyncIterable<Uint8Array>,
  { keys, release }: { readonly keys: Keys; readonly release: string },
  visitor: BackupVisitor = {},
): Promise<ReadBackup> => {
  const counts: CollectionCount[] = [];
  let head: BackupHead | null = null;
  let manifest: BackupManifest | null = null;
  let current: { readonly name: string; readonly digest: RowDigest } | null = null;
  const endCollection = (): void => {
    if (current === null) return;
    const { name, digest } = current;
    counts.push({ name, rows: digest.rows, bytes: digest.bytes, digest: digest.text() });
    current = null;
  };
  for await (const frame of framesOf(opened(file, keys))) {
    const { kind, payload } = frame;
    if ((head === null) !== (kind === 'HEAD') || manifest !== null)
      throw damaged('its parts are out of order');
    if (kind === 'HEAD') {
      head = headIn(frame, release);
      await visitor.head?.(head);
    } else if (kind === 'COLLECTION') {
      endCollection();
      current = { name: nameIn(payload, counts), digest: openRowDigest() };
    } else if (kind === 'ROWS') {
      if (current === null) throw damaged('rows belong to no collection');
      const rows = [...rowsIn(payload)];
      for (const row of rows) current.digest.add(row);
      await visitor.rows?.(current.name, rows);
    } else {
      endCollection();
      manifest = manifestIn(payload, counts);
    }
  }
  if (head === null || manifest === null) throw damaged('it has no manifest');
  return { head, manifest };
};

const headIn = ({ payload }: Frame, release: string): BackupHead => {
  const head = objectIn(payload) as BackupHead;
  if (typeof head.format !== 'number' || typeof head.release !== 'string')
    throw damaged('its beginning cannot be read');
  if (head.format > BACKUP_FORMAT || isBefore(release, head.release)) {
    throw new BackupFault(
      problem(
        'BACKUP_NEWER',
        '$.file',
        `Tocsin ${head.release} made this backup; this is ${release}.`,
        `Restore it with Tocsin ${head.release} or later.`,
      ),
    );
  }
  return head;
};

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;

/** A file in the clear can be changed anywhere. */
const objectIn = (payload: Buffer): unknown => {
  try {
    const value: unknown = JSON.parse(payload.toString());
    if (isObject(value)) return value;
  } catch {
    // JSON.parse throws nothing else.
  }
  throw damaged('a part of it is no JSON object');
};

const nameIn = (payload: Buffer, before: readonly CollectionCount[]): string => {
  const name = payload.toString();
  if (!NAME.test(name) || before.some((each) => each.name === name))
    throw damaged('it names a collection twice, or not at all');
  return name;
};

const manifestIn = (payload: Buffer, counts: readonly CollectionCount[]): BackupManifest => {
  const manifest = objectIn(payload) as BackupManifest;
  if (!Array.isArray(manifest.collections) || !manifest.collections.every(isObject))
    throw damaged('its manifest cannot be read');
  const wrong = manifest.collections.find((each, at) => {
    const found = counts[at];
    return (
      found === undefined ||
      (['name', 'rows', 'bytes', 'digest'] as const).some((fact) => found[fact] !== each[fact])
    );
  });
  if (wrong !== undefined || manifest.collections.length !== counts.length)
    throw damaged(`"${wrong?.name ?? 'a collection'}" is not what its manifest counts`);
  return manifest;
};
