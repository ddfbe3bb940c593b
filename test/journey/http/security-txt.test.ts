// /.well-known/security.txt: where to report a vulnerability, when the operator sets it (RFC 9116).
import { afterAll, describe, expect, test } from '@jest/globals';
import { readConfig } from '../../../src/config/config.ts';
import { openTestEndpoint, type TestEndpoint } from '../../support/endpoint.ts';

const PATH = '/.well-known/security.txt';
const SET = {
  TOCSIN_SECURITY_CONTACT: 'mailto:security@hub.example, https://hub.example/report',
  TOCSIN_SECURITY_EXPIRES: '2099-12-31T23:00:00+01:00',
};

const open: TestEndpoint[] = [];
const endpointWith = async (env: NodeJS.ProcessEnv): Promise<TestEndpoint> => {
  const endpoint = await openTestEndpoint({ env });
  open.push(endpoint);
  return endpoint;
};
afterAll(async () => {
  for (const endpoint of open) await endpoint.close();
});

test('without a contact it looks like any unknown path', async () => {
  const endpoint = await endpointWith({});
  const page = await endpoint.get(null, PATH);
  const other = await endpoint.get(null, '/.well-known/nothing');
  const { requestId: _, ...body } = page.body;
  expect([page.status, body]).toEqual([404, expect.objectContaining({ code: 'NOT_FOUND' })]);
  expect(Object.keys(other.body)).toEqual(Object.keys(page.body));
});

test('it is public plain text with the fields of RFC 9116', async () => {
  const policy = 'https://hub.example/disclosure';
  const endpoint = await endpointWith({ ...SET, TOCSIN_SECURITY_POLICY: policy });
  const page = await endpoint.get(null, PATH);
  expect(page.status).toBe(200);
  expect(page.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  expect(page.body).toBe(
    [
      'Contact: mailto:security@hub.example',
      'Contact: https://hub.example/report',
      'Expires: 2099-12-31T22:00:00.000Z',
      `Policy: ${policy}`,
      '',
    ].join('\n'),
  );
});

test('it is absent once it expires', async () => {
  const endpoint = await endpointWith({ ...SET, TOCSIN_SECURITY_EXPIRES: '2020-01-01T00:00:00Z' });
  expect((await endpoint.get(null, PATH)).status).toBe(404);
});

describe('a bad setting stops the hub from starting', () => {
  test.each([
    [{ TOCSIN_SECURITY_CONTACT: 'security@hub.example' }, 'TOCSIN_SECURITY_CONTACT'],
    [{ TOCSIN_SECURITY_CONTACT: 'http://hub.example' }, 'TOCSIN_SECURITY_CONTACT'],
    [{ TOCSIN_SECURITY_CONTACT: 'mailto:a@b.example\nPolicy: x' }, 'TOCSIN_SECURITY_CONTACT'],
    [{ TOCSIN_SECURITY_EXPIRES: 'next year' }, 'TOCSIN_SECURITY_EXPIRES'],
    [{ TOCSIN_SECURITY_EXPIRES: undefined }, 'TOCSIN_SECURITY_EXPIRES'],
    [{ TOCSIN_SECURITY_POLICY: 'http://hub.example/policy' }, 'TOCSIN_SECURITY_POLICY'],
    [{ TOCSIN_SECURITY_POLICY: 'https://hub.example/x\ny' }, 'TOCSIN_SECURITY_POLICY'],
  ])('%j', (change, name) => {
    expect(() => readConfig({ ...SET, ...change })).toThrow(`  ${name}: `);
  });
});
