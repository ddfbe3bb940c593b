// The summary of a version: everything that lists and pages show of it, the same for each reader.

import { cveOf, isCve } from 'stix2-ts/entity';
import type { StixObject } from 'stix2-ts/stix-object';
import type { Handling } from '../../domain/handling.ts';
import type { EffectiveTlp } from '../../domain/marking.ts';
import type { Member } from '../../domain/member.ts';
import type { ExternalReference, MessageType, Summary, WarningDraft } from '../../domain/warning.ts';
import type { Assertion } from './compose/compose-objects.ts';

export type SummaryFacts = {
  readonly messageType: MessageType;
  readonly tlp: EffectiveTlp;
  readonly report: string;
  readonly objectCount: number;
  /** Only those that every reader of the summary may read. */
  readonly cves: readonly string[];
  readonly statements: readonly string[];
  readonly handling: Handling | null;
  readonly sourceModified: string | null;
  /** Who issued it elsewhere. */
  readonly issuer: string | null;
  readonly cancelReason: string | null;
};

const MAX_CVES = 500;

export const publisherSummary = ({ id, slug, name, kind, country }: Member) => ({
  id,
  slug,
  name,
  kind,
  country,
});

/** The CVEs of those vulnerabilities among these objects that every reader of the summary may read. */
export const cvesOf = (
  objects: readonly StixObject[],
  isOpen: (object: StixObject) => boolean,
): readonly string[] =>
  objects.flatMap((object) =>
    object.type === 'vulnerability' && isOpen(object) ? (cveOf(object) ?? []) : [],
  );

/** By year, then by number. */
const newestFirst = (one: string, other: string): number => {
  const [year = 0, number = 0] = one.split('-').slice(1).map(Number);
  const [otherYear = 0, otherNumber = 0] = other.split('-').slice(1).map(Number);
  return otherYear - year || otherNumber - number;
};

const withReferences = (cves: readonly string[], references: readonly ExternalReference[]): string[] => {
  const named = references.flatMap(({ id }) => (id !== null && isCve(id) ? [id] : []));
  // The newest, since these become known to be exploited; in the order of their names as ever.
  return [...new Set([...cves, ...named])].sort(newestFirst).slice(0, MAX_CVES).sort();
};

/** In UTC, as the contract gives every instant; what a draft was given may have an offset. */
const inUtc = (at: string | null): string | null => (at === null ? null : new Date(at).toISOString());

const distinct = (values: readonly string[]): readonly string[] => [...new Set(values)].sort();

/** Nothing for INFORMATION, as in versions of older releases. */
const askedIn = ({ level, answerBy }: WarningDraft): Pick<Summary, 'level' | 'answerBy'> =>
  level === undefined || level === 'INFORMATION' || answerBy == null
    ? {}
    : { level, answerBy: new Date(answerBy).toISOString() };

export const summaryOf = (assertion: Assertion, facts: SummaryFacts): Summary => {
  const { draft } = assertion;
  const isWarning = draft.kind === 'WARNING';
  return {
    id: assertion.id,
    version: assertion.version,
    kind: draft.kind,
    messageType: facts.messageType,
    headline: draft.headline,
    summary: draft.summary,
    language: draft.language,
    translations: draft.translations,
    actions: isWarning ? draft.actions.map(({ text, by }) => ({ text, by: inUtc(by) })) : [],
    contacts: isWarning ? draft.contacts : [],
    urgency: isWarning ? draft.urgency : 'UNKNOWN',
    severity: isWarning ? draft.severity : 'UNKNOWN',
    certainty: isWarning ? draft.certainty : 'UNKNOWN',
    validUntil: isWarning ? inUtc(draft.validUntil) : null,
    ...(isWarning ? askedIn(draft) : {}),
    sectorsConcerned: distinct(draft.sectorsConcerned),
    countriesConcerned: distinct(draft.countriesConcerned),
    tlp: facts.tlp,
    statements: facts.statements,
    ...(facts.handling === null ? {} : { handling: facts.handling }),
    ...(draft.handling == null ? {} : { statedHandling: draft.handling }),
    exercise: draft.exercise,
    publisher: publisherSummary(assertion.publisher),
    publishedAt: assertion.publishedAt,
    updatedAt: assertion.now,
    ...(assertion.takenAt === undefined ? {} : { takenAt: assertion.takenAt }),
    sourceModified: facts.sourceModified,
    ...(facts.issuer === null || facts.issuer === assertion.publisher.name ? {} : { issuer: facts.issuer }),
    cancelReason: facts.cancelReason,
    report: facts.report,
    objectCount: facts.objectCount,
    cves: withReferences(facts.cves, draft.externalReferences),
    externalReferences: draft.externalReferences,
    practice: isWarning
      ? null
      : {
          kind: draft.practiceKind,
          problem: draft.problem,
          steps: draft.steps,
          evidence: draft.evidence,
          limits: draft.limits,
          licence: draft.licence,
          reviewDue: draft.reviewDue,
        },
  };
};
