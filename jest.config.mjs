// Jest runs the TypeScript as native ES modules: types are stripped, nothing is compiled.
// Run by `npm test`, or by hand with `node --experimental-vm-modules node_modules/jest/bin/jest.js PATH`.
export default {
  testEnvironment: 'node',
  // as --conditions=tocsin-source does: the source of the workspace packages, not their build
  testEnvironmentOptions: { customExportConditions: ['tocsin-source', 'node', 'node-addons'] },
  roots: ['<rootDir>/test', '<rootDir>/packages/stix2-ts/test'],
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleFileExtensions: ['ts', 'mjs', 'cjs', 'js', 'json', 'node'],
  transform: { '\\.ts$': '<rootDir>/test/support/strip-types.cjs' },
  // A guard against a hang, not a measure: on a busy machine everything takes several times as long.
  testTimeout: 900_000,
};
