// Whose ruling it is, and who may reverse it: its maker, or a manager of the maker's member, and nobody else.
import type { Actor } from '../domain/member.ts';

/** Whoever decided: the id of a person, or of the key of a machine. */
export const makerOf = ({ person, key }: Actor): string => person ?? key;

type Ruling = { readonly decidedBy?: string; readonly maker?: string };

/** Rulings of older releases do not say who made them; a manager of the member may reverse them. */
export const mayReverse = (actor: Actor, { decidedBy, maker }: Ruling): boolean =>
  decidedBy === actor.member.id && (isMaker(actor, maker) || actor.roles.includes('manager'));

/** Rulings of releases before persons had ids name their maker by its name. */
const isMaker = (actor: Actor, maker: string | undefined): boolean =>
  maker !== undefined && (maker === makerOf(actor) || maker === actor.formerName);
