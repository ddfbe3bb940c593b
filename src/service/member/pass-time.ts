// What happens to members as time passes: the time for objections ends, a probation ends, an attestation falls due. The
// workers run it again and again; running it twice changes nothing, and what is wrong with one holds up no other.
import type { Member } from '../../domain/member.ts';
import {
  type Application,
  advanced,
  isLowered,
  isOpenStage,
  isReady,
  probationEnd,
} from '../../domain/partnership/admission.ts';
import { attestationDueMs, decidedAnewFrom, REMINDED_DAYS } from '../../domain/partnership/standing.ts';
import { accepted, type Outcome } from '../../domain/problem.ts';
import type { Hub } from '../../hub.ts';
import { recordAct } from '../audit/record-act.ts';
import { noticesToMember } from '../channel/notices-to.ts';
import { tryEach } from '../job/try-each.ts';
import { type AdmissionDeps, written } from './admission/application.ts';
import { admitted, asOfNow } from './admission/decide-application.ts';
import { memberId } from './admit-member.ts';

const HUB = { way: 'HUB' } as const;
const DAY_MS = 24 * 3_600_000;
const NOTHING = { ok: false, problems: [] } as const;

type TimeDeps = AdmissionDeps & Pick<Hub, 'endpoints' | 'persons' | 'channelDeliveries' | 'log'>;

export const passTime = async (hub: TimeDeps): Promise<void> => {
  await advanceOpen(hub);
  await admitReady(hub);
  hub.directory.forget();
  const members = [...(await hub.directory.current()).members.values()];
  const pieces = members.map((member) => ({
    about: member.id,
    subject: { members: [member.id] },
    exercise: null,
    act: async () => {
      await endProbation(hub, member);
      await remind(hub, member);
    },
  }));
  await tryEach(hub, 'age-member', pieces);
};

const HAS_ADVANCED = { event: 'member.advanced', by: HUB } as const;

/** A policy that asks for less, and members that stand again, bring applications on which nobody has to act. */
const advanceOpen = async (hub: AdmissionDeps & Pick<Hub, 'log'>): Promise<void> => {
  const open = await hub.applications.open();
  const asOf = await asOfNow(hub);
  const isBehind = (each: Application): boolean =>
    advanced(each, asOf.policy, asOf.members, asOf.now).stage !== each.stage;
  const pieces = open.filter(isBehind).map(({ id }) => ({
    about: id,
    subject: {},
    exercise: null,
    act: () =>
      hub.members.change(async (session): Promise<Outcome<Application>> => {
        const application = await hub.applications.byId(id, session);
        if (application === null || !isOpenStage(application.stage) || !isBehind(application)) return NOTHING;
        return accepted(await written(hub, application, HAS_ADVANCED, session));
      }),
  }));
  await tryEach(hub, 'advance-applicant', pieces);
};

const admitReady = async (hub: AdmissionDeps & Pick<Hub, 'log'>): Promise<void> => {
  const policy = await hub.applications.policy();
  // Two persons admit then, by a proposal.
  if (isLowered(policy)) return;
  const open = (await hub.applications.open()).filter(({ needsTwo }) => needsTwo !== true);
  const pieces = open.map(({ id }) => ({
    about: id,
    subject: {},
    exercise: null,
    act: () => admitIfReady(hub, id),
  }));
  await tryEach(hub, 'admit-applicant', pieces);
};

const admitIfReady = (hub: AdmissionDeps, id: string): Promise<Outcome<Member>> =>
  hub.members.change(async (session): Promise<Outcome<Member>> => {
    const application = await hub.applications.byId(id, session);
    if (application === null || !isReady(application, await asOfNow(hub, session))) return NOTHING;
    if ((await hub.members.byId(memberId(application.facts.slug), session)) !== null) return NOTHING;
    return accepted(await admitted(hub, application, HUB, session));
  });

type Deps = Pick<Hub, 'members' | 'applications' | 'acts' | 'entries' | 'clock' | 'entropy'>;
type TellingDeps = Deps & Pick<Hub, 'endpoints' | 'persons' | 'channelDeliveries'>;

const endProbation = async (
  hub: Deps,
  { id, standing, probationSince, probationEndsAt }: Member,
): Promise<void> => {
  if (standing !== 'PROBATION' || probationSince === null || probationSince === undefined) return;
  // One that a release before admitted carries no end.
  const endsAt = probationEndsAt ?? probationEnd(probationSince, await hub.applications.policy(), false);
  if (endsAt > hub.clock.now()) return;
  await hub.members.change(async (session): Promise<Outcome<Member>> => {
    const before = await hub.members.byId(id, session);
    if (before?.standing !== 'PROBATION') return NOTHING;
    const after: Member = {
      ...before,
      standing: 'MEMBER',
      probationSince: null,
      probationEndsAt: null,
      ...decidedAnewFrom(before, before.probationSince ?? probationSince, hub.clock.now()),
    };
    await hub.members.put(after, session);
    const facts = { from: before.standing, to: after.standing };
    await recordAct(hub, { event: 'member.advanced', by: HUB, members: [id], facts }, session);
    return accepted(after);
  });
};

/** Once for each of the days, and once when it is overdue (0): by the endpoints of the member and of its administrators. */
const remind = async (hub: TellingDeps, member: Member): Promise<void> => {
  const due = attestationDueMs(member);
  if (due === null || !member.isActive) return;
  const daysLeft = Math.ceil((due - hub.clock.now().getTime()) / DAY_MS);
  const step = [...REMINDED_DAYS, 0].findLast((days) => daysLeft <= days);
  if (step === undefined || (member.remindedDays ?? Number.POSITIVE_INFINITY) <= step) return;
  const dueAt = new Date(due).toISOString();
  const notice = { key: `attest ${dueAt} ${step}`, details: { what: 'ATTEST', days: step, dueAt } };
  const told = await noticesToMember(hub, member.id, notice, hub.clock.now());
  await hub.members.change(async (session): Promise<Outcome<Member>> => {
    const before = await hub.members.byId(member.id, session);
    if (before === null || (before.remindedDays ?? Number.POSITIVE_INFINITY) <= step) return NOTHING;
    const after: Member = { ...before, remindedDays: step };
    await hub.members.put(after, session);
    await hub.channelDeliveries.ensure(told, session);
    const facts = { days: step };
    await recordAct(hub, { event: 'member.reminded', by: HUB, members: [member.id], facts }, session);
    return accepted(after);
  });
};
