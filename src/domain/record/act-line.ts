// A line of the audit trail: who did what, when, by which way in.
import type { ActEvent } from './act-events.ts';

/** HOST: by a command on the machine of the hub. HUB: the hub itself, as time passes. LINK: by a one-time link or code. */
export const ACT_WAYS = [
  'KEY',
  'PASSKEY',
  'OPENID_CONNECT',
  'JWT',
  'CERTIFICATE',
  'RECOVERY_CODE',
  'LINK',
  'HOST',
  'HUB',
] as const;
export type ActWay = (typeof ACT_WAYS)[number];

export type Fact = string | number | boolean | null | readonly string[];

export type ActLine = {
  readonly id: string;
  readonly event: ActEvent;
  readonly at: Date;
  readonly byMember: string | null;
  readonly byPerson: string | null;
  readonly byKey: string | null;
  readonly way: ActWay;
  readonly range: string | null;
  /** Ids of the members that it concerns: their administrators see the line. */
  readonly members: readonly string[];
  readonly person: string | null;
  readonly warning: string | null;
  readonly subject: string | null;
  readonly facts: Readonly<Record<string, Fact>>;
};
