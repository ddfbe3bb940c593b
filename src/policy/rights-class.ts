// Readers that are decided alike, so that a stream's event is decided once for all of them (docs/decisions/0030).
import type { AccessFacts } from '../domain/access-facts.ts';
import type { Actor } from '../domain/member.ts';

/**
 * Equal for two actors of one look at the directory whom `decide` and `shownSummary` treat alike, unless a decision is
 * personal. What else they look at follows from the member.
 */
export const rightsClassOf = ({ member, roles, scopes, isRedClosed, person }: Actor): string =>
  JSON.stringify([member.id, roles, scopes ?? null, isRedClosed === true, person !== null]);

/** Whether the decision depends on which person of the member reads: TLP:RED is addressed to persons. */
export const isPersonal = ({ tlp }: Pick<AccessFacts, 'tlp'>): boolean => tlp === 'RED';
