// A revoked key, a suspended member, a changed role, an ended session, a removed registration and a community that was left are in effect on every hub before the act is answered.
import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { revokeKey } from '../../../src/service/access/revoke-key.ts';
import { idInToken } from '../../../src/service/access/token.ts';
import { createCommunity } from '../../../src/service/community/keep-community.ts';
import { CAST } from '../../support/cast.ts';
import { good } from '../../support/outcome.ts';
import { openTwoHubs, TAKINGS, type TwoHubs, takeUnderLoad } from '../../support/rights-under-load.ts';

let hubs: TwoHubs;
beforeAll(async () => {
  hubs = await openTwoHubs();
});
afterAll(() => hubs.close());

/** The others differ in what lets the reader in. */
const FIRST = new Set<string>(['REVOCATION', 'SUSPENSION', 'ROLE']);

test.each(TAKINGS)('%s on one of two hubs: nothing arrives after the answer', async (taking) => {
  const load = FIRST.has(taking) ? { events: 30, streams: 6 } : { events: 15, streams: 4 };
  const finding = await takeUnderLoad(hubs, taking, load);
  expect(finding.received).toBeGreaterThan(0);
  expect(finding).toMatchObject({ late: 0 });
  expect(finding.closedMs).toBeLessThan(1_000);
});

test('a community that takes over what only members named is in effect on the other hub when it is answered', async () => {
  const { first, second } = hubs;
  const slug = 'energy-circle';
  const isIn = async () =>
    (await second.hub.directory.current()).members.get(CAST.energyCentre.id)?.communities.includes(slug);
  expect(await isIn()).toBe(true);
  const facts = { slug, name: 'Energy circle', managers: ['cyber-agency'], rule: { sectors: ['health'] } };
  good(await createCommunity(first.hub, await first.actor('cyberAgency', 'hub-operator'), facts));
  expect(await isIn()).toBe(false);
});

test('an act whose key was revoked while its body was on its way is not done', async () => {
  const { first } = hubs;
  const token = await first.token('energyCentre', 'publisher');
  const mutation =
    'mutation { acknowledgeWarning(input: { warning: "warning--none" }) { refusals { code } } }';
  const body = JSON.stringify({ query: mutation });
  const answered = new Promise<{ status: number | undefined; text: string }>((resolve, reject) => {
    const sent = request(
      `${hubs.second.url}/graphql`,
      {
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
        },
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part) => {
          text += part;
        });
        response.on('end', () => resolve({ status: response.statusCode, text }));
      },
    );
    sent.on('error', reject);
    sent.write(body.slice(0, 20));
    // The hub has let it in and waits for the rest.
    setTimeout(() => {
      void revokeKey(first.hub, idInToken(token) ?? '').then(() => sent.end(body.slice(20)));
    }, 500);
  });
  const { status, text } = await answered;
  expect(status).toBe(409);
  expect(text).toContain('RIGHTS_CHANGED_MEANWHILE');
});

test('of several acts in one mutation, one after a change of its own rights is not done', async () => {
  const { first } = hubs;
  const token = await first.token('energyCentre', 'publisher');
  const key = idInToken(token) ?? '';
  const mutation = `mutation {
    ends: revokeKey(input: { id: "${key}" }) { refusals { code } }
    answers: acknowledgeWarning(input: { warning: "warning--none" }) { refusals { code } }
  }`;
  const answer = await fetch(`${first.url}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query: mutation }),
  });
  const { data, errors } = (await answer.json()) as {
    data?: { ends: unknown } | null;
    errors?: { path: string[]; extensions: { code: string } }[];
  };
  expect([answer.status, errors?.map(({ path, extensions }) => [path, extensions.code])]).toEqual([
    200,
    [[['answers'], 'RIGHTS_CHANGED_MEANWHILE']],
  ]);
  expect(data === null || data?.ends !== undefined).toBe(true);
});
