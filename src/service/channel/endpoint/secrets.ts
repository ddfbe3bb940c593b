// Secrets that sign to webhooks: made, shown once, sealed before they are stored, and rotated with an overlap in which both sign.
import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import { accepted, type Outcome } from '../../../domain/problem.ts';
import type { Hub } from '../../../hub.ts';
import { keyIdIn } from '../../../outside/secrets.ts';
import type { EndpointSecretRow, SignatureKind } from '../../../store/delivery/endpoint-secrets.ts';
import { type SealDeps, sealSecret } from '../../secret/seal-secret.ts';
import { aboutSigning } from '../../secret/sealed-kinds.ts';

/** As Standard Webhooks writes them. */
export type ShownSecret = {
  readonly kind: SignatureKind;
  /** `whsec_…` of an HMAC, which is shown once; `whpk_…`, the public half, of an Ed25519 key. */
  readonly value: string;
};

export type FreshSecret = {
  readonly row: Omit<EndpointSecretRow, 'createdAt'>;
  readonly shown: ShownSecret;
};

type Made = { readonly secret: string; readonly publicKey: string | null; readonly shown: ShownSecret };

const newSecret = (kind: SignatureKind): Made => {
  if (kind === 'HMAC') {
    const secret = randomBytes(32).toString('base64');
    return { secret, publicKey: null, shown: { kind, value: `whsec_${secret}` } };
  }
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const secret = privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');
  const { x = '' } = publicKey.export({ format: 'jwk' });
  const bytes = Buffer.from(x, 'base64url').toString('base64');
  return { secret, publicKey: bytes, shown: { kind, value: `whpk_${bytes}` } };
};

/**
 * Sealed, but while a process runs that could not open it, of a release that seals none or without the key: then a worker seals it
 * once that one is gone.
 */
export const freshSecret = async (
  hub: SealDeps & Pick<Hub, 'hubLeases'>,
  endpoint: string,
  kind: SignatureKind,
): Promise<Outcome<FreshSecret>> => {
  const { secret: text, publicKey, shown } = newSecret(kind);
  const row = { _id: randomUUID(), endpoint, kind, publicKey, endsAt: null };
  const sealed = await sealSecret(hub, { text, about: aboutSigning(row), path: '$' });
  if (!sealed.ok) return sealed;
  const doAllOpen = await hub.hubLeases.allOpen(keyIdIn(sealed.value) ?? '');
  return accepted({ row: { ...row, secret: doAllOpen ? sealed.value : text }, shown });
};

/** The one with this id, as it was shown when it was made; null once another took its place. */
export const shownAgain = async (
  hub: Pick<Hub, 'secrets' | 'endpointSecrets'>,
  endpoint: string,
  id: string | null,
): Promise<ShownSecret | null> => {
  const rows = await hub.endpointSecrets.of([endpoint]);
  const [found] = await openedSecrets(
    hub,
    rows.filter(({ _id, endsAt }) => _id === id && endsAt === null),
  );
  if (found === undefined) return null;
  const { kind, secret, publicKey } = found;
  return { kind, value: kind === 'HMAC' ? `whsec_${secret}` : `whpk_${publicKey}` };
};

/** As they sign; one that no key of this process opens is left out. */
export const openedSecrets = async (
  { secrets }: Pick<Hub, 'secrets'>,
  rows: readonly EndpointSecretRow[],
): Promise<EndpointSecretRow[]> => {
  const opened = await Promise.all(
    rows.map(async (row) => ({ row, text: await secrets.open(row.secret, aboutSigning(row)) })),
  );
  return opened.flatMap(({ row, text }) => (text === null ? [] : [{ ...row, secret: text }]));
};
