// Who may read, save and discard a draft: the person who writes it, and nobody else of any role. A key with scopes only where it
// publishes. Saving also needs what publishing needs (`mayAct`).
import type { Actor } from '../../domain/member.ts';
import { mayKey } from '../grants.ts';

/** The person whose drafts the actor may have to do with; null where it has none. */
export const draftsOf = (actor: Pick<Actor, 'person' | 'scopes'>): string | null =>
  mayKey(actor, 'warning.publish') ? actor.person : null;
