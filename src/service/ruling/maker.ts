// Whose ruling it is, and who may reverse it: its maker, or a manager of the maker's member.
import type { Actor } from '../../domain/member.ts';
import { type Problem, problem } from '../../domain/problem.ts';

/** Whoever decided: a person, or the key of a machine. */
export const makerOf = ({ person, key }: Actor): string => person ?? key;

type Ruling = { readonly decidedBy?: string; readonly maker?: string };

/** Rulings of older releases do not say who made them; a manager of the member may reverse them. */
export const mayReverse = (actor: Actor, { decidedBy, maker }: Ruling): boolean =>
  decidedBy === actor.member.id && (maker === makerOf(actor) || actor.role === 'manager');

export const rulingOfAnother = (path: string): Problem =>
  problem(
    'RULING_OF_ANOTHER',
    path,
    'Another reviewer has ruled on these two.',
    'Only that reviewer, or a manager of the same organisation, can reverse it.',
  );
