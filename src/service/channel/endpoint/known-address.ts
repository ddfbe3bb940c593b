// An address is an endpoint of a member once, so that nobody is told twice there. A person is not told which addresses others of its
// member have; that one of them has the same comes out when the person has shown that it reads what comes there.
import { createHash } from 'node:crypto';
import type { Endpoint } from '../../../domain/channel/endpoint.ts';
import type { Actor } from '../../../domain/member.ts';
import { type Problem, problem } from '../../../domain/problem.ts';
import type { Hub } from '../../../hub.ts';
import type { Session } from '../../../store/connect.ts';
import { mayAdminister } from './may-administer.ts';

type Addressed = Pick<Endpoint, 'channel' | 'address'>;

/** `%65` is `e`, and `%c3` is `%C3` (RFC 3986 §6.2.2). */
const plainly = (text: string): string =>
  text.replace(/%[0-9a-f]{2}/gi, (each) => {
    const letter = String.fromCharCode(Number.parseInt(each.slice(1), 16));
    return /[\w.~-]/.test(letter) ? letter : each.toUpperCase();
  });

/** Two that differ in nothing that leads elsewhere are one. What stands behind `#` is not sent, and an empty query says nothing. */
const written = ({ channel, address }: Addressed): string => {
  if (channel === 'MAIL') return address.trim().toLowerCase();
  if (!URL.canParse(address)) return address;
  const { origin, pathname, search } = new URL(address);
  return plainly(`${origin}${pathname}${search}`);
};

const isSame = (one: Addressed, other: Addressed): boolean =>
  one.channel === other.channel && written(one) === written(other);

/** Unique while the endpoint has its address: of two acts at once one is refused. */
export const ownPlaceOf = (endpoint: Addressed & Pick<Endpoint, 'member' | 'person'>): string => {
  const { member, person, channel } = endpoint;
  const place = JSON.stringify([member, person, channel, written(endpoint)]);
  return createHash('sha256').update(place).digest('base64url');
};

/** Null where none of the endpoints that the actor may see has this address. */
export const knownProblem = async (
  hub: Pick<Hub, 'endpoints'>,
  actor: Actor,
  draft: Addressed & Pick<Endpoint, 'person'>,
): Promise<Problem | null> => {
  const all = await hub.endpoints.listed(actor.member.id);
  const isAdmin = mayAdminister(actor).allowed;
  const found = all.find(
    (each) => isSame(each, draft) && (isAdmin || (each.person !== null && each.person === draft.person)),
  );
  return found === undefined ? null : addressKnown(found.id, '$.address');
};

/** Null where no other endpoint of the member that is proved has the address of this one. */
export const provedProblem = async (
  hub: Pick<Hub, 'endpoints'>,
  { id, member, channel, address }: Endpoint,
  session: Session,
): Promise<Problem | null> => {
  const all = await hub.endpoints.listed(member, session);
  const found = all.find(
    (each) =>
      each.id !== id &&
      (each.state === 'ACTIVE' || each.state === 'PAUSED') &&
      isSame(each, { channel, address }),
  );
  return found === undefined ? null : addressKnown(found.id, '$.endpoint');
};

const addressKnown = (id: string, path: string): Problem =>
  problem(
    'ADDRESS_KNOWN',
    path,
    `This address is an endpoint of your organisation already: ${id}.`,
    'Change that one, have a new challenge sent to it, or rotate its secret; or remove it first.',
  );
