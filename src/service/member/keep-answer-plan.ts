// A member says how it answers: its sites, and who is told when nobody has answered in time. Nobody else sees it, not the
// publisher whose warning is answered.
import {
  type AnswerPlan,
  isSiteSlug,
  LONGEST_SITE_NAME,
  MOST_ALTERNATES,
  MOST_SITES,
  noPlan,
} from '../../domain/answer/plan.ts';
import type { Site } from '../../domain/answer/site.ts';
import { type Directory, directorySeenBy, personWritten } from '../../domain/directory.ts';
import type { Actor } from '../../domain/member.ts';
import { accepted, type Outcome, type Problem, problem, refused } from '../../domain/problem.ts';
import type { Hub } from '../../hub.ts';
import { mayAct } from '../../policy/decide.ts';
import { recordAct } from '../audit/record-act.ts';

/** What is left out stays as it is. */
export type PlanChange = {
  readonly sites?: readonly Site[];
  /** Persons of the member, as people write them. */
  readonly alternates?: readonly string[];
  /** Slug of a member; null for none. */
  readonly outside?: string | null;
};

type Deps = Pick<Hub, 'members' | 'answerPlans' | 'directory' | 'acts' | 'entries' | 'clock' | 'entropy'>;

/** Null for somebody who has no part in how the member answers. */
export const readAnswerPlan = async (
  { answerPlans }: Pick<Hub, 'answerPlans'>,
  { member }: Actor,
): Promise<AnswerPlan> => (await answerPlans.of(member.id)) ?? noPlan(member.id);

export const changeAnswerPlan = async (
  hub: Deps,
  actor: Actor,
  change: PlanChange,
): Promise<Outcome<AnswerPlan>> => {
  const permission = mayAct(actor, 'member.change', null);
  if (!permission.allowed) return refused(permission.problem);
  const directory = directorySeenBy(await hub.directory.current(), actor.member.id);
  const sites = change.sites?.map(({ slug, name }) => ({ slug, name: name.trim() }));
  const persons = change.alternates?.map((written) => personOf(directory, actor, written));
  const problems = [
    ...siteProblems(sites ?? []),
    ...alternateProblems(change.alternates ?? [], persons ?? []),
    ...outsideProblems(directory, actor, change.outside ?? null),
  ];
  if (problems.length > 0) return refused(...problems);
  const outside = change.outside == null ? null : (directory.bySlug.get(change.outside)?.id ?? null);
  const plan = await hub.members.write(async (session): Promise<AnswerPlan> => {
    const before = (await hub.answerPlans.of(actor.member.id, session)) ?? noPlan(actor.member.id);
    const after: AnswerPlan = {
      ...before,
      ...(sites === undefined ? {} : { sites }),
      ...(persons === undefined ? {} : { alternates: persons.filter((each) => each !== null) }),
      ...(change.outside === undefined ? {} : { outside }),
    };
    await hub.answerPlans.put(after, hub.clock.now(), session);
    const { member } = actor;
    const facts = { sites: after.sites.length, alternates: after.alternates.length, outside: after.outside };
    await recordAct(hub, { event: 'member.changed', by: actor, members: [member.id], facts }, session);
    return after;
  });
  return accepted(plan);
};

const siteProblems = (sites: readonly Site[]): Problem[] => {
  if (sites.length > MOST_SITES)
    return [problem('TOO_MANY', '$.sites', `At most ${MOST_SITES} sites.`, 'Leave some out.')];
  return sites.flatMap(({ slug, name }, at) => {
    const isTaken = sites.findIndex((each) => each.slug === slug) < at;
    const isRight = isSiteSlug(slug) && !isTaken && name !== '' && name.length <= LONGEST_SITE_NAME;
    return isRight && name.isWellFormed()
      ? []
      : [
          problem(
            'SITE_MALFORMED',
            `$.sites[${at}]`,
            `A site has a slug of its own in lower-case letters, digits and hyphens, and a name of 1 to ${LONGEST_SITE_NAME} characters.`,
            'Correct it.',
          ),
        ];
  });
};

const personOf = (directory: Directory, { member }: Actor, written: string): string | null => {
  const person = personWritten(directory, written, member.slug);
  return person?.member === member.id && person.state === 'ACTIVE' ? person.id : null;
};

const alternateProblems = (written: readonly string[], ids: readonly (string | null)[]): Problem[] => {
  if (written.length > MOST_ALTERNATES)
    return [problem('TOO_MANY', '$.alternates', `At most ${MOST_ALTERNATES} persons.`, 'Leave some out.')];
  return ids.flatMap((id, at) =>
    id === null
      ? [
          problem(
            'PERSON_UNKNOWN',
            `$.alternates[${at}]`,
            `Nobody of your organisation can sign in as "${written[at]}".`,
            'Write it as <member slug>/<name>.',
          ),
        ]
      : [],
  );
};

const outsideProblems = ({ bySlug }: Directory, { member }: Actor, slug: string | null): Problem[] =>
  slug === null || (bySlug.has(slug) && slug !== member.slug)
    ? []
    : [
        problem(
          'MEMBER_UNKNOWN',
          '$.outside',
          `"${slug}" is not another member.`,
          'Give the slug of another member, or null for none.',
        ),
      ];
