// Founds an empty hub: its own member, the person who runs it, a way to sign in, and where browsers reach it, in one
// transaction. There is no default account.
import type { PasskeyRecord } from '../../domain/access/credential.ts';
import { actorOf, directoryOf } from '../../domain/directory.ts';
import type { Member, Role } from '../../domain/member.ts';
import { accepted, type Outcome, type Problem, refused } from '../../domain/problem.ts';
import type { Hub } from '../../hub.ts';
import type { Session } from '../../store/connect.ts';
import { namesProblems, newPerson } from '../access/new-person.ts';
import { recordAct } from '../audit/record-act.ts';
import { addWayIn, isTaken } from '../credential/add-credential.ts';
import { checkNewPasskey, passkeyProblem } from '../credential/passkeys.ts';
import { detailProblems } from '../person/detail-problems.ts';
import { type Started, startSession, type Visitor } from '../session/start-session.ts';
import { type FirstMember, firstMember, firstMemberProblems } from './first-member.ts';
import { isFounded, readSetup } from './setup-code.ts';

/** Whoever founds a hub runs it, and administers its first member. */
export const FOUNDER_ROLES: readonly Role[] = ['hub-operator', 'member-admin', 'publisher'];

export type Founding = {
  readonly code: string;
  readonly member: FirstMember;
  readonly person: { readonly handle: string; readonly name: string; readonly timeZone: string | null };
  /** What the browser gave for `passkeyToCreate`. */
  readonly passkey: unknown;
};

/** What a passkey is made for while a hub is founded. */
export const foundingPurpose = (linkId: string): string => `founding ${linkId}`;

export const foundHub = async (hub: Hub, founding: Founding, visitor: Visitor): Promise<Outcome<Started>> => {
  const link = await readSetup(hub, founding.code);
  if (!link.ok) return link;
  const broken = foundingProblems(founding);
  if (broken.length > 0) return refused(...broken);
  const passkey = await checkNewPasskey(hub, foundingPurpose(link.value), founding.passkey);
  if (passkey === null) return refused(passkeyProblem());
  const member = firstMember(founding.member, hub.clock.now());
  const started = await hub.members
    .change((session) => written(hub, { founding, member, passkey, link: link.value, visitor }, session))
    .catch((error: unknown) => {
      if (error instanceof Refused) return error;
      throw error;
    });
  hub.directory.forget();
  return started instanceof Refused ? refused(started.problem) : accepted(started);
};

/** Thrown to write nothing: a hub without a way in could be founded by nobody any more. */
class Refused extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super('The hub was not founded.');
    this.problem = problem;
  }
}

const foundingProblems = ({ member, person }: Founding): Problem[] => [
  ...firstMemberProblems(member),
  ...namesProblems(person),
  ...detailProblems({ timeZone: person.timeZone }),
];

type Write = {
  readonly founding: Founding;
  readonly member: Member;
  readonly passkey: PasskeyRecord;
  readonly link: string;
  readonly visitor: Visitor;
};

const written = async (
  hub: Hub,
  { founding, member, passkey, link, visitor }: Write,
  session: Session,
): Promise<Started> => {
  // Two who found it at once, by one code or by two: one of the transactions is refused.
  if ((await hub.members.all(session)).length > 0) throw new Refused(isFounded());
  if (!(await hub.accessLinks.use(link, hub.clock.now(), session))) throw new Refused(isFounded());
  await hub.members.put(member, session);
  const facts = { member, ...founding.person, roles: FOUNDER_ROLES, state: 'ACTIVE' as const };
  const person = { ...newPerson(hub, facts), lastSeenAt: hub.clock.now() };
  const via = { way: 'LINK' as const, range: visitor.range };
  const founder = actorOf(directoryOf(0, { members: [member], declared: [], persons: [person] }), {
    id: link,
    member: member.id,
    person: person.id,
    roles: null,
    via,
  });
  const by = founder ?? via;
  await recordAct(hub, { event: 'hub.founded', by, members: [member.id], person: person.id }, session);
  await recordAct(
    hub,
    { event: 'person.joined', by, members: [member.id], person: person.id, facts: { roles: FOUNDER_ROLES } },
    session,
  );
  const way = { kind: 'PASSKEY' as const, passkey };
  const label = visitor.browser ?? 'First passkey';
  const credential = await addWayIn(hub, { person, way, label, by }, session);
  if (credential === null) throw new Refused(isTaken());
  await hub.counters.keepSetting('origin', hub.origin, session);
  return startSession(hub, { person, way: 'PASSKEY', credential, visitor }, session);
};
