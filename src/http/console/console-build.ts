// The files of the web console as `npm run console` built them: read once, each with its compressed forms beside it.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { type PageLanguage, TAGS } from '../sign-in/words/words.ts';

export type ConsoleFile = {
  readonly type: string;
  readonly plain: Uint8Array;
  /** Compressed by the build; absent for what does not shrink. */
  readonly gzip?: Uint8Array;
  readonly br?: Uint8Array;
};

export type ConsoleBuild = {
  /** The page that every view begins with. */
  readonly page: ConsoleFile;
  /** The same for whoever chose a language on the hub's own pages, by its tag. */
  readonly pageIn: ReadonlyMap<string, ConsoleFile>;
  /** By name. Names carry a hash of the content, so that browsers may keep a file for ever. */
  readonly files: ReadonlyMap<string, ConsoleFile>;
};

const FOLDER = path.join(import.meta.dirname, '../../../build/console');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Null when the console was not built: the hub serves its API all the same. */
export const readConsoleBuild = (folder: string = FOLDER): ConsoleBuild | null => {
  if (!existsSync(path.join(folder, 'index.html'))) return null;
  const files = new Map<string, ConsoleFile>();
  for (const name of readdirSync(folder)) {
    const type = TYPES[path.extname(name)];
    if (type !== undefined) files.set(name, readFile(folder, name, type));
  }
  const page = files.get('index.html');
  files.delete('index.html');
  if (page === undefined) return null;
  return { page, pageIn: new Map(TAGS.map((tag) => [tag, inLanguage(page, tag)])), files };
};

/** Says to the console what was chosen: no script reads the cookie. What is in the page without scripts stays English. */
const inLanguage = ({ type, plain }: ConsoleFile, language: PageLanguage): ConsoleFile => {
  const text = Buffer.from(plain).toString('utf8');
  const page = Buffer.from(text.replace('<html ', `<html data-language="${language}" `));
  return { type, plain: page, gzip: gzipSync(page), br: brotliCompressSync(page) };
};

const readFile = (folder: string, name: string, type: string): ConsoleFile => {
  const read = (ending: string): Uint8Array | undefined => {
    const file = path.join(folder, name + ending);
    return existsSync(file) ? readFileSync(file) : undefined;
  };
  const [gzip, br] = [read('.gz'), read('.br')];
  return {
    type,
    plain: readFileSync(path.join(folder, name)),
    ...(gzip === undefined ? {} : { gzip }),
    ...(br === undefined ? {} : { br }),
  };
};
