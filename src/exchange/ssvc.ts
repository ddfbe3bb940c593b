// CISA's SSVC decision points (Vulnrichment): CVE -> exploitation, automatable, technical impact. The coordinator table
// 2.0.3 turns them into a decision, together with mission and well-being, which only the reader knows.
import type { StixObject } from 'stix2-ts/stix-object';
import type { Exploitation, SsvcDecision, TechnicalImpact } from '../domain/known/known.ts';
import { readCsv } from './csv.ts';
import { cveReference, type EnrichmentFrame, type EnrichmentSource, enrichmentObject } from './enrichment.ts';

export const SSVC_SOURCE: EnrichmentSource = {
  name: 'ssvc',
  needs: 'cve',
  makes: ['note'],
  licence: 'CC0-1.0',
  version: '2024-10-24',
  freshForDays: 30,
  url: 'https://www.cisa.gov/ssvc',
};

export type Mission = 'low' | 'medium' | 'high';

export type SsvcEntry = {
  readonly cve: string;
  readonly exploitation: Exploitation;
  readonly automatable: boolean;
  readonly technicalImpact: TechnicalImpact;
  /** When the decision points were set, since they change over time. */
  readonly timestamp: string;
};

/** Used when the reader has set no value: mission support, neither minimal nor essential. */
export const DEFAULT_MISSION: Mission = 'medium';

/** Reads the reduced set (data/ssvc). Case differs between records (`PoC`, `poc`); incomplete records are skipped. */
export function readSsvc(csv: string): ReadonlyMap<string, SsvcEntry> {
  const newest = new Map<string, SsvcEntry>();
  for (const row of readCsv(csv)) {
    const entry = ssvcFrom(row);
    const known = entry === null ? undefined : newest.get(entry.cve);
    if (entry !== null && (known === undefined || known.timestamp < entry.timestamp))
      newest.set(entry.cve, entry);
  }
  return newest;
}

const EXPLOITATION: Readonly<Record<string, Exploitation>> = {
  none: 'none',
  poc: 'poc',
  'public poc': 'poc',
  active: 'active',
};

/** Columns: cve, exploitation, automatable, technical_impact, timestamp. Null for an incomplete record. */
export function ssvcFrom(row: Readonly<Record<string, string>>): SsvcEntry | null {
  const word = (key: string) => (row[key] ?? '').trim().toLowerCase();
  const exploitation = EXPLOITATION[word('exploitation')];
  const automatable = word('automatable');
  const impact = word('technical_impact');
  if (exploitation === undefined || (automatable !== 'yes' && automatable !== 'no')) return null;
  if (impact !== 'partial' && impact !== 'total') return null;
  return {
    cve: word('cve').toUpperCase(),
    exploitation,
    automatable: automatable === 'yes',
    technicalImpact: impact,
    timestamp: row['timestamp'] ?? '',
  };
}

/**
 * Columns: mission low, medium, high; rows by exploitation, automatable, technical impact. T track, S track*, A attend,
 * X act.
 */
const TABLE: Readonly<Record<string, string>> = {
  'none no partial': 'TTT',
  'none no total': 'TTS',
  'none yes partial': 'TTA',
  'none yes total': 'TTA',
  'poc no partial': 'TTS',
  'poc no total': 'TSA',
  'poc yes partial': 'TTA',
  'poc yes total': 'TSA',
  'active no partial': 'TTA',
  'active no total': 'TAX',
  'active yes partial': 'AAX',
  'active yes total': 'AXX',
};

const DECISIONS: Readonly<Record<string, SsvcDecision>> = { T: 'track', S: 'track*', A: 'attend', X: 'act' };
const MISSIONS: readonly Mission[] = ['low', 'medium', 'high'];

/** CISA SSVC coordinator table, version 2.0.3. */
export function ssvcDecision(entry: SsvcEntry, mission: Mission = DEFAULT_MISSION): SsvcDecision {
  const row =
    TABLE[`${entry.exploitation} ${entry.automatable ? 'yes' : 'no'} ${entry.technicalImpact}`] ?? '';
  return DECISIONS[row[MISSIONS.indexOf(mission)] ?? 'T'] ?? 'track';
}

export function ssvcNote(
  frame: EnrichmentFrame,
  subjectId: string,
  entry: SsvcEntry,
  mission: Mission = DEFAULT_MISSION,
): StixObject {
  const decision = ssvcDecision(entry, mission);
  return enrichmentObject(frame, 'note', `ssvc|${entry.cve}|${subjectId}`, {
    abstract: `SSVC for ${entry.cve}: ${decision}`,
    content: [
      `Decision: ${decision} (CISA coordinator table 2.0.3, mission and well-being taken as ${mission}).`,
      `Exploitation: ${entry.exploitation === 'poc' ? 'public proof of concept' : entry.exploitation}.`,
      `Automatable: ${entry.automatable ? 'yes' : 'no'}.`,
      `Technical impact: ${entry.technicalImpact}.`,
      `Decision points set on ${entry.timestamp.slice(0, 10)}.`,
    ].join('\n'),
    lang: 'en',
    object_refs: [subjectId],
    external_references: [
      cveReference(entry.cve),
      {
        source_name: 'cisa-vulnrichment',
        description: `Decision points of ${entry.timestamp}`,
        url: SSVC_SOURCE.url,
      },
    ],
  });
}
