// A promise of the driver that is awaited later has a handler from the start: its rejection meanwhile ends no process.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

const ROOT = join(import.meta.dirname, '../../..');

/** Runs it in a process of its own, which an unhandled rejection ends; returns what it wrote. */
const outputOf = (code: string): string =>
  execFileSync(
    process.execPath,
    ['--conditions=tocsin-source', '--input-type=module-typescript', '-e', code],
    {
      cwd: ROOT,
      encoding: 'utf8',
    },
  );

test('a batch of objects that is refused at once, while the next one is made', () => {
  const output = outputOf(`
    import { openObjects } from '${ROOT}/src/store/objects.ts';
    const refused = new Error('refused at once');
    const database = { collection: () => ({}), insertBatch: () => Promise.reject(refused) } as never;
    const rowsOf = (from: number, to: number) => Array.from({ length: to - from }) as never;
    for (const count of [1, 500, 501, 1_200])
      await openObjects(database).insert(count, rowsOf, {} as never).catch((error) => console.log(count, error.message));
  `);
  expect(output.trim().split('\n')).toEqual([1, 500, 501, 1_200].map((count) => `${count} refused at once`));
});

test('whoever awaits it later still gets the rejection', () => {
  const output = outputOf(`
    import { setTimeout as pause } from 'node:timers/promises';
    import { started } from '${ROOT}/src/store/driver/started.ts';
    const work = started(Promise.reject(new Error('early')));
    await pause(10);
    await work.catch((error) => console.log(error.message));
  `);
  expect(output.trim()).toBe('early');
});
