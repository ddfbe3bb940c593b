// Somebody of the cast who has come in by a way of a person.
import type { Actor, Role } from '../../../src/domain/member.ts';
import type { ActWay } from '../../../src/domain/record/act-line.ts';
import { CAST, type CastName } from '../cast.ts';
import type { TestHub } from '../hub.ts';

export type PersonBy = (name: CastName, role: Role, who: string, way?: ActWay) => Promise<Actor>;

export const personBy =
  (world: () => TestHub): PersonBy =>
  async (name, role, who, way = 'PASSKEY') => ({
    ...(await world().actor(name, role, `${CAST[name].slug}/${who}`)),
    via: { way, range: null },
  });
