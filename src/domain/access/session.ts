// A person's session in a browser: how long it lasts, and what is known of it.
import type { ActWay } from '../record/act-line.ts';

export type SessionWay = Extract<ActWay, 'PASSKEY' | 'OPENID_CONNECT' | 'RECOVERY_CODE' | 'LINK'>;

/** LINK: by a link of `npm start` for a person of its sample. */
export const SESSION_WAYS = [
  'PASSKEY',
  'OPENID_CONNECT',
  'RECOVERY_CODE',
  'LINK',
] as const satisfies readonly SessionWay[];

export type BrowserSession = {
  readonly id: string;
  readonly member: string;
  readonly person: string;
  readonly way: SessionWay;
  /** Id of the passkey or account that began it; null for a code. Unknown in rows of releases before. */
  readonly credential?: string | null;
  /** The network that it was started from, never the address; null where the hub cannot know it. */
  readonly range: string | null;
  /** What the browser says of itself, in a few words. */
  readonly browser: string | null;
  readonly createdAt: Date;
  /** Its last use, to five minutes. */
  readonly seenAt: Date;
  readonly endedAt: Date | null;
};

const HOUR_MS = 3_600_000;
/** Unused for so long it ends. */
export const SESSION_IDLE_MS = 12 * HOUR_MS;
/** It ends then whatever it is used for. */
export const SESSION_MS = 7 * 24 * HOUR_MS;
/** How exactly its last use is known: not every request is a write. */
export const SEEN_MS = 5 * 60_000;

export const isLive = (
  { createdAt, seenAt, endedAt }: Pick<BrowserSession, 'createdAt' | 'seenAt' | 'endedAt'>,
  now: Date,
): boolean =>
  endedAt === null &&
  now.getTime() < createdAt.getTime() + SESSION_MS &&
  now.getTime() < seenAt.getTime() + SESSION_IDLE_MS;
