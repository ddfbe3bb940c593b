// An authenticator in software: makes passkeys and signs as a browser with a screen lock would, and lies where a test asks
// it to (WebAuthn level 3, §6).
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

type CreationOptions = { readonly challenge: string; readonly rp: { readonly id?: string } };
type RequestOptions = { readonly challenge: string; readonly rpId?: string };

/** What an answer says otherwise than an honest one would. */
export type Lies = {
  readonly origin?: string;
  readonly rpId?: string;
  readonly type?: string;
  readonly challenge?: string;
  readonly crossOrigin?: boolean;
  /** Flags of the authenticator data: 1 present, 4 verified. */
  readonly flags?: number;
  readonly counter?: number;
  /** Signs with another key. */
  readonly key?: KeyObject;
  readonly credentialId?: string;
  /** Changes the signature after it was made. */
  readonly spoilsSignature?: boolean;
  readonly algorithm?: 'none';
};

export type SoftPasskey = {
  readonly credentialId: string;
  create(options: CreationOptions, lies?: Lies): object;
  get(options: RequestOptions, lies?: Lies): object;
};

const sha256 = (data: string | Buffer): Buffer => createHash('sha256').update(data).digest();
const PRESENT_AND_VERIFIED = 0x05;
const HAS_KEY = 0x40;

const clientDataOf = (type: string, challenge: string, lies: Lies & { readonly origin: string }): Buffer =>
  Buffer.from(
    JSON.stringify({
      type: lies.type ?? type,
      challenge: lies.challenge ?? challenge,
      origin: lies.origin,
      crossOrigin: lies.crossOrigin ?? false,
    }),
  );

/** ES256 in COSE (RFC 9053). */
const coseOf = (publicKey: KeyObject): Buffer => {
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  return Buffer.concat([
    Buffer.from('a5010203262001215820', 'hex'),
    Buffer.from(x, 'base64url'),
    Buffer.from('225820', 'hex'),
    Buffer.from(y, 'base64url'),
  ]);
};

/** {"fmt": "none", "attStmt": {}, "authData": …} in CBOR. */
const attestationOf = (data: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from('a363666d74646e6f6e656761747453746d74a068617574684461746158', 'hex'),
    Buffer.from([data.length]),
    data,
  ]);

export const softPasskey = (origin: string): SoftPasskey => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = randomBytes(32);
  const credentialId = id.toString('base64url');
  let counter = 0;

  const head = (rpId: string, flags: number, lies: Lies): Buffer => {
    counter += 1;
    const count = Buffer.alloc(4);
    count.writeUInt32BE(lies.counter ?? counter);
    return Buffer.concat([sha256(lies.rpId ?? rpId), Buffer.from([lies.flags ?? flags]), count]);
  };
  const named = (response: object, lies: Lies): object => ({
    id: lies.credentialId ?? credentialId,
    rawId: lies.credentialId ?? credentialId,
    type: 'public-key',
    clientExtensionResults: {},
    authenticatorAttachment: 'platform',
    response,
  });

  return {
    credentialId,
    create: ({ challenge, rp }, lies = {}) => {
      const cose = coseOf(publicKey);
      const length = Buffer.from([0, id.length]);
      const flags = (lies.flags ?? PRESENT_AND_VERIFIED) | HAS_KEY;
      const { flags: _, ...rest } = lies;
      const data = Buffer.concat([head(rp.id ?? '', flags, rest), Buffer.alloc(16), length, id, cose]);
      return named(
        {
          clientDataJSON: clientDataOf('webauthn.create', challenge, { origin, ...lies }).toString(
            'base64url',
          ),
          attestationObject: attestationOf(data).toString('base64url'),
          transports: ['internal'],
        },
        lies,
      );
    },
    get: ({ challenge, rpId = '' }, lies = {}) => {
      const told = clientDataOf('webauthn.get', challenge, { origin, ...lies });
      const data = head(rpId, PRESENT_AND_VERIFIED, lies);
      const signature = sign('sha256', Buffer.concat([data, sha256(told)]), lies.key ?? privateKey);
      if (lies.spoilsSignature === true) signature[signature.length - 1] = (signature.at(-1) ?? 0) ^ 1;
      return named(
        {
          clientDataJSON: told.toString('base64url'),
          authenticatorData: data.toString('base64url'),
          signature: signature.toString('base64url'),
          userHandle: null,
        },
        lies,
      );
    },
  };
};
