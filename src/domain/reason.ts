// Why a member receives a warning, and why another does not.
import type { ProblemCode } from './problem-codes/catalogue.ts';

export const GRADES = ['HIGH', 'MEDIUM', 'LOW'] as const;
export type Grade = (typeof GRADES)[number];

export const REASON_KINDS = ['OWN', 'DIRECT', 'CLIENT', 'DEPENDENCY', 'HELD', 'RELATION'] as const;

/**
 * Whether the publisher sees the member among the recipients only once it answers (I32). Absent means from the start.
 */
type Listing = { readonly isUnlisted?: true };

/** Why a reader may have it. `rule` is a sentence for people; the rest is for machines. */
export type Reason =
  | { readonly kind: 'OWN'; readonly rule: string }
  | (Listing & { readonly kind: 'DIRECT'; readonly rule: string; readonly alternative: number })
  | (Listing & { readonly kind: 'CLIENT'; readonly rule: string; readonly provider: string })
  | (Listing & {
      readonly kind: 'DEPENDENCY';
      readonly rule: string;
      readonly grade: Grade;
      /** Sector ids, or member ids of an edge the reader itself declared, from where it starts to the reader. */
      readonly path: readonly string[];
      /** Fewest hours until the effect is felt, the sum of the buffers on the path; null when unknown. */
      readonly hoursToEffect: number | null;
      readonly basis: 'DECLARED' | 'DEFAULT_MATRIX';
    })
  /** It was recalled, and this member has a former version. */
  | (Listing & { readonly kind: 'HELD'; readonly rule: string })
  /** In place of the others where the publisher sees a member only because it answered: not what brought it. */
  | { readonly kind: 'RELATION'; readonly rule: string };

/** Whether only its answer makes the publisher see the member. */
export const isUnlisted = (reason: Reason): boolean => 'isUnlisted' in reason && reason.isUnlisted === true;

/** Why a member that the audience or the public default matrix reaches does not receive it. */
export const EXCLUSIONS = [
  'EXCLUDED_BY_NAME',
  'MARKING_FORBIDS',
  'MARKING_UNKNOWN',
  'OPTED_OUT_OF_CASCADE',
  'ROLE_FORBIDS',
  'MEMBER_INACTIVE',
  'MEMBER_CAPPED',
  'JOINED_LATER',
] as const satisfies readonly ProblemCode[];
export type Exclusion = (typeof EXCLUSIONS)[number];
