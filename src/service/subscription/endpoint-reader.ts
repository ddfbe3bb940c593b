// Whoever reads at an endpoint, as an actor: its person with the person's rights as of now, or the member as a machine of it
// would read.
import { actorOf, type Directory } from '../../domain/directory.ts';
import type { Actor } from '../../domain/member.ts';

type Whose = { readonly id: string; readonly member: string; readonly person: string | null };

/** Null where the member is not there any more, or the person may not sign in. */
export const endpointReader = (directory: Directory, { id, member, person }: Whose): Actor | null =>
  actorOf(directory, { id, member, person, roles: person === null ? ['integrator'] : null });
