// What a person wrote about warnings is told to itself whole. Whoever else may ask for its data has of it what is about a
// warning that they may read.
import type { Actor } from '../../domain/member.ts';
import { mayKey } from '../grants.ts';

/** Not where others restored its access and nobody has confirmed that it is the person, nor by a key that reads no warnings. */
export const hasOwnWords = (
  actor: Pick<Actor, 'person' | 'isRedClosed' | 'scopes'>,
  person: string,
): boolean => actor.person === person && actor.isRedClosed !== true && mayKey(actor, 'warning.read');
