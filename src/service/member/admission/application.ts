// What the acts on an application share: each reads it in its own transaction, brings it as far as it comes, writes it, and
// leaves its line.
import type { Actor, Member } from '../../../domain/member.ts';
import {
  type Application,
  advanced,
  isLowered,
  isOpenStage,
  type Stage,
} from '../../../domain/partnership/admission.ts';
import { accepted, notFound, type Outcome, problem, refused } from '../../../domain/problem.ts';
import type { ActEvent } from '../../../domain/record/act-events.ts';
import type { Facts } from '../../../domain/record/act-facts.ts';
import type { Hub } from '../../../hub.ts';
import { seesApplicants } from '../../../policy/naming.ts';
import type { Session } from '../../../store/connect.ts';
import { type Act, recordAct } from '../../audit/record-act.ts';

export type AdmissionDeps = Pick<
  Hub,
  'members' | 'applications' | 'accessLinks' | 'directory' | 'acts' | 'entries' | 'clock' | 'entropy'
>;

export type Change = {
  readonly event: ActEvent;
  readonly by: Act['by'];
  readonly members?: readonly string[];
  readonly facts?: Facts;
};

/** Brings it as far as it comes, and writes it with its line. */
export const written = async (
  hub: AdmissionDeps,
  application: Application,
  change: Change,
  session: Session,
): Promise<Application> => {
  const { members } = await hub.directory.current();
  const policy = await hub.applications.policy(session);
  const came = advanced(application, policy, members, hub.clock.now());
  // A policy that is lowered for a moment and raised again lets nobody through alone.
  const isByLess = came.stage !== application.stage && isOpenStage(came.stage) && isLowered(policy);
  const next = isByLess ? { ...came, needsTwo: true } : came;
  await hub.applications.save(next, session);
  const { event, by, members: concerned = [], facts = {} } = change;
  await recordAct(
    hub,
    { event, by, members: concerned, subject: next.id, facts: { ...facts, stage: next.stage } },
    session,
  );
  return next;
};

/** One that was made or decided before under the Idempotency-Key of this request, as it is by now. */
export const applicationBefore = async (
  hub: Pick<AdmissionDeps, 'applications'>,
  actor: Actor,
  id: string,
): Promise<Outcome<Application>> => {
  const found = seesApplicants(actor) ? await hub.applications.byId(id) : null;
  return found === null ? notFound() : accepted(found);
};

type Work = (application: Application, session: Session) => Promise<Outcome<Application>>;

/** For one that is still open; one that the actor may not see looks absent. */
export const changeApplication = async (
  hub: AdmissionDeps,
  actor: Actor,
  id: string,
  work: Work,
): Promise<Outcome<Application>> => {
  if (!seesApplicants(actor)) return notFound();
  return hub.members.change(async (session) => {
    const application = await hub.applications.byId(id, session);
    if (application === null) return notFound();
    if (!isOpenStage(application.stage)) return refused(isDecided(application.stage));
    return work(application, session);
  });
};

const isDecided = (stage: Stage) =>
  problem(
    'APPLICATION_CLOSED',
    '$.id',
    `The application is ${stage.toLowerCase()} already.`,
    'Look at it again; a new application begins anew.',
  );

/** A full member answers for others; one on probation does not. */
export const isFullMember = ({ standing }: Pick<Member, 'standing'>): boolean => standing === 'MEMBER';

export const done = async (
  hub: AdmissionDeps,
  application: Application,
  change: Change,
  session: Session,
): Promise<Outcome<Application>> => accepted(await written(hub, application, change, session));
