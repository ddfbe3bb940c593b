// What is sealed opens by its key, for what it belongs to, and by nothing else.
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { keyIdIn, openSecrets } from '../../../src/outside/secrets.ts';

const [ONE, OTHER] = [Buffer.alloc(32, 1).toString('base64'), Buffer.alloc(32, 2).toString('base64')];
const given = (...keys: readonly string[]) => openSecrets({ given: keys, file: null });
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tocsin-sealed-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('it opens by the key that sealed it, also when another seals now', async () => {
  const sealed = (await given(ONE).seal('a secret', 'of one')) ?? '';
  expect(sealed).not.toContain('a secret');
  expect(await given(ONE).open(sealed, 'of one')).toBe('a secret');
  expect(await given(OTHER, ONE).open(sealed, 'of one')).toBe('a secret');
  expect(await given(OTHER).open(sealed, 'of one')).toBeNull();
  expect(keyIdIn((await given(OTHER, ONE).seal('a secret', 'of one')) ?? '')).toBe(
    await given(OTHER).current(),
  );
  expect(await given(ONE).seal('a secret', 'of one')).not.toBe(sealed);
});

test('it opens for nothing else, and not when a character of it was changed', async () => {
  const secrets = given(ONE);
  const sealed = (await secrets.seal('é 秘密', 'of one')) ?? '';
  expect(await secrets.open(sealed, 'of one')).toBe('é 秘密');
  expect(await secrets.open(sealed, 'of another')).toBeNull();
  const start = sealed.lastIndexOf('.') + 1;
  for (let at = start; at < sealed.length - 1; at += 1) {
    const changed = sealed.slice(0, at) + (sealed[at] === 'A' ? 'B' : 'A') + sealed.slice(at + 1);
    expect([at, await secrets.open(changed, 'of one')]).toEqual([at, null]);
  }
  expect(await secrets.open(`${sealed.slice(0, start)}AAAA`, 'of one')).toBeNull();
});

test('what was never sealed is itself', async () => {
  expect(await given(ONE).open('as it was given', 'of one')).toBe('as it was given');
  expect(keyIdIn('sealed.1.not-hex-digits.AAAA')).toBeNull();
});

test('the file is made for the first secret, for its owner alone, and once where two begin together', async () => {
  const file = path.join(folder, 'new', 'secrets.key');
  const both = [openSecrets({ given: null, file }), openSecrets({ given: null, file })];
  const sealed = await Promise.all(both.map((each) => each.seal('a secret', 'of one')));
  expect(new Set(sealed.map((each) => keyIdIn(each ?? '')))).toHaveProperty('size', 1);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readFileSync(file, 'utf8').trim().split('\n')).toHaveLength(2);
  expect(await openSecrets({ given: null, file: null }).seal('a secret', 'of one')).toBeNull();
});

test('a process that runs opens by a key that another added; a former key goes', async () => {
  const file = path.join(folder, 'secrets.key');
  const [running, rotating] = [openSecrets({ given: null, file }), openSecrets({ given: null, file })];
  const old = (await running.seal('a secret', 'of one')) ?? '';
  const added = await rotating.addKey();
  const fresh = (await rotating.seal('a secret', 'of one')) ?? '';
  expect(keyIdIn(fresh)).toBe(added);
  expect(await running.open(fresh, 'of one')).toBe('a secret');
  await rotating.dropFormer();
  expect(await openSecrets({ given: null, file }).open(old, 'of one')).toBeNull();
  expect(await given(ONE).addKey()).toBeNull();
});

test('a file whose lines are no keys is refused, and stays as it is', async () => {
  const file = path.join(folder, 'broken.key');
  writeFileSync(file, 'not a key\n');
  await expect(openSecrets({ given: null, file }).seal('a secret', 'of one')).rejects.toThrow('32 bytes');
  expect(readFileSync(file, 'utf8')).toBe('not a key\n');
});
