// Somebody who was invited joins: the one-time link is taken, the first way to sign in is kept, and a session begins, in one
// transaction. A second use of the link writes nothing.
import type { Person } from '../../domain/person.ts';
import { accepted, type Outcome, type Problem, problem, refused } from '../../domain/problem.ts';
import type { Hub } from '../../hub.ts';
import { type OpenLink, readLink, redeemLink } from '../person/redeem-link.ts';
import { type Started, startSession, type Visitor } from '../session/start-session.ts';
import { addWayIn, isTaken, type NewWayIn } from './add-credential.ts';
import type { Arrival } from './openid-connect.ts';
import { checkNewPasskey, passkeyProblem } from './passkeys.ts';

export type Invitation = { readonly link: OpenLink; readonly person: Person };

/** Whom a link invites; refused for every other link. */
export const readInvitation = async (hub: Hub, token: string): Promise<Outcome<Invitation>> => {
  const read = await readLink(hub, token);
  if (!read.ok) return read;
  const { purpose, person: id } = read.value;
  const person = purpose === 'INVITATION' && id !== null ? await hub.persons.byId(id) : null;
  return person === null ? refused(notAnInvitation()) : accepted({ link: read.value, person });
};

const notAnInvitation = (): Problem =>
  problem(
    'LINK_UNKNOWN',
    '$.link',
    'This link invites nobody to join.',
    'Ask whoever gave it to you for a new one.',
  );

/** What a passkey is made for while somebody joins. */
export const joiningPurpose = ({ id }: Pick<OpenLink, 'id'>): string => `joining ${id}`;

export const joinByPasskey = async (
  hub: Hub,
  asked: { readonly token: string; readonly passkey: unknown },
  visitor: Visitor,
): Promise<Outcome<Started>> => {
  const read = await readInvitation(hub, asked.token);
  if (!read.ok) return read;
  const passkey = await checkNewPasskey(hub, joiningPurpose(read.value.link), asked.passkey);
  if (passkey === null) return refused(passkeyProblem());
  const label = visitor.browser ?? 'First passkey';
  return join(hub, asked.token, { way: { kind: 'PASSKEY', passkey }, label, visitor });
};

/** With an account at the provider of the member that invites, and of no other. */
export const joinAtProvider = async (
  hub: Hub,
  token: string,
  { provider, account }: Arrival,
  visitor: Visitor,
): Promise<Outcome<Started>> => {
  const read = await readInvitation(hub, token);
  if (!read.ok) return read;
  if (read.value.person.member !== provider.member) return refused(notAnInvitation());
  return join(hub, token, { way: { kind: 'OPENID_CONNECT', account }, label: provider.name, visitor });
};

type Joining = { readonly way: NewWayIn; readonly label: string; readonly visitor: Visitor };

/** Thrown to write nothing, since the link is taken before the way in is known to be free. */
class Refused extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super('Somebody could not join.');
    this.problems = problems;
  }
}

const join = async (hub: Hub, token: string, { way, label, visitor }: Joining): Promise<Outcome<Started>> => {
  const joined = await hub.members
    .change(async (session) => {
      const redeemed = await redeemLink(hub, token, session);
      if (!redeemed.ok) throw new Refused(redeemed.problems);
      const { invited: person } = redeemed.value;
      if (person === null) throw new Refused([notAnInvitation()]);
      const by = { way: 'LINK' as const, range: visitor.range };
      const credential = await addWayIn(hub, { person, way, label, by }, session);
      if (credential === null) throw new Refused([isTaken()]);
      return startSession(hub, { person, way: way.kind, credential, visitor }, session);
    })
    .catch((error: unknown) => {
      if (error instanceof Refused) return error;
      throw error;
    });
  hub.directory.forget();
  return joined instanceof Refused ? refused(...joined.problems) : accepted(joined);
};
