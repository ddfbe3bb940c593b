// Signs what goes to a webhook, as Standard Webhooks says: the id of the delivery, the second, and the body, by every secret in
// force. During a rotation there are two, so that a receiver changes over without losing anything.
import { createPrivateKey, type KeyObject, sign } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import type { EndpointSecretRow } from '../../../store/delivery/endpoint-secrets.ts';

type Signed = { readonly id: string; readonly at: Date; readonly body: string };

const hmacs = new WeakMap<EndpointSecretRow, Webhook>();
const keys = new WeakMap<EndpointSecretRow, KeyObject>();

const signature = (row: EndpointSecretRow, { id, at, body }: Signed): string => {
  if (row.kind === 'HMAC') {
    const webhook = hmacs.get(row) ?? new Webhook(row.secret);
    hmacs.set(row, webhook);
    return webhook.sign(id, at, body);
  }
  const key =
    keys.get(row) ??
    createPrivateKey({ key: Buffer.from(row.secret, 'base64'), format: 'der', type: 'pkcs8' });
  keys.set(row, key);
  const signed = sign(null, Buffer.from(`${id}.${Math.floor(at.getTime() / 1_000)}.${body}`), key);
  return `v1a,${signed.toString('base64')}`;
};

/** `secrets` of the endpoint, the newest first. */
export const webhookHeaders = (
  secrets: readonly EndpointSecretRow[],
  signed: Signed,
): Record<string, string> => ({
  'content-type': 'application/json',
  'accept-encoding': 'identity',
  'user-agent': 'tocsin',
  'webhook-id': signed.id,
  'webhook-timestamp': String(Math.floor(signed.at.getTime() / 1_000)),
  'webhook-signature': secrets
    .filter(({ endsAt }) => endsAt === null || endsAt > signed.at)
    .map((row) => signature(row, signed))
    .join(' '),
});
