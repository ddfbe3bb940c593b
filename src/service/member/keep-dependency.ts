// A member says itself what it needs of others, changes that, and withdraws it. Nobody else sees it, operators of the hub
// included (I32): its lines of the audit trail say that something changed, and not of whom.
import { directorySeenBy } from '../../domain/directory.ts';
import type { Actor, Member } from '../../domain/member.ts';
import { accepted, notFound, type Outcome, type Problem, problem, refused } from '../../domain/problem.ts';
import { isBlank } from '../../domain/reading/seen-text.ts';
import { mayAct } from '../../policy/decide.ts';
import { confirmEverywhere } from '../access/confirm-everywhere.ts';
import { recordAct } from '../audit/record-act.ts';
import type { ChangeDeps } from './change-member.ts';
import { type Declaration, dependencyId, shareProblem } from './declare-dependency.ts';

export type OwnDependency = Omit<Declaration, 'dependent'>;

export const MAX_DEPENDENCIES = 200;
const MAX_SERVICE = 200;

/** Declares what the actor's member needs; one with the same provider and service is changed. */
export const keepDependency = async (
  hub: ChangeDeps,
  actor: Actor,
  dependency: OwnDependency,
): Promise<Outcome<Member>> => {
  const permission = mayAct(actor, 'member.change', null);
  if (!permission.allowed) return refused(permission.problem);
  const service = dependency.service.trim();
  const broken = [serviceProblem(service), shareProblem(dependency)].flatMap((each) => each ?? []);
  if (broken.length > 0) return refused(...broken);
  const directory = await hub.directory.current();
  const provider = directorySeenBy(directory, actor.member.id).bySlug.get(dependency.provider);
  if (provider === undefined || provider.id === actor.member.id) {
    const message = `"${dependency.provider.slice(0, 64)}" is not another member.`;
    return refused(problem('MEMBER_UNKNOWN', '$.provider', message, 'Give the slug of another member.'));
  }
  const id = dependencyId({ ...dependency, dependent: actor.member.slug, service });
  const { strength, redundancy, bufferHours } = dependency;
  const row = { provider: provider.id, dependent: actor.member.id, service, strength, redundancy };
  const outcome = await hub.members.change(async (session): Promise<Outcome<Member>> => {
    const before = await hub.members.dependenciesOf(actor.member.id, session);
    const isNew = before.every((each) => each.id !== id);
    if (isNew && before.length >= MAX_DEPENDENCIES) return refused(TOO_MANY);
    await hub.members.putDependency({ id, ...row, bufferHours }, session);
    const facts = { changed: ['dependencies'], act: isNew ? 'DECLARED' : 'CHANGED' };
    const line = { event: 'member.changed', by: actor, members: [actor.member.id], facts } as const;
    await recordAct(hub, line, session);
    return accepted(actor.member);
  });
  if (outcome.ok) await confirmEverywhere(hub);
  return outcome;
};

/** One that the actor's member never declared is absent. */
export const withdrawDependency = async (
  hub: ChangeDeps,
  actor: Actor,
  { provider, service }: Pick<OwnDependency, 'provider' | 'service'>,
): Promise<Outcome<Member>> => {
  const permission = mayAct(actor, 'member.change', null);
  if (!permission.allowed) return refused(permission.problem);
  const id = dependencyId({ dependent: actor.member.slug, provider, service: service.trim() });
  const outcome = await hub.members.narrow(async (session): Promise<Outcome<Member>> => {
    if (!(await hub.members.dropDependency(id, session))) return notFound('$.service');
    const facts = { changed: ['dependencies'], act: 'WITHDRAWN' };
    const line = { event: 'member.changed', by: actor, members: [actor.member.id], facts } as const;
    await recordAct(hub, line, session);
    return accepted(actor.member);
  });
  if (outcome.ok) await confirmEverywhere(hub);
  return outcome;
};

const serviceProblem = (service: string): Problem | null => {
  if (isBlank(service))
    return problem('TEXT_EMPTY', '$.service', 'The service is empty.', 'Say what is needed of it.');
  return service.length <= MAX_SERVICE
    ? null
    : problem('TEXT_TOO_LONG', '$.service', `At most ${MAX_SERVICE} characters.`, 'Shorten it.');
};

const TOO_MANY = problem(
  'TOO_MANY',
  '$.provider',
  `At most ${MAX_DEPENDENCIES} dependencies.`,
  'Withdraw one first.',
);
