// The marking of a version: its access facts (who may read) and its handling (how it may be used). It may only grow
// stricter from version to version.

import type { StixObject } from 'stix2-ts/stix-object';
import { creatorOf } from 'stix2-ts/version';
import type { AccessFacts, Unnamed } from '../../domain/access-facts.ts';
import type { Audience } from '../../domain/audience.ts';
import type { Directory } from '../../domain/directory.ts';
import { type Handling, NO_HANDLING, strictestHandling } from '../../domain/handling.ts';
import { isAtMost, isInForceThroughout, strictest, whileBoth } from '../../domain/marking.ts';
import type { Actor, Member } from '../../domain/member.ts';
import { narrowedFacts } from '../../domain/narrowing/narrowed-audience.ts';
import { HUB_IDENTITY } from '../../exchange/warning-extension.ts';
import { hasTrace } from '../../policy/view.ts';
import type { Content, WarningRow } from '../../store/warnings.ts';
import { accessFactsOf } from '../audience/access-facts-of.ts';
import { type Marks, type MarksOf, NO_MARKS } from '../object/read-marks.ts';
import { definitionIds } from './compose/compose-handling.ts';
import type { Assertion, Maker } from './compose/compose-objects.ts';

/** The head of a warning before a new version, as stored and as parsed. */
export type PreviousVersion = { readonly row: WarningRow; readonly content: Content };

export type VersionToMark = {
  readonly assertion: Assertion;
  readonly audience: Audience;
  readonly directory: Directory;
  /** The previous version: audience, cascade and exercise stay as they were, the marking may only grow stricter. */
  readonly previous: PreviousVersion | null;
  /** Set where two persons widened it: the marking and the audience are the ones given, and the cascade follows from them. */
  readonly isWidened?: true;
  /** Set where two persons loosened how it may be used: what is stated now counts, not what the version before said, and its readers are the same. */
  readonly isLoosened?: true;
  /** Set where its publisher narrowed it: the audience is the one given, and nobody is reached who was not before. */
  readonly isNarrowed?: true;
};

const reportAmong = (objects: readonly StixObject[]): StixObject | undefined =>
  objects.find(({ type }) => type === 'report');

/** The strictest of the publisher's marking, that of its report, and that of the previous version. */
export const accessFactsFor = (
  actor: Actor,
  version: VersionToMark,
  given: readonly StixObject[],
  marksOf: MarksOf,
): AccessFacts => {
  const { assertion, audience, directory, previous: head, isWidened } = version;
  const previous = head?.content;
  const report = reportAmong(given);
  const own = report === undefined ? NO_MARKS : marksOf(report);
  const least = isWidened === true ? 'CLEAR' : (previous?.access.tlp ?? 'CLEAR');
  const tlp = strictest(assertion.draft.marking, own.tlp ?? 'CLEAR', least);
  const stated = statedMarks(assertion, marksOf);
  const former = version.isLoosened === true ? undefined : previous?.access.validity;
  const validity = whileBoth(whileBoth(own.validity, stated.validity), former);
  const { publisher, draft } = assertion;
  const wasUnnamed = previous?.access.unnamed;
  const isUnnamed =
    wasUnnamed !== undefined ||
    stated.handling.providerAttribution === 'MUST_NOT' ||
    given.some((object) => marksOf(object).handling.providerAttribution === 'MUST_NOT');
  const fresh = (): AccessFacts =>
    accessFactsOf({ publisher: actor.member.id, tlp, audience, exercise: draft.exercise }, directory);
  return {
    ...addressedBy(version, previous?.access, fresh),
    tlp,
    ...(validity === undefined ? {} : { validity }),
    ...(isUnnamed ? { unnamed: tracesOf(publisher, given, wasUnnamed) } : {}),
  };
};

/** What is stated with the item itself, as far as a marking: its TLP is that of the draft. */
const statedMarks = ({ id, publisher, draft }: Assertion, marksOf: MarksOf): Marks => {
  const [policy] = definitionIds(draft, makersOf({ id, publisher }));
  return policy === undefined ? NO_MARKS : marksOf({ type: 'report', id, object_marking_refs: [policy] });
};

/** Whom a version is for, whatever its marking allows. */
const addressedBy = (
  { isWidened, isNarrowed, isLoosened, directory }: VersionToMark,
  former: AccessFacts | undefined,
  fresh: () => AccessFacts,
): AccessFacts => {
  if (former === undefined || isWidened === true) return fresh();
  if (isLoosened === true) return toTheSame(former);
  return isNarrowed === true ? narrowedFacts(former, fresh(), directory.members) : withoutTime(former);
};

/** Who approved how it may be used was not asked who may read it: whoever joined since is not addressed by it either. */
const toTheSame = ({ validity: _, ...former }: AccessFacts): AccessFacts =>
  former.issuedMs === undefined ? former : { ...former, addressedMs: former.issuedMs };

/** A new version is issued now. */
const withoutTime = ({ issuedMs: _, addressedMs: _a, ...access }: AccessFacts): AccessFacts => access;

/** Whether everyone who may read a warning with these access facts may read the object too, for as long. */
export const isOpenUnder = (access: AccessFacts, marks: Marks, object: StixObject): boolean =>
  isAtMost(marks.tlp ?? 'CLEAR', access.tlp) &&
  isInForceThroughout(marks.validity, access.validity) &&
  !hasTrace(access, () => JSON.stringify(object));

/** The handling stated with the item, by the report, and by each object that all readers have; null when nothing states any. */
export const handlingFor = (
  { assertion, previous, isLoosened }: VersionToMark,
  objects: readonly StixObject[],
  isOpen: (object: StixObject) => boolean,
  marksOf: MarksOf,
): Handling | null => {
  const report = reportAmong(objects);
  const before = isLoosened === true ? undefined : previous?.content.summary.handling;
  let handling = strictestHandling(before ?? NO_HANDLING, statedMarks(assertion, marksOf).handling);
  for (const object of objects) {
    const said = marksOf(object).handling;
    if (said === NO_HANDLING || !(object === report || isOpen(object))) continue;
    handling = strictestHandling(handling, said);
  }
  return Object.values(handling).every((each) => each === null) ? null : handling;
};

export const makerOf = (assertion: Assertion, { unnamed }: AccessFacts): Maker =>
  makersOf(assertion)[unnamed === undefined ? 0 : 1];

/** The possible makers of a version's objects: the publisher, or the hub in its place. */
export const makersOf = ({ id, publisher }: Pick<Assertion, 'id' | 'publisher'>): readonly [Maker, Maker] => [
  { identity: publisher.identity, name: publisher.name, seed: id },
  { identity: HUB_IDENTITY, name: 'Tocsin', seed: `${id}/unnamed` },
];

// Unnamed publishers: what reveals them in the objects they publish. Objects are never edited, so those with a trace
// are withheld whole from everybody else, and the hub makes its own objects in its own name.

/** As it appears within a JSON text, in lower case. */
const traceOf = (text: string): string => JSON.stringify(text).slice(1, -1).toLowerCase();

/** Ids and names of the member, and of the identity that created its bundle's report unless that is the hub's. */
const tracesOf = (member: Member, objects: readonly StixObject[], previous: Unnamed | undefined): Unnamed => {
  const creators = objects
    .flatMap((object) => (object.type === 'report' ? (creatorOf(object) ?? []) : []))
    // The hub's report of another unnamed warning, passed on, says nothing of who passes it on.
    .filter((id) => id !== HUB_IDENTITY);
  const identities = new Set([member.identity, ...creators]);
  const named = objects.filter(({ id, type }) => type === 'identity' && identities.has(id));
  const texts = [
    member.id,
    member.slug,
    member.name,
    ...identities,
    ...named.flatMap(({ name }) => (typeof name === 'string' ? [name] : [])),
  ];
  const traces = new Set([...(previous?.traces ?? []), ...texts.filter((text) => text !== '').map(traceOf)]);
  return { traces: [...traces].sort() };
};
