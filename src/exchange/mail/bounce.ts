// A mail that came back, as far as it says which one it was and why: a delivery status (RFC 3464) or a complaint (RFC 5965).

/** FAILED: for good. COMPLAINED: its reader called it abuse. PASSING: anything else, such as a delay. */
export type ReportKind = 'FAILED' | 'COMPLAINED' | 'PASSING';

export type Bounce = {
  /** What was added to the name of the mailbox that mail returns to. */
  readonly tag: string;
  readonly kind: ReportKind;
};

/** More than any report needs. */
const MOST_CHARACTERS = 256 * 1024;

const ADDRESSED = /^(?:to|delivered-to|x-original-to|envelope-to):[^\r\n]*\+([0-9a-f]{48})@/im;
const FAILED = /^action:\s*failed\b/im;
const LASTING = /^status:\s*5\./im;
const ABUSE = /^feedback-type:\s*(?:abuse|fraud|not-spam-complaint|opt-out)\b/im;

/** Null for what is no mail that came back to this mailbox. */
export const readBounce = (raw: string): Bounce | null => {
  const text = raw.slice(0, MOST_CHARACTERS);
  const [, tag] = ADDRESSED.exec(text) ?? [];
  if (tag === undefined || !/^content-type:\s*multipart\/report/im.test(text)) return null;
  if (ABUSE.test(text)) return { tag, kind: 'COMPLAINED' };
  return { tag, kind: FAILED.test(text) && LASTING.test(text) ? 'FAILED' : 'PASSING' };
};
