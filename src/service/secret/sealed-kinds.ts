// What is sealed in this database, by kind: where it stands, and what each secret belongs to. A new kind is a row here; drafts, which
// are many and large, are sealed anew by themselves (reseal-drafts.ts).
import type { Provider } from '../../domain/access/credential.ts';
import type { Hub } from '../../hub.ts';
import type { Session } from '../../store/connect.ts';
import type { EndpointSecretRow } from '../../store/delivery/endpoint-secrets.ts';
import type { DraftRow } from '../../store/draft/drafts.ts';

/** What the secret belongs to: it opens for nothing else. */
export const aboutClient = ({ id }: Pick<Provider, 'id'>): string => `client secret of ${id}`;
export const aboutSigning = ({ _id, endpoint }: Pick<EndpointSecretRow, '_id' | 'endpoint'>): string =>
  `secret ${_id} of ${endpoint}`;
export const aboutDraft = (
  { _id, person }: Pick<DraftRow, '_id' | 'person'>,
  part: 'label' | 'content',
): string => `${part} of ${_id} of ${person}`;

export type SealedKindDeps = Pick<Hub, 'providers' | 'endpointSecrets'>;

/** A stored secret, sealed or as an earlier release stored it. */
export type StoredSecret = { readonly id: string; readonly text: string; readonly about: string };

/** One sealed text in the place of another. */
export type Resealed = { readonly id: string; readonly from: string; readonly to: string };

export type SealedKind = {
  stored(hub: SealedKindDeps): Promise<StoredSecret[]>;
  /** False where somebody has changed it meanwhile. */
  reseal(hub: SealedKindDeps, secret: Resealed, session: Session): Promise<boolean>;
};

export const SEALED_KINDS: readonly SealedKind[] = [
  {
    stored: async ({ providers }) =>
      (await providers.all()).flatMap(({ id, clientSecret: text }) =>
        text === null ? [] : [{ id, text, about: aboutClient({ id }) }],
      ),
    reseal: ({ providers }, secret, session) => providers.reseal(secret, session),
  },
  {
    stored: async ({ endpointSecrets }) =>
      (await endpointSecrets.all()).map((row) => ({
        id: row._id,
        text: row.secret,
        about: aboutSigning(row),
      })),
    reseal: ({ endpointSecrets }, secret, session) => endpointSecrets.reseal(secret, session),
  },
];
