// The hub serves the console's page at the addresses of its views, and at no others: its list is that of the router.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { CONSOLE_VIEWS } from '../../src/http/console/console-views.ts';

const ROUTER = path.join(import.meta.dirname, '../../src/console/app/router.tsx');

test('each view of the router has its address on the hub', () => {
  const paths = [...readFileSync(ROUTER, 'utf8').matchAll(/path: '\/([a-z-]*)/g)].map(
    ([, step = '']) => step,
  );
  expect(paths.length).toBeGreaterThan(8);
  expect([...CONSOLE_VIEWS].sort()).toEqual([...new Set(paths)].filter((step) => step !== '').sort());
});
