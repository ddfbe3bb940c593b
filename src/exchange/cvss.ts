// CVSS scores by CVE as their providers publish them: shown with vector and provider, never averaged.
import type { StixObject } from 'stix2-ts/stix-object';
import { readCsv } from './csv.ts';
import { cvssVersionOf } from './cvss-vector.ts';
import { cveReference, type EnrichmentFrame, type EnrichmentSource, enrichmentObject } from './enrichment.ts';

export const CVSS_SOURCE: EnrichmentSource = {
  name: 'cvss',
  needs: 'cve',
  makes: ['note'],
  licence: 'CC0-1.0',
  version: '2024-10-24',
  freshForDays: 30,
  url: 'https://github.com/cisagov/vulnrichment',
};

export type CvssScore = {
  /** Version of CVSS: 3.0, 3.1 or 4.0. */
  readonly version: string;
  /** 0.0 to 10.0. */
  readonly score: number;
  readonly severity: string;
  readonly vector: string;
  readonly source: string;
};

/** Reads data/cvss. Skips rows with a score out of range or a vector that does not match the version. */
export function readCvss(csv: string): ReadonlyMap<string, readonly CvssScore[]> {
  const byCve = new Map<string, CvssScore[]>();
  for (const row of readCsv(csv)) {
    const { cve = '' } = row;
    const score = scoreFrom(row);
    if (score !== null) byCve.set(cve, [...(byCve.get(cve) ?? []), score]);
  }
  return byCve;
}

/** Columns: version, score, severity, vector, source. Null when the score is out of range or does not fit the vector. */
export function scoreFrom(row: Readonly<Record<string, string>>): CvssScore | null {
  const score = Number(row['score']);
  const { version = '', severity = '', vector = '', source = '' } = row;
  const isWhole = cvssVersionOf(vector) === version && score >= 0 && score <= 10 && row['score'] !== '';
  return isWhole ? { version, score, severity: severity.toUpperCase(), vector, source } : null;
}

export function cvssNote(
  frame: EnrichmentFrame,
  subjectId: string,
  cve: string,
  scores: readonly CvssScore[],
): StixObject {
  const highest = scores.reduce((worst, each) => (each.score > worst.score ? each : worst));
  return enrichmentObject(frame, 'note', `cvss|${cve}|${subjectId}`, {
    abstract: `CVSS for ${cve}: ${highest.score.toFixed(1)} ${highest.severity}`,
    content: scores
      .map(
        ({ version, score, severity, vector, source }) =>
          `CVSS ${version}: ${score.toFixed(1)} ${severity} (${vector}), given by ${source}.`,
      )
      .join('\n'),
    lang: 'en',
    object_refs: [subjectId],
    external_references: [cveReference(cve), { source_name: 'cvss', url: CVSS_SOURCE.url }],
  });
}
