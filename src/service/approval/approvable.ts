// The type of a row of the table of what needs two persons. A row says who may propose and who approves, reads its payload,
// says in words what would be done, and does it.
import type { Proposal } from '../../domain/approval/proposal.ts';
import type { Care } from '../../domain/care/publish-care.ts';
import type { Actor, Role } from '../../domain/member.ts';
import { accepted, type Outcome } from '../../domain/problem.ts';
import type { Facts } from '../../domain/record/act-facts.ts';
import type { Hub } from '../../hub.ts';
import { APPROVALS, type ApprovalKind } from '../../policy/grants.ts';
import type { Session } from '../../store/connect.ts';
import type { Habits } from '../audience/publish-care.ts';

/**
 * Of a row whose payload quotes content: who reads it while it waits, and what is left of it once it is decided, refused or
 * over. The rest of the payload goes then: what was approved is in the warning.
 */
export type Content = {
  /** Fields of the payload that stay: ids, states and numbers. */
  readonly stays: readonly string[];
  /** Whether the actor may hold what was quoted; asked of these fields alone. */
  readonly mayRead: (hub: Pick<Hub, 'warnings' | 'clock'>, actor: Actor, left: Left) => Promise<boolean>;
  /** What was proposed, of these fields alone. */
  readonly sentence: (left: Left) => string;
};
type Left = Readonly<Record<string, unknown>>;

/** What an act concerns, for its lines of the audit trail. */
export type Concern = {
  /** Ids of members. */
  readonly members: readonly string[];
  readonly person?: string;
  readonly warning?: string;
  readonly facts?: Facts;
};

/** What came of it. */
export type Done = { readonly result: string | null };

/**
 * Closes the proposal and records it, in the transaction of the act. Throws when somebody else has closed it meanwhile,
 * so that the transaction writes nothing.
 */
export type Settle = (session: Session, done?: Done) => Promise<void>;

export type Approved<Payload> = {
  readonly proposal: Proposal;
  readonly payload: Payload;
  /** Who decides: the approver, or the founder alone. */
  readonly by: Actor;
};

export type Approvable<Payload extends object> = {
  /** Completes "Two persons are asked to …". */
  readonly about: string;
  /** The fields of its payload, for whoever proposes. */
  readonly payloadAbout: string;
  /** Paths begin with `$.payload`. */
  readonly read: (payload: unknown) => Outcome<Payload>;
  /** When it lapses, where that may be before the seven days are over; null for no time of its own. */
  readonly until?: (payload: Payload) => Date | null;
  /**
   * What would be done, as a sentence for whoever approves. It names ids and names, and quotes nothing but what is approved
   * itself.
   */
  readonly sentence: (payload: Payload) => string;
  readonly content?: Content;
  /** Everything that would be done, a line each, where a sentence cannot say it. */
  readonly details?: (payload: Payload) => readonly string[];
  /** What the ids of the payload stand for, a line each, as far as the actor may read it. */
  readonly lines?: (hub: Hub, actor: Actor, payload: Payload) => Promise<readonly string[]>;
  /** What both persons should think of before it is done, as far as the actor's member may know (I32). */
  readonly care?: (hub: Hub, actor: Actor, payload: Payload, habits: Habits) => Promise<readonly Care[]>;
  /** How many members it would go to, as far as the actor's member may know (I32). */
  readonly recipients?: (hub: Hub, actor: Actor, payload: Payload) => Promise<number | null>;
  /** Whether it can be done now; asked of the proposer and of the approver. What the actor may not read looks absent. */
  readonly check: (hub: Hub, actor: Actor, payload: Payload) => Promise<Outcome<Concern>>;
  /** Does it in one transaction, which calls `settle`. Refuses, and writes nothing, when it can no longer be done. */
  readonly perform: (hub: Hub, approved: Approved<Payload>, settle: Settle) => Promise<Outcome<unknown>>;
};

/** A row of the table, whatever its payload: what `read` gives, the others take. */
export type AnyApprovable = Approvable<object> & {
  /** Who may propose. A hub operator's proposal is approved by another hub operator, any other within its member. */
  readonly mayPropose: readonly Role[];
  readonly mayApprove: readonly Role[];
};

export const rowOf = <Payload extends object>(
  kind: ApprovalKind,
  approvable: Approvable<Payload>,
): AnyApprovable => ({
  ...(approvable as unknown as Approvable<object>),
  mayPropose: APPROVALS[kind].propose,
  mayApprove: APPROVALS[kind].approve,
});

/** `perform` of a row whose act is one write of what is administered. It refuses before it writes. */
export const inOneChange =
  <Payload extends object>(
    work: (hub: Hub, approved: Approved<Payload>, session: Session) => Promise<Outcome<Done>>,
  ): Approvable<Payload>['perform'] =>
  async (hub, approved, settle) => {
    const outcome = await hub.members.change(async (session): Promise<Outcome<Done>> => {
      const done = await work(hub, approved, session);
      if (done.ok) await settle(session, done.value);
      return done;
    });
    hub.directory.forget();
    return outcome.ok ? accepted(outcome.value) : outcome;
  };
