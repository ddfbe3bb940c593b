// A key as a way in, for whoever makes an actor of it.
import type { WayIn } from '../../domain/directory.ts';
import type { LiveKey } from '../../store/access/keys.ts';

export const wayOfKey = ({ _id, member, roles, person, scopes }: LiveKey): WayIn => ({
  id: _id,
  member,
  roles,
  person,
  ...(scopes === null ? {} : { scopes }),
});
