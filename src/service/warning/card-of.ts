// The card of a version: everything that is shown of it, the same for each reader.
import type { EffectiveTlp } from '../../domain/marking.ts';
import type { Member } from '../../domain/member.ts';
import type { Card, ExternalReference, MessageType } from '../../domain/warning.ts';
import type { StixObject } from '../../stix/stix-object.ts';
import { cveOf } from '../../stix/thing.ts';
import type { Telling } from './compose-objects.ts';

export type CardFacts = {
  readonly messageType: MessageType;
  readonly tlp: EffectiveTlp;
  readonly countries: readonly string[];
  readonly report: string;
  readonly objects: readonly StixObject[];
  readonly statements: readonly string[];
  readonly sourceModified: string | null;
  readonly cancelReason: string | null;
};

const MAX_CVES = 500;

export const publisherCard = ({ id, slug, name, kind, country }: Member) => ({
  id,
  slug,
  name,
  kind,
  country,
});

const cvesOf = (objects: readonly StixObject[], references: readonly ExternalReference[]): string[] => {
  const found = objects.flatMap((object) => (object.type === 'vulnerability' ? [cveOf(object)] : []));
  const named = references.map(({ id }) => (id !== null && /^CVE-\d{4}-\d{4,}$/.test(id) ? id : null));
  return [...new Set([...found, ...named].filter((cve) => cve !== null))].sort().slice(0, MAX_CVES);
};

export const cardOf = (telling: Telling, facts: CardFacts): Card => {
  const { draft } = telling;
  const isWarning = draft.kind === 'WARNING';
  return {
    id: telling.id,
    version: telling.version,
    kind: draft.kind,
    messageType: facts.messageType,
    headline: draft.headline,
    summary: draft.summary,
    language: draft.language,
    translations: draft.translations,
    actions: isWarning ? draft.actions : [],
    contacts: isWarning ? draft.contacts : [],
    urgency: isWarning ? draft.urgency : 'UNKNOWN',
    severity: isWarning ? draft.severity : 'UNKNOWN',
    certainty: isWarning ? draft.certainty : 'UNKNOWN',
    validUntil: isWarning && draft.validUntil !== null ? new Date(draft.validUntil).toISOString() : null,
    sectors: telling.sectors,
    countries: facts.countries,
    tlp: facts.tlp,
    statements: facts.statements,
    exercise: draft.exercise,
    publisher: publisherCard(telling.publisher),
    publishedAt: telling.publishedAt,
    updatedAt: telling.now,
    sourceModified: facts.sourceModified,
    cancelReason: facts.cancelReason,
    report: facts.report,
    objectCount: facts.objects.length,
    cves: cvesOf(facts.objects, draft.externalReferences),
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
