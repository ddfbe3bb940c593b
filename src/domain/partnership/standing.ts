// How far a member is in its life in the partnership. Applicants are not members yet: they are in applications (application.ts).
import { type EffectiveTlp, isAtMost } from '../marking.ts';

/** A member that is suspended or has left receives nothing, and acts no more. */
export const STANDINGS = ['PROBATION', 'MEMBER', 'SUSPENDED', 'LEFT'] as const;
export type Standing = (typeof STANDINGS)[number];

export const isActiveIn = (standing: Standing): boolean => standing === 'PROBATION' || standing === 'MEMBER';

/**
 * `from` is what it was before, `since` from when on it takes no part, `reason` why it was suspended. `leftAt` is when it left,
 * which may be later; older releases have not noted it.
 */
export type Absence = {
  readonly from: Standing;
  readonly since: Date;
  readonly reason: string | null;
  readonly leftAt?: Date;
};

const DAY_MS = 24 * 3_600_000;
const ATTESTED_FOR_DAYS = 365;
/** Days before it is due, on which a member is reminded. */
export const REMINDED_DAYS = [30, 7, 1] as const;

export type LifeFacts = {
  readonly standing: Standing;
  readonly attestedAt?: Date | null;
};

/** When the facts have to be attested again, in milliseconds; null where nobody is asked. */
export const attestationDueMs = ({ attestedAt }: Pick<LifeFacts, 'attestedAt'>): number | null =>
  attestedAt === null || attestedAt === undefined ? null : attestedAt.getTime() + ATTESTED_FOR_DAYS * DAY_MS;

export const isAttestationOverdue = (life: Pick<LifeFacts, 'attestedAt'>, nowMs: number): boolean => {
  const due = attestationDueMs(life);
  return due !== null && nowMs >= due;
};

/** On probation, or overdue with its attestation: of others' content it holds nothing above TLP:GREEN, and passes nothing on. */
export const isCapped = (life: LifeFacts, nowMs: number): boolean =>
  life.standing === 'PROBATION' || isAttestationOverdue(life, nowMs);

export const isUnderCap = (tlp: EffectiveTlp): boolean => isAtMost(tlp, 'GREEN');

type Kept = { readonly decideFrom?: Date | null; readonly cappedSince?: Date | null };

export const earliestOf = (...times: readonly (Date | null | undefined)[]): Date =>
  new Date(Math.min(...times.flatMap((each) => (each == null ? [] : [each.getTime()]))));

/**
 * Something that kept content from the member since then has ended. What was kept from it before that, and is not decided yet,
 * or was while something else kept it, is decided anew with it.
 */
export const decidedAnewFrom = (
  member: Kept,
  since: Date,
  at: Date,
): { readonly decideFrom: Date; readonly returnedAt: Date } => ({
  decideFrom: earliestOf(member.decideFrom, member.cappedSince, since),
  returnedAt: at,
});

/** Whoever joins reads from joining on; what is not issued yet (a preview) is later than everything. */
export const hasJoinedBefore = (
  { joinedAt }: { readonly joinedAt?: Date | null },
  { issuedMs }: { readonly issuedMs?: number },
): boolean =>
  joinedAt === null || joinedAt === undefined || issuedMs === undefined || joinedAt.getTime() <= issuedMs;

type InCommunities = {
  readonly communities: readonly string[];
  readonly communitiesSince?: Readonly<Record<string, Date>> | null;
};

/** The member, in those communities alone that let it read this: one that keeps its history does so from joining on. */
export const inCommunitiesThen = <Each extends InCommunities>(
  member: Each,
  { issuedMs }: { readonly issuedMs?: number },
): Each => {
  const since = member.communitiesSince;
  if (since === null || since === undefined || issuedMs === undefined) return member;
  const isOpen = (slug: string): boolean => (since[slug]?.getTime() ?? 0) <= issuedMs;
  return member.communities.every(isOpen)
    ? member
    : { ...member, communities: member.communities.filter(isOpen) };
};
