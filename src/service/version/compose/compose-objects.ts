// The STIX objects of a warning: the producer's untouched, plus the report, identity and courses of action that the
// hub makes when the bundle has no report. Hub-made objects name the publisher as creator, or the hub where the
// publisher is unnamed.

import { TLP2_MARKING_IDS } from 'stix2-ts/marking';
import type { StixObject } from 'stix2-ts/stix-object';
import type { Member } from '../../../domain/member.ts';
import { SECTORS } from '../../../domain/sector.ts';
import type { Draft } from '../../../domain/warning.ts';
import { identifierFor, translationId } from '../../../exchange/identifier-for.ts';
import {
  confidenceOf,
  organization,
  statedFacts,
  WARNING_EXTENSION,
} from '../../../exchange/warning-extension.ts';
import { definitionFor, definitionIds } from './compose-handling.ts';
import { nameOf, translationsOf } from './compose-translations.ts';

export type Assertion = {
  readonly id: string;
  readonly version: number;
  readonly draft: Draft;
  readonly publisher: Member;
  readonly publishedAt: string;
  readonly now: string;
  /** When the hub takes it in, where `now` is its producer's date. */
  readonly takenAt?: string;
};

/** In whose name the hub makes objects: the publisher's, or its own where the publisher is unnamed. */
export type Maker = Pick<Member, 'identity' | 'name'> & {
  /** Keeps the ids of one maker's objects distinct from those of another. */
  readonly seed: string;
};

const reportOf = (objects: readonly StixObject[]): StixObject | undefined =>
  objects.find(({ type }) => type === 'report');

/**
 * The objects to store, and the id of the report that represents the warning. A report made here refers only to what
 * each of its readers may read (`isOpen`): an observable's id is derived from its value, so a reference alone would
 * reveal it.
 */
export const composeObjects = (
  given: readonly StixObject[],
  assertion: Assertion,
  maker: Maker,
  isOpen: (object: StixObject) => boolean,
): { readonly objects: readonly StixObject[]; readonly report: string } => {
  const report = reportOf(given);
  if (report !== undefined) return { objects: given, report: report.id };
  const identity = given.some(({ id }) => id === maker.identity) ? [] : [identityOf(maker)];
  const policy = policyOf(assertion, maker);
  const courses = coursesOf(assertion, maker);
  const made = [...identity, ...policy, ...courses];
  const summary = reportFor(assertion, maker, [...given.filter(isOpen), ...made]);
  const translations = translationsOf(assertion.draft, { report: summary, courses });
  return { objects: [...given, ...made, summary, ...translations], report: summary.id };
};

/**
 * What a cancellation holds: the hub's own report of the version before, revoked. Nothing that a producer made is revoked
 * for it: its objects are withdrawn.
 */
export const composeCancelled = (
  assertion: Assertion,
  maker: Maker,
  previousReport: string,
  cancelReason: string | null,
): { readonly objects: readonly StixObject[]; readonly report: string } => {
  if (previousReport !== reportId(maker.seed)) return { objects: [], report: previousReport };
  const identity = identityOf(maker);
  const policy = policyOf(assertion, maker);
  const report = { ...reportFor(assertion, maker, [identity], cancelReason), revoked: true };
  return { objects: [identity, ...policy, report], report: report.id };
};

/** The ids that `composeObjects` may give to what it makes for this version, whether or not the publisher is named. */
export const idsOfComposed = ({ draft }: Pick<Assertion, 'draft'>, makers: readonly Maker[]): string[] =>
  makers.flatMap((maker) => idsBy(maker, draft));

const idsBy = (maker: Maker, draft: Draft): string[] => {
  const { identity, seed } = maker;
  return [
    identity,
    ...definitionIds(draft, [maker]),
    reportId(seed),
    translationId(reportId(seed)),
    ...textsOf(draft).flatMap((_, index) => [courseId(seed, index), translationId(courseId(seed, index))]),
  ];
};

const reportId = (seed: string): string => identifierFor('report', seed);
const courseId = (seed: string, index: number): string =>
  identifierFor('course-of-action', `${seed}/${index + 1}`);

/** How far it may go, and how it may be used where that is stated. */
const marked = ({ draft }: Pick<Assertion, 'draft'>, maker: Maker) => ({
  object_marking_refs: [TLP2_MARKING_IDS[draft.marking], ...definitionIds(draft, [maker])],
});

const policyOf = (assertion: Assertion, maker: Maker): readonly StixObject[] => {
  const policy = definitionFor(assertion, maker);
  return policy === null ? [] : [policy];
};

const identityOf = ({ identity, name }: Maker): StixObject => organization(identity, name);

const textsOf = (draft: Draft): readonly { text: string; by: string | null }[] =>
  draft.kind === 'WARNING' ? draft.actions : draft.steps.map((text) => ({ text, by: null }));

const coursesOf = (assertion: Assertion, maker: Maker): StixObject[] => {
  const { draft, publishedAt, now } = assertion;
  return textsOf(draft).map(({ text, by }, index) => ({
    type: 'course-of-action',
    spec_version: '2.1',
    id: courseId(maker.seed, index),
    created_by_ref: maker.identity,
    created: publishedAt,
    modified: now,
    name: nameOf(text, index),
    description: by === null ? text : `${text} (by ${by})`,
    lang: draft.language,
    ...marked(assertion, maker),
  }));
};

const NOTHING_STATED = { actions: [], contacts: [], validUntil: null, answerBy: null } as const;

/** What every tool reads of a grade: labels, and the certainty as confidence. The extension has the words of CAP. */
const gradeOf = (draft: Draft): { readonly labels: readonly string[]; readonly confidence?: number } => {
  const exercise = draft.exercise === null ? [] : ['exercise'];
  if (draft.kind === 'PRACTICE') return { labels: [...exercise, 'best-practice'] };
  const { urgency, severity, certainty } = draft;
  const words = Object.entries({ urgency, severity, certainty });
  const confidence = confidenceOf(certainty);
  return {
    labels: [...exercise, ...words.map(([name, word]) => `${name}:${word.toLowerCase()}`)],
    ...(confidence === null ? {} : { confidence }),
  };
};

const reportFor = (
  assertion: Assertion,
  maker: Maker,
  objects: readonly StixObject[],
  cancelReason: string | null = null,
): StixObject => {
  const { id, version, draft, publishedAt, now } = assertion;
  const sectors = [...new Set(draft.sectorsConcerned)].sort();
  const countries = [...new Set(draft.countriesConcerned)].sort();
  const stixSectors = new Set(
    SECTORS.filter((sector) => sectors.includes(sector.id)).flatMap(({ stix }) => stix),
  );
  return {
    type: 'report',
    spec_version: '2.1',
    id: reportId(maker.seed),
    created_by_ref: maker.identity,
    created: publishedAt,
    modified: now,
    name: draft.headline,
    description: draft.summary,
    lang: draft.language,
    report_types: [draft.kind === 'WARNING' ? 'threat-report' : 'course-of-action'],
    published: publishedAt,
    object_refs: [
      ...new Set(objects.filter(({ type }) => type !== 'marking-definition').map((each) => each.id)),
    ],
    ...gradeOf(draft),
    ...(draft.externalReferences.length === 0
      ? {}
      : {
          external_references: draft.externalReferences.map(({ source, id: external, url }) => ({
            source_name: source,
            ...(external === null ? {} : { external_id: external }),
            ...(url === null ? {} : { url }),
            ...(external === null && url === null ? { description: source } : {}),
          })),
        }),
    ...marked(assertion, maker),
    extensions: {
      [WARNING_EXTENSION]: {
        extension_type: 'property-extension',
        warning: id,
        version,
        kind: draft.kind.toLowerCase(),
        ...(sectors.length === 0 ? {} : { sectors_concerned: sectors }),
        ...(stixSectors.size === 0 ? {} : { stix_sectors: [...stixSectors] }),
        ...(countries.length === 0 ? {} : { countries_concerned: countries }),
        ...(draft.kind === 'WARNING'
          ? { urgency: draft.urgency, severity: draft.severity, certainty: draft.certainty }
          : { practice_kind: draft.practiceKind }),
        ...statedFacts(
          draft.kind === 'WARNING' ? { ...draft, cancelReason } : { ...NOTHING_STATED, cancelReason },
        ),
        is_exercise: draft.exercise !== null,
      },
    },
  };
};
