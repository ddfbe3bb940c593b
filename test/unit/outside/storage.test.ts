// How full a disk may become, at each threshold just below, at and above it; how often it is measured; and that what cannot
// be measured stops nothing.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readConfig } from '../../../src/config/config.ts';
import { mayWriteAt, storageLevelOf } from '../../../src/domain/limit/storage.ts';
import { directoryUse, openStorage, StorageFull } from '../../../src/outside/storage.ts';

const { storage: thresholds } = readConfig({});
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const STEP = 0.0001;

describe('levels', () => {
  test.each([
    ['alarm', 0.85, 'FREE', 'ALARM'],
    ['content', 0.92, 'ALARM', 'TIGHT'],
    ['work', 0.97, 'TIGHT', 'FULL'],
  ])('%s changes at %d', (_, at, below, from) => {
    expect([at - STEP, at, at + STEP].map((used) => storageLevelOf(used, thresholds))).toEqual([
      below,
      from,
      from,
    ]);
  });

  test('what each allows', () => {
    const allowed = (['FREE', 'ALARM', 'TIGHT', 'FULL'] as const).map((level) =>
      (['CONTENT', 'WORK'] as const).filter((each) => mayWriteAt(level, each)),
    );
    expect(allowed).toEqual([['CONTENT', 'WORK'], ['CONTENT', 'WORK'], ['WORK'], []]);
  });

  test('thresholds are settings, each at most the next', () => {
    const env = { TOCSIN_STORAGE_ALARM_PERCENT: '50', TOCSIN_STORAGE_CONTENT_PERCENT: '60.5' };
    expect(readConfig(env).storage).toEqual({ alarm: 0.5, content: 0.605, work: 0.97 });
    expect(() => readConfig({ TOCSIN_STORAGE_WORK_PERCENT: '90' })).toThrow('each is at most the next');
    expect(() => readConfig({ TOCSIN_STORAGE_ALARM_PERCENT: '101' })).toThrow('TOCSIN_STORAGE_ALARM_PERCENT');
  });
});

describe('measuring', () => {
  const world = () => {
    const disk = { data: 0.1 as number | null, database: 0.1 as number | null, asked: 0, nowMs: 0 };
    const measure = (place: 'data' | 'database') => async () => {
      disk.asked += 1;
      const share = disk[place];
      if (share === -1) throw new Error('cannot be measured');
      if (share === -2) return new Promise<null>(() => undefined);
      return share;
    };
    const lines: object[] = [];
    const log = { ...silent, warn: (fields: object) => lines.push(fields) };
    const measurements = { data: measure('data'), database: measure('database') };
    const storage = openStorage(measurements, thresholds, log, () => disk.nowMs);
    return { disk, storage, lines };
  };

  test('the fullest disk decides, for some seconds at a time, and it recovers by itself', async () => {
    const { disk, storage, lines } = world();
    disk.database = 0.93;
    await Promise.all(Array.from({ length: 100 }, () => storage.allows('CONTENT')));
    expect(disk.asked).toBe(2);
    await expect(storage.require('CONTENT')).rejects.toThrow(StorageFull);
    await storage.require('WORK');
    disk.database = 0.98;
    disk.nowMs = 4_999;
    expect(await storage.allows('WORK')).toBe(true);
    disk.nowMs = 5_000;
    expect(await storage.allows('WORK')).toBe(false);
    disk.database = 0.4;
    disk.nowMs = 10_000;
    expect(await storage.allows('CONTENT')).toBe(true);
    expect(lines).toEqual([
      { level: 'TIGHT', former: 'FREE', data: 0.1, database: 0.93 },
      { level: 'FULL', former: 'TIGHT', data: 0.1, database: 0.98 },
      { level: 'FREE', former: 'FULL', data: 0.1, database: 0.4 },
    ]);
  });

  test('a measurement that fails, hangs or says nothing stops nothing, and the other still counts', async () => {
    for (const nothing of [-1, -2, null]) {
      const { disk, storage } = world();
      disk.data = nothing;
      disk.database = nothing;
      expect((await storage.state()).level).toBe('FREE');
      disk.database = 0.99;
      disk.nowMs = 5_000;
      expect((await storage.state()).level).toBe('FULL');
    }
  });

  test('the disk of a directory, as df counts it', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'tocsin-disk-'));
    const used = await directoryUse(directory)();
    expect(used).toBeGreaterThan(0);
    expect(used).toBeLessThan(1);
    rmSync(directory, { recursive: true });
    await expect(directoryUse(directory)()).rejects.toThrow('ENOENT');
  });
});
