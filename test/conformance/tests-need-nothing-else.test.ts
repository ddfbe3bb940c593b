// A checkout alone runs every test: none reads anything outside the repository, and none is skipped silently.
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';

const ROOT = path.join(import.meta.dirname, '../..');
const files = ['test/**/*.ts', 'packages/*/test/**/*.ts'].flatMap((pattern) =>
  globSync(pattern, { cwd: ROOT }),
);

/** Written so that this file does not match itself. */
const forbidden: Readonly<Record<string, RegExp>> = {
  'reads beside the repository': new RegExp(['\\.\\./sha', 'red\\b|sha', 'red/data'].join('')),
  'is left out': new RegExp(`\\b(?:test|it|describe)\\.(?:${['sk', 'ip'].join('')}|only|todo)\\b`),
};

test.each(Object.entries(forbidden))('no test %s', (_what, expression) => {
  expect(files.length).toBeGreaterThan(150);
  expect(files.filter((file) => expression.test(readFileSync(path.join(ROOT, file), 'utf8')))).toEqual([]);
});
