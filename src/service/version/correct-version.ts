// A further version by the publisher, to the recipients of the previous version: a correction, or a final one that
// withdraws it. Audience, marking and exercise stay as they were, unless two persons widen them or its publisher narrows them.
// Each act is for one kind.
import type { AccessFacts } from '../../domain/access-facts.ts';
import type { Audience } from '../../domain/audience.ts';
import {
  correctedHandling,
  loosenedProblems,
  ofReport,
  type StatedHandling,
} from '../../domain/iep/stated-handling.ts';
import type { Tlp } from '../../domain/marking.ts';
import type { Actor, Member } from '../../domain/member.ts';
import { accepted, notFound, type Outcome, type Problem, problem, refused } from '../../domain/problem.ts';
import { isBlank } from '../../domain/reading/seen-text.ts';
import type { Draft, ItemKind, PracticeDraft, Summary, WarningDraft } from '../../domain/warning.ts';
import { draftProblems, TEXT_LIMITS, textBroken } from '../../domain/warning-rules.ts';
import { mayAct } from '../../policy/decide.ts';
import type { Verb } from '../../policy/grants.ts';
import type { ObjectId, Session } from '../../store/connect.ts';
import type { Content } from '../../store/warnings.ts';
import { careOf } from '../audience/publish-care.ts';
import { kindOfId, readHead } from '../item/read-warning.ts';
import type { Beside, VersionDeps } from './attempt-version.ts';
import { isLostToReport } from './compose/compose-handling.ts';
import { essentialProblem } from './essential-problem.ts';
import { makersOf, type PreviousVersion } from './marking-of.ts';
import { careNotes, draftNotes, droppedTranslations } from './notes.ts';
import type { Preparation, VersionToPrepare } from './prepare-version.ts';
import { type ActOptions, type Published, publishVersion } from './publish-version.ts';

type Fixed = 'marking' | 'audience' | 'allowEmptyAudience' | 'exercise';

/** The parts of a draft that a correction may change. */
export type Texts = Omit<WarningDraft, Fixed> | Omit<PracticeDraft, Fixed>;

export type CorrectionAct = {
  readonly id: string;
  readonly expectedVersion: number;
  readonly kind: ItemKind;
  readonly verb: Verb;
  readonly operation: string;
  readonly payload: unknown;
  readonly change:
    | { readonly texts: Texts }
    | { readonly cancelReason: string }
    | { readonly widened: Widened }
    | { readonly loosened: Loosened }
    | { readonly narrow: (head: PreviousVersion) => Promise<Outcome<Narrowed>> };
  /** What goes with it: a notice to those who lose it. */
  readonly besideOf?: (prepared: Preparation) => Promise<Beside>;
  /** What else is written in the transaction of the version. */
  readonly also?: (session: Session) => Promise<void>;
};

/** What two persons widen; texts and objects stay. */
export type Widened = {
  readonly marking: Tlp;
  readonly audience: Audience;
  /** The publisher's own objects of the version before; null where the hub made them all. */
  readonly bundle: unknown;
};

/** How two persons let it be used from now on; readers, texts and objects stay. */
export type Loosened = Pick<Widened, 'bundle'> & { readonly handling: StatedHandling };

/** What its publisher narrows: the same, and the rows of those objects. */
export type Narrowed = Widened & { readonly keptRows: readonly ObjectId[] };

export const correctVersion = (
  hub: VersionDeps,
  actor: Actor,
  act: CorrectionAct,
  options: ActOptions,
): Promise<Outcome<Published>> =>
  publishVersion(
    hub,
    actor,
    {
      operation: act.operation,
      payload: act.payload,
      event: 'cancelReason' in act.change ? 'warning.cancelled' : 'warning.updated',
      storageClass: 'cancelReason' in act.change || 'narrow' in act.change ? 'WORK' : 'CONTENT',
      ...alsoOf(act, options),
      ...(act.besideOf === undefined ? {} : { besideOf: act.besideOf }),
      propose: async () => {
        const head = await correctable(hub, actor, act);
        if (!head.ok) return head;
        const asked = 'texts' in act.change ? askingAsBefore(act.change.texts, head.value) : null;
        const alone = asked === null ? null : essentialProblem(asked, options);
        if (alone !== null) return refused(alone);
        const whole = asked === null ? act : { ...act, change: { texts: asked } };
        return propose(hub, actor, whole, head.value);
      },
    },
    options,
  );

/** What a correction leaves unsaid stays asked: a typo that is mended takes no question back. */
const askingAsBefore = (texts: Texts, { content: { summary } }: PreviousVersion): Texts =>
  texts.kind !== 'WARNING' || texts.level !== undefined
    ? texts
    : {
        ...texts,
        level: summary.level ?? 'INFORMATION',
        answerBy: texts.answerBy ?? summary.answerBy ?? null,
      };

const alsoOf = ({ also, id }: CorrectionAct, { approved }: ActOptions) => {
  if (also !== undefined) return { also };
  return approved === undefined ? {} : { also: (session: Session) => approved(session, id) };
};

/** The problem with a reason, or null. */
export const reasonProblem = (reason: string): Problem | null => {
  if (isBlank(reason) || reason.length > TEXT_LIMITS.note) {
    return problem(
      'REASON_MISSING',
      '$.reason',
      `A reason has 1 to ${TEXT_LIMITS.note} characters.`,
      'Say why, in plain words.',
    );
  }
  return reason.isWellFormed() ? null : textBroken('$.reason');
};

const OTHER_KIND: Readonly<Record<ItemKind, (act: CorrectionAct) => Problem>> = {
  WARNING: ({ change }) =>
    problem(
      'NOT_A_WARNING',
      '$.id',
      'This is a practice, not a warning.',
      `Use ${'texts' in change ? 'updatePractice' : 'withdrawPractice'}.`,
    ),
  PRACTICE: ({ change }) =>
    problem(
      'NOT_A_PRACTICE',
      '$.id',
      'This is a warning, not a practice.',
      `Use ${'texts' in change ? 'updateWarning' : 'cancelWarning'}.`,
    ),
};

const correctable = async (
  hub: VersionDeps,
  actor: Actor,
  act: CorrectionAct,
): Promise<Outcome<PreviousVersion>> => {
  const head = await readHead(hub, actor, act.id);
  if (head === null) return notFound();
  if (kindOfId(act.id) !== act.kind) return refused(OTHER_KIND[act.kind](act));
  const permission = mayAct(actor, act.verb, head.content.access);
  if (!permission.allowed) return refused(permission.problem);
  const { summary } = head.content;
  if (summary.recall !== undefined) return refused(alreadyRecalled());
  if (summary.messageType === 'CANCEL') {
    return refused(
      problem(
        'ALREADY_CANCELLED',
        '$.id',
        'It was withdrawn; that was its last version.',
        'Publish a new one.',
      ),
    );
  }
  if (summary.version !== act.expectedVersion) {
    return refused(otherVersion(summary.version, act.expectedVersion));
  }
  return accepted(head);
};

export const alreadyRecalled = (): Problem =>
  problem('ALREADY_RECALLED', '$.id', 'It was recalled: nothing of it is left.', 'Publish a new one.');

export const otherVersion = (current: number, expected: number): Problem =>
  problem(
    'VERSION_CONFLICT',
    '$.expectedVersion',
    `The current version is ${current}, not ${expected}.`,
    'Read it again, then decide.',
  );

const propose = async (
  hub: VersionDeps,
  actor: Actor,
  { change }: CorrectionAct,
  previous: PreviousVersion,
): Promise<Outcome<VersionToPrepare>> => {
  const { summary } = previous.content;
  const isCorrection = 'texts' in change;
  const addressed = await addressedBy(change, previous);
  if (!addressed.ok) return addressed;
  const { keptRows, ...widened } = addressed.value;
  const draft = {
    ...(isCorrection ? change.texts : textsOf(previous.content)),
    ...fixedOf(previous.content),
    ...widened,
    ...(isCorrection ? { handling: correctedHandling(summary.statedHandling, change.texts.handling) } : {}),
  };
  const directory = await hub.directory.current();
  const publisher = directory.members.get(actor.member.id) ?? actor.member;
  // A withdrawal repeats the existing texts, so today's rules are not applied to them.
  const broken = isCorrection
    ? correctionProblems(draft, change.texts, { summary, publisher, now: hub.clock.now() })
    : [];
  if (broken.length > 0) return refused(...broken);
  const now = new Date(Math.max(hub.clock.now().getTime(), Date.parse(summary.updatedAt) + 1)).toISOString();
  return accepted({
    assertion: {
      id: summary.id,
      version: summary.version + 1,
      draft,
      publisher,
      publishedAt: summary.publishedAt,
      now,
    },
    audience: draft.audience,
    ...('widened' in change ? { isWidened: true as const } : {}),
    ...('loosened' in change ? { isLoosened: true as const } : {}),
    ...(keptRows === undefined ? {} : { isNarrowed: true as const, keptRows }),
    directory,
    previous,
    messageType: 'cancelReason' in change ? 'CANCEL' : 'UPDATE',
    sourceModified: null,
    cancelReason: 'cancelReason' in change ? change.cancelReason : null,
    ...(isCorrection ? { careOf: careAfter(hub, previous.content.access) } : {}),
    notes: [
      ...droppedTranslations(summary, draft),
      // A cancellation, a narrowing or a widening keeps the texts as they are.
      ...('texts' in change
        ? draftNotes(draft, { directory, member: actor.member.id, now: hub.clock.now() })
        : []),
    ],
  });
};

/** Whom it reaches is nothing that a correction gives: the care is of the whole of it. */
const careAfter =
  (hub: VersionDeps, former: AccessFacts): NonNullable<VersionToPrepare['careOf']> =>
  async (access, receives) =>
    careNotes((await careOf(hub, access, { receives, former })).map((each) => ({ ...each, path: '$' })));

type Corrected = { readonly summary: Summary; readonly publisher: Member; readonly now: Date };

/** What is wrong with the draft of a correction that gives these texts. */
const correctionProblems = (
  draft: Draft,
  { handling = null }: Texts,
  { summary, publisher, now }: Corrected,
): Problem[] => {
  const asksAsBefore =
    draft.kind === 'WARNING' &&
    draft.level === summary.level &&
    isSameInstant(draft.answerBy, summary.answerBy);
  const broken = draftProblems({ ...draft, handling }, now).filter(
    // The audience was checked when it was given, and cannot change here; a time that is over stays as it was.
    ({ path, code }) =>
      !path.startsWith('$.audience') &&
      code !== 'HANDLING_OF_REPORT' &&
      !(code === 'ANSWER_BY_OUT_OF_RANGE' && asksAsBefore),
  );
  // Asked of what is stated from now on, also where it is kept; a report that came with the version before may say it.
  const isLost = isLostToReport(draft, makersOf({ id: summary.id, publisher }));
  return [
    ...broken,
    ...(isLost ? [ofReport('$.handling')] : []),
    ...loosenedProblems(handling, summary.handling),
  ];
};

/** Nothing where marking and audience stay as they were. */
const addressedBy = async (
  change: CorrectionAct['change'],
  previous: PreviousVersion,
): Promise<Outcome<Partial<Narrowed & Loosened>>> => {
  if ('widened' in change) return accepted(change.widened);
  if ('loosened' in change) return accepted(change.loosened);
  return 'narrow' in change ? change.narrow(previous) : accepted({});
};

const isSameInstant = (one: string | null | undefined, other: string | undefined): boolean =>
  one != null && other !== undefined && Date.parse(one) === Date.parse(other);

const fixedOf = ({ access }: Content): Pick<Draft, Fixed> => ({
  marking: access.tlp === 'UNKNOWN' ? 'RED' : access.tlp,
  audience: access.audience,
  allowEmptyAudience: true,
  exercise: access.exercise,
});

/** A version as the draft that it was made of, without its bundle. */
export const draftOf = (content: Content): Draft => ({ ...textsOf(content), ...fixedOf(content) });

/** Every field, so that an optional one cannot be left out of a cancellation by mistake. */
type Whole<Fields> = Fields extends unknown
  ? { [Name in keyof Required<Fields>]: Exclude<Fields[Name], undefined> }
  : never;

const textsOf = ({ summary }: Content): Whole<Texts> => {
  const common = {
    headline: summary.headline,
    summary: summary.summary,
    language: summary.language,
    translations: summary.translations,
    sectorsConcerned: summary.sectorsConcerned,
    countriesConcerned: summary.countriesConcerned,
    externalReferences: summary.externalReferences,
    handling: summary.statedHandling ?? null,
    bundle: null,
  };
  if (summary.practice !== null) {
    const { kind: practiceKind, ...practice } = summary.practice;
    return { kind: 'PRACTICE', ...common, ...practice, practiceKind };
  }
  const { actions, contacts, urgency, severity, certainty, validUntil, level, answerBy } = summary;
  const asked = { level: level ?? ('INFORMATION' as const), answerBy: answerBy ?? null };
  const grade = { urgency, severity, certainty };
  return { kind: 'WARNING', ...common, ...asked, actions, contacts, ...grade, validUntil };
};
