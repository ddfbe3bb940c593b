// A hub of 20,000 objects is backed up while it publishes, encrypted, and restored: the first restore is killed, the second
// is compared by what three readers see, answer by answer, byte by byte.
import { backUpAndRestore } from '../../support/backup/back-up-and-restore.ts';
import type { Suite } from '../suite.ts';

const OBJECTS = 20_000;

export const suite: Suite = {
  id: 'backups',
  promise:
    '20,000 objects backed up while the hub publishes, the restore killed once: three readers see the same bytes.',
  chunks: 2,
  runChunk: (options) => backUpAndRestore(options, OBJECTS),
};
