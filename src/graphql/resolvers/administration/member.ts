// Members as they are administered: their facts and life, applications and the admission policy.
import { type Directory, directorySeenBy } from '../../../domain/directory.ts';
import type { KindName, Member, MemberKind } from '../../../domain/member.ts';
import type { Application } from '../../../domain/partnership/admission.ts';
import { attestationDueMs, isCapped } from '../../../domain/partnership/standing.ts';
import { accepted, type Outcome } from '../../../domain/problem.ts';
import { mayAct } from '../../../policy/decide.ts';
import { seesApplicants } from '../../../policy/naming.ts';
import { listMembers } from '../../../policy/partnership/list-members.ts';
import { applicationBefore } from '../../../service/member/admission/application.ts';
import { applyFor, inviteApplicant } from '../../../service/member/admission/apply.ts';
import { changeAdmissionPolicy } from '../../../service/member/admission/change-policy.ts';
import {
  admitApplication,
  objectToApplication,
  refuseApplication,
  setAsideObjection,
  sponsorApplication,
  verifyApplication,
  withdrawObjection,
  withdrawSponsorship,
} from '../../../service/member/admission/decide-application.ts';
import { listApplications } from '../../../service/member/admission/list-applications.ts';
import { admitDirectly, admittedBefore } from '../../../service/member/admit-directly.ts';
import { attestMember } from '../../../service/member/attest-member.ts';
import {
  type ChangedMember,
  changeMember,
  type MemberChange,
} from '../../../service/member/change-member.ts';
import { keepDependency, withdrawDependency } from '../../../service/member/keep-dependency.ts';
import { endMembership, reinstateMember, suspendMember } from '../../../service/member/suspend-member.ts';
import type { IssuedLink } from '../../../service/person/issue-link.ts';
import { shownOnce } from '../../../service/record/once.ts';
import { act, actOnce, actOrTry } from '../../act.ts';
import { shownApplication } from '../../present/application.ts';
import { pageOf, valueIn } from '../../present/page.ts';
import type { RequestContext } from '../../request-context.ts';
import type {
  AdmitMemberInput,
  ApplicationInput,
  ChangeMemberInput,
  Resolvers,
} from '../../types.generated.ts';

const MOST_APPLICATIONS = 200;
const MOST_POLICIES = 99;
const LINK_HOURS = 336;

/** CSIRT, which is deprecated, is one of a State. */
const exactKind = (kind: KindName): MemberKind => (kind === 'CSIRT' ? 'NATIONAL_CSIRT' : kind);

const shownTo = async ({ hub, actor }: RequestContext, member: Member) => {
  const directory = await hub.directory.current();
  const isOwn = member.id === actor.member.id;
  const due = attestationDueMs(member);
  return {
    ...member,
    member,
    latinName: member.latinName ?? null,
    website: member.website ?? null,
    timeZone: member.timeZone ?? null,
    joinedAt: member.joinedAt ?? null,
    attestedAt: member.attestedAt ?? null,
    attestationDueAt: due === null ? null : new Date(due),
    isCapped: isCapped(member, hub.clock.now().getTime()),
    suspendedSince: member.standing === 'SUSPENDED' ? (member.absence?.since ?? null) : null,
    suspensionReason: member.standing === 'SUSPENDED' ? (member.absence?.reason ?? null) : null,
    identifiers: member.identifiers ?? [],
    languages: member.languages ?? [],
    probationEndsAt: member.standing === 'PROBATION' ? (member.probationEndsAt ?? null) : null,
    optsOutOfCascade: isOwn ? member.optsOutOfCascade : null,
    isUnlisted: isOwn ? member.isUnlisted === true : null,
    listedTo: isOwn ? slugsOf(directory, member.listedTo ?? []) : null,
    clients: isOwn ? slugsOf(directorySeenBy(directory, actor.member.id), member.clients) : null,
    dependencies: isOwn
      ? directory.declared
          .filter(({ dependent }) => dependent === member.id)
          .map((each) => ({ ...each, provider: slugsOf(directory, [each.provider])[0] ?? '' }))
      : null,
  };
};

const slugsOf = ({ members }: Directory, ids: readonly string[]): string[] =>
  ids.flatMap((id) => members.get(id)?.slug ?? []);

const membershipOf = async (slug: string | null, context: RequestContext) => {
  const { hub, actor, foundNothing } = context;
  const directory = await hub.directory.current();
  const member = directory.bySlug.get(slug ?? actor.member.slug);
  const maySee = member?.id === actor.member.id || mayAct(actor, 'member.administer', null).allowed;
  if (member !== undefined && maySee) return shownTo(context, member);
  foundNothing();
  return null;
};

const changed = async (outcome: Outcome<Member & Partial<ChangedMember>>, context: RequestContext) => {
  if (outcome.ok) {
    const { emptied = [], ...member } = outcome.value;
    return { facts: await shownTo(context, member), emptied, refusals: [] };
  }
  for (const { code } of outcome.problems) context.observe.refused(code);
  return { facts: null, emptied: [], refusals: outcome.problems };
};

const applied = async (outcome: Outcome<Application>, context: RequestContext) => {
  if (outcome.ok) {
    const application = await shownApplication(context.hub, context.actor, outcome.value);
    return { application, refusals: [] };
  }
  for (const { code } of outcome.problems) context.observe.refused(code);
  return { application: null, refusals: outcome.problems };
};

/** What is absent or null is left out; null empties a text. */
const changeOf = ({ member: _, ...input }: ChangeMemberInput): MemberChange => {
  const { latinName, website, timeZone, kind, ...lists } = input;
  const given = Object.fromEntries(
    Object.entries(lists).filter(([, value]) => value !== undefined && value !== null),
  ) as MemberChange;
  return {
    ...given,
    ...(kind === undefined || kind === null ? {} : { kind: exactKind(kind) }),
    ...(latinName === undefined ? {} : { latinName }),
    ...(website === undefined ? {} : { website }),
    ...(timeZone === undefined ? {} : { timeZone }),
  };
};

const formOf = ({ countries, sectors, identifiers, languages, kind, ...form }: ApplicationInput) => ({
  ...form,
  kind: exactKind(kind),
  latinName: form.latinName ?? null,
  website: form.website ?? null,
  timeZone: form.timeZone ?? null,
  countries: countries ?? [],
  sectors: sectors ?? [],
  identifiers: identifiers ?? [],
  languages: languages ?? [],
});

const firstOf = ({ countries, sectors, kind, mayPublish, ...facts }: AdmitMemberInput) => ({
  ...facts,
  kind: exactKind(kind),
  latinName: facts.latinName ?? null,
  countries: countries ?? [],
  sectors: sectors ?? [],
  mayPublish: mayPublish === true,
});

const NO_LINK = shownOnce('$.token', 'Make another under a new Idempotency-Key; this one ends by itself.');

export const memberResolvers = {
  Member: {
    standing: async ({ id }, _, { hub, actor }) => {
      if (!mayAct(actor, 'member.administer', null).allowed) return null;
      return (await hub.directory.current()).members.get(id)?.standing ?? null;
    },
  },
  Query: {
    members: async (_, __, { hub, actor }) => listMembers(await hub.directory.current(), actor),
    memberFacts: (_, { slug }, context) => membershipOf(slug ?? null, context),
    admissionPolicy: (_, __, { hub }) => hub.applications.policy(),
    admissionPolicies: (_, __, { hub }) => hub.applications.policies(MOST_POLICIES),
    applications: async (_, { all }, context) => {
      if (!seesApplicants(context.actor)) return [];
      const search = { onlyOpen: all !== true, after: null };
      const found = await context.hub.applications.list(search, MOST_APPLICATIONS);
      return Promise.all(found.map((each) => shownApplication(context.hub, context.actor, each)));
    },
    applicants: async (_, { first, after, onlyOpen }, { hub, actor, foundNothing }) => {
      const request = { first: first ?? 50, after: after ?? null, onlyOpen: onlyOpen ?? false };
      const { applications, hasNextPage } = valueIn(await listApplications(hub, actor, request));
      if (applications.length === 0) foundNothing();
      const edges = applications.map(async ({ cursor, application }) => ({
        cursor,
        node: await shownApplication(hub, actor, application),
      }));
      return pageOf(await Promise.all(edges), hasNextPage, request.after);
    },
  },
  Mutation: {
    changeMember: act('REQUEST', async (_, { input }, context) =>
      changed(await changeMember(context.hub, context.actor, input.member ?? null, changeOf(input)), context),
    ),
    attestMember: act('REQUEST', async (_, { input }, context) =>
      changed(await attestMember(context.hub, context.actor, input.areFactsRight), context),
    ),
    suspendMember: actOrTry('REQUEST', async (_, { input }, context) =>
      changed(await suspendMember(context.hub, context.actor, input.member, input.reason), context),
    ),
    reinstateMember: act('REQUEST', async (_, { input }, context) =>
      changed(await reinstateMember(context.hub, context.actor, input.member), context),
    ),
    endMembership: actOrTry('REQUEST', async (_, { input }, context) =>
      changed(await endMembership(context.hub, context.actor, input.member ?? null), context),
    ),
    inviteApplicant: actOnce('REQUEST', async (_, { input }, { hub, actor, observe }, underKey) => {
      const outcome = await underKey<IssuedLink | null>({
        act: () => inviteApplicant(hub, actor, input.hours ?? LINK_HOURS),
        again: async () => accepted(null),
      });
      if (outcome.ok && outcome.value === null) return { token: null, expiresAt: null, refusals: [NO_LINK] };
      if (outcome.ok) return { ...outcome.value, refusals: [] };
      for (const { code } of outcome.problems) observe.refused(code);
      return { token: null, expiresAt: null, refusals: outcome.problems };
    }),
    applyForMember: actOnce('REQUEST', async (_, { input }, context, underKey) => {
      const { hub, actor } = context;
      const outcome = await underKey({
        act: () => applyFor(hub, actor, formOf(input)),
        again: (id) => applicationBefore(hub, actor, id),
      });
      return applied(outcome, context);
    }),
    withdrawObjection: actOrTry('REQUEST', async (_, { input }, context) =>
      applied(await withdrawObjection(context.hub, context.actor, input.id), context),
    ),
    withdrawSponsorship: actOrTry('REQUEST', async (_, { input }, context) =>
      applied(await withdrawSponsorship(context.hub, context.actor, input.id), context),
    ),
    setAsideObjection: act('REQUEST', async (_, { input }, context) =>
      applied(await setAsideObjection(context.hub, context.actor, input), context),
    ),
    verifyApplication: act('REQUEST', async (_, { input: { id, slug, namesAreClear } }, context) =>
      applied(
        await verifyApplication(context.hub, context.actor, {
          id,
          namesAreClear: namesAreClear === true,
          ...(slug === undefined || slug === null ? {} : { slug }),
        }),
        context,
      ),
    ),
    sponsorApplication: act('REQUEST', async (_, { input: { id, agreesToBeNamed } }, context) =>
      applied(
        await sponsorApplication(context.hub, context.actor, {
          id,
          agreesToBeNamed: agreesToBeNamed === true,
        }),
        context,
      ),
    ),
    objectToApplication: act('REQUEST', async (_, { input }, context) =>
      applied(await objectToApplication(context.hub, context.actor, input), context),
    ),
    refuseApplication: actOrTry('REQUEST', async (_, { input }, context) =>
      applied(await refuseApplication(context.hub, context.actor, input.id, input.reason ?? null), context),
    ),
    admitApplication: actOrTry('REQUEST', async (_, { input }, context) =>
      applied(await admitApplication(context.hub, context.actor, input.id), context),
    ),
    admitMember: actOnce('REQUEST', async (_, { input }, context, underKey) => {
      const { hub, actor } = context;
      const outcome = await underKey({
        act: () => admitDirectly(hub, actor, firstOf(input)),
        again: (id) => admittedBefore(hub, actor, id),
      });
      return changed(outcome, context);
    }),
    declareDependency: act('REQUEST', async (_, { input }, context) =>
      changed(
        await keepDependency(context.hub, context.actor, {
          ...input,
          redundancy: input.redundancy ?? 0,
          bufferHours: input.bufferHours ?? null,
        }),
        context,
      ),
    ),
    withdrawDependency: actOrTry('REQUEST', async (_, { input }, context) =>
      changed(await withdrawDependency(context.hub, context.actor, input), context),
    ),
    changeAdmissionPolicy: act('REQUEST', async (_, { input }, { hub, actor, observe }) => {
      const { sponsors, objectionDays, probationDays } = input;
      const given = Object.fromEntries(
        Object.entries({ sponsors, objectionDays, probationDays }).filter(
          ([, value]) => typeof value === 'number',
        ),
      );
      const outcome = await changeAdmissionPolicy(hub, actor, given);
      if (outcome.ok) return { policy: outcome.value, refusals: [] };
      for (const { code } of outcome.problems) observe.refused(code);
      return { policy: null, refusals: outcome.problems };
    }),
  },
} satisfies Partial<Resolvers>;
