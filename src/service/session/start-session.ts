// Starts a person's session in a browser, in the transaction of whatever let the person in.
import { createHash } from 'node:crypto';
import { SESSION_MS, type SessionWay } from '../../domain/access/session.ts';
import { actorOf } from '../../domain/directory.ts';
import type { Person } from '../../domain/person.ts';
import type { Hub } from '../../hub.ts';
import type { Session } from '../../store/connect.ts';
import { recordAct } from '../audit/record-act.ts';

export type Visitor = {
  /** The network that it comes from, never the address; null where the hub cannot know it. */
  readonly range: string | null;
  /** What the browser says of itself, in a few words. */
  readonly browser: string | null;
};

export type Started = {
  readonly id: string;
  /** The value of the cookie; it is kept nowhere. */
  readonly secret: string;
  readonly endsAt: Date;
};

export type SessionDeps = Pick<
  Hub,
  'sessions' | 'directory' | 'acts' | 'entries' | 'clock' | 'entropy' | 'members'
>;

export const hashOfSecret = (secret: string): string =>
  createHash('sha256').update(`session ${secret}`).digest('hex');

/** `credential` is the id of what the person proved; null for a code. */
export type Start = {
  readonly person: Pick<Person, 'id' | 'member'>;
  readonly way: SessionWay;
  readonly credential: string | null;
  readonly visitor: Visitor;
};

/** Within `members.change`. */
export const startSession = async (
  hub: SessionDeps,
  { person, way, credential, visitor }: Start,
  session: Session,
): Promise<Started> => {
  const id = hub.entropy.bytes(8).toString('hex');
  const secret = hub.entropy.bytes(32).toString('base64url');
  const now = hub.clock.now();
  await hub.sessions.start(
    {
      _id: id,
      hash: hashOfSecret(secret),
      member: person.member,
      person: person.id,
      way,
      credential,
      ...visitor,
      createdAt: now,
      seenAt: now,
      endedAt: null,
    },
    session,
  );
  const via = { way, range: visitor.range };
  const actor = actorOf(await hub.directory.current(), {
    id,
    member: person.member,
    person: person.id,
    roles: null,
    via,
  });
  const facts = { way, ...(credential === null ? {} : { credential }) };
  // Somebody who joins is not in this copy of the directory yet.
  const by = actor ?? { way: 'LINK' as const, range: visitor.range };
  const act = { by, members: [person.member], person: person.id, subject: id, facts };
  await recordAct(hub, { ...act, event: 'session.started' }, session);
  return { id, secret, endsAt: new Date(now.getTime() + SESSION_MS) };
};
