// The client secret of an identity provider: sealed before it is stored, opened only where the provider is asked.
import type { Provider } from '../../domain/access/credential.ts';
import type { Outcome } from '../../domain/problem.ts';
import type { Hub } from '../../hub.ts';
import { type SealDeps, sealSecret } from '../secret/seal-secret.ts';
import { aboutClient } from '../secret/sealed-kinds.ts';

export const sealClientSecret = (
  hub: SealDeps,
  provider: Pick<Provider, 'id'>,
  text: string,
): Promise<Outcome<string>> =>
  sealSecret(hub, { text, about: aboutClient(provider), path: '$.clientSecret' });

/** Null where the key is away or the stored text was changed. */
export const openClientSecret = (
  { secrets }: Pick<Hub, 'secrets'>,
  { id, clientSecret }: Pick<Provider, 'id' | 'clientSecret'>,
): Promise<string | null> =>
  clientSecret === null ? Promise.resolve(null) : secrets.open(clientSecret, aboutClient({ id }));
