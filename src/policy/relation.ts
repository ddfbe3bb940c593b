// The relations a reader can have to a warning, and which of them each marking allows: the table of decision 0002.
// DIRECT under RED depends on the person, not only the member: decide.ts checks it.
import type { EffectiveTlp } from '../domain/marking.ts';
import type { Reason } from '../domain/reason.ts';

/** That of a holder of what is recalled depends on no marking. */
export type Relation = Exclude<Reason['kind'], 'RELATION' | 'HELD'>;

const ALLOWED: Readonly<Record<EffectiveTlp, Readonly<Record<Relation, boolean>>>> = {
  CLEAR: { OWN: true, DIRECT: true, CLIENT: true, DEPENDENCY: true },
  GREEN: { OWN: true, DIRECT: true, CLIENT: true, DEPENDENCY: true },
  AMBER: { OWN: true, DIRECT: true, CLIENT: true, DEPENDENCY: false },
  'AMBER+STRICT': { OWN: true, DIRECT: true, CLIENT: false, DEPENDENCY: false },
  RED: { OWN: true, DIRECT: true, CLIENT: false, DEPENDENCY: false },
  UNKNOWN: { OWN: true, DIRECT: false, CLIENT: false, DEPENDENCY: false },
};

export const doesMarkingAllow = (tlp: EffectiveTlp, relation: Relation): boolean => ALLOWED[tlp][relation];
