// Why somebody does not receive a warning: told of recipients, never as a refusal.
import type { CodeEntry } from './entry.ts';

export const REASON_CODES = {
  NOT_ADDRESSED: {
    asserted: 'reason',
    where: 'preview',
    wrong: 'no alternative fits the member, no dependency leads to it',
    remedy: 'widen the audience, if it should have it',
  },
  EXCLUDED_BY_NAME: {
    asserted: 'reason',
    where: 'preview',
    wrong: 'the audience excludes it',
    remedy: 'take it off `excludes`',
  },
  MARKING_FORBIDS: {
    asserted: 'reason',
    where: 'preview',
    wrong: 'it would be reached, but the marking does not go so far',
    remedy: 'mark it wider if you are its source, or address it directly',
  },
  MARKING_UNKNOWN: {
    asserted: 'reason',
    where: 'preview',
    wrong: 'the marking is not understood, so only its publisher reads it',
    remedy: 'use TLP 2.0',
  },
  OPTED_OUT_OF_CASCADE: {
    asserted: 'reason',
    where: 'preview',
    wrong: 'it would be reached by dependency only, and has opted out',
    remedy: 'address it directly',
  },
  ROLE_FORBIDS: {
    asserted: 'reason',
    where: 'preview',
    wrong: 'its roles may not hold this marking',
    remedy: 'name a person of it',
  },
  POLICY_NO_LONGER_ALLOWS: {
    asserted: 'reason',
    where: 'deliveries',
    wrong: 'between publishing and delivering the member lost the right',
    remedy: 'nothing; publish again when it has it back',
  },
} as const satisfies Record<string, CodeEntry>;
