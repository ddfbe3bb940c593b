// Reads and redeems a one-time link. Whoever does not have its token learns nothing: an unknown link, one with a wrong secret
// and one that never was get one answer; who has it is told that it was used or has expired.
import type { Person } from '../../domain/person.ts';
import { accepted, type Outcome, type Problem, problem, refused } from '../../domain/problem.ts';
import type { Hub } from '../../hub.ts';
import type { LinkRow } from '../../store/access/links.ts';
import type { Session } from '../../store/connect.ts';
import { hashOf, idInToken, isSameHash } from '../access/token.ts';
import { recordAct } from '../audit/record-act.ts';
import type { LinkDeps } from './issue-link.ts';

export type OpenLink = Pick<LinkRow, 'purpose' | 'member' | 'person' | 'expiresAt' | 'createdBy'> & {
  readonly id: string;
};

const NO_HASH = '0'.repeat(64);

/** What the link is for; writes nothing. `session`: reads within that transaction. */
export const readLink = async (
  hub: Pick<Hub, 'accessLinks' | 'clock'>,
  token: string,
  session?: Session,
): Promise<Outcome<OpenLink>> => {
  const id = idInToken(token) ?? '';
  const row = await hub.accessLinks.byId(id, session);
  if (!isSameHash(hashOf(token), row?.hash ?? NO_HASH) || row === null) return refused(UNKNOWN);
  if (row.usedAt !== null) return refused(USED);
  if (row.revokedAt !== null || row.expiresAt <= hub.clock.now()) return refused(EXPIRED);
  const { purpose, member, person, expiresAt, createdBy } = row;
  return accepted({ id, purpose, member, person, expiresAt, createdBy });
};

const UNKNOWN = problem(
  'LINK_UNKNOWN',
  '$.link',
  'This link is not valid here.',
  'Copy it whole, as you were given it; else ask for a new one.',
);
const USED = problem(
  'LINK_USED',
  '$.link',
  'This link was used already, and works once.',
  'Sign in as you set it up then. If that was not you, tell your member-admin at once.',
);
const CLOSED = problem(
  'LINK_EXPIRED',
  '$.link',
  'The organisation that invites you takes no part at the moment.',
  'Ask whoever gave you the link.',
);
const EXPIRED: Problem = problem(
  'LINK_EXPIRED',
  '$.link',
  'This link has expired, or another took its place.',
  'Ask whoever gave it to you for a new one.',
);

/**
 * Takes the link, within `members.change`: a second use is refused, also at the same moment. Who is refused ends the
 * transaction, so that it has written nothing. Somebody invited becomes active; how the person signs in is written in the same transaction by the caller.
 */
export const redeemLink = async (
  hub: LinkDeps,
  token: string,
  session: Session,
): Promise<Outcome<OpenLink & { readonly invited: Person | null }>> => {
  const read = await readLink(hub, token, session);
  if (!read.ok) return read;
  const link = read.value;
  if (!(await hub.accessLinks.use(link.id, hub.clock.now(), session))) return refused(USED);
  if (link.purpose !== 'INVITATION' || link.person === null) return accepted({ ...link, invited: null });
  const person = await hub.persons.byId(link.person, session);
  // Whoever lets the person in by another way, or takes it out, ends the link; rows of releases before may have one left.
  if (person?.state !== 'INVITED') return refused(EXPIRED);
  // Nobody joins a member that takes no part; when it returns, the link works if it is still open.
  if ((await hub.members.byId(person.member, session))?.isActive !== true) return refused(CLOSED);
  const invited: Person = { ...person, state: 'ACTIVE', lastSeenAt: hub.clock.now() };
  await hub.persons.save(invited, session);
  const about = { members: [person.member], person: person.id, subject: link.id };
  await recordAct(hub, { event: 'person.joined', by: { way: 'LINK' }, ...about }, session);
  return accepted({ ...link, invited });
};
