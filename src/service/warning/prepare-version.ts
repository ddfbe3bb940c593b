// From a draft to a version that can be written: bundle validated, objects composed, marking and audience decided.
// Nothing here writes; every breach comes back as a Problem with its path.
import { setImmediate } from 'node:timers/promises';
import type { Audience } from '../../domain/audience.ts';
import type { Directory } from '../../domain/directory.ts';
import type { Envelope } from '../../domain/envelope.ts';
import { type EffectiveTlp, strictest } from '../../domain/marking.ts';
import type { Actor } from '../../domain/member.ts';
import { accepted, type Outcome, type Problem, problem, refused } from '../../domain/problem.ts';
import type { MessageType } from '../../domain/warning.ts';
import type { Hub } from '../../hub.ts';
import { readMarkings } from '../../stix/marking/read-markings.ts';
import { tlpOfMarking } from '../../stix/marking.ts';
import { markingReferencesOf } from '../../stix/references.ts';
import type { StixObject } from '../../stix/stix-object.ts';
import { type Finding, validateBundleInSlices } from '../../stix/validate.ts';
import { textOf } from '../../store/objects.ts';
import type { Content } from '../../store/warnings.ts';
import { playbookFindings } from '../object/playbook-findings.ts';
import { readableRows } from '../object/readable-rows.ts';
import { cardOf, cvesOf } from './card-of.ts';
import { composeObjects, isOpenUnder, ownTlp, type Telling } from './compose-objects.ts';
import { countriesOf, envelopeOf } from './envelope-of.ts';
import { type Placement, placeObjects } from './place-objects.ts';
import { reachOf } from './resolve-audience.ts';

export type Preparation = Placement & {
  readonly content: Content;
  readonly findings: readonly Finding[];
  readonly recipients: number;
};

export type PreparationRequest = {
  readonly telling: Telling;
  readonly audience: Audience;
  readonly messageType: MessageType;
  readonly directory: Directory;
  /** Of the former version: audience, cascade and exercise stay as they were, the marking may only grow stricter. */
  readonly former?: Envelope;
  /** A cancellation brings no objects and is found by the CVEs of what it cancels. */
  readonly formerCves?: readonly string[];
  readonly sourceModified?: string | null;
  readonly cancelReason?: string | null;
};

type Room = Pick<Hub, 'objects' | 'warnings' | 'config'>;

export const prepareVersion = async (
  hub: Room,
  actor: Actor,
  request: PreparationRequest,
): Promise<Outcome<Preparation>> => {
  const { telling } = request;
  const read = await readBundle(hub, actor, telling.draft.bundle);
  if (!read.ok) return read;
  const { given, definitions, findings } = read.value;
  const { objects, report } = composeObjects(given, telling, (object) =>
    isOpenUnder(telling.draft.marking, object, definitions),
  );
  const { tlp, statements } = markingOf(telling, objects, report, definitions);
  const envelope =
    request.former === undefined
      ? envelopeOf(actor.member.id, tlp, request.audience, telling.draft.exercise, request.directory)
      : { ...request.former, tlp: strictest(request.former.tlp, tlp) };
  const recipients = reachOf(envelope, request.directory).reached.length;
  if (recipients === 0 && !telling.draft.allowEmptyAudience) return refused(nobody(tlp));
  const paths = new Map(given.map((object, index) => [object, `$.bundle.objects[${index}]`]));
  const placement = await placeObjects(hub, actor, objects, {
    warning: telling.id,
    version: telling.version,
    definitions,
    directory: request.directory,
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
      ...(request.formerCves ?? []),
      ...cvesOf(objects, (object) => isOpenUnder(envelope.tlp, object, definitions)),
    ],
    statements,
    sourceModified: request.sourceModified ?? null,
    cancelReason: request.cancelReason ?? null,
  });
  return accepted({ ...placement, content: { envelope, card }, findings, recipients });
};

const nobody = (tlp: EffectiveTlp): Problem =>
  problem(
    'AUDIENCE_EMPTY',
    '$.audience',
    tlp === 'UNKNOWN'
      ? 'A marking of the report cannot be understood here, so it stays with its publisher and would reach no one.'
      : 'This audience, under this marking, would reach no one but you.',
    'Ask audiencePreview who is left out and why, or set allowEmptyAudience.',
  );

type BundleRead = {
  readonly given: readonly StixObject[];
  readonly definitions: ReadonlyMap<string, StixObject>;
  readonly findings: readonly Finding[];
};

/** The objects of a bundle with the marking definitions they refer to, found in it or among what the actor may read. */
const readBundle = async (hub: Room, actor: Actor, bundle: unknown): Promise<Outcome<BundleRead>> => {
  if (bundle === null || bundle === undefined) {
    return accepted({ given: [], definitions: new Map(), findings: [] });
  }
  const known = await knownMarkings(hub, actor, bundle);
  const options = {
    maxObjects: hub.config.limits.bundleObjects,
    knownMarkings: (id: string) => known.has(id),
  };
  const { objects, findings } = await validateBundleInSlices(bundle, options, () => setImmediate());
  const errors = findings.filter(({ level }) => level === 'error');
  if (errors.length > 0) return refused(...errors.map(problemOf));
  const own = objects
    .filter(({ type }) => type === 'marking-definition')
    .map((each) => [each.id, each] as const);
  return accepted({
    given: objects,
    definitions: new Map([...known, ...own]),
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

/** Marking definitions that the bundle refers to and does not bring, as far as the actor may read them. */
const knownMarkings = async (hub: Room, actor: Actor, bundle: unknown): Promise<Map<string, StixObject>> => {
  const objects = (bundle as { objects?: unknown })?.objects;
  if (!Array.isArray(objects)) return new Map();
  const brought = new Set<unknown>(objects.map((object) => (object as { id?: unknown } | null)?.id));
  const wanted = new Set<string>();
  for (const object of objects) {
    if (typeof object !== 'object' || object === null) continue;
    if (!('object_marking_refs' in object) && !('granular_markings' in object)) continue;
    for (const { id } of markingReferencesOf(object)) {
      if (tlpOfMarking(id) === null && !brought.has(id)) wanted.add(id);
    }
  }
  if (wanted.size === 0) return new Map();
  const keys = await hub.objects.keysOf([...wanted].slice(0, 1_000));
  const readable = await readableRows(hub, actor, keys);
  const rows = await hub.objects.byIds(
    keys.filter(({ _id }) => readable.has(_id.toHexString())).map(({ _id }) => _id),
  );
  return new Map(rows.map((row) => [row.stixId, JSON.parse(textOf(row)) as StixObject]));
};

/** The publisher's marking or the report's own, whichever is stricter; statements are carried without effect. */
const markingOf = (
  { draft }: Telling,
  objects: readonly StixObject[],
  report: string,
  definitions: ReadonlyMap<string, StixObject>,
): { readonly tlp: EffectiveTlp; readonly statements: readonly string[] } => {
  const object = objects.find(({ id }) => id === report);
  if (object === undefined) return { tlp: draft.marking, statements: [] };
  const own = ownTlp(object, definitions);
  return {
    tlp: own === null ? draft.marking : strictest(draft.marking, own),
    statements: readMarkings(object, definitions).statements,
  };
};
