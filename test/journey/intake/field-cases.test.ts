// Small inputs that went wrong in the field. Most are read where the rule that mends them is tested; here are the others, each as
// it was sent, and that none is left unread.
import { globSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { findingsIn } from '../../../src/cli/stix/findings-in.ts';
import { mongodbUrlFault, redisUrlFault } from '../../../src/config/server-urls.ts';
import { parseCsaf } from '../../../src/exchange/csaf/parse-csaf.ts';
import { actionsOf } from '../../../src/exchange/csaf-action/actions.ts';
import { publishWarning } from '../../../src/service/warning/publish-warning.ts';
import { openTestEndpoint, type TestEndpoint } from '../../support/endpoint.ts';
import { draft } from '../../support/hub.ts';
import { fieldCase } from '../../support/inputs/field-case.ts';
import { bundleOf } from '../../support/objects.ts';
import { to } from '../../support/publish.ts';

const TESTS = path.join(import.meta.dirname, '../..');
const FIXTURES = path.join(TESTS, 'fixtures');
const stixCase = (name: string) => JSON.parse(readFileSync(path.join(FIXTURES, 'stix-intake', name), 'utf8'));

let endpoint: TestEndpoint;
let token: string;
beforeAll(async () => {
  endpoint = await openTestEndpoint();
  token = await endpoint.token('northGrid', 'analyst');
});
afterAll(() => endpoint.close());

test('each case is read by a test', () => {
  // Or by what several tests share to read it.
  const texts = globSync(['**/*.test.ts', 'support/**/*.ts'], { cwd: TESTS }).map((file) =>
    readFileSync(path.join(TESTS, file), 'utf8'),
  );
  const cases = ['field-cases', 'stix-intake'].flatMap((folder) =>
    readdirSync(path.join(FIXTURES, folder)).filter((name) => /\.(?:json|sh)$/.test(name)),
  );
  expect(cases.length).toBeGreaterThan(20);
  expect(cases.filter((name) => !texts.some((text) => text.includes(name)))).toEqual([]);
});

describe('STIX', () => {
  test('MISP’s pair under one UUID has one verdict as a bundle and as a list', () => {
    const bundle = stixCase('09-misp-same-uuid-bundle.json');
    const list = stixCase('09-misp-same-uuid-list.json');
    for (const level of ['receive', 'strict'] as const) {
      const [of, inList] = [bundle, list].map((value) =>
        findingsIn(value, level).map((each) => `${each.level} ${each.code}`),
      );
      expect(inList).toEqual(of);
      expect(of).toContain(`${level === 'receive' ? 'received' : 'error'} ID_REUSED`);
    }
  });

  test('a media type of another form is a warning at both levels, and is published', async () => {
    const file = stixCase('stix-mime-bla.json');
    for (const level of ['receive', 'strict'] as const) {
      const found = findingsIn(file, level);
      expect(found.filter((each) => each.level !== 'warning')).toEqual([]);
      expect(found.map((each) => each.path)).toContain('$.mime_type');
    }
    const outcome = await publishWarning(
      endpoint.hub,
      await endpoint.actor('cyberAgency'),
      draft({ audience: to('northGrid'), bundle: bundleOf(file) }),
    );
    expect(outcome).toMatchObject({ ok: true });
  });
});

test('of several mitigations the vendor’s fixes come first, with their versions', () => {
  const parsed = parseCsaf(fieldCase('actions-without-the-fix.json'));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const [first, second, ...others] = actionsOf(parsed.advisory);
  expect(first).toContain('Update to CMU Firmware Version 12.7.7');
  expect(second).toContain('Update to CMU Firmware Version 13.2.7');
  expect(others.join()).not.toMatch(/\bUpdate to\b/);
});

test('a request of Apollo by a hash alone is answered as its protocol expects', async () => {
  const answer = await endpoint.post(token, fieldCase('17-apq-request.json'));
  expect([answer.status, answer.body]).toEqual([
    200,
    {
      errors: [
        expect.objectContaining({
          message: 'PersistedQueryNotFound',
          extensions: expect.objectContaining({ code: 'PERSISTED_QUERY_NOT_FOUND' }),
        }),
      ],
    },
  ]);
});

test('a country that no warning can have is refused with its path', async () => {
  const { status, body } = await endpoint.post(token, fieldCase('19-country-filter.json'));
  expect(status).toBe(200);
  expect(body.errors).toEqual([
    expect.objectContaining({
      extensions: expect.objectContaining({ code: 'COUNTRY_MALFORMED', path: '$.filter.country' }),
    }),
  ]);
  expect(body.data ?? null).toBeNull();
});

describe('settings', () => {
  /** The values of a variable in a script, in their order. */
  const given = (script: string, name: string): string[] =>
    [...fieldCase(script).matchAll(new RegExp(`^${name}='([^']*)'`, 'gm'))].map(([, value]) => value ?? '');

  test('a URL without a database is refused; a read preference is overruled and a standalone server is for the start to see', () => {
    const [preferring, standalone, without] = given('20-mongo-settings.sh', 'MONGODB_URL');
    expect(mongodbUrlFault(without ?? '', undefined)).toContain('names no database');
    // test/fault/errors-are-redacted starts a hub on both.
    for (const url of [preferring, standalone]) expect(mongodbUrlFault(url ?? '', undefined)).toBeNull();
  });

  test('a password that does not parse is refused without a letter of it', () => {
    const [url = ''] = given('21-redis-secret.sh', 'REDIS_URL');
    const fault = redisUrlFault(url) ?? '';
    expect(fault).toContain('does not parse');
    expect(fault).not.toMatch(/s3|cr=t/);
  });
});
