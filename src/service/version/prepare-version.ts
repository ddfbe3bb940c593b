// Turns a proposal into a version that can be written: the bundle is read, the marking decided, objects composed,
// placed and judged, and the summary made. Nothing is written; every breach is returned as a Problem with its path.

import type { StixObject } from 'stix2-ts/stix-object';
import type { Finding } from 'stix2-ts/validate';
import type { AccessFacts } from '../../domain/access-facts.ts';
import { isInForce } from '../../domain/marking.ts';
import type { Actor } from '../../domain/member.ts';
import { accepted, type Outcome, type Problem, problem, refused } from '../../domain/problem.ts';
import type { MessageType } from '../../domain/warning.ts';
import type { PlaybookFinding } from '../../exchange/cacao/check.ts';
import type { Hub } from '../../hub.ts';
import { started } from '../../store/driver/started.ts';
import type { ObjectKey } from '../../store/objects.ts';
import type { Content } from '../../store/warnings.ts';
import { countriesOf } from '../audience/access-facts-of.ts';
import { recipientsOf } from '../audience/resolve-audience.ts';
import { type MarksOf, openMarks } from '../object/read-marks.ts';
import { judgeVersions } from '../object/version/judge-versions.ts';
import { yieldToEventLoop } from '../yield-to-event-loop.ts';
import { composeObjects, idsOfComposed } from './compose-objects.ts';
import {
  accessFactsFor,
  handlingFor,
  isOpenUnder,
  makerOf,
  makersOf,
  type VersionToMark,
} from './marking-of.ts';
import { type Placement, placeObjects, type ToPlace } from './place-objects.ts';
import { type BundleRead, idsIn, readBundle } from './read-bundle.ts';
import { cvesOf, summaryOf } from './summary-of.ts';

export type VersionToPrepare = VersionToMark & {
  readonly messageType: MessageType;
  /** The producer's own date of this version, where it differs. */
  readonly sourceModified: string | null;
  readonly cancelReason: string | null;
};

export type Preparation = {
  readonly content: Content;
  readonly placement: Placement;
  readonly findings: readonly (Finding | PlaybookFinding)[];
  /** Number of recipients, without the publisher. */
  readonly recipients: number;
};

type Deps = Pick<Hub, 'objects' | 'warnings' | 'config' | 'clock'>;

export const prepareVersion = async (
  hub: Deps,
  actor: Actor,
  version: VersionToPrepare,
): Promise<Outcome<Preparation>> => {
  const { assertion } = version;
  const bundled = idsIn(assertion.draft.bundle, hub.config.limits.bundleObjects);
  const ids = new Set([...bundled, ...idsOfComposed(assertion, makersOf(assertion))]);
  // Started before the bundle is validated, so that neither waits for the other; a refusal does not wait for it.
  const asked = started(hub.objects.keysBeside(actor.member.id, [...ids]));
  const read = await readBundle(hub, actor, assertion.draft.bundle);
  if (!read.ok) return read;
  const nowMs = hub.clock.now().getTime();
  const marked = await markVersion(actor, version, read.value, nowMs);
  const recipients = recipientsOf(marked.access, version.directory, nowMs).recipients.length;
  if (recipients === 0 && !assertion.draft.allowEmptyAudience)
    return refused(noRecipients(marked.access, nowMs));
  const maker = makerOf(assertion, marked.access);
  const composed = composeObjects(read.value.given, assertion, maker, marked.isOpen);
  const objects = objectsToPlace(composed.objects, read.value);
  const further = [...new Set(objects.map(({ object }) => object.id))].filter((id) => !ids.has(id));
  const [early, late] = await Promise.all([
    asked,
    further.length === 0 ? [] : hub.objects.keysBeside(actor.member.id, further),
  ]);
  const existing: readonly ObjectKey[] = [...early, ...late];
  const placement = await placeObjects(objects, existing, version, marked.marksOf);
  // Objects made by the hub are no claims of the publisher: without a bundle there is nothing to judge.
  const hasBundle = (assertion.draft.bundle ?? null) !== null;
  const judged = hasBundle ? await judgeVersions(hub, actor, placement.offered) : [];
  const problems = [...judged, ...placement.problems];
  if (problems.length > 0) return refused(...problems);
  const content = { access: marked.access, summary: summaryWith(version, composed, marked) };
  return accepted({ content, placement, findings: read.value.findings, recipients });
};

type Marked = {
  readonly access: AccessFacts;
  readonly marksOf: MarksOf;
  /** Whether every reader of the version may read the object. */
  readonly isOpen: (object: StixObject) => boolean;
};

const MARKS_PER_SLICE = 250;

const markVersion = async (
  actor: Actor,
  version: VersionToMark,
  { given, definitions }: BundleRead,
  nowMs: number,
): Promise<Marked> => {
  const marksOf = openMarks(definitions, nowMs, given);
  // Read once each, in slices: a bundle may consist of markings of markings, and must not block others.
  for (const [index, object] of given.entries()) {
    marksOf(object);
    if (index % MARKS_PER_SLICE === MARKS_PER_SLICE - 1) await yieldToEventLoop();
  }
  const access = accessFactsFor(actor, version, given, marksOf);
  return { access, marksOf, isOpen: (object) => isOpenUnder(access, marksOf(object), object) };
};

const objectsToPlace = (composed: readonly StixObject[], { given, added }: BundleRead): ToPlace[] => {
  const paths = new Map(given.map((object, index) => [object, `$.bundle.objects[${index}]`]));
  return [
    ...composed.map((object) => ({ object, path: paths.get(object) ?? null })),
    ...added.map((object) => ({ object, path: '$.bundle' })),
  ];
};

type Composed = { readonly objects: readonly StixObject[]; readonly report: string };

const summaryWith = (version: VersionToPrepare, { objects, report }: Composed, marked: Marked) => {
  const { isOpen, marksOf } = marked;
  const isCancel = version.messageType === 'CANCEL';
  return summaryOf(version.assertion, {
    messageType: version.messageType,
    tlp: marked.access.tlp,
    countries: countriesOf(version.audience),
    report,
    objectCount: objects.length,
    // A cancellation has no objects and is found by the CVEs of what it cancels.
    cves: [...(isCancel ? (version.previous?.content.summary.cves ?? []) : []), ...cvesOf(objects, isOpen)],
    statements: objects.filter(({ id }) => id === report).flatMap((object) => marksOf(object).statements),
    handling: handlingFor(version, objects, isOpen, marksOf),
    sourceModified: version.sourceModified,
    cancelReason: version.cancelReason,
  });
};

const noRecipients = ({ tlp, validity }: AccessFacts, nowMs: number): Problem =>
  problem(
    'AUDIENCE_EMPTY',
    '$.audience',
    tlp === 'UNKNOWN'
      ? 'A marking of the report is not understood here, so it stays with its publisher: there are no recipients.'
      : isInForce(validity, nowMs)
        ? 'With this audience and marking there are no recipients but you.'
        : 'The exchange policy of the report is not in force now, so it stays with its publisher: there are no recipients.',
    'Query audiencePreview to see who is left out and why, or set allowEmptyAudience.',
  );
