// Whose ruling it is, and who may reverse it: its maker, or a manager of the maker's member, and nobody else.
import type { Actor } from '../domain/member.ts';

/** Whoever decided: a person, as `<member slug>/<name>`, or the key of a machine. */
export const makerOf = ({ person, key }: Actor): string => person ?? key;

type Ruling = { readonly decidedBy?: string; readonly maker?: string };

/** Rulings of older releases do not say who made them; a manager of the member may reverse them. */
export const mayReverse = (actor: Actor, { decidedBy, maker }: Ruling): boolean =>
  decidedBy === actor.member.id && (maker === makerOf(actor) || actor.role === 'manager');
