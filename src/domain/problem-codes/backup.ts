// Codes of a backup and of a restore; only the command line reports them.
import type { CodeEntry } from './entry.ts';

export const BACKUP_CODES = {
  NOT_A_BACKUP: {
    reportedAs: 'command',
    where: '`backup verify`, `restore`',
    wrong: 'the file was not written by `tocsin backup`',
    remedy: 'name the file that it wrote',
  },
  BACKUP_DAMAGED: {
    reportedAs: 'command',
    where: '`backup verify`, `restore`',
    wrong:
      'the file ends too early, has something behind its end, or is not what was written; the message says where that was noticed',
    remedy: 'take another copy of the file, or an older backup',
  },
  BACKUP_NEWER: {
    reportedAs: 'command',
    where: '`backup verify`, `restore`',
    wrong: 'a newer release of Tocsin made the backup',
    remedy: 'use the release that the message names, or a later one',
  },
  BACKUP_KEY_MISSING: {
    reportedAs: 'command',
    where: '`backup`, `backup verify`, `restore`',
    wrong: 'nothing says how the file is encrypted, or how it is opened',
    remedy: 'give `--recipient`, `--identity` or `--passphrase-file`; `backup` also takes `--clear`',
  },
  BACKUP_KEY_WRONG: {
    reportedAs: 'command',
    where: '`backup verify`, `restore`',
    wrong: 'the passphrase, or none of the identities, opens the file',
    remedy: 'use the passphrase with which it was made, or the identity of one of its recipients',
  },
  BACKUP_KEY_MALFORMED: {
    reportedAs: 'command',
    where: '`backup`, `backup verify`, `restore`',
    wrong: 'not an age recipient or identity, or a passphrase of fewer than 12 characters',
    remedy:
      'make a pair with `age-keygen`: its public key begins with age1, its identity with AGE-SECRET-KEY-',
  },
  BACKUP_TOO_LARGE: {
    reportedAs: 'command',
    where: '`backup`',
    wrong:
      'the database cannot be read while the server keeps its snapshot, 300 s unless it was told otherwise',
    remedy: 'see "A database of more than 12 GB" in docs/OPERATING.md',
  },
  BACKUP_INTERRUPTED: {
    reportedAs: 'command',
    where: '`backup`',
    wrong: 'a migration or another backup is under way, or the database changed its shape meanwhile',
    remedy: 'try again when it is done',
  },
  BACKUP_EXISTS: {
    reportedAs: 'command',
    where: '`backup`',
    wrong: 'the file exists, and a backup is never overwritten',
    remedy: 'name another file',
  },
  BACKUP_UNWRITABLE: {
    reportedAs: 'command',
    where: '`backup`',
    wrong: 'the file cannot be written: the disk is full, or the folder is not there',
    remedy: 'make room, or name a file elsewhere',
  },
  DATABASE_NOT_EMPTY: {
    reportedAs: 'command',
    where: '`restore`',
    wrong: 'the database holds something, and a restore never overwrites',
    remedy: 'name an empty one with `TOCSIN_DATABASE`',
  },
  DATABASE_INCOMPLETE: {
    reportedAs: 'command',
    where: '`restore`',
    wrong: 'a restore into this database began and did not end',
    remedy: 'say `--again`, which empties it first',
  },
  DATABASE_TOO_SMALL: {
    reportedAs: 'command',
    where: '`restore`',
    wrong: 'the disk of the database has no room for what the backup holds',
    remedy: 'make room, or enlarge the disk',
  },
  RESTORE_NOT_WHOLE: {
    reportedAs: 'command',
    where: '`restore`',
    wrong: 'the database does not hold what was written into it',
    remedy: 'check its disk and log; then restore with `--again`',
  },
  JOURNAL_MISSING: {
    reportedAs: 'command',
    where: '`restore`',
    wrong: 'there is no journal, so what was revoked or erased since the backup would be valid again',
    remedy: 'name the journals of all hubs with `--journal`, or say `--without-journal`',
  },
  JOURNAL_ENDS_EARLY: {
    reportedAs: 'command',
    where: '`restore`',
    wrong:
      'the journal ends before the backup, which left its mark there: what was revoked or erased since it ends would be valid again',
    remedy:
      'name the newest journals with `--journal`, or say `--short-journal` and do again what was done since',
  },
  JOURNAL_DAMAGED: {
    reportedAs: 'command',
    where: '`restore`',
    wrong: 'a line of the journal is not what was written; the message names it',
    remedy: 'take the journal of another hub, or remove the line and do that act again after the restore',
  },
  NOTHING_HELD: {
    reportedAs: 'command',
    where: '`hub release`',
    wrong: 'deliveries are not held: the hub was not restored, or was released',
    remedy: 'none',
  },
} as const satisfies Record<string, CodeEntry>;
