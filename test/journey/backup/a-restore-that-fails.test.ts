// What can go wrong with a backup and a restore: each has a stable code, and nothing half-done looks whole.
import { appendFileSync, createReadStream, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { writeWhole } from '../../../src/cli/backup/backup-file.ts';
import { openDatabase, openHub } from '../../../src/hub.ts';
import { journalFile, noJournal } from '../../../src/outside/journal.ts';
import { checkRestore } from '../../../src/service/backup/restore-backup.ts';
import { type BackupMade, writeBackup } from '../../../src/service/backup/write-backup.ts';
import { backUpAndRestore } from '../../support/backup/back-up-and-restore.ts';
import {
  backUpTo,
  configOf,
  databaseName,
  dropDatabase,
  restoreFrom,
  silent,
  temporaryFolder,
} from '../../support/backup/backup-world.ts';
import { openTestHub, type TestHub } from '../../support/hub.ts';
import { seed } from '../../support/seed.ts';

const folder = temporaryFolder();
const inFolder = (name: string): string => path.join(folder.path, name);
const [file, later] = [inFolder('first.backup'), inFolder('second.backup')];
const target = databaseName();

let world: TestHub;
let made: BackupMade;
const config = () => configOf(world, target, folder.path);
beforeAll(async () => {
  world = await openTestHub();
  made = await backUpTo(world.hub, file);
  await backUpTo(world.hub, later);
}, 60_000);
afterAll(async () => {
  await dropDatabase(config());
  await world.close();
  folder.remove();
});

const refusedWith = (code: string) => ({ problem: { code } });
const [BEFORE, AFTER] = ['2020-01-01T00:00:00.000Z', '2099-01-01T00:00:00.000Z'];
const WITHOUT_JOURNAL = { journals: () => null };

describe('a backup', () => {
  test('that could not be read while the snapshot lives is refused beforehand', async () => {
    const backup = writeBackup(world.hub, { lock: null, windowSeconds: 0 }, () => Promise.resolve());
    await expect(backup).rejects.toMatchObject({ problem: { code: 'BACKUP_TOO_LARGE', path: '$.window' } });
  });

  test('beside a migration or another backup is refused, and is made afterwards', async () => {
    const session = world.hub.database.openSession();
    const token = await world.hub.leases.acquire('migration', 'another process', 10_000, session);
    expect(token).not.toBeNull();
    await expect(backUpTo(world.hub, inFolder('third'))).rejects.toMatchObject(
      refusedWith('BACKUP_INTERRUPTED'),
    );
    await world.hub.leases.release('migration', 'another process');
    await session.endSession();
    await backUpTo(world.hub, inFolder('third'));
  });

  test('overwrites nothing, and leaves nothing behind when it fails', async () => {
    async function* failing(): AsyncGenerator<Buffer> {
      yield Buffer.from('a part');
      throw new Error('the database went away');
    }
    async function* whole(): AsyncGenerator<Buffer> {
      yield Buffer.from('all of it');
    }
    const name = inFolder('kept');
    await expect(writeWhole(name, failing())).rejects.toThrow('the database went away');
    expect(readdirSync(folder.path).filter((each) => each.startsWith('kept'))).toEqual([]);
    expect((await writeWhole(name, whole())).bytes).toBe(9);
    await expect(writeWhole(name, whole())).rejects.toMatchObject(refusedWith('BACKUP_EXISTS'));
    await expect(writeWhole(inFolder('nowhere/kept'), whole())).rejects.toMatchObject(
      refusedWith('BACKUP_UNWRITABLE'),
    );
    // As on a full disk: /dev/full takes nothing, and is there.
    if (existsSync('/dev/full'))
      await expect(writeWhole('/dev/full', whole())).rejects.toMatchObject(refusedWith('BACKUP_EXISTS'));
  });
});

describe('before a restore writes', () => {
  test('it wants a journal, whole but for a last line that was cut off', async () => {
    const journal = journalFile(folder.path, world.database);
    await expect(restoreFrom(config(), file)).rejects.toMatchObject(refusedWith('JOURNAL_MISSING'));
    mkdirSync(path.dirname(journal), { recursive: true });
    const mark = { act: 'act--1', event: 'hub.backed-up', at: AFTER, rows: [], backup: made.head.id };
    writeFileSync(journal, `${JSON.stringify(mark)}\n{"act":"act--2","event":"key.revoked"`);
    expect(await restoreFrom(config(), file, { isDryRun: true })).toMatchObject({
      isDryRun: true,
      ends: [{ file: journal, until: AFTER, reach: 'BACKUP', cutOff: 'key.revoked' }],
    });
    // One of two that are named is not there: what its hub has taken would be given back.
    const journals = () => [journal, `${journal}.other`];
    await expect(restoreFrom(config(), file, { isDryRun: true, journals })).rejects.toMatchObject({
      problem: { code: 'JOURNAL_MISSING', message: expect.stringContaining('.other') },
    });
    appendFileSync(journal, '\n');
    await expect(restoreFrom(config(), file)).rejects.toMatchObject({
      problem: { code: 'JOURNAL_DAMAGED', message: expect.stringContaining('Line 2') },
    });
  });

  test('it wants one that does not end before the backup, or to be told that it may', async () => {
    const [cut, other] = [inFolder('cut.jsonl'), inFolder('other.jsonl')];
    const line = { act: 'act--1', event: 'key.revoked', at: BEFORE, rows: [] };
    writeFileSync(cut, `${JSON.stringify(line)}\n`);
    const mark = { ...line, event: 'hub.backed-up', backup: made.head.id };
    const dryRun = (journals: readonly string[], isShortTaken = false) =>
      restoreFrom(config(), file, { isDryRun: true, isShortTaken, journals: () => journals });
    await expect(dryRun([cut])).rejects.toMatchObject({
      problem: {
        code: 'JOURNAL_ENDS_EARLY',
        message: expect.stringContaining(`${cut} goes until ${BEFORE}`),
      },
    });
    const short = { file: cut, until: BEFORE, reach: 'BEFORE', cutOff: null };
    expect(await dryRun([cut], true)).toMatchObject({ ends: [short] });
    // A mark of another backup says nothing of this one.
    writeFileSync(other, `${JSON.stringify({ ...mark, backup: crypto.randomUUID() })}\n`);
    await expect(dryRun([cut, other])).rejects.toMatchObject(refusedWith('JOURNAL_ENDS_EARLY'));
    writeFileSync(other, `${JSON.stringify(mark)}\n`);
    expect(await dryRun([cut, other])).toMatchObject({ ends: [short, { file: other, reach: 'BACKUP' }] });
  });

  test('it wants room on the disk', async () => {
    const database = await openDatabase(config());
    const full = { ...database, diskRoom: () => Promise.resolve(10) };
    const options = {
      file: () => createReadStream(file),
      keys: { identities: [], passphrase: null },
      release: config().release,
      isAgain: false,
    };
    await expect(checkRestore({ database: full }, options)).rejects.toMatchObject(
      refusedWith('DATABASE_TOO_SMALL'),
    );
    await database.close();
  });

  test('none of these has written anything', async () => {
    const database = await openDatabase(config());
    expect(await database.native().listCollections().toArray()).toEqual([]);
    await database.close();
  });
});

test('a file that is replaced while it is read leaves a database that no hub opens', async () => {
  let opened = 0;
  const replaced = () => {
    opened += 1;
    return createReadStream(opened === 1 ? file : later);
  };
  await expect(restoreFrom(config(), file, { ...WITHOUT_JOURNAL, file: replaced })).rejects.toMatchObject(
    refusedWith('RESTORE_NOT_WHOLE'),
  );
  await expect(openHub(config(), 'test', { log: silent })).rejects.toThrow('This database is incomplete');
  await expect(restoreFrom(config(), file, WITHOUT_JOURNAL)).rejects.toMatchObject(
    refusedWith('DATABASE_INCOMPLETE'),
  );
  // A release that knows no restore refuses by the release that the database needs.
  const database = await openDatabase(config());
  const [mark] = await database.native().collection('migrations').find({ minimum: '9999.0.0' }).toArray();
  expect(mark).toMatchObject({ _id: 'restore', state: 'RUNNING' });
  await database.close();
  await restoreFrom(config(), file, { ...WITHOUT_JOURNAL, isAgain: true });
  const hub = await openHub(config(), 'test', { log: silent, journal: noJournal });
  expect((await hub.restored.state()).heldSince).not.toBeNull();
  await hub.close();
});

test('a backup beside a publisher, a restore that is killed, and one that is done: readers see the same', async () => {
  const result = await backUpAndRestore({ chunk: 0, seed: seed(), say: () => undefined }, 60);
  expect(result.failures).toEqual([]);
  expect(result.counted).toBe(60);
}, 120_000);
