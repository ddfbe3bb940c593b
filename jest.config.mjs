// Test files run in two Node processes that import them as Node does, types stripped and nothing compiled: modules are loaded
// once per process and not once per file (docs/decisions/0031). Run by `npm test`; scripts/jest/arguments.mjs has the arguments.
export default {
  runner: ['jest-light-runner', { runtime: 'child_process' }],
  reporters: ['default', '<rootDir>/test/support/jest/hang-guard.mjs'],
  roots: ['<rootDir>/test', '<rootDir>/packages/stix2-ts/test'],
  testMatch: ['**/*.test.ts'],
  moduleFileExtensions: ['ts', 'mjs', 'cjs', 'js', 'json', 'node'],
  transform: {},
};
