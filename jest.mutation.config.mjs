// Jest as Stryker runs it (stryker.config.mjs): the unit tests of the part that is changed, which need no server, in jest's
// own runtime, since Stryker counts by it which test covers what.
export default {
  testEnvironment: 'node',
  // as --conditions=tocsin-source does: the source of the workspace packages, not their build
  testEnvironmentOptions: { customExportConditions: ['tocsin-source', 'node', 'node-addons'] },
  roots: ['<rootDir>/test'],
  testMatch: ['<rootDir>/test/mutation/unit-tests.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleFileExtensions: ['ts', 'mjs', 'cjs', 'js', 'json', 'node'],
  transform: { '\\.ts$': '<rootDir>/test/mutation/strip-types.cjs' },
  testTimeout: 900_000,
};
