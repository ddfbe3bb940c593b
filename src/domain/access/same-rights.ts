// Whether two looks at the directory give an actor the same rights.
import type { Actor } from '../member.ts';

const rightsOf = ({
  member,
  providers,
  roles,
  person,
  key,
  scopes,
  isRedClosed,
  formerName,
}: Actor): string => JSON.stringify([member, providers, roles, person, key, scopes, isRedClosed, formerName]);

/** False also where only a fact changed that decides nothing: work is done again once too often, never too seldom. */
export const hasSameRights = (one: Actor, other: Actor): boolean =>
  one === other || rightsOf(one) === rightsOf(other);
