// EPSS by FIRST: the probability that a CVE is exploited within thirty days. It changes daily, so none is shipped; an
// operator loads a file with `tocsin refresh epss epss_scores-current.csv`.

import { isCve } from 'stix2-ts/entity';
import type { StixObject } from 'stix2-ts/stix-object';
import { readCsv } from './csv.ts';
import { cveReference, type EnrichmentFrame, type EnrichmentSource, enrichmentObject } from './enrichment.ts';
import type { LeftOut } from './published/published-file.ts';

export const EPSS_SOURCE: EnrichmentSource = {
  name: 'epss',
  needs: 'cve',
  makes: ['note'],
  licence: 'free to use with attribution to FIRST',
  version: 'none',
  freshForDays: 2,
  url: 'https://www.first.org/epss/',
};

/** Both range from 0 to 1. */
export type EpssScore = { readonly probability: number; readonly percentile: number };

/** Reads FIRST's CSV: a comment with model and day, a header, one CVE per line. The comment serves as the version. */
export function readEpss(csv: string): {
  readonly version: string;
  readonly byCve: ReadonlyMap<string, EpssScore>;
  readonly leftOut: readonly LeftOut[];
} {
  const end = csv.indexOf('\n');
  const comment = csv.startsWith('#') ? csv.slice(1, end).trim() : '';
  const model = /model_version:([\w.-]{1,40})/.exec(comment)?.[1] ?? 'unknown';
  const day = /score_date:(\d{4}-\d\d-\d\d)/.exec(comment)?.[1] ?? 'unknown';
  const byCve = new Map<string, EpssScore>();
  const leftOut: LeftOut[] = [];
  for (const [at, row] of readCsv(comment === '' ? csv : csv.slice(end + 1)).entries()) {
    const { cve = '', epss = '', percentile = '' } = row;
    if (isCve(cve) && isShare(epss) && isShare(percentile))
      byCve.set(cve, { probability: Number(epss), percentile: Number(percentile) });
    else {
      const score = `${epss},${percentile}`.slice(0, MOST_QUOTED);
      leftOut.push({ key: cve, why: `score ${at + 1} ${cve.slice(0, MOST_QUOTED)}: ${score}` });
    }
  }
  return { version: `${day} ${model}`, byCve, leftOut };
}

const MOST_QUOTED = 40;

const isShare = (text: string): boolean => text.trim() !== '' && Number(text) >= 0 && Number(text) <= 1;

const percent = (share: number): string => `${(share * 100).toFixed(share < 0.01 ? 2 : 1)} %`;

export function epssNote(
  frame: EnrichmentFrame,
  subjectId: string,
  cve: string,
  { probability, percentile, version }: EpssScore & { readonly version: string },
): StixObject {
  return enrichmentObject(frame, 'note', `epss|${cve}|${subjectId}`, {
    abstract: `EPSS for ${cve}: ${percent(probability)}`,
    content: [
      `Probability of exploitation within 30 days: ${percent(probability)}.`,
      `Higher than ${percent(percentile)} of all CVEs.`,
      `Scored by FIRST: ${version}.`,
    ].join('\n'),
    lang: 'en',
    object_refs: [subjectId],
    external_references: [cveReference(cve), { source_name: 'first-epss', url: EPSS_SOURCE.url }],
  });
}
