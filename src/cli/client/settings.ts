// Where the hub is and who asks: the command line, else the environment, else what a running `npm start` left in its
// data directory.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { CliFault } from '../terminal/fault.ts';

export type ClientOptions = {
  readonly url?: string;
  readonly key?: string;
  /** Name of a ready identity: the key file `<data>/keys/<name>.key`. */
  readonly as?: string;
  readonly data?: string;
};

export type RunNote = { readonly mongodbUrl: string; readonly redisUrl: string; readonly port: number };

const root = path.join(import.meta.dirname, '..', '..', '..');

/** TOCSIN_DATA is of the project, as in `npm start`; --data is of where one stands. */
export const dataDirectoryOf = (options: ClientOptions): string =>
  options.data === undefined
    ? path.resolve(root, process.env['TOCSIN_DATA'] || '.tocsin')
    : path.resolve(options.data);

/** What a running hub wrote about itself, or null. */
export const runNote = (directory: string): RunNote | null => {
  const file = path.join(directory, 'run.json');
  if (!existsSync(file)) return null;
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as RunNote;
  } catch (error) {
    throw new CliFault(
      `${file} cannot be read.`,
      error instanceof Error ? error.message : String(error),
      'Stop the hub and start it again: npm start writes it anew.',
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
    throw new CliFault(`"${url}" is no address.`, 'A hub is reached by http or https.', ADDRESS, 2);
  }
  return url.replace(/\/+$/, '');
};

const ADDRESS = 'Write --url like http://127.0.0.1:4000, or set TOCSIN_URL.';

export const tokenOf = (options: ClientOptions): string => {
  if (options.as !== undefined) return keyFile(options, options.as);
  const token = (options.key ?? process.env['TOCSIN_KEY'] ?? '').trim();
  if (token !== '') return token;
  const names = readyIdentities(options);
  throw new CliFault(
    'No key was given.',
    'The hub answers nobody without one.',
    names.length === 0
      ? 'Set TOCSIN_KEY (or --key). Who runs the hub makes one: tocsin key create --member SLUG --role ROLE.'
      : `Take a ready identity: --as ${names[0]} (there are ${names.join(', ')}), or set TOCSIN_KEY.`,
    2,
  );
};

const keyFile = (options: ClientOptions, name: string): string => {
  const file = path.join(dataDirectoryOf(options), 'keys', `${name}.key`);
  if (/^[\w-]+$/.test(name) && existsSync(file)) return readFileSync(file, 'utf8').trim();
  const names = readyIdentities(options);
  throw new CliFault(
    `There is no key for --as ${name}.`,
    `${file} is not there.`,
    names.length === 0
      ? 'Start the hub once with npm start: it makes the ready identities. Or set TOCSIN_KEY.'
      : `Use one of ${names.join(', ')}.`,
    2,
  );
};

const readyIdentities = (options: ClientOptions): string[] => {
  const directory = path.join(dataDirectoryOf(options), 'keys');
  if (!existsSync(directory)) return [];
  return readdirSync(directory).flatMap((name) => (name.endsWith('.key') ? [name.slice(0, -4)] : []));
};
