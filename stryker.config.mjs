// Mutation testing: `npm run mutate` (scripts/mutate.mjs) changes the rules one expression at a time and asks whether a
// unit test fails. docs/mutation.md has the last results.
const RULES = { policy: ['src/policy/**/*.ts'], pipeline: [] };

/** The pure parts of the pipeline: audience, cascade, likeness, and what a draft must be. */
RULES.pipeline = [
  'src/domain/audience.ts',
  'src/domain/cascade/**/*.ts',
  'src/domain/likeness/**/*.ts',
  'src/domain/marking.ts',
  'src/domain/handling.ts',
  'src/domain/warning-rules.ts',
];

const part = process.env['TOCSIN_MUTATE'] ?? 'policy';

export default {
  mutate: RULES[part],
  testRunner: 'jest',
  plugins: ['@stryker-mutator/jest-runner'],
  jest: { projectType: 'custom', configFile: 'jest.mutation.config.mjs', enableFindRelatedTests: false },
  testRunnerNodeArgs: ['--experimental-vm-modules', '--no-warnings'],
  coverageAnalysis: 'perTest',
  concurrency: Number(process.env['TOCSIN_MUTATE_WORKERS'] ?? 2),
  // Each entry of a table would be asked of all tests; of policy the tables are the rules, so there they are.
  ignoreStatic: part !== 'policy',
  timeoutMS: 60_000,
  disableTypeChecks: false,
  // What no unit test reads; documents and the schema are compared with the rules.
  ignorePatterns: [
    '/data',
    '/docs/console',
    '/docs/workbench',
    '/docs/terminal',
    '/docker',
    '/packages/*/dist',
  ],
  tempDirName: '.tocsin/mutation',
  reporters: ['json', 'progress-append-only'],
  jsonReporter: { fileName: `.tocsin/mutation-${part}.json` },
  thresholds: { high: 95, low: 90, break: part === 'policy' ? 95 : null },
};
