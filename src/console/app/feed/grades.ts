// The grades of a warning, the worst first.
import type { Certainty, Severity, Urgency } from '../../operations/graphql.generated.ts';

export const SEVERITIES = ['EXTREME', 'SEVERE', 'MODERATE', 'MINOR', 'UNKNOWN'] as const satisfies Severity[];
export const URGENCIES = ['IMMEDIATE', 'EXPECTED', 'FUTURE', 'PAST', 'UNKNOWN'] as const satisfies Urgency[];
export const CERTAINTIES = [
  'OBSERVED',
  'LIKELY',
  'POSSIBLE',
  'UNLIKELY',
  'UNKNOWN',
] as const satisfies Certainty[];
