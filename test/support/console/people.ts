// Persons of several roles: with a key for all of them, or signed in in a browser.
import type { Actor, Role } from '../../../src/domain/member.ts';
import { makeKey } from '../../../src/service/access/make-key.ts';
import { startSession } from '../../../src/service/session/start-session.ts';
import type { CastName } from '../cast.ts';
import type { TestHub } from '../hub.ts';
import { good } from '../outcome.ts';
import { plantPersons } from '../persons.ts';

export type Somebody = { readonly of: CastName; readonly person: string; readonly roles: readonly Role[] };

/** The person, who is made known. */
export const actorWith = async (world: TestHub, { of, person, roles }: Somebody): Promise<Actor> => {
  await plantPersons(world.hub, [person], { roles });
  return { ...(await world.actor(of, roles[0], person)), roles };
};

export const keyWith = async (world: TestHub, somebody: Somebody): Promise<string> =>
  good(await makeKey(world.hub, await actorWith(world, somebody), { kind: 'OWN', label: 'Console' })).token;

/** The value of the cookie of somebody who has just signed in with a passkey. */
export const signedInAs = async (world: TestHub, somebody: Somebody): Promise<string> => {
  const { hub } = world;
  const { member, person } = await actorWith(world, somebody);
  const start = { person: { id: person ?? '', member: member.id }, way: 'PASSKEY' } as const;
  const visitor = { range: null, browser: null };
  const started = await hub.members.change((session) =>
    startSession(hub, { ...start, credential: null, visitor }, session),
  );
  return started.secret;
};
