// Challenges of sign-in: made without a write, valid for ten minutes, for one purpose, and once. The hub seals when and for
// what it made one, so that nobody can make the hub remember challenges by asking for them.
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Hub } from '../../hub.ts';
import { type OnceDeps, onceKeyOf } from './once-key.ts';

const NONCE_BYTES = 16;
const TIME_BYTES = 6;
const MAC_BYTES = 16;
const LIFE_MS = 10 * 60_000;

type ChallengeDeps = OnceDeps & Pick<Hub, 'clock' | 'entropy'>;

/** `purpose` says what the challenge is for and for whom: `sign-in`, or `add/<id of the person>`. */
export const newChallenge = (hub: ChallengeDeps, purpose: string): Buffer => {
  const nonce = hub.entropy.bytes(NONCE_BYTES);
  const until = Buffer.alloc(TIME_BYTES);
  until.writeUIntBE(hub.clock.now().getTime() + LIFE_MS, 0, TIME_BYTES);
  const head = Buffer.concat([nonce, until]);
  return Buffer.concat([head, macOf(hub, purpose, head)]);
};

const macOf = (hub: OnceDeps, purpose: string, head: Buffer): Buffer =>
  createHmac('sha256', onceKeyOf(hub)).update(head).update(purpose).digest().subarray(0, MAC_BYTES);

const BASE64URL = /^[A-Za-z0-9_-]{1,128}$/;

/** Whether the hub made this challenge (base64url) for this purpose, and it has not expired. */
export const isChallengeFor = (
  hub: OnceDeps & Pick<Hub, 'clock'>,
  purpose: string,
  challenge: string,
): boolean => {
  if (!BASE64URL.test(challenge)) return false;
  const bytes = Buffer.from(challenge, 'base64url');
  if (bytes.length !== NONCE_BYTES + TIME_BYTES + MAC_BYTES) return false;
  const head = bytes.subarray(0, NONCE_BYTES + TIME_BYTES);
  const isOurs = timingSafeEqual(bytes.subarray(head.length), macOf(hub, purpose, head));
  return isOurs && hub.clock.now().getTime() < untilOf(bytes);
};

const untilOf = (bytes: Buffer): number => bytes.readUIntBE(NONCE_BYTES, TIME_BYTES);

/** False when it was used before. Call it once everything else about the answer is right. */
export const spendChallenge = async (
  { recoveries }: Pick<Hub, 'recoveries'>,
  challenge: string,
): Promise<boolean> => {
  const bytes = Buffer.from(challenge, 'base64url');
  const digest = createHash('sha256').update(bytes).digest('hex');
  return recoveries.useOnce(digest, new Date(untilOf(bytes)));
};

/** The same for anything else that counts once, by its digest. */
export const spendOnce = (
  { recoveries }: Pick<Hub, 'recoveries'>,
  digest: string,
  until: Date,
): Promise<boolean> => recoveries.useOnce(digest, until);
