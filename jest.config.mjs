// Jest runs the TypeScript as native ES modules: types are stripped, nothing is compiled.
// Run by `npm test`, or by hand with `node --experimental-vm-modules node_modules/jest/bin/jest.js PATH`.
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleFileExtensions: ['ts', 'mjs', 'cjs', 'js', 'json', 'node'],
  transform: { '\\.ts$': '<rootDir>/test/support/strip-types.cjs' },
  // The embedded servers and a first connection take seconds on a small machine that is busy.
  testTimeout: 30_000,
};
