// A revoked key, a suspended member, a changed role, an ended session, a removed registration and a community that was left are in effect on every hub before the act is answered.
import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { revokeKey } from '../../../src/service/access/revoke-key.ts';
import { idInToken } from '../../../src/service/access/token.ts';
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
