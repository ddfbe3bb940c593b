// From a draft to a version that can be written: bundle validated, objects composed, marking and audience decided.
// Nothing here writes; every breach comes back as a Problem with its path.

import type { StixObject } from 'stix2-ts/stix-object';
import { type Finding, validateBundleInSlices } from 'stix2-ts/validate';
import type { Envelope } from '../../domain/envelope.ts';
import { isInForce } from '../../domain/marking.ts';
import type { Actor } from '../../domain/member.ts';
import { accepted, type Outcome, type Problem, problem, refused } from '../../domain/problem.ts';
import type { MessageType } from '../../domain/warning.ts';
import type { Hub } from '../../hub.ts';
import type { Content } from '../../store/warnings.ts';
import { giveWay } from '../give-way.ts';
import { knownMarkings } from '../object/known-markings.ts';
import { type PlaybookFinding, playbookFindings } from '../object/playbook-findings.ts';
import { openMarks } from '../object/read-marks.ts';
import { cardOf, cvesOf } from './card-of.ts';
import { composeObjects } from './compose-objects.ts';
import { countriesOf } from './envelope-of.ts';
import { envelopeFor, handlingFor, isOpenUnder, makerOf, type VersionToMark } from './marking-of.ts';
import { type Placement, type Places, placeObjects } from './place-objects.ts';
import { reachOf } from './resolve-audience.ts';

export type Preparation = Placement & {
  readonly content: Content;
  readonly findings: readonly (Finding | PlaybookFinding)[];
  readonly recipients: number;
};

export type PreparationRequest = VersionToMark & {
  readonly messageType: MessageType;
  readonly sourceModified?: string | null;
  readonly cancelReason?: string | null;
};

type Room = Pick<Hub, 'objects' | 'warnings' | 'config' | 'clock'>;

const MARKS_PER_SLICE = 250;

export const prepareVersion = async (
  hub: Room,
  actor: Actor,
  request: PreparationRequest,
): Promise<Outcome<Preparation>> => {
  const { telling } = request;
  const asked = askForRows(hub, actor, telling.draft.bundle);
  const read = await readBundle(hub, actor, telling.draft.bundle);
  if (!read.ok) return read;
  const { given, definitions, added, findings } = read.value;
  const nowMs = hub.clock.now().getTime();
  const marksOf = openMarks(definitions, nowMs, given);
  // Read once each, in slices: a bundle may be nothing but markings of markings, and others wait for their turn.
  for (const [index, object] of given.entries()) {
    marksOf(object);
    if (index % MARKS_PER_SLICE === MARKS_PER_SLICE - 1) await giveWay();
  }
  const envelope = envelopeFor(actor, request, given, marksOf);
  const isOpen = (object: StixObject): boolean => isOpenUnder(envelope, marksOf(object), object);
  const { objects, report } = composeObjects(given, telling, makerOf(telling, envelope), isOpen);
  const recipients = reachOf(envelope, request.directory, nowMs).reached.length;
  if (recipients === 0 && !telling.draft.allowEmptyAudience) return refused(nobody(envelope, nowMs));
  const paths = new Map(given.map((object, index) => [object, `$.bundle.objects[${index}]`]));
  const placement = await placeObjects(hub, actor, [...objects, ...added], {
    warning: telling.id,
    version: telling.version,
    marksOf,
    directory: request.directory,
    asked,
    pathOf: (object) => paths.get(object) ?? '$.bundle',
  });
  if (placement.problems.length > 0) return refused(...placement.problems);
  const card = cardOf(telling, {
    messageType: request.messageType,
    tlp: envelope.tlp,
    countries: countriesOf(request.audience),
    report,
    objectCount: objects.length,
    cves: [
      // A cancellation brings no objects and is found by the CVEs of what it cancels.
      ...(request.messageType === 'CANCEL' ? (request.former?.card.cves ?? []) : []),
      ...cvesOf(objects, isOpen),
    ],
    statements: objects.filter(({ id }) => id === report).flatMap((object) => marksOf(object).statements),
    handling: handlingFor(request, objects, isOpen, marksOf),
    sourceModified: request.sourceModified ?? null,
    cancelReason: request.cancelReason ?? null,
  });
  return accepted({ ...placement, content: { envelope, card }, findings, recipients });
};

/** What there is under the ids of a bundle is asked for while the bundle is validated: neither waits for the other. */
const askForRows = (hub: Room, { member }: Actor, bundle: unknown): Places['asked'] => {
  const objects = (bundle as { readonly objects?: unknown } | null)?.objects;
  const list: readonly unknown[] = Array.isArray(objects) ? objects : [];
  const given = list.length > hub.config.limits.bundleObjects ? [] : list;
  const ids = new Set(
    given
      .map((object) => (object as { readonly id?: unknown } | null)?.id)
      .filter((id) => typeof id === 'string'),
  );
  const rows = ids.size === 0 ? Promise.resolve([]) : hub.objects.keysBeside(member.id, [...ids]);
  // Told where it is awaited; a bundle that is refused before needs no answer.
  rows.catch(() => undefined);
  return { ids, rows };
};

const nobody = ({ tlp, validity }: Envelope, nowMs: number): Problem =>
  problem(
    'AUDIENCE_EMPTY',
    '$.audience',
    tlp === 'UNKNOWN'
      ? 'A marking of the report cannot be understood here, so it stays with its publisher and would reach no one.'
      : isInForce(validity, nowMs)
        ? 'This audience, under this marking, would reach no one but you.'
        : 'The exchange policy of the report is not in force now, so it stays with its publisher and would reach no one.',
    'Ask audiencePreview who is left out and why, or set allowEmptyAudience.',
  );

type BundleRead = {
  readonly given: readonly StixObject[];
  readonly definitions: ReadonlyMap<string, StixObject>;
  /** Definitions that it refers to and does not bring: they go with it from now on. */
  readonly added: readonly StixObject[];
  readonly findings: readonly (Finding | PlaybookFinding)[];
};

/** The objects of a bundle with the marking definitions they refer to, found in it or among what the actor may read. */
const readBundle = async (hub: Room, actor: Actor, bundle: unknown): Promise<Outcome<BundleRead>> => {
  if (bundle === null || bundle === undefined) {
    return accepted({ given: [], definitions: new Map(), added: [], findings: [] });
  }
  const known = await knownMarkings(hub, actor, bundle);
  const options = {
    maxObjects: hub.config.limits.bundleObjects,
    knownMarkings: (id: string) => known.has(id),
  };
  const { objects, findings } = await validateBundleInSlices(bundle, options, giveWay);
  const errors = findings.filter(({ level }) => level === 'error');
  if (errors.length > 0) return refused(...errors.map(problemOf));
  const own = objects
    .filter(({ type }) => type === 'marking-definition')
    .map((each) => [each.id, each] as const);
  return accepted({
    given: objects,
    definitions: new Map([...known, ...own]),
    added: [...known.values()],
    findings: [
      ...findings.map((finding) => ({ ...finding, path: inBundle(finding.path) })),
      ...playbookFindings(objects, (index) => `$.bundle.objects[${index}]`),
    ],
  });
};

const inBundle = (path: string): string => path.replace(/^\$/, '$.bundle');

const problemOf = (finding: Finding): Problem =>
  problem(
    finding.code,
    inBundle(finding.path),
    `${finding.message} (STIX 2.1 §${finding.section})`,
    'Correct the object and publish again; nothing was written.',
  );
