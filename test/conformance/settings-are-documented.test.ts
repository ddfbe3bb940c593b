// docs/OPERATING.md lists every setting with its default, and no setting that does not exist.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { type Config, readConfig } from '../../src/config/config.ts';

const ROOT = path.join(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');
const guide = read('docs/OPERATING.md');

/** Rows of the tables whose first cell is a variable: name and second cell. Words in capitals are classes of something else. */
const rows = [...guide.matchAll(/^\| `((?:TOCSIN|MONGODB|REDIS|XDG)_[A-Z0-9_]+)` \| (.*?) \|/gm)].map(
  ([, name = '', cell = '']) => ({
    name,
    cell,
  }),
);
const documented = new Set(rows.map(({ name }) => name));

/** Set between our own processes, for tests, or by docker-compose.yml for its scripts: operators do not set these. */
const INTERNAL = new Set([
  'TOCSIN_BEGAN',
  'TOCSIN_LAUNCHED',
  'TOCSIN_SHADOW',
  'TOCSIN_SHARE',
  'TOCSIN_PROGRAMS',
  'TOCSIN_TEST_MONGODB_URL',
  'TOCSIN_TEST_REDIS_URL',
  'TOCSIN_BENCH_MONGOD_PID',
  'TOCSIN_BENCH_REDIS_PID',
  'TOCSIN_PASSWORD',
]);

const filesBelow = (folder: string): string[] =>
  readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|mjs|js|sh|cfg)$/.test(entry.name))
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)));

const sources = [
  ...['src', 'workers', 'seeds', 'scripts', 'bin', 'docker'].flatMap(filesBelow),
  'docker-compose.yml',
  'Dockerfile',
].map(read);

/** The forms of an environment variable: env.NAME, env['NAME'], a key of the schema, ${NAME}, NAME=. */
const READ =
  /env(?:\.|\[')((?:TOCSIN|XDG)_[A-Z_]+)|^ {2}((?:TOCSIN|MONGODB|REDIS)_[A-Z_]+):|\$\{(TOCSIN_[A-Z_]+)|\b(TOCSIN_[A-Z_]+)=/gm;
const known = new Set(
  sources.flatMap((text) =>
    [...text.matchAll(READ)].map((found) => found.slice(1).find((name) => name) ?? ''),
  ),
);
const schema = [...read('src/config/environment.ts').matchAll(/^ {2}([A-Z][A-Z_]+): (?:z\b|positive)/gm)].map(
  ([, name = '']) => name,
);

test('every setting of the configuration is in the guide', () => {
  expect(schema.length).toBeGreaterThan(15);
  expect(schema.filter((name) => !documented.has(name))).toEqual([]);
});

test('so is every other variable that is read, and no others', () => {
  expect(known.size).toBeGreaterThan(schema.length);
  expect([...known].filter((name) => !documented.has(name) && !INTERNAL.has(name))).toEqual([]);
  expect([...documented].filter((name) => !known.has(name))).toEqual([]);
});

/** Another valid value, where it is no number and cannot be any longer text. */
const OTHER: Readonly<Record<string, string>> = {
  info: 'warn',
  true: 'false',
  false: 'true',
  on: 'off',
  'redis://127.0.0.1:6379': 'redis://127.0.0.1:6380',
  'Tocsin <tocsin@localhost>': 'Hub <hub@localhost>',
};

/** Settings that are off by default, and the value that is then null. */
const UNSET = new Map<string, keyof Config | null>([
  ['TOCSIN_DATABASE', 'database'],
  ['TOCSIN_WORKER_PORT', 'workerPort'],
  ['TOCSIN_PROXIES', 'proxies'],
  ['TOCSIN_CORS_ORIGINS', 'corsOrigins'],
  ['TOCSIN_ORIGIN', 'origin'],
  ['TOCSIN_SAMPLE_LINKS', 'sampleLinks'],
  ['TOCSIN_CERTIFICATE_PROXIES', 'certificateProxies'],
  ['TOCSIN_TLS_PORT', 'tls'],
  ['TOCSIN_SECRETS_KEY', 'secretsKeys'],
  // Mean nothing without the port.
  ['TOCSIN_TLS_CERTIFICATE', null],
  ['TOCSIN_TLS_KEY', null],
  // Parts of what is said of mail and of what goes out.
  ['TOCSIN_SMTP_URL', null],
  ['TOCSIN_BOUNCE_ADDRESS', null],
  ['TOCSIN_BOUNCE_MAILDIR', null],
  ['TOCSIN_OUTBOUND_CA', 'outboundCa'],
  ['TOCSIN_SECURITY_CONTACT', 'securityContact'],
  // Needs the contact, and means nothing without it.
  ['TOCSIN_SECURITY_EXPIRES', null],
  ['TOCSIN_SECURITY_POLICY', null],
]);

test.each([...UNSET])('%s is off by default, and an empty text counts as unset', (name, part) => {
  if (part !== null) expect(plain({})[part]).toBeNull();
  expect(plain({ [name]: '' })).toEqual(plain({}));
});

const plain = (env: NodeJS.ProcessEnv) => {
  const { mongodbUrl, redisUrl, ...config } = readConfig(env);
  return { ...config, mongodbUrl: mongodbUrl.reveal(), redisUrl: redisUrl.reveal() };
};

test.each(rows.filter(({ name }) => schema.includes(name)))(
  '$name has the documented default: $cell',
  ({ name, cell }) => {
    const value = /^`(.*)`$/.exec(cell)?.[1];
    if (value === undefined) {
      expect([name, cell, UNSET.has(name)]).toEqual([name, '–', true]);
      return;
    }
    expect(plain({ [name]: value })).toEqual(plain({}));
    const other = OTHER[value] ?? (/^\d+$/.test(value) ? String(Number(value) + 1) : `${value}x`);
    expect(plain({ [name]: other })).not.toEqual(plain({}));
  },
);
