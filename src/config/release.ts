// The release of Tocsin that runs, from its package.json.
import { readFileSync } from 'node:fs';

export const ownRelease = (): string =>
  (JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string })
    .version;
