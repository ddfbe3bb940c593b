// A mail that came back, as far as it says which one it was and why: a delivery status (RFC 3464) or a complaint (RFC 5965).
import { blameOf, type MailBlame } from '../../domain/channel/mail-status.ts';
import { partOf, readReport } from './report-parts.ts';

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

const ADDRESSED = /^(?:to|delivered-to|x-original-to|envelope-to):[^\n]*\+([0-9a-f]{48})@/im;
const STATUS_PART = /^content-type:\s*message\/(?:global-)?delivery-status/im;
const FEEDBACK_PART = /^content-type:\s*message\/feedback-report/im;
const FAILED = /^action:\s*failed\b/im;
const STATUS = /^status:\s*([245]\.\d{1,3}\.\d{1,3})/im;
const ABUSE = /^feedback-type:\s*(?:abuse|fraud|opt-out)\b/im;
/** A complaint goes to whoever is registered with the provider, and names the mail by where it returns to (RFC 5965 §3.2). */
const RETURNS_TO = /^original-mail-from:[^\n]*\+([0-9a-f]{48})@/im;

/** Null for what is no mail that came back to this mailbox. */
export const readBounce = (raw: string): Bounce | null => {
  const report = readReport(raw.slice(0, MOST_CHARACTERS));
  if (report === null) return null;
  const feedback = partOf(report, FEEDBACK_PART);
  const [, tag] = ADDRESSED.exec(report.head) ?? RETURNS_TO.exec(feedback ?? '') ?? [];
  if (tag === undefined) return null;
  if (feedback !== null) return { tag, kind: ABUSE.test(feedback) ? 'COMPLAINED' : 'PASSING' };
  return { tag, kind: failureIn(partOf(report, STATUS_PART) ?? '') };
};

const KIND_OF: Readonly<Record<MailBlame, ReportKind>> = {
  ADDRESS: 'FAILED',
  SENDER: 'BLOCKED',
  OTHER: 'RETURNED',
};

/** `failed` means that nobody tries it any more; its status says only why, also where it begins with 4 (RFC 3464 §2.3.3). */
const failureIn = (statuses: string): ReportKind => {
  // What it says of each recipient is a group of its own (RFC 3464 §2.3).
  const kinds = statuses
    .split(/\n{2,}/)
    .filter((group) => FAILED.test(group))
    .map((group) => KIND_OF[blameOf(STATUS.exec(group)?.[1] ?? null)]);
  // Where an address stands for several, what takes it away has to be said of each.
  return kinds.find((kind) => kind !== 'FAILED') ?? kinds[0] ?? 'PASSING';
};
