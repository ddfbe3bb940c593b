// Turns a proposal into a version that can be written: the bundle is read, the marking decided, objects composed,
// placed and judged, and the summary made. Nothing is written; every breach is returned as a Problem with its path.

import type { StixObject } from 'stix2-ts/stix-object';
import type { Finding } from 'stix2-ts/validate';
import type { AccessFacts } from '../../domain/access-facts.ts';
import { directorySeenBy } from '../../domain/directory.ts';
import { isInForce } from '../../domain/marking.ts';
import type { Actor } from '../../domain/member.ts';
import { accepted, type Outcome, type Problem, problem, refused } from '../../domain/problem.ts';
import { changesBetween } from '../../domain/reading/changes.ts';
import type { MessageType, Summary } from '../../domain/warning.ts';
import type { PlaybookFinding } from '../../exchange/cacao/check.ts';
import { HUB_IDENTITY, WARNING_EXTENSION } from '../../exchange/warning-extension.ts';
import type { Hub } from '../../hub.ts';
import { NOT_LISTED } from '../../policy/disclosed-relation.ts';
import type { ObjectId } from '../../store/connect.ts';
import { started } from '../../store/driver/started.ts';
import { searchTermsOf } from '../../store/feed/search-terms.ts';
import type { ObjectKey } from '../../store/objects.ts';
import type { Content } from '../../store/warnings.ts';
import { listedMembers } from '../audience/listed-members.ts';
import { personProblems, type Recipient } from '../audience/resolve-audience.ts';
import { type MarksOf, openMarks } from '../object/read-marks.ts';
import { type Differing, judgeVersions, NOTHING_JUDGED } from '../object/version/judge-versions.ts';
import { yieldToEventLoop } from '../yield-to-event-loop.ts';
import { definitionFor } from './compose/compose-handling.ts';
import {
  type Assertion,
  composeCancelled,
  composeObjects,
  idsOfComposed,
} from './compose/compose-objects.ts';
import {
  accessFactsFor,
  handlingFor,
  isOpenUnder,
  makerOf,
  makersOf,
  type VersionToMark,
} from './marking-of.ts';
import {
  beyondOf,
  isOpenToReaders,
  listedIn,
  type Mentions,
  mentionsIn,
  type Readable,
  readableIds,
  referencesOf,
  type VersionReferences,
} from './mentions.ts';
import type { VersionNote } from './notes.ts';
import { type Placement, placeObjects, placeReferences, settled, type ToPlace } from './place-objects.ts';
import { type BundleRead, idsIn, readBundle } from './read-bundle.ts';
import { cvesOf, summaryOf } from './summary-of.ts';

export type VersionToPrepare = VersionToMark & {
  readonly messageType: MessageType;
  /** The producer's own date of this version, where it differs. */
  readonly sourceModified: string | null;
  /** Who issued it elsewhere; later versions keep it. */
  readonly issuer?: string;
  readonly cancelReason: string | null;
  /** What its publisher should know of it, reported beside the findings of its bundle. */
  readonly notes?: readonly VersionNote[];
  /** Of a narrowing: the rows of the objects in its bundle, which it holds like the version before. They are not judged again. */
  readonly keptRows?: readonly ObjectId[];
  /** The same of whom it reaches. */
  readonly careOf?: (access: AccessFacts, receives: readonly Recipient[]) => Promise<readonly VersionNote[]>;
};

/** What a publisher is told of its bundle, which is written all the same. */
export type PublishFinding = Finding | PlaybookFinding | DifferingFinding | VersionNote;

export type Preparation = {
  readonly content: Content;
  readonly placement: Placement;
  readonly findings: readonly PublishFinding[];
  /** Number of recipients that the publisher may know of (I32). */
  readonly recipients: number;
  /** What it is found by besides its texts, from objects that each of its readers may read (I7). */
  readonly terms: readonly string[];
};

type Deps = Pick<Hub, 'objects' | 'warnings' | 'members' | 'directory' | 'config' | 'clock'>;

export const prepareVersion = async (
  hub: Deps,
  actor: Actor,
  version: VersionToPrepare,
): Promise<Outcome<Preparation>> => {
  const { assertion } = version;
  const known = await askKnown(hub, actor, version);
  const read = await readBundle(hub, actor, assertion.draft);
  if (!read.ok) return read;
  const nowMs = hub.clock.now().getTime();
  const marked = await markVersion(actor, version, read.value, nowMs);
  const addressed = await recipientsOf(hub, version, marked.access, nowMs);
  if (!addressed.ok) return addressed;
  const care = started(version.careOf?.(marked.access, addressed.value) ?? Promise.resolve([]));
  const composed = composedOf(version, read.value, marked);
  const { keptRows } = version;
  const objects = objectsToPlace(composed.objects, read.value).filter(
    ({ path }) => keptRows === undefined || path === null,
  );
  const existing = await rowsOf(hub, actor, objects, known);
  const toPlace = { ...version, access: marked.access };
  const placed = await placeObjects(objects, existing, toPlace, marked.marksOf);
  // Objects made by the hub are no claims of the publisher: without a bundle there is nothing to judge.
  const hasBundle = (assertion.draft.bundle ?? null) !== null && keptRows === undefined;
  const judging = hasBundle
    ? started(judgeVersions(hub, actor, placed.offered, marked.access.exercise))
    : NOTHING_JUDGED;
  const references = referencesIn(read.value, marked, known, {
    beyond: await known.beyond,
    isListedBefore: listedIn(existing, actor.member.id),
  });
  const judged = await judging;
  const placement = settled({ ...placed, held: [...placed.held, ...(keptRows ?? [])] }, judged.rowWith);
  const problems = [...judged.problems, ...placement.problems];
  if (problems.length > 0) return refused(...problems);
  const made = new Set(objects.filter(({ path }) => path === null).map(({ object }) => object.id));
  await placeReferences(placement, (object) => references.textOf(object, made));
  const opened = openedBy(read.value, references, nowMs);
  const content = {
    access: marked.access,
    summary: summaryWith(version, composed, { ...marked, ...opened }),
  };
  const terms = searchTermsOf(composed.objects.filter(opened.isOpen));
  const differing = judged.differing.slice(0, MOST_DIFFERING).map(toldOtherwise);
  const findings = [
    ...ofPublisher(assertion, read.value),
    ...differing,
    ...(version.notes ?? []),
    ...(await care),
  ];
  return accepted({ content, placement, findings, recipients: addressed.value.length, terms });
};

/** The rows with the ids of these objects: those asked for early, and those of ids that only became known since. */
const rowsOf = async (
  hub: Deps,
  actor: Actor,
  objects: readonly ToPlace[],
  known: Asked,
): Promise<readonly ObjectKey[]> => {
  const further = [...new Set(objects.map(({ object }) => object.id))].filter((id) => !known.ids.has(id));
  const [early, late] = await Promise.all([
    known.rows,
    further.length === 0 ? [] : hub.objects.keysBeside(actor.member.id, further),
  ]);
  return [...early, ...late];
};

/** What the hub made for the version before, and a correction carries along, is no fault of the publisher. */
const ofPublisher = (assertion: Assertion, { given, findings }: BundleRead): BundleRead['findings'] => {
  if (findings.length === 0) return findings;
  const made = new Set([...idsOfComposed(assertion, makersOf(assertion)), HUB_IDENTITY, WARNING_EXTENSION]);
  return findings.filter(({ path }) => {
    const [, index] = /^\$\.bundle\.objects\[(\d+)\]/.exec(path) ?? [];
    return index === undefined || !made.has(given[Number(index)]?.id ?? '');
  });
};

/** As many as there are findings of a bundle. */
const MOST_DIFFERING = 100;

/** What is said of a version that the publisher may read otherwise, of another source or of its own. */
type DifferingFinding = Omit<Finding, 'code'> & { readonly code: 'OBJECT_DIFFERS' };

const toldOtherwise = ({ offered: { object, path }, by }: Differing): DifferingFinding => ({
  level: 'warning',
  code: 'OBJECT_DIFFERS',
  path: by === 'CREATED' ? `${path}.created` : path,
  section: by === 'CREATED' ? '3.2' : '3.6',
  message:
    by === 'CREATED'
      ? `${object.id} had another created in your version before, and no version may change it. Both are kept; a reader gets the newest by modified.`
      : `${object.id} is here already with this modified and other content. Both are kept; a reader gets the one that was numbered first of those it may read.`,
});

/** Refused where a new version reaches nobody, or where its report is TLP:RED and names somebody without a way in. */
const recipientsOf = async (
  hub: Deps,
  { assertion: { draft }, directory, previous }: VersionToPrepare,
  access: AccessFacts,
  nowMs: number,
): Promise<Outcome<readonly Recipient[]>> => {
  if (previous === null && access.tlp !== draft.marking) {
    const problems = await personProblems(
      hub,
      draft.audience,
      access.tlp,
      directorySeenBy(directory, access.publisher),
    );
    if (problems.length > 0) return refused(...problems);
  }
  const { receives } = await listedMembers(hub, access, directory);
  return receives.length === 0 && !draft.allowEmptyAudience
    ? refused(noRecipients(access, nowMs))
    : accepted(receives);
};

/** What is stored of the ids of a version, asked for before its bundle is validated. */
type Asked = {
  /** Ids that objects of the version may have. */
  readonly ids: ReadonlySet<string>;
  readonly mentions: Mentions;
  /** Rows with these ids, and with those that are mentioned. */
  readonly rows: Promise<readonly ObjectKey[]>;
  /** What the publisher may read of those that are mentioned and not of the version. */
  readonly beyond: Promise<Readable>;
  /** Ids that are withheld without a look. */
  readonly unasked: ReadonlySet<string>;
};

/** Neither this nor the validation waits for the other, and a refusal does not wait for this. */
const askKnown = async (hub: Deps, actor: Actor, { assertion, directory }: VersionToMark): Promise<Asked> => {
  const { bundle } = assertion.draft;
  const { bundleObjects } = hub.config.limits;
  const bundled = idsIn(bundle, bundleObjects);
  const ids = new Set([...bundled, ...idsOfComposed(assertion, makersOf(assertion))]);
  const mentions = await mentionsIn(bundle, bundleObjects, directorySeenBy(directory, actor.member.id));
  const beyond = beyondOf(mentions, ids);
  const rows = started(hub.objects.keysBeside(actor.member.id, [...ids, ...beyond.ids]));
  const others = async (): Promise<Readable> =>
    beyond.ids.length === 0
      ? new Map()
      : readableIds(
          hub,
          actor,
          (await rows).filter(({ stixId }) => !ids.has(stixId)),
        );
  return { ids, mentions, rows, beyond: started(others()), unasked: new Set(beyond.unasked) };
};

type Marked = {
  readonly access: AccessFacts;
  readonly marksOf: MarksOf;
  /** Whether every reader of the version may read the object, by its marking alone. */
  readonly isMarkedOpen: (object: StixObject) => boolean;
};

type Opened = {
  /** Whether every reader of the version may read the object, its references included. */
  readonly isOpen: (object: StixObject) => boolean;
  /** The statements on the object, of definitions that every reader may read. */
  readonly statementsOf: (object: StixObject) => readonly string[];
};

const MARKS_PER_SLICE = 250;

const markVersion = async (
  actor: Actor,
  version: VersionToMark,
  { given, definitions }: BundleRead,
  nowMs: number,
): Promise<Marked> => {
  const marksOf = openMarks(withStated(definitions, version), nowMs, given);
  // Read once each, in slices: a bundle may consist of markings of markings, and must not block others.
  for (const [index, object] of given.entries()) {
    marksOf(object);
    if (index % MARKS_PER_SLICE === MARKS_PER_SLICE - 1) await yieldToEventLoop();
  }
  const access = accessFactsFor(actor, version, given, marksOf);
  return { access, marksOf, isMarkedOpen: (object) => isOpenUnder(access, marksOf(object), object) };
};

/** With the policy that is stated with the item, by whoever the hub makes its objects for. */
const withStated = (
  definitions: ReadonlyMap<string, StixObject>,
  { assertion }: VersionToMark,
): ReadonlyMap<string, StixObject> => {
  if (assertion.draft.handling == null) return definitions;
  const made = makersOf(assertion).flatMap((maker) => definitionFor(assertion, maker) ?? []);
  return new Map([...definitions, ...made.map((each) => [each.id, each] as const)]);
};

type Before = {
  readonly beyond: Readable;
  readonly isListedBefore: (object: StixObject, id: string) => boolean;
};

const referencesIn = (
  { given }: BundleRead,
  { access, isMarkedOpen }: Marked,
  { ids, mentions, unasked }: Asked,
  { beyond, isListedBefore }: Before,
): VersionReferences =>
  referencesOf(given, {
    mentions,
    isListed: (id) => ids.has(id) || beyond.has(id) || unasked.has(id),
    isListedBefore,
    isOpenBeyond: (id) => !ids.has(id) && isOpenToReaders(access, beyond.get(id) ?? []),
    isOpen: isMarkedOpen,
  });

const openedBy = ({ given }: BundleRead, { isOpen }: VersionReferences, nowMs: number): Opened => {
  // A definition that some reader may not read is not told through the words of the warning either.
  const shown = new Map(
    given.filter((each) => each.type === 'marking-definition' && isOpen(each)).map((each) => [each.id, each]),
  );
  return { isOpen, statementsOf: (object) => openMarks(shown, nowMs)(object).statements };
};

const objectsToPlace = (composed: readonly StixObject[], { given }: BundleRead): ToPlace[] => {
  const paths = new Map(given.map((object, index) => [object, `$.bundle.objects[${index}]`]));
  return composed.map((object) => ({ object, path: paths.get(object) ?? null }));
};

const composedOf = (version: VersionToPrepare, { given }: BundleRead, marked: Marked): Composed => {
  const { assertion, previous, messageType } = version;
  const maker = makerOf(assertion, marked.access);
  return messageType === 'CANCEL' && previous !== null
    ? composeCancelled(assertion, maker, previous.content.summary.report, version.cancelReason)
    : composeObjects(given, assertion, maker, marked.isMarkedOpen);
};

type Composed = { readonly objects: readonly StixObject[]; readonly report: string };

const summaryWith = (
  version: VersionToPrepare,
  { objects, report }: Composed,
  marked: Marked & Opened,
): Summary => {
  const { isOpen, marksOf } = marked;
  const isCancel = version.messageType === 'CANCEL';
  const summary = summaryOf(version.assertion, {
    messageType: version.messageType,
    tlp: marked.access.tlp,
    report,
    objectCount: objects.length,
    // A cancellation has no objects and is found by the CVEs of what it cancels.
    cves: [...(isCancel ? (version.previous?.content.summary.cves ?? []) : []), ...cvesOf(objects, isOpen)],
    statements: objects.filter(({ id }) => id === report).flatMap(marked.statementsOf),
    handling: handlingFor(version, objects, isOpen, marksOf),
    sourceModified: version.sourceModified,
    issuer: version.issuer ?? version.previous?.content.summary.issuer ?? null,
    cancelReason: version.cancelReason,
  });
  const before = version.previous?.content.summary;
  if (before === undefined || isCancel) return summary;
  const isNarrowed = version.isNarrowed === true;
  return {
    ...summary,
    ...(isNarrowed ? { isNarrowing: true as const } : {}),
    changes: changesBetween(before, summary, { isNarrowed }),
  };
};

const noRecipients = ({ tlp, validity }: AccessFacts, nowMs: number): Problem => {
  const [why, remedy] =
    tlp === 'UNKNOWN'
      ? [
          'A marking of the report is not understood here, so it stays with its publisher: there are no recipients.',
          'Mark it so that this hub understands it, or set allowEmptyAudience.',
        ]
      : isInForce(validity, nowMs)
        ? [
            `With this audience and marking nobody but you is known to receive it. ${NOT_LISTED}`,
            'Query audiencePreview to see who is left out and why, or set allowEmptyAudience.',
          ]
        : [
            'The exchange policy of the report is not in force now, so it stays with its publisher: there are no recipients.',
            'Correct the start and the end of the policy, or set allowEmptyAudience.',
          ];
  return problem('AUDIENCE_EMPTY', '$.audience', why, remedy);
};
