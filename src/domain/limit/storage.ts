// How full the disks may become: new content is refused first, so that what was published is still delivered, acknowledged
// and cancelled; reading always works.

/** Shares of a disk in use, from 0 to 1, at which something changes. */
export type StorageThresholds = {
  /** From here the operator is alarmed. */
  readonly alarm: number;
  /** From here new content is refused. */
  readonly content: number;
  /** From here nothing is written. */
  readonly work: number;
};

/** ALARM: the operator is told. TIGHT: new content is refused. FULL: nothing is written. */
export const STORAGE_LEVELS = ['FREE', 'ALARM', 'TIGHT', 'FULL'] as const;
export type StorageLevel = (typeof STORAGE_LEVELS)[number];

/**
 * What an act writes. CONTENT: a new version, with its objects. WORK: a small row about what is there already, such as a
 * number, a delivery, an acknowledgement, a cancellation or a ruling. Acts that only read, and those that take a right away,
 * have no class: they are never refused.
 */
export type StorageClass = 'CONTENT' | 'WORK';

/** `used` is the share of the fullest disk; null where none could be measured, which stops nothing. */
export const storageLevelOf = (
  used: number | null,
  { alarm, content, work }: StorageThresholds,
): StorageLevel => {
  if (used === null || used < alarm) return 'FREE';
  if (used < content) return 'ALARM';
  return used < work ? 'TIGHT' : 'FULL';
};

export const mayWriteAt = (level: StorageLevel, storageClass: StorageClass): boolean =>
  level === 'FREE' || level === 'ALARM' || (level === 'TIGHT' && storageClass === 'WORK');
