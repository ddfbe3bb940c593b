// What the reference sets know about what every reader of a warning has, as people and machines are told: each fact with its
// source and date.

export type KnownSource = { readonly name: string; readonly version: string; readonly url: string };

export type KnownExploited = {
  readonly cve: string;
  /** Dates are YYYY-MM-DD. */
  readonly since: string;
  readonly dueDate: string | null;
  readonly inRansomware: boolean;
  readonly source: KnownSource;
};

/** As CISA writes them; the weightiest first. */
export const SSVC_DECISIONS = ['act', 'attend', 'track*', 'track'] as const;
export type SsvcDecision = (typeof SSVC_DECISIONS)[number];
export const EXPLOITATIONS = ['none', 'poc', 'active'] as const;
export type Exploitation = (typeof EXPLOITATIONS)[number];
export const TECHNICAL_IMPACTS = ['partial', 'total'] as const;
export type TechnicalImpact = (typeof TECHNICAL_IMPACTS)[number];

export type KnownDecision = {
  readonly cve: string;
  readonly decision: SsvcDecision;
  readonly exploitation: Exploitation;
  readonly isAutomatable: boolean;
  readonly technicalImpact: TechnicalImpact;
  readonly decidedOn: string;
  readonly source: KnownSource;
};

/** From the lowest; each begins at its score. */
const BANDS = [
  ['NONE', 0],
  ['LOW', 0.1],
  ['MEDIUM', 4],
  ['HIGH', 7],
  ['CRITICAL', 9],
] as const;
export type CvssBand = (typeof BANDS)[number][0];
export const CVSS_BANDS: readonly CvssBand[] = BANDS.map(([band]) => band);

/** By the scale of CVSS 3 and 4, whatever word a provider writes beside its score. */
export const bandOf = (score: number): CvssBand => BANDS.findLast(([, from]) => score >= from)?.[0] ?? 'NONE';

export type KnownScore = {
  readonly cve: string;
  readonly cvssVersion: string;
  readonly score: number;
  readonly band: CvssBand;
  readonly vector: string;
  readonly provider: string;
  readonly source: KnownSource;
};

export type KnownProbability = {
  readonly cve: string;
  /** Both from 0 to 1. */
  readonly probability: number;
  readonly percentile: number;
  readonly scoredOn: string;
  readonly source: KnownSource;
};

export type KnownTechnique = {
  readonly techniqueId: string | null;
  readonly name: string;
  /** The weakness that it uses; null for a technique that the publisher names. */
  readonly weakness: string | null;
  readonly source: KnownSource | null;
};

export type KnownFalsePositive = {
  readonly value: string;
  readonly list: string;
  readonly source: KnownSource;
};

/** Each list has at most `MAX_KNOWN` entries, the weightiest first; the count beside it is of all. */
export type Known = {
  readonly exploited: readonly KnownExploited[];
  readonly exploitedCount: number;
  readonly decisions: readonly KnownDecision[];
  readonly decisionCount: number;
  readonly scores: readonly KnownScore[];
  readonly scoreCount: number;
  readonly probabilities: readonly KnownProbability[];
  readonly probabilityCount: number;
  readonly techniques: readonly KnownTechnique[];
  readonly techniqueCount: number;
  readonly falsePositives: readonly KnownFalsePositive[];
  readonly falsePositiveCount: number;
};

export const MAX_KNOWN = 20;

export const NOTHING_KNOWN: Known = {
  exploited: [],
  exploitedCount: 0,
  decisions: [],
  decisionCount: 0,
  scores: [],
  scoreCount: 0,
  probabilities: [],
  probabilityCount: 0,
  techniques: [],
  techniqueCount: 0,
  falsePositives: [],
  falsePositiveCount: 0,
};
