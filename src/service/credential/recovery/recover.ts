// Recovery without mail or a provider: an administrator reads a code over the telephone, and whoever types it with the name
// of the person is let in. It ends what the person had to sign in with, keys too, since nobody knows who has it now, and
// leaves TLP:RED closed until somebody else confirms that it is the person.
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { readRecoveryCode, recoveryCodeFrom } from '../../../domain/access/recovery-code.ts';
import { nameTyped, personWritten } from '../../../domain/directory.ts';
import type { Actor } from '../../../domain/member.ts';
import { maySignIn, type Person, withBringers } from '../../../domain/person.ts';
import { accepted, notFound, type Outcome, problem, refused } from '../../../domain/problem.ts';
import type { Hub } from '../../../hub.ts';
import { mayAct } from '../../../policy/decide.ts';
import { mayHave, mayManage } from '../../../policy/grants.ts';
import type { RecoveryRow } from '../../../store/access/recoveries.ts';
import type { Session } from '../../../store/connect.ts';
import { confirmEverywhere } from '../../access/confirm-everywhere.ts';
import { type Act, recordAct } from '../../audit/record-act.ts';
import { bringersOf } from '../../person/confirm-person.ts';
import { endWaysIn } from '../../person/end-ways-in.ts';
import { endSessions } from '../../session/end-sessions.ts';
import { type SessionDeps, type Started, startSession, type Visitor } from '../../session/start-session.ts';
import { notSignedIn } from '../sign-in.ts';

export type RecoveryDeps = SessionDeps &
  Pick<
    Hub,
    | 'recoveries'
    | 'credentials'
    | 'persons'
    | 'signInKey'
    | 'proposals'
    | 'keys'
    | 'accessLinks'
    | 'drafts'
    | 'storage'
  >;

const LIFE_MS = 15 * 60_000;
const MOST_TRIES = 5;
const CODE_BYTES = 14;

const hashOf = ({ signInKey }: Pick<Hub, 'signInKey'>, person: string, digits: string): string =>
  createHmac('sha256', signInKey).update(`recovery ${person} ${digits}`).digest('hex');

/**
 * Tries are counted under what was typed, so that a name that nobody has is counted as one that somebody has; by address, so that
 * nobody keeps the person out by guessing; and by code, so that a new one begins anew.
 */
const triedAs = (
  { signInKey }: Pick<Hub, 'signInKey'>,
  { name, from }: Pick<Typed, 'name' | 'from'>,
  row: RecoveryRow | null,
): string =>
  createHmac('sha256', signInKey)
    .update(`tries ${JSON.stringify([name, from, row?.hash ?? null])}`)
    .digest('hex');

export type IssuedCode = { readonly person: string; readonly code: string; readonly expiresAt: Date };

/**
 * By an administrator of the person's own member, for somebody else who is not more privileged; or by one of the two
 * operators of the hub who allowed it a moment ago, once.
 */
export const issueRecovery = async (
  hub: RecoveryDeps,
  actor: Actor,
  person: string,
): Promise<Outcome<IssuedCode>> => {
  const known = personWritten(await hub.directory.current(), person, actor.member.slug);
  const outcome = await hub.members.change(async (session): Promise<Outcome<IssuedCode>> => {
    const whom = known === undefined ? null : await hub.persons.byId(known.id, session);
    const allowed = whom === null ? null : await takeAllowance(hub, actor, whom, session);
    if (whom !== null && allowed !== null)
      return accepted(
        await putRecovery(
          hub,
          { person: whom, issuedBy: 'HUB_OPERATORS', by: actor, restorers: allowed },
          session,
        ),
      );
    const wrong = wrongWith(actor, whom);
    if (whom === null || wrong !== null) return wrong ?? notFound('$.person');
    const restorers = await bringersOf(hub, actor, session);
    return accepted(
      await putRecovery(hub, { person: whom, issuedBy: 'MEMBER_ADMIN', by: actor, restorers }, session),
    );
  });
  hub.directory.forget();
  return outcome;
};

/** Why an administrator may not make one. */
const wrongWith = (actor: Actor, whom: Person | null): Outcome<never> | null => {
  if (whom === null || whom.member !== actor.member.id || !mayAct(actor, 'person.change', null).allowed)
    return notFound('$.person');
  if (whom.id === actor.person) {
    return refused(
      problem(
        'RECOVERY_OF_ONESELF',
        '$.person',
        'Nobody makes a recovery code for oneself.',
        'Add another passkey to your account instead.',
      ),
    );
  }
  if (!mayManage(actor.roles, whom.roles)) {
    return refused(
      problem(
        'RECOVERY_OF_PRIVILEGED',
        '$.person',
        `${whom.name} has a role that you may not give.`,
        'Ask the operators of the hub.',
      ),
    );
  }
  if (maySignIn(whom)) return null;
  return refused(
    problem(
      'RECOVERY_OF_INACTIVE',
      '$.person',
      `${whom.name} may not sign in.`,
      'Make the person active again first.',
    ),
  );
};

/** Two operators of the hub also bring back somebody who is dormant: nobody else of its member could. */
const mayComeBack = (person: Person, issuedBy: RecoveryRow['issuedBy']): boolean =>
  maySignIn(person) || (person.state === 'DORMANT' && issuedBy === 'HUB_OPERATORS');

/**
 * Takes what two operators of the hub allowed one of them a moment ago (approval/kinds/recover-last-admin.ts): once, in the
 * transaction of the code. Who restores the person by it, or null where nothing is allowed.
 */
const takeAllowance = async (
  hub: RecoveryDeps,
  actor: Actor,
  whom: Person,
  session: Session,
): Promise<readonly string[] | null> => {
  const mayAsk = mayHave(actor, 'recovery.of-last') && mayComeBack(whom, 'HUB_OPERATORS');
  if (actor.person === null || !mayAsk) return null;
  const at = hub.clock.now();
  const since = new Date(at.getTime() - LIFE_MS);
  const asked = { kind: 'RECOVER_LAST_ADMIN', result: whom.id, by: actor.person, since, at };
  const proposal = await hub.proposals.spend(asked, session);
  if (proposal === null) return null;
  const both = [proposal.by, proposal.decidedBy].filter((id) => id !== null);
  const brought = await Promise.all(both.map((id) => hub.persons.byId(id, session)));
  return [...both, ...brought.flatMap((each) => each?.broughtBy ?? [])];
};

type Issue = {
  readonly person: Person;
  readonly issuedBy: RecoveryRow['issuedBy'];
  readonly by: Act['by'];
  /** Ids of those who restore the person by it, and of those who brought them. */
  readonly restorers: readonly string[];
};

/** Within `members.change`. The code is given back once and kept nowhere. */
export const putRecovery = async (
  hub: RecoveryDeps,
  { person, issuedBy, by, restorers }: Issue,
  session: Session,
): Promise<IssuedCode> => {
  const code = recoveryCodeFrom(hub.entropy.bytes(CODE_BYTES));
  const now = hub.clock.now();
  const expiresAt = new Date(now.getTime() + LIFE_MS);
  const hash = hashOf(hub, person.id, readRecoveryCode(code).digits);
  await hub.recoveries.issue(
    { _id: person.id, hash, issuedBy, by: restorers, createdAt: now, expiresAt },
    session,
  );
  const act = { by, members: [person.member], person: person.id, facts: { issuedBy, state: 'ISSUED' } };
  await recordAct(hub, { ...act, event: 'person.recovered' }, session);
  return { person: person.id, code, expiresAt };
};

const NO_HASH = createHash('sha256').update('nobody').digest('hex');

const isSame = (one: string, other: string): boolean =>
  timingSafeEqual(Buffer.from(one, 'hex'), Buffer.from(other, 'hex'));

/** `from` is the address it came from, null where the hub cannot know it; `isCounted` is false where it may write no more. */
type Typed = {
  readonly name: string;
  readonly code: string;
  readonly from: string | null;
  readonly isCounted: boolean;
};

/**
 * Whether this address has tried too often. Without an address nobody is refused for it: the tries of others would be meant, and a
 * code of 79 bits that lives for 15 minutes is not guessed at the rate of the pages.
 */
const isWornOut = async (hub: RecoveryDeps, typed: Typed, row: RecoveryRow | null): Promise<boolean> => {
  const isWritten = typed.isCounted && (await hub.storage.allows('WORK'));
  const as = triedAs(hub, typed, row);
  const now = hub.clock.now();
  const tries = isWritten
    ? await hub.recoveries.countTry(as, now, LIFE_MS)
    : await hub.recoveries.triesOf(as, now);
  return typed.from !== null && tries > MOST_TRIES;
};

/** What was typed. The refusal is the same for a name that nobody has, a code that is wrong or over, and too many tries. */
export const signInByCode = async (
  hub: RecoveryDeps,
  typed: Typed,
  visitor: Visitor,
): Promise<Outcome<Started>> => {
  const code = readRecoveryCode(typed.code);
  if (!code.isComplete || !code.isConsistent) {
    return refused(
      problem(
        'RECOVERY_CODE_MISTYPED',
        '$.code',
        code.isComplete ? 'A digit of the code is wrong.' : 'A code has eight groups of three digits.',
        'Have it read to you again. This was not counted as an attempt.',
      ),
    );
  }
  const name = nameTyped(typed.name);
  const now = hub.clock.now();
  const { byHandle } = await hub.directory.current();
  const whom = byHandle.get(name);
  const row = await hub.recoveries.live(whom?.id ?? name, now);
  const isOver = await isWornOut(hub, { ...typed, name }, row);
  const isRight = isSame(hashOf(hub, whom?.id ?? name, code.digits), row?.hash ?? NO_HASH);
  if (whom === undefined || row === null || !isRight || isOver) return refused(notSignedIn());
  // Somebody gets back in also where the disk is full: reading works, and an operator has to see to it.
  const started = await hub.members.narrow((session) => restore(hub, { row, visitor }, session));
  // What it had to sign in with has ended, and its sessions, and TLP:RED is closed to it.
  if (started !== null) await confirmEverywhere(hub);
  return started === null ? refused(notSignedIn()) : accepted(started);
};

type Restoring = { readonly row: RecoveryRow; readonly visitor: Visitor };

const restore = async (
  hub: RecoveryDeps,
  { row, visitor }: Restoring,
  session: Session,
): Promise<Started | null> => {
  const person = await hub.persons.byId(row._id, session);
  const isTaken = await hub.recoveries.take(row._id, row.hash, session);
  if (!isTaken || person === null || !mayComeBack(person, row.issuedBy)) return null;
  const by = { way: 'LINK' as const, range: visitor.range };
  await endSessions(hub, { person: person.id, by }, session);
  await endWaysIn(hub, person, session);
  const back = { state: 'ACTIVE' as const, warnedAt: null, lastSeenAt: hub.clock.now() };
  const restored = { ...person, ...back, credentials: 0, isRedClosed: true };
  await hub.persons.save(withBringers(restored, row.by ?? []), session);
  const act = { by, members: [person.member], person: person.id };
  await recordAct(
    hub,
    { ...act, event: 'person.recovered', facts: { issuedBy: row.issuedBy, state: 'USED' } },
    session,
  );
  return startSession(hub, { person, way: 'RECOVERY_CODE', credential: null, visitor }, session);
};
