// A checkout alone runs every test: none reads anything outside the repository, and none is skipped but where the machine
// lacks what no repository can hold.
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

/** Skipped, and named in the end, on machines of another kind. */
const exceptions: Readonly<Record<string, readonly string[]>> = {
  'is left out': ['test/conformance/deploy/helm.test.ts'],
};

test.each(Object.entries(forbidden))('no test %s', (what, expression) => {
  expect(files.length).toBeGreaterThan(150);
  const found = files.filter((file) => expression.test(readFileSync(path.join(ROOT, file), 'utf8')));
  expect(found.toSorted()).toEqual(exceptions[what] ?? []);
});
