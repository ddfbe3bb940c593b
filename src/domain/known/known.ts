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

export type KnownDecision = {
  readonly cve: string;
  readonly decision: string;
  readonly exploitation: string;
  readonly isAutomatable: boolean;
  readonly technicalImpact: string;
  readonly decidedOn: string;
  readonly source: KnownSource;
};

export type KnownScore = {
  readonly cve: string;
  readonly cvssVersion: string;
  readonly score: number;
  readonly band: string;
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
  readonly id: string | null;
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
