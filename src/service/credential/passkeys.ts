// Passkeys (WebAuthn): what a browser is asked for, and what its answer proves. Signing in names nobody: the authenticator
// says whose passkey it is, so that nobody can ask the hub who has one.
import { createHash, createHmac, generateKeyPairSync } from 'node:crypto';
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { PasskeyRecord, StoredCredential } from '../../domain/access/credential.ts';
import { type Problem, problem } from '../../domain/problem.ts';
import type { Hub } from '../../hub.ts';
import { isChallengeFor, newChallenge, spendChallenge } from '../session/challenge.ts';

export type PasskeyDeps = Pick<
  Hub,
  'origin' | 'signInKey' | 'restored' | 'clock' | 'entropy' | 'credentials' | 'recoveries'
>;

const SIGN_IN = 'passkey sign-in';
const TIMEOUT_MS = 5 * 60_000;
/** COSE: EdDSA, ES256, RS256. */
const ALGORITHMS = [-8, -7, -257];
const RP_NAME = 'Tocsin';

/** The RP id is the host of the hub's origin: passkeys are bound to it for ever. */
const rpIdOf = (origin: string): string => new URL(origin).hostname;

export const passkeyId = (credentialId: string): string =>
  createHash('sha256').update(`PASSKEY\n${credentialId}`).digest('hex');

/** `purpose` binds the answer to whoever it was made for; `names` are shown by the browser, and may be filled in there. */
export const passkeyToCreate = (
  hub: PasskeyDeps,
  purpose: string,
  names: { readonly handle: string; readonly name: string; readonly known?: readonly StoredCredential[] },
): Promise<PublicKeyCredentialCreationOptionsJSON> =>
  generateRegistrationOptions({
    rpName: RP_NAME,
    rpID: rpIdOf(hub.origin),
    userName: names.handle,
    userDisplayName: names.name,
    // Opaque: authenticators show it to nobody, and it must not name a person (WebAuthn level 3, §14.6.1).
    userID: new Uint8Array(createHmac('sha256', hub.signInKey).update(`user ${purpose}`).digest()),
    challenge: new Uint8Array(newChallenge(hub, `passkey creation ${purpose}`)),
    timeout: TIMEOUT_MS,
    attestationType: 'none',
    supportedAlgorithmIDs: ALGORITHMS,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    excludeCredentials: (names.known ?? []).flatMap(({ credentialId }) =>
      credentialId === undefined ? [] : [{ id: credentialId }],
    ),
  });

export const passkeyToAsk = (hub: PasskeyDeps): Promise<PublicKeyCredentialRequestOptionsJSON> =>
  generateAuthenticationOptions({
    rpID: rpIdOf(hub.origin),
    challenge: new Uint8Array(newChallenge(hub, SIGN_IN)),
    timeout: TIMEOUT_MS,
    userVerification: 'required',
    allowCredentials: [],
  });

/** The new passkey, or null when the answer does not prove one, was not made for this purpose, or is used again. */
export const checkNewPasskey = async (
  hub: PasskeyDeps,
  purpose: string,
  answer: unknown,
): Promise<PasskeyRecord | null> => {
  const response = answer as RegistrationResponseJSON;
  const challenge = challengeIn(answer);
  if (challenge === null || !isChallengeFor(hub, `passkey creation ${purpose}`, challenge)) return null;
  const verified = await unlessFaulty(() =>
    verifyRegistrationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: hub.origin,
      expectedRPID: rpIdOf(hub.origin),
      expectedType: 'webauthn.create',
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    }),
  );
  if (verified?.verified !== true || !(await spendChallenge(hub, challenge))) return null;
  const { credential, credentialBackedUp } = verified.registrationInfo;
  return {
    credentialId: credential.id,
    publicKey: Buffer.from(credential.publicKey).toString('base64url'),
    counter: credential.counter,
    transports: credential.transports ?? [],
    isSynced: credentialBackedUp,
  };
};

/** The credential that the answer proves, or null. One that nobody has is checked against a key of nobody, in the same time. */
export const checkPasskey = async (hub: PasskeyDeps, answer: unknown): Promise<StoredCredential | null> => {
  const response = answer as AuthenticationResponseJSON;
  const challenge = challengeIn(answer);
  if (challenge === null || !isChallengeFor(hub, SIGN_IN, challenge)) return null;
  const now = hub.clock.now();
  const found = await hub.credentials.live(passkeyId(String(response.id)), now);
  const isKnown = found?.kind === 'PASSKEY' && found.publicKey !== undefined;
  const verified = await unlessFaulty(() =>
    verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: hub.origin,
      expectedRPID: rpIdOf(hub.origin),
      expectedType: 'webauthn.get',
      requireUserVerification: true,
      credential: {
        id: String(response.id),
        publicKey: isKnown ? new Uint8Array(Buffer.from(found.publicKey ?? '', 'base64url')) : keyOfNobody(),
        counter: isKnown ? (found.counter ?? 0) : 0,
      },
    }),
  );
  if (!isKnown || verified?.verified !== true || !(await spendChallenge(hub, challenge))) return null;
  const isFirst = await hub.credentials.used(found.id, now, verified.authenticationInfo.newCounter);
  return isFirst ? found : null;
};

export const passkeyProblem = (): Problem =>
  problem(
    'PASSKEY_INVALID',
    '$.passkey',
    'The passkey could not be checked: the page was open too long, or it was made elsewhere.',
    'Try again from this page.',
  );

const MAX_CLIENT_DATA = 4_096;

/** The challenge that an answer says it answers; null for what is no answer of a browser. */
const challengeIn = (answer: unknown): string | null => {
  const { response, id } = (answer ?? {}) as { response?: { clientDataJSON?: unknown }; id?: unknown };
  const written = response?.clientDataJSON;
  if (typeof id !== 'string' || typeof written !== 'string' || written.length > MAX_CLIENT_DATA) return null;
  const found = /"challenge"\s*:\s*"([A-Za-z0-9_-]{1,128})"/.exec(
    Buffer.from(written, 'base64url').toString('utf8'),
  );
  return found?.[1] ?? null;
};

/** The library throws for whatever does not fit; each such answer proves nothing. */
const unlessFaulty = <Value>(verify: () => Promise<Value>): Promise<Value | null> =>
  Promise.resolve()
    .then(verify)
    .then(
      (value) => value,
      () => null,
    );

let nobody: Uint8Array<ArrayBuffer> | null = null;

/** An ES256 key in COSE (RFC 9053 §7.1.1), whose private part is thrown away. */
const keyOfNobody = (): Uint8Array<ArrayBuffer> => {
  if (nobody !== null) return nobody;
  const { x = '', y = '' } = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({
    format: 'jwk',
  });
  const head = Buffer.from('a5010203262001215820', 'hex');
  const made = Buffer.concat([
    head,
    Buffer.from(x, 'base64url'),
    Buffer.from('225820', 'hex'),
    Buffer.from(y, 'base64url'),
  ]);
  nobody = new Uint8Array(made);
  return nobody;
};
