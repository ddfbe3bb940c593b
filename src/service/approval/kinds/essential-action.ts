// Publishing an essential action, and correcting one: a second person approves it before it leaves. It lapses at its due time.
import { z } from 'zod';
import type { AccessFacts } from '../../../domain/access-facts.ts';
import type { Audience } from '../../../domain/audience.ts';
import type { Care } from '../../../domain/care/publish-care.ts';
import { actorOf, type Directory, directorySeenBy } from '../../../domain/directory.ts';
import { statedInWords } from '../../../domain/iep/stated-handling.ts';
import { type EffectiveTlp, TLP_LEVELS } from '../../../domain/marking.ts';
import { type Actor, MEMBER_KINDS } from '../../../domain/member.ts';
import { accepted, type Outcome, type Problem, problem, refused } from '../../../domain/problem.ts';
import { audienceInWords } from '../../../domain/reading/audience-words.ts';
import { CERTAINTIES, SEVERITIES, URGENCIES, type WarningDraft } from '../../../domain/warning.ts';
import { draftProblems } from '../../../domain/warning-rules.ts';
import type { Hub } from '../../../hub.ts';
import { mayAct } from '../../../policy/decide.ts';
import { mayHold } from '../../../policy/grants.ts';
import { careOfDraft, receivingDraft } from '../../audience/publish-care.ts';
import { resolveAudience } from '../../audience/resolve-audience.ts';
import { readHead } from '../../item/read-warning.ts';
import { publishWarning } from '../../warning/publish-warning.ts';
import { type UpdateRequest, updateWarning } from '../../warning/update-warning.ts';
import type { Approvable, Concern } from '../approvable.ts';
import { readPayload } from '../read-payload.ts';
import { handlingShape, instant } from './handling-shape.ts';

const text = z.string().max(8_000);
const word = z.string().max(2_000);
const names = z.array(z.string().max(128)).max(300);
const some = names.min(1).optional();

const texts = {
  headline: text,
  summary: text,
  actions: z.array(z.strictObject({ text, by: instant.nullable().default(null) })).max(10),
  contacts: z.array(z.strictObject({ name: word, number: word, hours: word })).max(10),
  urgency: z.enum(URGENCIES),
  severity: z.enum(SEVERITIES),
  certainty: z.enum(CERTAINTIES),
  validUntil: instant.nullable().default(null),
  answerBy: instant,
  language: z.string().max(64).default('en'),
  translations: z
    .array(
      z.strictObject({
        language: z.string().max(64),
        headline: text,
        summary: text,
        actions: z.array(text).max(10).default([]),
      }),
    )
    .max(12)
    .default([]),
  sectorsConcerned: names.default([]),
  countriesConcerned: names.default([]),
  externalReferences: z
    .array(
      z.strictObject({ source: word, id: word.nullable().default(null), url: word.nullable().default(null) }),
    )
    .max(50)
    .default([]),
  handling: handlingShape.nullable().default(null),
};

/** A draft as `PublishWarningInput` has it, without what an essential action is by itself. */
export const publication = z.strictObject({
  ...texts,
  marking: z.enum(TLP_LEVELS),
  audience: z.strictObject({
    alternatives: z
      .array(
        z.strictObject({
          sectors: some,
          countries: some,
          communities: some,
          kinds: z.array(z.enum(MEMBER_KINDS)).min(1).optional(),
          members: some,
          persons: some,
        }),
      )
      .max(8),
    excludes: names.default([]),
  }),
  allowEmptyAudience: z.boolean().default(false),
  exercise: z.string().max(64).nullable().default(null),
});

/** The same of `UpdateWarningInput`. */
export const correction = z.strictObject({
  id: z.string().max(64),
  expectedVersion: z.int().positive(),
  ...texts,
});

const ESSENTIAL = { kind: 'WARNING', level: 'ESSENTIAL_ACTION', bundle: null } as const;

const inPayload = (problems: readonly Problem[]): Problem[] =>
  problems.map(({ path, ...each }) => ({ ...each, path: path.replace(/^\$/, '$.payload') }));

const careInPayload = (found: readonly Care[]): Care[] =>
  found.map((each) => ({ ...each, path: each.path.replace(/^\$/, '$.payload') }));

type Shown = Pick<
  WarningDraft,
  'headline' | 'summary' | 'actions' | 'contacts' | 'severity' | 'answerBy' | 'validUntil' | 'handling'
>;

/** What the approver approves is the text, and how it may be used: it is quoted whole. */
const quoted = (shown: Shown): string => {
  const { headline, summary, actions, contacts, severity, answerBy, validUntil } = shown;
  const numbered = actions.map(
    ({ text: each, by }, at) => ` ${at + 1}. “${each}”${by == null ? '' : ` by ${by}`}`,
  );
  const called = contacts.map(({ name, number }) => ` Call “${name}”, “${number}”.`);
  const end = validUntil == null ? '' : `, valid until ${validUntil}`;
  const rules = statedInWords(shown.handling);
  const use = rules.length === 0 ? [] : [` How it may be used: ${rules.join('; ')}.`];
  return `answers due ${answerBy}, severity ${severity}${end}: “${headline}” “${summary}”${[...numbered, ...called, ...use].join('')}`;
};

/** A drill that is approved as real, or the reverse, cannot be taken back: it is said first. */
const traffic = ({ exercise }: Pick<WarningDraft, 'exercise'>): string =>
  exercise === null ? 'real, not an exercise' : `EXERCISE “${exercise}”`;

const proposerOf = async (
  hub: Hub,
  { id, member, by }: { readonly id: string; readonly member: string; readonly by: string },
): Promise<Outcome<Actor>> => {
  hub.directory.forget();
  // With the rights that the proposer has now.
  const way = { id, member, person: by, roles: null };
  const proposer = actorOf(await hub.directory.current(), way);
  return proposer === null
    ? refused(
        problem(
          'NOT_FOUND',
          '$.id',
          'Whoever proposed it may not sign in any more.',
          'Propose it again, by another person.',
        ),
      )
    : accepted(proposer);
};

/** Null where it addresses what is not there for the actor. */
const addressedBy = async (hub: Hub, actor: Actor, { marking: tlp, exercise, ...draft }: WarningDraft) => {
  const asking = { actor, directory: await hub.directory.current() };
  const { audience, problems } = await resolveAudience(hub, { ...draft, marking: tlp }, asking);
  return problems.length > 0 ? null : { publisher: actor.member.id, tlp, audience, exercise };
};

/** Whom the short names stand for, as far as the actor's member may know of them. */
const namesOf = (directory: Directory, { member: { id } }: Actor, audience: Audience): string[] => {
  const { bySlug } = directorySeenBy(directory, id);
  const named = [...audience.alternatives.flatMap(({ members = [] }) => members), ...audience.excludes];
  return [...new Set(named)].flatMap((slug) => {
    const name = bySlug.get(slug)?.name;
    return name === undefined || name === slug ? [] : [`${slug}: ${name}`];
  });
};

/** Of a warning of the actor's own member. */
const accessOfOwn = async (hub: Hub, actor: Actor, id: string): Promise<AccessFacts | null> => {
  const access = (await readHead(hub, actor, id))?.content.access ?? null;
  return access?.publisher === actor.member.id ? access : null;
};

export const publishEssential: Approvable<WarningDraft> = {
  about: 'publish an essential action',
  payloadAbout:
    'the fields of publishWarning without `level` and `bundle`; `answerBy` is when it lapses, approved or not',
  read: (given) => {
    const read = readPayload(publication)(given);
    return read.ok ? accepted({ ...ESSENTIAL, ...read.value } as WarningDraft) : read;
  },
  sentence: (draft) =>
    `Publish an essential action, ${traffic(draft)}, TLP:${draft.marking}, ${quoted(draft)}. To: ${audienceInWords(draft.audience)}.`,
  content: {
    mayRead: async (_, actor, { marking }) => mayHold(actor, marking as EffectiveTlp),
    stays: ['marking', 'answerBy'],
    sentence: ({ marking, answerBy }) =>
      `Publish an essential action, TLP:${marking}, answers due ${answerBy}.`,
  },
  lines: async (hub, actor, { audience }) => namesOf(await hub.directory.current(), actor, audience),
  care: async (hub, actor, draft, habits) => {
    const addressed = await addressedBy(hub, actor, draft);
    return addressed === null ? [] : careInPayload(await careOfDraft(hub, addressed, { habits }));
  },
  recipients: async (hub, actor, draft) => {
    const addressed = await addressedBy(hub, actor, draft);
    return addressed === null ? null : (await receivingDraft(hub, addressed)).receives.length;
  },
  until: ({ answerBy }) => (answerBy == null ? null : new Date(answerBy)),
  check: async (hub, actor, draft): Promise<Outcome<Concern>> => {
    const broken = draftProblems(draft, hub.clock.now());
    if (broken.length > 0) return refused(...inPayload(broken));
    if (mayAct(actor, 'warning.publish', null).allowed) {
      const trial = await publishWarning(hub, actor, draft, { isTrial: true });
      if (!trial.ok) return refused(...inPayload(trial.problems));
    }
    const facts = { level: ESSENTIAL.level, marking: draft.marking, answerBy: draft.answerBy ?? null };
    return accepted({ members: [actor.member.id], facts });
  },
  perform: async (hub, { proposal, payload }, settle) => {
    const proposer = await proposerOf(hub, proposal);
    if (!proposer.ok) return proposer;
    return publishWarning(hub, proposer.value, payload, {
      approved: (session, result) => settle(session, { result }),
    });
  },
};

export const correctEssential: Approvable<UpdateRequest> = {
  about: 'correct an essential action, or make one of a warning',
  payloadAbout:
    '`id`, `expectedVersion`, and the fields of updateWarning without `level` and `bundle`; `answerBy` is when it lapses',
  read: (given) => {
    const read = readPayload(correction)(given);
    if (!read.ok) return read;
    const { id, expectedVersion, ...rest } = read.value;
    return accepted({ id, expectedVersion, draft: { ...ESSENTIAL, ...rest } });
  },
  sentence: ({ id, expectedVersion, draft }) =>
    `Correct ${id} as an essential action, in a new version after ${expectedVersion}, ${quoted(draft)}.`,
  content: {
    mayRead: async (hub, actor, { id }) => (await readHead(hub, actor, id as string)) !== null,
    stays: ['id', 'expectedVersion', 'answerBy'],
    sentence: ({ id, expectedVersion, answerBy }) =>
      `Correct ${id} as an essential action, in a new version after ${expectedVersion}, answers due ${answerBy}.`,
  },
  care: async (hub, actor, { id }, habits) => {
    const access = await accessOfOwn(hub, actor, id);
    if (access === null) return [];
    const found = await careOfDraft(hub, access, { former: access, habits });
    return found.map((each) => ({ ...each, path: '$.payload' }));
  },
  recipients: async (hub, actor, { id }) => {
    const access = await accessOfOwn(hub, actor, id);
    return access === null ? null : (await receivingDraft(hub, access)).receives.length;
  },
  until: ({ draft }) => (draft.answerBy == null ? null : new Date(draft.answerBy)),
  check: async (hub, actor, request): Promise<Outcome<Concern>> => {
    if (mayAct(actor, 'warning.publish', null).allowed) {
      const trial = await updateWarning(hub, actor, request, { isTrial: true });
      if (!trial.ok) return refused(...inPayload(trial.problems));
    }
    const facts = { level: ESSENTIAL.level, answerBy: request.draft.answerBy ?? null };
    return accepted({ members: [actor.member.id], warning: request.id, facts });
  },
  perform: async (hub, { proposal, payload }, settle) => {
    const proposer = await proposerOf(hub, proposal);
    if (!proposer.ok) return proposer;
    return updateWarning(hub, proposer.value, payload, {
      approved: (session, result) => settle(session, { result }),
    });
  },
};
