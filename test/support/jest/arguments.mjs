// How jest is run: `npm test` and `npm run prove` use the same. Types: arguments.d.mts.
import { join } from 'node:path';

const JEST = join(import.meta.dirname, '../../../node_modules/jest/bin/jest.js');

/** Arguments of node: the processes that jest starts inherit its flags. */
export const jestArguments = (results, given) => [
  '--conditions=tocsin-source',
  '--import',
  join(import.meta.dirname, 'hooks.mjs'),
  JEST,
  ...['--json', `--outputFile=${results}`],
  ...given,
];
