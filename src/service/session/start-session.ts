// Starts a person's session in a browser, in the transaction of whatever let the person in.
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
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
  'sessions' | 'directory' | 'acts' | 'entries' | 'clock' | 'entropy' | 'members' | 'signInKey'
>;

const RANDOM_BYTES = 24;
const SEAL_BYTES = 8;
const SECRET = /^[A-Za-z0-9_-]{43}$/;

type SealDeps = Pick<Hub, 'signInKey'>;

const sealOf = ({ signInKey }: SealDeps, random: Buffer): Buffer =>
  createHmac('sha256', signInKey).update('session').update(random).digest().subarray(0, SEAL_BYTES);

const newSecret = (hub: SealDeps & Pick<Hub, 'entropy'>): string => {
  const random = hub.entropy.bytes(RANDOM_BYTES);
  return Buffer.concat([random, sealOf(hub, random)]).toString('base64url');
};

/** Whether this hub made it, as far as can be told without a query: an invented one costs none. */
export const isSecretOfOurs = (hub: SealDeps, secret: string): boolean => {
  if (!SECRET.test(secret)) return false;
  const bytes = Buffer.from(secret, 'base64url');
  return timingSafeEqual(bytes.subarray(RANDOM_BYTES), sealOf(hub, bytes.subarray(0, RANDOM_BYTES)));
};

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
  const secret = newSecret(hub);
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
