// Finds the address of the hub and the key: from the command line, then the environment, then the data directory of a
// running `npm start`.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { CliFault } from '../terminal/fault.ts';

export type ClientOptions = {
  readonly url?: string;
  readonly key?: string;
  /** The name of a ready identity, whose key is the file `<data>/keys/<name>.key`. */
  readonly as?: string;
  readonly data?: string;
};

export type RunNote = {
  readonly mongodbUrl: string;
  readonly redisUrl: string;
  readonly port: number;
  /** Which database of that server the hub works on; a hub that runs since an earlier release has not written it. */
  readonly database?: string | null;
};

const root = path.join(import.meta.dirname, '..', '..', '..');

/** TOCSIN_DATA is relative to the project, as in `npm start`; --data is relative to the working directory. */
export const dataDirectoryOf = (options: ClientOptions): string =>
  options.data === undefined
    ? path.resolve(root, process.env['TOCSIN_DATA'] || '.tocsin')
    : path.resolve(options.data);

/** What a running hub wrote about itself; null when none runs here. */
export const runNote = (directory: string): RunNote | null => {
  const file = path.join(directory, 'run.json');
  if (!existsSync(file)) return null;
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as RunNote;
  } catch (error) {
    throw new CliFault(
      `${file} cannot be read.`,
      error instanceof Error ? error.message : String(error),
      'Stop the hub and start it again; npm start rewrites the file.',
      2,
      error,
    );
  }
};

export const urlOf = (options: ClientOptions): string => {
  const given = options.url ?? process.env['TOCSIN_URL'];
  const port = given === undefined ? (runNote(dataDirectoryOf(options))?.port ?? 4000) : 4000;
  const url = given ?? `http://127.0.0.1:${port}`;
  if (!URL.canParse(url) || !/^https?:/.test(url)) {
    throw new CliFault(
      `"${url}" is not a valid address.`,
      'The address of a hub starts with http:// or https://.',
      ADDRESS,
      2,
    );
  }
  return url.replace(/\/+$/, '');
};

const ADDRESS = 'Use --url http://127.0.0.1:4000, for example, or set TOCSIN_URL.';

export const tokenOf = (options: ClientOptions): string => {
  if (options.as !== undefined) return keyFile(options, options.as);
  const token = (options.key ?? process.env['TOCSIN_KEY'] ?? '').trim();
  if (token !== '') return token;
  const names = readyIdentities(options);
  throw new CliFault(
    'No key was given.',
    'The hub does not answer without one.',
    names.length === 0
      ? 'Set TOCSIN_KEY (or --key). You make a key of your own at /account, signed in; who runs the machine of the hub makes any: tocsin key create --member SLUG --role ROLE.'
      : `Use a ready identity: --as ${names[0]} (or one of ${names.join(', ')}), or set TOCSIN_KEY.`,
    2,
  );
};

const keyFile = (options: ClientOptions, name: string): string => {
  const file = path.join(dataDirectoryOf(options), 'keys', `${name}.key`);
  if (/^[\w-]+$/.test(name) && existsSync(file)) return readFileSync(file, 'utf8').trim();
  const names = readyIdentities(options);
  throw new CliFault(
    `There is no key for --as ${name}.`,
    `${file} does not exist.`,
    names.length === 0
      ? 'Run npm start once: it creates the ready identities. Or set TOCSIN_KEY.'
      : `Use one of ${names.join(', ')}.`,
    2,
  );
};

const readyIdentities = (options: ClientOptions): string[] => {
  const directory = path.join(dataDirectoryOf(options), 'keys');
  if (!existsSync(directory)) return [];
  return readdirSync(directory).flatMap((name) => (name.endsWith('.key') ? [name.slice(0, -4)] : []));
};
