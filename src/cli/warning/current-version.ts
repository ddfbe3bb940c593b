// The current version of a warning or practice as a file to edit, and as what a correction must carry along.
import type { StixBundle } from 'stix2-ts/bundle';
import { markingReferencesOf } from 'stix2-ts/references';
import type { StixObject } from 'stix2-ts/stix-object';
import { identifierFor, translationId } from '../../exchange/identifier-for.ts';
import { HUB_IDENTITY, WARNING_EXTENSION } from '../../exchange/warning-extension.ts';

export type CurrentVersion = {
  readonly id: string;
  readonly kind: 'WARNING' | 'PRACTICE';
  readonly version: number;
  readonly messageType: string;
  readonly headline: string;
  readonly summary: string;
  readonly language: string;
  readonly translations: readonly object[];
  readonly actions: readonly object[];
  readonly contacts: readonly object[];
  readonly urgency: string;
  readonly severity: string;
  readonly certainty: string;
  readonly validUntil: string | null;
  readonly level: string;
  readonly answerBy: string | null;
  readonly sectorsConcerned: readonly string[];
  readonly countriesConcerned: readonly string[];
  readonly externalReferences: readonly object[];
  readonly markingInWords: string;
  readonly practice: Readonly<Record<string, unknown>> | null;
  readonly bundle: StixBundle<StixObject>;
};

/** The fields of the input that corrects it, as they are now. Empty ones are left out. */
export const correctable = (current: CurrentVersion): Record<string, unknown> => {
  const { id, version, headline, summary, practice } = current;
  const { language, translations, sectorsConcerned, countriesConcerned, externalReferences } = current;
  const { actions, contacts, urgency, severity, certainty, validUntil, level, answerBy } = current;
  const own = practice ?? {
    ...{ actions, contacts, urgency, severity, certainty },
    ...{ validUntil, level, answerBy },
  };
  const fields = {
    id,
    expectedVersion: version,
    headline,
    summary,
    ...own,
    sectorsConcerned,
    countriesConcerned,
    language,
    translations,
    externalReferences,
  };
  return withoutNull(fields) as Record<string, unknown>;
};

const withoutNull = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutNull);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, each]) => (each === null ? [] : [[name, withoutNull(each)]])),
  );
};

const MOST_COURSES = 50;
/** What the hub adds to every bundle that uses its extension. */
const MADE_BY_HUB = new Set([HUB_IDENTITY, WARNING_EXTENSION]);

/**
 * The objects of the version that its publisher gave: a correction without them would withdraw them. What the hub made for
 * the version (its report, its courses of action, their translations) it makes anew from the texts.
 */
export const objectsGiven = ({ id, bundle }: CurrentVersion): StixBundle<StixObject> | null => {
  const made = new Set(
    [id, `${id}/unnamed`].flatMap((seed) => [
      identifierFor('report', seed),
      ...Array.from({ length: MOST_COURSES }, (_, at) =>
        identifierFor('course-of-action', `${seed}/${at + 1}`),
      ),
    ]),
  );
  const isMade = ({ id: object, object_ref: of }: StixObject): boolean =>
    made.has(object) || MADE_BY_HUB.has(object) || (typeof of === 'string' && object === translationId(of));
  const given = (bundle.objects ?? []).filter((each) => !isMade(each));
  // The policy that is stated with the warning marks only what the hub made.
  const marking = new Set(given.flatMap((each) => markingReferencesOf(each).map(({ id: mark }) => mark)));
  const kept = given.filter(({ id: each, type }) => type !== 'marking-definition' || marking.has(each));
  const isGiven = kept.some(({ type }) => type !== 'marking-definition' && type !== 'identity');
  return isGiven ? { ...bundle, objects: kept } : null;
};
