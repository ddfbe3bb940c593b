// A mail that came back, as far as it says which one it was and why: a delivery status (RFC 3464) or a complaint (RFC 5965).
import { blameOf, type MailBlame } from '../../domain/channel/mail-status.ts';

/**
 * FAILED: for good, since there is no such mailbox. BLOCKED: for good, since this hub may not send there. RETURNED: for good, and the
 * address may be right. COMPLAINED: its reader called it abuse. PASSING: anything else, such as a delay.
 */
export type ReportKind = 'FAILED' | 'BLOCKED' | 'RETURNED' | 'COMPLAINED' | 'PASSING';

export type Bounce = {
  /** What was added to the name of the mailbox that mail returns to. */
  readonly tag: string;
  readonly kind: ReportKind;
};

/** More than any report needs. */
const MOST_CHARACTERS = 256 * 1024;

const ADDRESSED = /^(?:to|delivered-to|x-original-to|envelope-to):[^\r\n]*\+([0-9a-f]{48})@/im;
const FAILED = /^action:\s*failed\b/im;
const STATUS = /^status:\s*([245]\.\d{1,3}\.\d{1,3})/im;
const OF_RECIPIENTS = /^content-type:\s*message\/(?:global-)?delivery-status/im;
const ABUSE = /^feedback-type:\s*(?:abuse|fraud|not-spam-complaint|opt-out)\b/im;

/** Null for what is no mail that came back to this mailbox. */
export const readBounce = (raw: string): Bounce | null => {
  const text = raw.slice(0, MOST_CHARACTERS);
  const [, tag] = ADDRESSED.exec(text) ?? [];
  if (tag === undefined || !/^content-type:\s*multipart\/report/im.test(text)) return null;
  if (ABUSE.test(text)) return { tag, kind: 'COMPLAINED' };
  return { tag, kind: failureIn(text) };
};

const KIND_OF: Readonly<Record<MailBlame, ReportKind>> = {
  ADDRESS: 'FAILED',
  SENDER: 'BLOCKED',
  OTHER: 'RETURNED',
};

/** `failed` means that nobody tries it any more; its status says only why, also where it begins with 4 (RFC 3464 §2.3.3). */
const failureIn = (text: string): ReportKind => {
  // What it says of each recipient (RFC 3464 §2.3) is in this part alone, and not in the mail that it may bring back.
  const from = text.search(OF_RECIPIENTS);
  const [part = ''] = from < 0 ? [] : text.slice(from).split(/^--/m);
  const kinds = part
    .split(/(?:\r?\n){2,}/)
    .filter((group) => FAILED.test(group))
    .map((group) => KIND_OF[blameOf(STATUS.exec(group)?.[1] ?? null)]);
  // Where an address stands for several, what takes it away has to be said of each.
  return kinds.find((kind) => kind !== 'FAILED') ?? kinds[0] ?? 'PASSING';
};
