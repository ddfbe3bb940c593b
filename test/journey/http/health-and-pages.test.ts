// What a hub serves without GraphQL: health, metrics, one warning as plain text, and nothing else.
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { publishWarning } from '../../../src/service/warning/publish-warning.ts';
import { openTestEndpoint, type TestEndpoint } from '../../support/endpoint.ts';
import { draft } from '../../support/hub.ts';

let endpoint: TestEndpoint;
beforeAll(async () => {
  endpoint = await openTestEndpoint();
});
afterAll(() => endpoint.close());

const publish = async (changes: Parameters<typeof draft>[0] = {}): Promise<string> => {
  const published = await publishWarning(endpoint.hub, await endpoint.actor('cyberAgency'), draft(changes));
  if (!published.ok) throw new Error(JSON.stringify(published.problems));
  await endpoint.drain();
  return published.value.warning;
};

/** Everything that comes over one connection on which all of this is sent at once. */
const overOneConnection = async (...heads: readonly string[]): Promise<string> => {
  const { hostname, port } = new URL(endpoint.url);
  const socket = connect(Number(port), hostname);
  socket.write(heads.map((head) => `${head}\r\nHost: hub\r\n\r\n`).join(''));
  return text(socket);
};

test('requests that are sent without waiting are answered one after the other, in their order', async () => {
  const answers = await overOneConnection(
    'GET /healthz HTTP/1.1',
    'GET /readyz HTTP/1.1',
    'GET /nothing HTTP/1.1',
    'GET /readyz HTTP/1.1',
    'GET /healthz HTTP/1.1\r\nConnection: close',
  );
  const statuses = [...answers.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status);
  expect(statuses).toEqual(['200', '200', '404', '200', '200']);
  expect([...answers.matchAll(/^(ok|ready)$/gm)].map(([word]) => word)).toEqual([
    'ok',
    'ready',
    'ready',
    'ok',
  ]);
});

describe('the pages of a hub', () => {
  test('health and readiness need no key', async () => {
    expect(await endpoint.get(null, '/healthz')).toMatchObject({ status: 200, body: 'ok\n' });
    expect(await endpoint.get(null, '/readyz')).toMatchObject({ status: 200, body: 'ready\n' });
  });

  test('the start page says what this is, and runs no script', async () => {
    const page = await endpoint.get(null, '/');
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toContain('text/plain');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(page.body).toContain('/graphql');
  });

  test('every other address is absent, as a problem with the request id', async () => {
    for (const path of ['/admin', '/warnings', '/warnings/a/b', '/graphql/x', '/%2e%2e/etc']) {
      const page = await endpoint.get(await endpoint.token('northGrid', 'analyst'), path);
      expect([path, page.status]).toEqual([path, 404]);
      expect(page.headers.get('content-type')).toContain('application/problem+json');
      expect(page.body.requestId).toBe(page.headers.get('x-request-id'));
    }
    expect((await endpoint.get(null, '/warnings/%ff')).status).toBe(400);
  });

  test('metrics are for the operator, and name no member', async () => {
    const operator = await endpoint.token('cyberAgency', 'hub-operator');
    const admin = await endpoint.token('northGrid', 'member-admin');
    // After the keys, whose entries wait for a number too.
    await publish();
    expect((await endpoint.get(null, '/metrics')).status).toBe(401);
    expect((await endpoint.get(admin, '/metrics')).status).toBe(404);
    const page = await endpoint.get(operator, '/metrics');
    expect(page.status).toBe(200);
    for (const name of [
      'tocsin_requests_total{operation="page",status="401"} 1',
      'tocsin_request_duration_seconds_bucket',
      'tocsin_streams_open 0',
      'tocsin_sequence_lag_entries 0',
      'tocsin_oldest_open_entry_seconds 0',
      'nodejs_eventloop_lag_p99_seconds',
    ]) {
      expect(page.body).toContain(name);
    }
    expect(page.body).not.toMatch(/north-grid|cyber-agency|warning--/i);
  });
});

describe('one warning as plain text', () => {
  test('has the first action, whom to call, the marking at head and foot, and why it came', async () => {
    const id = await publish({ marking: 'AMBER', summary: 'Gateways are \u001b[31mexploited' });
    const page = await endpoint.get(await endpoint.token('northGrid', 'analyst'), `/warnings/${id}`);
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    const lines = String(page.body).trimEnd().split('\n');
    expect(lines[0]).toContain('TLP:AMBER');
    expect(lines.at(-1)).toBe(lines[0]);
    expect(page.body).toContain('1. Take the gateway off the internet (by 2030-01-01 12:00 UTC)');
    expect(page.body).toContain('Duty desk: +999 1 555 0100 (24x7)');
    expect(page.body).toContain('Why you have this:');
    expect(page.body).not.toContain('\u001b');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(72);
    const token = await endpoint.token('northGrid', 'analyst');
    const inZone = async (zone: string) =>
      String((await endpoint.get(token, `/warnings/${id}?timeZone=${zone}`)).body);
    const inOne = (text: string) => text.replace(/\s+/g, ' ');
    expect(inOne(await inZone('Asia/Tokyo'))).toContain('(by 2030-01-01 12:00 UTC, 21:00 here)');
    expect(inOne(await inZone('Pacific/Kiritimati'))).toContain('12:00 UTC, 01-02 02:00 here)');
    // In UTC nothing is said twice, and a name that is none changes nothing.
    for (const zone of ['UTC', 'Atlantis', '%00']) expect(await inZone(zone)).toBe(String(page.body));
  });

  test('an exercise says so at head and foot', async () => {
    const id = await publish({ exercise: 'wave-26' });
    const { body } = await endpoint.get(await endpoint.token('northGrid', 'analyst'), `/warnings/${id}`);
    expect(String(body).match(/EXERCISE EXERCISE EXERCISE/g)).toHaveLength(2);
  });

  test('is absent in the same way for a reader who may not see it and for an unknown id', async () => {
    const id = await publish();
    const token = await endpoint.token('metroRail', 'analyst');
    const hidden = await endpoint.get(token, `/warnings/${id}`);
    const absent = await endpoint.get(token, `/warnings/warning--00000000-0000-4000-8000-000000000000`);
    expect(hidden.status).toBe(404);
    expect({ ...hidden.body, requestId: '' }).toEqual({ ...absent.body, requestId: '' });
    expect((await endpoint.get(null, `/warnings/${id}`)).status).toBe(401);
  });
});
