// How full the disks are, measured now and then: that of this process's data directory, and that of the database.
import { statfs } from 'node:fs/promises';
import {
  mayWriteAt,
  type StorageClass,
  type StorageLevel,
  type StorageThresholds,
  storageLevelOf,
} from '../domain/limit/storage.ts';
import type { Log } from './log.ts';

/** The share of a disk that is in use, from 0 to 1; null where it cannot be asked. */
export type Measurement = () => Promise<number | null>;

export const STORAGE_PLACES = ['data', 'database'] as const;
export type StoragePlace = (typeof STORAGE_PLACES)[number];

export type StorageState = {
  readonly level: StorageLevel;
  readonly used: Readonly<Record<StoragePlace, number | null>>;
};

/** An act was refused because a disk is too full for its class. */
export class StorageFull extends Error {
  readonly storageClass: StorageClass;

  constructor(storageClass: StorageClass) {
    super(`The disk is too full for ${storageClass}.`);
    this.name = 'StorageFull';
    this.storageClass = storageClass;
  }
}

export type Storage = {
  state(): Promise<StorageState>;
  allows(storageClass: StorageClass): Promise<boolean>;
  /** Throws StorageFull where an act of this class would write to a disk that is too full. */
  require(storageClass: StorageClass): Promise<void>;
};

/** A measurement is used for so long. */
const FRESH_MS = 5_000;
/** Nobody waits longer for one; what is not known by then stops nothing. */
const MEASURE_MS = 1_000;

export const openStorage = (
  measurements: Readonly<Record<StoragePlace, Measurement>>,
  thresholds: StorageThresholds,
  log: Log,
  nowMs: () => number,
): Storage => {
  let last: { readonly at: number; readonly state: Promise<StorageState> } | null = null;
  let level: StorageLevel = 'FREE';

  const measure = async (): Promise<StorageState> => {
    const [data, database] = await Promise.all(STORAGE_PLACES.map((place) => inTime(measurements[place])));
    const used = { data: data ?? null, database: database ?? null };
    const known = Object.values(used).filter((share) => share !== null);
    const now = storageLevelOf(known.length === 0 ? null : Math.max(...known), thresholds);
    if (now !== level) {
      log.warn(
        { level: now, former: level, data: used.data, database: used.database },
        'the space on the disks has changed',
      );
    }
    level = now;
    return { level: now, used };
  };
  const state = (): Promise<StorageState> => {
    // The clock may step back.
    if (last === null || Math.abs(nowMs() - last.at) >= FRESH_MS) last = { at: nowMs(), state: measure() };
    return last.state;
  };
  const allows = async (storageClass: StorageClass): Promise<boolean> =>
    mayWriteAt((await state()).level, storageClass);
  return {
    state,
    allows,
    require: async (storageClass) => {
      if (!(await allows(storageClass))) throw new StorageFull(storageClass);
    },
  };
};

/** Null when it fails or is late: a disk that cannot be measured must not stop a warning. */
const inTime = async (measurement: Measurement): Promise<number | null> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, MEASURE_MS, null);
  });
  const measured = measurement().then(
    (share) => share,
    () => null,
  );
  return Promise.race([measured, late]).finally(() => clearTimeout(timer));
};

/** As `df` counts: of the space that a process without special rights can use. */
export const directoryUse =
  (directory: string): Measurement =>
  async () => {
    const { blocks, bfree, bavail } = await statfs(directory);
    const used = blocks - bfree;
    return used + bavail === 0 ? null : used / (used + bavail);
  };
