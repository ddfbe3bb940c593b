// The STIX objects of a warning: the producer's untouched, plus the report, identity and courses of action that the
// hub makes when the bundle has no report. Hub-made objects name the publisher as creator, or the hub where the
// publisher is unnamed.

import { TLP2_MARKING_IDS } from 'stix2-ts/marking';
import type { StixObject } from 'stix2-ts/stix-object';
import type { Tlp } from '../../domain/marking.ts';
import type { Member } from '../../domain/member.ts';
import { SECTORS } from '../../domain/sector.ts';
import type { Draft } from '../../domain/warning.ts';
import { identifierFor } from '../../exchange/identifier-for.ts';

export type Assertion = {
  readonly id: string;
  readonly version: number;
  readonly draft: Draft;
  readonly publisher: Member;
  readonly publishedAt: string;
  readonly now: string;
};

/** In whose name the hub makes objects: the publisher's, or its own where the publisher is unnamed. */
export type Maker = Pick<Member, 'identity' | 'name'> & {
  /** Keeps the ids of one maker's objects distinct from those of another. */
  readonly seed: string;
};

/** Tocsin's own facts about a warning, as a STIX property extension of the report. */
const WARNING_EXTENSION = 'extension-definition--7c1a1f0e-5d0b-4c7e-9b52-3f0a6c8d2e41';

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
  const made = [...identity, ...coursesOf(assertion, maker)];
  const summary = reportFor(assertion, maker, [...given.filter(isOpen), ...made]);
  return { objects: [...given, ...made, summary], report: summary.id };
};

/**
 * What a cancellation holds: the hub's own report of the version before, revoked. Nothing that a producer made is revoked
 * for it: its objects are withdrawn.
 */
export const composeCancelled = (
  assertion: Assertion,
  maker: Maker,
  previousReport: string,
): { readonly objects: readonly StixObject[]; readonly report: string } => {
  if (previousReport !== reportId(maker.seed)) return { objects: [], report: previousReport };
  const identity = identityOf(maker);
  const report = { ...reportFor(assertion, maker, [identity]), revoked: true };
  return { objects: [identity, report], report: report.id };
};

/** The ids that `composeObjects` may give to what it makes for this version, whether or not the publisher is named. */
export const idsOfComposed = ({ draft }: Assertion, makers: readonly Maker[]): string[] =>
  makers.flatMap(({ identity, seed }) => [
    identity,
    reportId(seed),
    ...textsOf(draft).map((_, index) => courseId(seed, index)),
  ]);

const reportId = (seed: string): string => identifierFor('report', seed);
const courseId = (seed: string, index: number): string =>
  identifierFor('course-of-action', `${seed}/${index + 1}`);

const marked = (tlp: Tlp) => ({ object_marking_refs: [TLP2_MARKING_IDS[tlp]] });

const identityOf = (maker: Maker): StixObject => ({
  type: 'identity',
  spec_version: '2.1',
  id: maker.identity,
  created: IDENTITY_SINCE,
  modified: IDENTITY_SINCE,
  name: maker.name,
  identity_class: 'organization',
  created_by_ref: maker.identity,
});

/** Hub-made identities share one date, so that each has one version until its name changes (and with it its id). */
const IDENTITY_SINCE = '2026-01-01T00:00:00.000Z';

const textsOf = (draft: Draft): readonly { text: string; by: string | null }[] =>
  draft.kind === 'WARNING' ? draft.actions : draft.steps.map((text) => ({ text, by: null }));

const coursesOf = ({ draft, publishedAt, now }: Assertion, maker: Maker): StixObject[] =>
  textsOf(draft).map(({ text, by }, index) => ({
    type: 'course-of-action',
    spec_version: '2.1',
    id: courseId(maker.seed, index),
    created_by_ref: maker.identity,
    created: publishedAt,
    modified: now,
    // Never cut within a surrogate pair.
    name: `${index + 1}. ${text.slice(0, 120).replace(/[\uD800-\uDBFF]$/, '')}`,
    description: by === null ? text : `${text} (by ${by})`,
    lang: draft.language,
    ...marked(draft.marking),
  }));

const reportFor = (assertion: Assertion, maker: Maker, objects: readonly StixObject[]): StixObject => {
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
    ...(draft.exercise === null ? {} : { labels: ['exercise'] }),
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
    ...marked(draft.marking),
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
        is_exercise: draft.exercise !== null,
      },
    },
  };
};
