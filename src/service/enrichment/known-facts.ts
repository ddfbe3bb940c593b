// The facts about the keys of one warning, from the rows of the reference sets: the weightiest first.
import {
  bandOf,
  type KnownDecision,
  type KnownExploited,
  type KnownProbability,
  type KnownScore,
  type KnownSource,
  type KnownTechnique,
  SSVC_DECISIONS,
} from '../../domain/known/known.ts';
import { CAPEC_SOURCE } from '../../exchange/capec.ts';
import { CVSS_SOURCE, type CvssScore } from '../../exchange/cvss.ts';
import type { EnrichmentSource } from '../../exchange/enrichment.ts';
import { EPSS_SOURCE, type EpssScore } from '../../exchange/epss.ts';
import { KEV_SOURCE, type KevEntry } from '../../exchange/kev.ts';
import { SSVC_SOURCE, type SsvcEntry, ssvcDecision } from '../../exchange/ssvc.ts';
import type { WeaknessRow } from './sources.ts';

export type Facts = {
  readonly exploited: readonly KnownExploited[];
  readonly decisions: readonly KnownDecision[];
  readonly scores: readonly KnownScore[];
  readonly probabilities: readonly KnownProbability[];
  readonly techniques: readonly KnownTechnique[];
};

export type FactsByKey = {
  /** The row of a set for a key. */
  row(set: string, key: string): string | undefined;
  /** The version of the set that is loaded; null where none is. */
  version(set: string): string | null;
};

export const SETS_BY_KEY: readonly { readonly set: string; readonly prefix: string }[] = [
  ...[KEV_SOURCE, SSVC_SOURCE, CVSS_SOURCE, EPSS_SOURCE].map(({ name }) => ({ set: name, prefix: 'CVE-' })),
  { set: CAPEC_SOURCE.name, prefix: 'CWE-' },
];

/** `keys` are CVEs and weaknesses; `techniques` what the publisher names: an id or `-`, a blank, and a name. */
export const factsOf = (keys: readonly string[], techniques: readonly string[], known: FactsByKey): Facts => {
  const read = <Row>({ name }: EnrichmentSource) =>
    keys.flatMap((key) => {
      const row = known.row(name, key);
      return row === undefined ? [] : [{ key, row: JSON.parse(row) as Row }];
    });
  const sourceOf = (name: string, { name: set, version, url }: EnrichmentSource): KnownSource => ({
    name,
    version: known.version(set) ?? version,
    url,
  });
  return {
    exploited: exploitedOf(read<KevEntry>(KEV_SOURCE), sourceOf('CISA KEV', KEV_SOURCE)),
    decisions: decisionsOf(read<SsvcEntry>(SSVC_SOURCE), sourceOf('CISA SSVC', SSVC_SOURCE)),
    scores: scoresOf(read<readonly CvssScore[]>(CVSS_SOURCE), sourceOf('CVSS', CVSS_SOURCE)),
    probabilities: probabilitiesOf(read<EpssScore>(EPSS_SOURCE), sourceOf('FIRST EPSS', EPSS_SOURCE)),
    techniques: techniquesOf(
      techniques,
      read<WeaknessRow>(CAPEC_SOURCE),
      sourceOf('MITRE CAPEC', CAPEC_SOURCE),
    ),
  };
};

type Read<Row> = readonly { readonly key: string; readonly row: Row }[];

/** Those of ransomware first, then the newest. */
const exploitedOf = (read: Read<KevEntry>, source: KnownSource): KnownExploited[] =>
  read
    .map(({ key, row }) => ({
      cve: key,
      since: row.dateAdded,
      dueDate: row.dueDate === '' ? null : row.dueDate,
      inRansomware: row.ransomware === 'Known',
      source,
    }))
    .sort((one, other) => {
      if (one.inRansomware !== other.inRansomware) return one.inRansomware ? -1 : 1;
      return one.since < other.since ? 1 : one.since > other.since ? -1 : 0;
    });

const decisionsOf = (read: Read<SsvcEntry>, source: KnownSource): KnownDecision[] =>
  read
    .map(({ key, row }) => ({
      cve: key,
      decision: ssvcDecision(row),
      exploitation: row.exploitation,
      isAutomatable: row.automatable,
      technicalImpact: row.technicalImpact,
      decidedOn: row.timestamp.slice(0, 10),
      source,
    }))
    .sort((one, other) => SSVC_DECISIONS.indexOf(one.decision) - SSVC_DECISIONS.indexOf(other.decision));

const scoresOf = (read: Read<readonly CvssScore[]>, source: KnownSource): KnownScore[] =>
  read
    .flatMap(({ key, row }) =>
      row.map(({ version, score, vector, source: provider }) => ({
        cve: key,
        cvssVersion: version,
        score,
        band: bandOf(score),
        vector,
        provider,
        source,
      })),
    )
    .sort((one, other) => other.score - one.score);

const probabilitiesOf = (read: Read<EpssScore>, source: KnownSource): KnownProbability[] =>
  read
    .map(({ key, row: { probability, percentile } }) => ({
      cve: key,
      probability,
      percentile,
      // The set's version begins with the day of its scores.
      scoredOn: source.version.split(' ')[0] ?? '',
      source,
    }))
    .sort((one, other) => other.probability - one.probability);

/** A technique that is named twice stands where it is named first. */
const techniquesOf = (
  stated: readonly string[],
  read: Read<WeaknessRow>,
  source: KnownSource,
): KnownTechnique[] => {
  const named = stated.map((text): KnownTechnique => {
    const at = text.indexOf(' ');
    const id = text.slice(0, at);
    return { techniqueId: id === '-' ? null : id, name: text.slice(at + 1), weakness: null, source: null };
  });
  const used = read.flatMap(({ key, row }) =>
    Object.entries(row.techniques).map(
      ([techniqueId, name]): KnownTechnique => ({ techniqueId, name, weakness: key, source }),
    ),
  );
  const byId = new Map<string, KnownTechnique>();
  for (const each of [...named, ...used]) {
    const key = each.techniqueId ?? each.name;
    if (!byId.has(key)) byId.set(key, each);
  }
  return [...byId.values()];
};
