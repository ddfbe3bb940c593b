// The first steps for a newcomer: printed by `npm start` when all is ready, and kept next to the keys.
import path from 'node:path';
import { IDENTITIES } from './identities.ts';

const QUERY = '{"query":"{ feed(first: 3) { edges { node { headline whyMe { rule } } } } }"}';

/** The directory relative to the working directory if it is below it; commands are typed in the project. */
const typed = (directory: string): string => {
  const relative = path.relative(process.cwd(), directory);
  return relative.startsWith('..') ? directory : relative;
};

/** Quoted for a shell where necessary. */
const quoted = (text: string): string =>
  /^[\w./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;

export const guideText = (directory: string, port: number): string => {
  const url = `http://localhost:${port}`;
  const keys = typed(directory);
  const width = Math.max(...IDENTITIES.map(({ name }) => name.length));
  return [
    'Six identities are ready; their keys are files that only you can read:',
    '',
    ...IDENTITIES.map(({ name, who }) => `  ${name.padEnd(width)}  ${who}`),
    '',
    `  in ${keys}, as NAME.key`,
    '',
    `In a browser: ${url}, where a key signs you in.`,
    '',
    'What the analyst sees, and why (GraphQL):',
    '',
    `  curl -s ${url}/graphql \\`,
    `    -H "Authorization: Bearer $(cat ${quoted(path.join(keys, 'analyst.key'))})" \\`,
    `    -H 'content-type: application/json' -d '${QUERY}'`,
    '',
    'See a warning arrive: keep the first command running, and publish from another terminal.',
    '',
    '  npx tocsin watch --as analyst',
    '  npx tocsin preview seeds/examples/preview.json --as duty-officer',
    '  npx tocsin publish seeds/examples/warning.json --as duty-officer',
    '',
    `Also there: ${url}/healthz, and ${url}/metrics for a key of role hub-operator.`,
    '',
  ].join('\n');
};
