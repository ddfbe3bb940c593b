// Settings that cannot work are refused in a line each that names the variable, and never quotes a value.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readConfig } from '../../../src/config/config.ts';
import { misspeltSettings } from '../../../src/config/misspelt-settings.ts';
import { mongodbUrlFault, redisUrlFault } from '../../../src/config/server-urls.ts';
import { seed } from '../../support/seed.ts';

const linesOf = (env: NodeJS.ProcessEnv): string[] => {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    return (error as Error).message
      .split('\n')
      .slice(1)
      .map((line) => line.trim());
  }
};
const namesOf = (env: NodeJS.ProcessEnv): string[] => linesOf(env).map((line) => line.split(':')[0] ?? '');

describe('the address of MongoDB', () => {
  test.each([
    'mongodb://127.0.0.1:27017/tocsin?replicaSet=rs0',
    'mongodb://a.example:27017,b.example:27017,[2001:db8::1]:27017/tocsin?replicaSet=rs0&readPreference=secondary',
    'mongodb+srv://user:p%40ss%2Fword@cluster.example/tocsin',
    'mongodb://%2Ftmp%2Fmongodb-27017.sock/tocsin',
  ])('%s is taken', (url) => {
    expect(mongodbUrlFault(url, undefined)).toBeNull();
  });

  test.each([
    ['mongodb://127.0.0.1:27017/?replicaSet=rs0', /names no database/],
    ['mongodb://127.0.0.1:27017', /names no database/],
    ['mongodb://127.0.0.1:27017/admin', /cannot be used/],
    ['mongodb://user:p/ss@127.0.0.1:27017/tocsin', /does not parse/],
    ['mongodb://user:p@ss@127.0.0.1:27017/tocsin', /does not parse/],
    ['mongodb://user:p%ss@127.0.0.1:27017/tocsin', /does not parse/],
    ['mongodb://127.0.0.1:99999/tocsin', /a host/],
    ['postgres://127.0.0.1/tocsin', /does not parse/],
  ])('%s is refused', (url, fault) => {
    expect(mongodbUrlFault(url, undefined)).toMatch(fault);
  });

  test('needs no database where TOCSIN_DATABASE names one', () => {
    expect(mongodbUrlFault('mongodb://127.0.0.1:27017', 'tocsin')).toBeNull();
  });
});

test('a mailbox for mail that comes back has room for the tag that is added to its name', () => {
  const fault = (name: string) => linesOf({ TOCSIN_BOUNCE_ADDRESS: `${name}@hub.example` });
  expect(fault('b'.repeat(15))).toEqual([]);
  expect(fault('b'.repeat(16))).toEqual([expect.stringMatching(/^TOCSIN_BOUNCE_ADDRESS: .*at most 15/)]);
});

describe('the address of Redis', () => {
  test.each([
    'redis://127.0.0.1:6379',
    'rediss://user:p%2Fss@redis.example/2',
    'redis://:s3cret@[::1]:6379/0',
  ])('%s is taken', (url) => expect(redisUrlFault(url)).toBeNull());
  test.each([
    'redis://:s3/cr=t@127.0.0.1:6379',
    'redis://user:12/3@127.0.0.1:6379',
    'redis://:s3#cret@127.0.0.1:6379',
    'redis://:s3%cret@127.0.0.1:6379',
    '127.0.0.1:6379',
    'redis://',
  ])('%s is refused', (url) => expect(redisUrlFault(url)).toMatch(/percent-encode/));
});

test('no secret is ever repeated, whatever it holds', () => {
  const password = fc.string({ minLength: 6, maxLength: 20 }).map((text) => `Zq${text}qZ`);
  const property = fc.property(password, (secret) => {
    const said = linesOf({
      MONGODB_URL: `mongodb://user:${secret}@127.0.0.1:27017/tocsin`,
      REDIS_URL: `redis://:${secret}@127.0.0.1:6379`,
      TOCSIN_PORT: secret,
    }).join('\n');
    expect(said).not.toContain(secret);
    // The port at least is wrong.
    expect(said).toContain('TOCSIN_PORT');
  });
  fc.assert(property, { seed: seed(), numRuns: 500 });
});

test.each([
  ['TOCSIN_PORT', ['many', '70000', '-1', '4e3', '0x10', '80.5']],
  ['TOCSIN_MAX_PUBLISH_BYTES', ['8MB', '0', '1e6', '-5', 'Infinity']],
  ['TOCSIN_STORAGE_ALARM_PERCENT', ['85%', '0', '101', 'full']],
  ['TOCSIN_PERSISTED_QUERIES', ['1001', 'all']],
])('%s takes no wrong number', (name, values) => {
  for (const value of values) {
    const lines = linesOf({ [name]: value });
    expect([value, lines.length, lines[0]?.startsWith(`${name}: `)]).toEqual([value, 1, true]);
    expect(lines[0]).toMatch(/number/);
  }
});

test('every fault is said at once', () => {
  expect(namesOf({ TOCSIN_PORT: 'x', TOCSIN_MAX_STREAMS: 'y', TOCSIN_LOG_LEVEL: 'loud' }).sort()).toEqual([
    'TOCSIN_LOG_LEVEL',
    'TOCSIN_MAX_STREAMS',
    'TOCSIN_PORT',
  ]);
  expect(namesOf({ MONGODB_URL: 'mongodb://h', REDIS_URL: 'redis://' })).toEqual([
    'MONGODB_URL',
    'REDIS_URL',
  ]);
});

test('a setting that is none is told from others of its name, and its value is not', () => {
  const env = { TOCSIN_MAX_STREMS: 's3cret', TOCSIN_MAX_STREAMS: '5', TOCSIN_KEY: 'toc_x', TOCSIN_URL: 'x' };
  expect(misspeltSettings(env)).toEqual([{ name: 'TOCSIN_MAX_STREMS', meant: 'TOCSIN_MAX_STREAMS' }]);
});

describe('a file that a setting names', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tocsin-settings-'));
  const put = (name: string, text: string): string => {
    const file = path.join(folder, name);
    writeFileSync(file, text);
    return file;
  };
  afterAll(() => rmSync(folder, { recursive: true }));
  const given = (more: NodeJS.ProcessEnv): NodeJS.ProcessEnv => ({
    MONGODB_URL: 'mongodb://127.0.0.1:27017/tocsin?replicaSet=rs0',
    REDIS_URL: 'redis://127.0.0.1:6379',
    ...more,
  });

  test('and that cannot be read is refused with the other faults, one line each', () => {
    const env = given({
      REDIS_URL: 'redis://',
      TOCSIN_OUTBOUND_CA: '/nowhere/ca.pem',
      TOCSIN_TLS_PORT: '4843',
      TOCSIN_TLS_CERTIFICATE: '/nowhere/cert.pem',
      TOCSIN_TLS_KEY: '/nowhere/key.pem',
    });
    expect(namesOf(env)).toEqual([
      'REDIS_URL',
      'TOCSIN_OUTBOUND_CA',
      'TOCSIN_TLS_CERTIFICATE',
      'TOCSIN_TLS_KEY',
    ]);
    expect(linesOf(env).join()).not.toContain('nowhere');
  });

  test('and that holds something else is refused without quoting it; without a port the listener needs none', () => {
    const other = put('other.pem', 'Zq-not-a-certificate');
    const broken = put('broken.pem', '-----BEGIN CERTIFICATE-----\nZqZq\n-----END CERTIFICATE-----\n');
    for (const file of [other, broken]) {
      const said = linesOf(given({ TOCSIN_OUTBOUND_CA: file }));
      expect(said).toEqual([
        expect.stringMatching(/^TOCSIN_OUTBOUND_CA: names a file without a certificate/),
      ]);
      const pair = { TOCSIN_TLS_CERTIFICATE: file, TOCSIN_TLS_KEY: file };
      expect(namesOf(given({ TOCSIN_TLS_PORT: '4843', ...pair }))).toEqual([
        'TOCSIN_TLS_CERTIFICATE, TOCSIN_TLS_KEY',
      ]);
      expect(linesOf(given(pair))).toEqual([]);
    }
  });
});

test('an address that does not parse is said beside a wrong number, and quotes nothing', () => {
  const env = { REDIS_URL: 'redis://:s3/cr=t@127.0.0.1:6379', TOCSIN_PORT: '99999' };
  expect(namesOf(env)).toEqual(['TOCSIN_PORT', 'REDIS_URL']);
  expect(linesOf(env).join()).not.toMatch(/s3|cr=t/);
  const nameless = { MONGODB_URL: 'mongodb://127.0.0.1:27017', TOCSIN_DATABASE: 'a b' };
  expect(namesOf(nameless)).toEqual(['TOCSIN_DATABASE']);
});

test.each(['admin', 'local', 'config', 'Admin'])('%s is MongoDB’s own database, and no hub’s', (name) => {
  expect(linesOf({ TOCSIN_DATABASE: name })).toEqual([
    'TOCSIN_DATABASE: a name of its own: admin, local and config are MongoDB’s',
  ]);
});

test('what a setting takes is said in words, not in those of the validator', () => {
  const env = {
    TOCSIN_LOG_LEVEL: 'loud',
    TOCSIN_CONSOLE: 'maybe',
    TOCSIN_MAX_STREAMS: 'x',
    TOCSIN_DATABASE: 'a b',
    TOCSIN_PORT: '99999',
  };
  expect(linesOf(env).sort()).toEqual([
    'TOCSIN_CONSOLE: on or off',
    'TOCSIN_DATABASE: letters without accents, digits, - and _, at most 48 in all',
    'TOCSIN_LOG_LEVEL: one of fatal, error, warn, info, debug, silent',
    'TOCSIN_MAX_STREAMS: a whole number, 1 or more',
    'TOCSIN_PORT: a port, which is a whole number from 0 to 65535',
  ]);
});
