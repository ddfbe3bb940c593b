// Why a member does not receive a warning: reported about recipients, never as a refusal.
import type { CodeEntry } from './entry.ts';

export const REASON_CODES = {
  EXCLUDED_BY_NAME: {
    reportedAs: 'reason',
    where: 'preview',
    wrong: 'the audience excludes the member by name',
    remedy: 'remove it from `excludes`',
  },
  MARKING_FORBIDS: {
    reportedAs: 'reason',
    where: 'preview',
    wrong: 'the audience matches, but the marking does not allow it',
    remedy: 'use a wider marking if you are the source, or address the member directly',
  },
  MARKING_UNKNOWN: {
    reportedAs: 'reason',
    where: 'preview',
    wrong: 'the marking is not understood, so only the publisher may read it',
    remedy: 'use TLP 2.0',
  },
  MEMBER_CAPPED: {
    reportedAs: 'reason',
    where: 'preview, deliveries',
    wrong: 'the member is on probation or overdue with its yearly attestation: it receives up to TLP:GREEN',
    remedy: 'use a wider marking if you are the source, or call the organisation',
  },
  JOINED_LATER: {
    reportedAs: 'reason',
    where: 'deliveries',
    wrong: 'the member joined after this version was issued; it reads from joining on',
    remedy: 'publish a correction, which it receives',
  },
  RECALLED: {
    reportedAs: 'reason',
    where: 'deliveries',
    wrong: 'the version was recalled, or narrowed so that it is not for the member, before it was sent',
    remedy: 'nothing: the recall or the notice is delivered in its place',
  },
  OPTED_OUT_OF_CASCADE: {
    reportedAs: 'reason',
    where: 'preview',
    wrong: 'the default matrix alone would reach it, and it has opted out of that',
    remedy: 'address it directly',
  },
  ROLE_FORBIDS: {
    reportedAs: 'reason',
    where: 'preview',
    wrong: 'none of its roles may read this marking',
    remedy: 'name one of its persons',
  },
  POLICY_NO_LONGER_ALLOWS: {
    reportedAs: 'reason',
    where: 'deliveries',
    wrong: 'the member lost the right between publishing and delivery',
    remedy: 'nothing; publish again when it has the right',
  },
  NOBODY_CAN_SIGN_IN: {
    reportedAs: 'reason',
    where: 'deliveries',
    wrong: 'TLP:RED names persons of the member, and none of them can sign in any more',
    remedy: 'ask the organisation whom to name, and publish again',
  },
} as const satisfies Record<string, CodeEntry>;
