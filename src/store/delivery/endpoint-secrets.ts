// The secrets with which the hub signs to a webhook, apart from its endpoint: whoever reads endpoints reads no secret. A secret
// cannot be hashed, since the hub signs with it, so it is sealed under a key that is not in the database; after a rotation the
// former one signs beside the new until it ends.
import { declareCollection, instant, maybe, oneOf, text } from '../collection/declare.ts';
import type { Database, Session } from '../connect.ts';

/** Standard Webhooks: v1 is HMAC-SHA256, v1a is Ed25519. */
export const SIGNATURE_KINDS = ['HMAC', 'ED25519'] as const;
export type SignatureKind = (typeof SIGNATURE_KINDS)[number];

export type EndpointSecretRow = {
  _id: string;
  endpoint: string;
  kind: SignatureKind;
  /** Sealed (service/channel/endpoint/secrets.ts); what is in it is base64: the key itself, or PKCS #8. */
  secret: string;
  /** Base64 of the 32 bytes of an Ed25519 key; null for HMAC. */
  publicKey: string | null;
  createdAt: Date;
  /** Signs until then, after a rotation; null while it is the current one. */
  endsAt: Date | null;
};

export const ENDPOINT_SECRETS = declareCollection<EndpointSecretRow>({
  stored: 'endpoint_secrets',
  about: 'Secrets with which the hub signs what it sends to webhooks.',
  access: 'ADMINISTERED',
  isValidated: true,
  kept: 'while the endpoint uses it',
  fields: {
    _id: text('Id of the secret.'),
    endpoint: text('Id of the endpoint.'),
    kind: oneOf(SIGNATURE_KINDS, 'How it signs.'),
    secret: text(
      'The secret, sealed under a key that is not in the database; it cannot be hashed, since the hub signs with it.',
    ),
    publicKey: maybe(text('Of an Ed25519 key: the public half, base64.')),
    createdAt: instant('When it was made.'),
    endsAt: maybe(instant('Until when a former one signs; null for the current one.')),
  },
  indexes: [{ key: { endpoint: 1 } }],
});

export type EndpointSecrets = {
  of(endpoints: readonly string[], session?: Session): Promise<EndpointSecretRow[]>;
  all(): Promise<EndpointSecretRow[]>;
  /** Puts one sealed text in the place of another; false where somebody has changed it meanwhile. */
  reseal(secret: { id: string; from: string; to: string }, session: Session): Promise<boolean>;
  put(row: EndpointSecretRow, session: Session): Promise<void>;
  /** Ends those of the endpoint that have no end yet. */
  endCurrent(endpoint: string, endsAt: Date, session: Session): Promise<void>;
  /** Keeps the newest of an endpoint, and removes the others. */
  keepNewest(endpoint: string, count: number, session: Session): Promise<void>;
  /** Removes those that have ended. */
  removeEnded(before: Date): Promise<number>;
  removeOf(endpoint: string, session: Session): Promise<void>;
};

export const openEndpointSecrets = (database: Database): EndpointSecrets => {
  const secrets = database.model(ENDPOINT_SECRETS);
  const rows = database.collection(ENDPOINT_SECRETS);
  return {
    of: (endpoints, session) =>
      rows
        .find({ endpoint: { $in: [...endpoints] } }, session === undefined ? {} : { session })
        .sort({ createdAt: -1, _id: 1 })
        .toArray(),
    all: () => rows.find().sort({ _id: 1 }).toArray(),
    reseal: async ({ id, from, to }, session) => {
      const { modifiedCount } = await secrets.updateOne(
        { _id: id, secret: from },
        { $set: { secret: to } },
        { runValidators: true, session },
      );
      return modifiedCount === 1;
    },
    put: async (row, session) => {
      await secrets.replaceOne({ _id: row._id }, row, { upsert: true, runValidators: true, session });
    },
    endCurrent: async (endpoint, endsAt, session) => {
      await rows.updateMany({ endpoint, endsAt: null }, { $set: { endsAt } }, { session });
    },
    keepNewest: async (endpoint, count, session) => {
      const older = await rows
        .find({ endpoint }, { session, projection: { _id: 1 } })
        // Of two of one moment, the current one is the newer.
        .sort({ createdAt: -1, endsAt: 1, _id: 1 })
        .skip(count)
        .toArray();
      await rows.deleteMany({ _id: { $in: older.map(({ _id }) => _id) } }, { session });
    },
    removeEnded: async (before) => (await rows.deleteMany({ endsAt: { $lt: before } })).deletedCount,
    removeOf: async (endpoint, session) => {
      await rows.deleteMany({ endpoint }, { session });
    },
  };
};
