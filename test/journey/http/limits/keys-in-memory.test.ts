// Keys are known from memory: a guess costs no query, and a key that is made, revoked or expires counts at once on every
// hub. Failed keys are limited by client address (keyFailuresPerMinute), and never lock a valid key out.
import { randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { WebSocket } from 'ws';
import { createKey } from '../../../../src/service/access/create-key.ts';
import { revokeKey } from '../../../../src/service/access/revoke-key.ts';
import { authenticateByCertificate } from '../../../../src/service/credential/authenticate-machine.ts';
import { readSession } from '../../../../src/service/session/read-session.ts';
import { CAST } from '../../../support/cast.ts';
import { commandsOf, monitored } from '../../../support/database/commands.ts';
import { testServers } from '../../../support/database/database.ts';
import { type Answer, openTestEndpoint, type TestEndpoint } from '../../../support/endpoint.ts';
import { eventually } from '../../../support/processes.ts';

const N = 5;
const ME = '{ me { role } }';
const clock = { ms: Date.parse('2026-06-01T00:00:00.000Z') };

let servers: Awaited<ReturnType<typeof testServers>>;
/** Knows no proxies. */
let alone: TestEndpoint;
/** On the same database, behind a proxy on loopback. */
let behind: TestEndpoint;
beforeAll(async () => {
  servers = await testServers();
  const env = {
    MONGODB_URL: monitored(servers.mongodbUrl),
    REDIS_URL: servers.redisUrl,
    TOCSIN_KEY_FAILURES_PER_MINUTE: String(N),
  };
  const outside = { clock: { now: () => new Date(clock.ms) } };
  alone = await openTestEndpoint({ ...outside, env });
  behind = await openTestEndpoint({
    ...outside,
    env: { ...env, TOCSIN_DATABASE: alone.database, TOCSIN_PROXIES: '127.0.0.0/8, ::1' },
  });
});
afterAll(async () => {
  await behind.shut();
  await behind.hub.close();
  await alone.close();
  await servers.stop();
});

const guessOf = (id: string): string => {
  const body = `toc_hub_${id}_${randomBytes(32).toString('base64url').replaceAll('_', '-')}`;
  return `${body}_${crc32(body).toString(16).padStart(8, '0')}`;
};
const idOf = (token: string): string => token.split('_')[2] ?? '';
const codeOf = ({ status, body }: Answer): string =>
  `${status} ${body.errors?.[0]?.extensions?.code ?? 'OK'}`;
const tryKey = async (endpoint: TestEndpoint, token: string | null, address?: string): Promise<string> =>
  codeOf(await endpoint.ask(token, ME, {}, address === undefined ? {} : { 'x-forwarded-for': address }));

const REFUSED = '401 UNAUTHENTICATED';
const LIMITED = '429 KEY_FAILURES_LIMITED';

describe('a key', () => {
  test('that is unknown, has another secret, or was revoked costs no query', async () => {
    const known = await behind.token('northGrid', 'analyst');
    const revoked = await behind.token('northGrid', 'reader');
    await revokeKey(behind.hub, idOf(revoked));
    // The copy of the directory is renewed by the first request after a change.
    expect(await tryKey(behind, known)).toBe('200 OK');
    const tokens = [guessOf(randomBytes(8).toString('hex')), guessOf(idOf(known)), revoked];
    for (const [index, token] of tokens.entries()) {
      const commands = await commandsOf(behind, async () => {
        expect(await tryKey(behind, token, `203.0.113.${index}`)).toBe(REFUSED);
      });
      expect(commands).toEqual([]);
    }
  });

  test('nor does a token, a certificate or a session that nobody has', async () => {
    const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const { hub } = behind;
    const said = { range: null, registration: 'f'.repeat(64) };
    const token = `${part({ alg: 'ES256' })}.${part({ iss: 'https://accounts.example', sub: 'x' })}.AAAA`;
    await hub.directory.current();
    for (let count = 0; count < 3; count += 1) {
      const commands = await commandsOf(behind, async () => {
        expect(await tryKey(behind, token, `203.0.113.${50 + count}`)).toBe(REFUSED);
        const certificate = randomBytes(32).toString('hex');
        expect(await authenticateByCertificate(hub, certificate, said)).toBeNull();
        expect(await readSession(hub, randomBytes(32).toString('base64url'))).toBeNull();
      });
      expect(commands).toEqual([]);
    }
  });

  test('is accepted by another hub as soon as it is made, and refused as soon as it is revoked', async () => {
    for (let turn = 0; turn < 3; turn += 1) {
      const token = await alone.token('cityHospital', 'reader');
      await eventually(
        'the key is known',
        async () => (await tryKey(behind, token, '198.51.100.1')) === '200 OK',
        1_000,
      );
      await revokeKey(alone.hub, idOf(token));
      // The hub that revoked it has no moment in which it still holds.
      expect(await tryKey(alone, token)).not.toBe('200 OK');
      await eventually(
        'the key is refused',
        async () => (await tryKey(behind, token, '198.51.100.1')) !== '200 OK',
        1_000,
      );
    }
  });

  test('expires by the clock, with nothing read again', async () => {
    const created = await createKey(alone.hub, {
      member: CAST.cityHospital.slug,
      role: 'reader',
      expiresAt: new Date(clock.ms + 1_000),
    });
    if (!created.ok) throw new Error('a key is made');
    const { token } = created.value;
    clock.ms += 999;
    expect(await tryKey(alone, token)).toBe('200 OK');
    clock.ms += 1;
    expect(await tryKey(alone, token)).not.toBe('200 OK');
  });

  test('whose change was not announced is followed too: the count is part of the change', async () => {
    // The first key of a person makes the person too.
    await alone.token('riverWater', 'reader');
    const before = await alone.hub.counters.current('directory');
    const token = await alone.token('riverWater', 'reader');
    expect(await alone.hub.counters.current('directory')).toBe(before + 1);
    await revokeKey(alone.hub, idOf(token));
    expect(await alone.hub.counters.current('directory')).toBe(before + 2);
  });
});

describe('failed keys are limited', () => {
  const unknown = () => guessOf(randomBytes(8).toString('hex'));

  test('by client address: n - 1, n, n + 1', async () => {
    const address = '203.0.113.77';
    const answers: string[] = [];
    for (let nth = 1; nth <= N + 1; nth += 1) answers.push(await tryKey(behind, unknown(), address));
    expect(answers).toEqual([...Array.from({ length: N }, () => REFUSED), LIMITED]);
    // Others are not affected, a valid key not even from there.
    expect(await tryKey(behind, unknown(), '203.0.113.78')).toBe(REFUSED);
    expect(await tryKey(behind, await behind.token('southGrid', 'analyst'), address)).toBe('200 OK');
    const limited = await behind.ask(unknown(), ME, {}, { 'x-forwarded-for': `192.0.2.1, ${address}` });
    expect(limited.status).toBe(429);
    expect(Number(limited.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(limited.body.errors[0].message).toMatch(
      /^This key is not valid, and too many keys were not\. Wait \d+ s\.$/,
    );
  });

  test('the same for a known id as for an unknown one', async () => {
    const known = idOf(await behind.token('southGrid', 'reader'));
    for (const [index, idAt] of [() => known, () => randomBytes(8).toString('hex')].entries()) {
      const answers: string[] = [];
      for (let nth = 1; nth <= N + 1; nth += 1)
        answers.push(await tryKey(behind, guessOf(idAt()), `203.0.113.${100 + index}`));
      expect(answers).toEqual([...Array.from({ length: N }, () => REFUSED), LIMITED]);
    }
  });

  test('in one budget where the hub knows no proxies; the header is not believed, a valid key never refused', async () => {
    const answers: string[] = [];
    for (let nth = 1; nth <= 2 * N; nth += 1)
      answers.push(await tryKey(alone, unknown(), `203.0.113.${nth}`));
    expect(answers.slice(N)).toEqual(Array.from({ length: N }, () => LIMITED));
    const valid = await alone.token('southGrid', 'analyst');
    for (let nth = 0; nth < 20; nth += 1) expect(await tryKey(alone, valid)).toBe('200 OK');
    // Asking without a key is no failure, and is answered as ever.
    expect(await tryKey(alone, null)).toBe(REFUSED);
  });

  test('on a WebSocket it is closed with 1013', async () => {
    const closed = (address: string, token: string): Promise<number> =>
      new Promise((resolve, reject) => {
        const socket = new WebSocket(`${behind.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
          headers: { 'x-forwarded-for': address },
        });
        socket.on('open', () =>
          socket.send(
            JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } }),
          ),
        );
        socket.on('close', resolve);
        socket.on('error', reject);
      });
    const codes: number[] = [];
    for (let nth = 1; nth <= N + 1; nth += 1) codes.push(await closed('203.0.113.200', unknown()));
    expect(codes).toEqual([...Array.from({ length: N }, () => 4403), 1013]);
  });
});
