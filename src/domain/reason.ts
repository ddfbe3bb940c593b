// Why a member receives a warning, and why another does not.
import type { ProblemCode } from './problem-codes/catalogue.ts';

export const GRADES = ['HIGH', 'MEDIUM', 'LOW'] as const;
export type Grade = (typeof GRADES)[number];

/** Why a reader may have it. `rule` is a sentence for people; the rest is for machines. */
export type Reason =
  | { readonly kind: 'OWN'; readonly rule: string }
  | { readonly kind: 'DIRECT'; readonly rule: string; readonly alternative: number }
  | { readonly kind: 'CLIENT'; readonly rule: string; readonly provider: string }
  | {
      readonly kind: 'DEPENDENCY';
      readonly rule: string;
      readonly grade: Grade;
      /** Sector ids, or member ids of an edge the reader itself declared, from where it starts to the reader. */
      readonly path: readonly string[];
      /** Fewest hours until the effect is felt, the sum of the buffers on the path; null when unknown. */
      readonly hoursToEffect: number | null;
      readonly basis: 'DECLARED' | 'DEFAULT_MATRIX';
    };

export const EXCLUSIONS = [
  'NOT_ADDRESSED',
  'EXCLUDED_BY_NAME',
  'MARKING_FORBIDS',
  'MARKING_UNKNOWN',
  'OPTED_OUT_OF_CASCADE',
  'ROLE_FORBIDS',
  'MEMBER_INACTIVE',
] as const satisfies readonly ProblemCode[];
export type Exclusion = (typeof EXCLUSIONS)[number];
