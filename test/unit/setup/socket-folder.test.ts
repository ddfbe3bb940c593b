// The folder of mongod's socket is this user's alone and in lower case, or there is none and TCP is used.
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

type Module = { socketFolder(dataDirectory: string, within?: string): Promise<string | null> };

let socketFolder: Module['socketFolder'];
let within: string;
beforeAll(async () => {
  ({ socketFolder } = (await import(
    path.join(import.meta.dirname, '../../../scripts/setup/server/socket-folder.mjs')
  )) as Module);
  const place = realpathSync(mkdtempSync(path.join(tmpdir(), 'tocsin-socket-')));
  within = path.join(tmpdir(), path.basename(place).toLowerCase());
  mkdirSync(within, { recursive: true });
  rmSync(place, { recursive: true, force: true });
  mkdirSync(within, { recursive: true });
});
afterAll(() => rmSync(within, { recursive: true, force: true }));

test('is made once for the same data, for its user alone', async () => {
  const folder = (await socketFolder('/data/One', within)) ?? '';
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(await socketFolder('/data/One', within)).toBe(folder);
  expect(await socketFolder('/data/Two', within)).not.toBe(folder);
});

test('is none where somebody else could have made it, or may enter it', async () => {
  const folder = (await socketFolder('/data/Three', within)) ?? '';
  chmodSync(folder, 0o755);
  expect(await socketFolder('/data/Three', within)).toBeNull();
  rmSync(folder, { recursive: true });
  symlinkSync(within, folder);
  expect(await socketFolder('/data/Three', within)).toBeNull();
});

test('is none where the driver could not name it', async () => {
  expect(await socketFolder('/data', path.join(within, 'Upper'))).toBeNull();
  expect(await socketFolder('/data', path.join(within, 'x'.repeat(80)))).toBeNull();
  expect(await socketFolder('/data', path.join(within, 'absent'))).toBeNull();
});
