// How jest is run: `npm test` and `npm run prove` use the same. Types: arguments.d.mts.
import path from 'node:path';
import { root } from '../setup/node24.mjs';

/** Arguments of node: the processes that jest starts inherit its flags. */
export const jestArguments = (results, given) => [
  '--conditions=tocsin-source',
  '--import',
  path.join(root, 'test/support/jest/hooks.mjs'),
  path.join(root, 'node_modules/jest/bin/jest.js'),
  ...['--json', `--outputFile=${results}`],
  ...given,
];
