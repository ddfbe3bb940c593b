// One link for each person of the sample, printed by `npm start`. The token is in the fragment, which browsers send nowhere; the
// hub gets its hash, and takes it once.
import { createHash, randomBytes } from 'node:crypto';
import path from 'node:path';
import { root } from '../setup/node24.mjs';

const lifeMs = 24 * 3_600_000;

// Returns what the hub is given, and what is printed.
export async function sampleLinks(url) {
  const { IDENTITIES } = await import(path.join(root, 'seeds/identities.ts'));
  const people = IDENTITIES.filter(({ person }) => person !== null).map(({ name, person }) => {
    const token = randomBytes(32).toString('base64url');
    const hash = createHash('sha256').update(`sample link ${token}`).digest('hex');
    return { setting: `${person}=${hash}`, name, link: `${url}/first-run#${token}` };
  });
  const until = new Date(Date.now() + lifeMs).toISOString();
  const width = Math.max(...people.map(({ name }) => name.length));
  return {
    setting: [until, ...people.map(({ setting }) => setting)].join(' '),
    lines: [
      'In a browser on this machine, as one of them; each link works once, today:',
      '',
      ...people.map(({ name, link }) => `  ${name.padEnd(width)}  ${link}`),
    ].join('\n'),
  };
}
