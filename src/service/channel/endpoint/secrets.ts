// Secrets that sign to webhooks: made, shown once, and rotated with an overlap in which both sign.
import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import type { EndpointSecretRow, SignatureKind } from '../../../store/delivery/endpoint-secrets.ts';

/** As Standard Webhooks writes them. */
export type ShownSecret = {
  readonly kind: SignatureKind;
  /** `whsec_…` of an HMAC, which is shown once; `whpk_…`, the public half, of an Ed25519 key. */
  readonly value: string;
};

export const freshSecret = (
  kind: SignatureKind,
): { readonly row: Omit<EndpointSecretRow, 'endpoint' | 'createdAt'>; readonly shown: ShownSecret } => {
  const row = { _id: randomUUID(), kind, endsAt: null };
  if (kind === 'HMAC') {
    const secret = randomBytes(32).toString('base64');
    return { row: { ...row, secret, publicKey: null }, shown: { kind, value: `whsec_${secret}` } };
  }
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const secret = privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');
  const { x = '' } = publicKey.export({ format: 'jwk' });
  const bytes = Buffer.from(x, 'base64url').toString('base64');
  return { row: { ...row, secret, publicKey: bytes }, shown: { kind, value: `whpk_${bytes}` } };
};
