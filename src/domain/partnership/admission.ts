// How an organisation becomes a member: it applies, is verified, sponsored, and known to all administrators for a while; then
// it is on probation. How much of that is asked is the hub's admission policy. Pure: what happens next follows from the
// application, the policy and the time.
import type { Member, MemberDescription } from '../member.ts';
import { sectorAndAncestors } from '../sector.ts';

/** Each change is a version of its own; the newest is in force. 0 switches a part off. */
export type AdmissionPolicy = {
  readonly version: number;
  /** Full members who answer for it, of different sectors or States. */
  readonly sponsors: number;
  /** Days in which any full member may object. */
  readonly objectionDays: number;
  readonly probationDays: number;
  readonly at: Date;
  /** Id of the person; null for the first policy, which every hub begins with. */
  readonly by: string | null;
};

export const FIRST_POLICY = { version: 0, sponsors: 2, objectionDays: 14, probationDays: 90 } as const;
const MOST = { sponsors: 10, objectionDays: 365, probationDays: 730 } as const;
export const POLICY_PARTS = ['sponsors', 'objectionDays', 'probationDays'] as const;
export type PolicyPart = (typeof POLICY_PARTS)[number];
export type PolicyParts = Pick<AdmissionPolicy, PolicyPart>;

/** The first part that is out of range, with the most that it may be. */
export const policyFault = (
  parts: PolicyParts,
): { readonly part: PolicyPart; readonly most: number } | null => {
  const part = POLICY_PARTS.find(
    (each) => !Number.isInteger(parts[each]) || parts[each] < 0 || parts[each] > MOST[each],
  );
  return part === undefined ? null : { part, most: MOST[part] };
};

/** Asks for less than the policy that every hub begins with: then two persons admit. */
export const isLowered = (policy: PolicyParts): boolean =>
  POLICY_PARTS.some((part) => policy[part] < FIRST_POLICY[part]);

const DAY_MS = 24 * 3_600_000;

/**
 * When a probation that began then is over. `isByTwo`: two persons decided by this policy; by one alone none is shorter than
 * by the policy that every hub begins with.
 */
export const probationEnd = (since: Date, { probationDays }: PolicyParts, isByTwo: boolean): Date =>
  new Date(since.getTime() + Math.max(probationDays, isByTwo ? 0 : FIRST_POLICY.probationDays) * DAY_MS);

export const STAGES = [
  'APPLICANT',
  'VERIFIED',
  'SPONSORED',
  'OBJECTION_WINDOW',
  'ADMITTED',
  'REFUSED',
  'WITHDRAWN',
] as const;
export type Stage = (typeof STAGES)[number];

export type ApplicantFacts = MemberDescription &
  Pick<Member, 'slug' | 'name' | 'kind' | 'country' | 'countries' | 'sectors'>;

type ByMember = { readonly member: string; readonly person: string | null; readonly at: Date };
/** `isNamed`: it agreed to be named to all administrators, unlisted as it may be. */
export type Sponsorship = ByMember & { readonly isNamed?: boolean };
/** `setAsideAt`: the hub looked at it, and it stands in the way no more. */
export type Objection = ByMember & { readonly reason: string; readonly setAsideAt?: Date | null };

/** At most one of each member, and only those that the hub has not set aside. */
export const standingObjections = ({ objections }: Pick<Application, 'objections'>): readonly Objection[] =>
  objections.filter(({ setAsideAt }) => setAsideAt == null);

export type Application = {
  readonly id: string;
  readonly facts: ApplicantFacts;
  /** Whom to call there; for administrators alone. */
  readonly contact: string;
  readonly stage: Stage;
  /** A name or slug may be taken for another's: an operator of the hub looks at it. Nobody is told whose. */
  readonly needsReview: boolean;
  readonly sponsors: readonly Sponsorship[];
  readonly objections: readonly Objection[];
  readonly madeAt: Date;
  readonly verifiedAt: Date | null;
  /** When the time for objections ends. */
  readonly windowEndsAt: Date | null;
  readonly decidedAt: Date | null;
  /** Id of the member that it became. */
  readonly member: string | null;
  /** Why it was refused; for the hub and those who answer for it. */
  readonly refusal?: string | null;
  /**
   * It came on while the policy asked for less, or past an objection that the hub set aside: two persons admit it, whatever
   * the policy says by then.
   */
  readonly needsTwo?: boolean | null;
};

/** When something last happened to it; the end of a time for objections counts, before it came too. */
export const lastChangeOf = ({
  madeAt,
  verifiedAt,
  windowEndsAt,
  sponsors,
  objections,
}: Pick<Application, 'madeAt' | 'verifiedAt' | 'windowEndsAt' | 'sponsors' | 'objections'>): Date =>
  new Date(
    Math.max(
      ...[madeAt, verifiedAt, windowEndsAt].map((each) => each?.getTime() ?? 0),
      ...[...sponsors, ...objections].map(({ at }) => at.getTime()),
    ),
  );

export const isOpenStage = (stage: Stage): boolean =>
  stage !== 'ADMITTED' && stage !== 'REFUSED' && stage !== 'WITHDRAWN';

/** Two members differ when they are of different States, or have no sector in common. */
const areDifferent = (one: Member, other: Member): boolean =>
  one.country !== other.country ||
  !one.sectors.some((sector) =>
    other.sectors.some(
      (each) => sectorAndAncestors(sector).includes(each) || sectorAndAncestors(each).includes(sector),
    ),
  );

/** By id. */
export type Known = ReadonlyMap<string, Member>;

/** Whether enough full members answer for it, and not all of one sector of one State. */
export const isSponsored = (
  { sponsors }: Pick<Application, 'sponsors'>,
  { sponsors: needed }: Pick<PolicyParts, 'sponsors'>,
  members: Known,
): boolean => {
  const standing = sponsors.flatMap(({ member }) => {
    const found = members.get(member);
    return found?.standing === 'MEMBER' ? [found] : [];
  });
  if (standing.length < needed) return false;
  return needed < 2 || standing.some((one) => standing.some((other) => areDifferent(one, other)));
};

/** The application as far as it comes without anybody's act. Admitting is not done here: see `isReady`. */
export const advanced = (
  application: Application,
  policy: PolicyParts,
  members: Known,
  now: Date,
): Application => {
  let next = application;
  if (next.stage === 'APPLICANT' && next.verifiedAt !== null) next = { ...next, stage: 'VERIFIED' };
  if (next.stage === 'VERIFIED' && isSponsored(next, policy, members)) next = { ...next, stage: 'SPONSORED' };
  if (next.stage === 'SPONSORED' && !next.needsReview) {
    const windowEndsAt = new Date(now.getTime() + policy.objectionDays * DAY_MS);
    next = { ...next, stage: 'OBJECTION_WINDOW', windowEndsAt };
  }
  return next;
};

/**
 * Whether those who answer for it still can: one that was suspended or left since counts no more. How many it came on with is
 * enough, whatever the policy asks by now.
 */
export const isStillSponsored = (
  application: Pick<Application, 'sponsors'>,
  { sponsors }: Pick<PolicyParts, 'sponsors'>,
  members: Known,
): boolean =>
  isSponsored(application, { sponsors: Math.min(sponsors, application.sponsors.length) }, members);

/** What it is asked against. */
export type AsOf = { readonly policy: PolicyParts; readonly members: Known; readonly now: Date };

/** Nothing stands against admitting it now. */
export const isReady = (application: Application, { policy, members, now }: AsOf): boolean => {
  const { stage, windowEndsAt } = application;
  const isOver = stage === 'OBJECTION_WINDOW' && windowEndsAt !== null && windowEndsAt <= now;
  return (
    isOver && standingObjections(application).length === 0 && isStillSponsored(application, policy, members)
  );
};

/** The application without what this member answers for: with its last sponsor it is withdrawn, with too few it waits for others. */
export const withoutSponsor = (application: Application, member: string, asOf: AsOf): Application => {
  const sponsors = application.sponsors.filter((each) => each.member !== member);
  if (sponsors.length === 0) return { ...application, sponsors, stage: 'WITHDRAWN', decidedAt: asOf.now };
  const isPast = application.stage === 'SPONSORED' || application.stage === 'OBJECTION_WINDOW';
  return isPast && !isSponsored({ sponsors }, asOf.policy, asOf.members)
    ? { ...application, sponsors, stage: 'VERIFIED', windowEndsAt: null }
    : { ...application, sponsors };
};

/**
 * Whether `sponsor` stands on `applicant`, directly or over others: then it would answer for whoever answers for it.
 * `sponsorsOf` gives the sponsors with which a member came.
 */
export const isCircle = (
  applicant: string,
  sponsor: string,
  sponsorsOf: (member: string) => readonly string[],
): boolean => {
  const seen = new Set<string>();
  const open = [sponsor];
  for (let each = open.pop(); each !== undefined; each = open.pop()) {
    if (each === applicant) return true;
    if (seen.has(each)) continue;
    seen.add(each);
    open.push(...sponsorsOf(each));
  }
  return false;
};
