// A warning or a best practice, which share one path through the hub: what a publisher writes and a reader is shown.
import type { Level } from './answer/asking.ts';
import type { Audience } from './audience.ts';
import type { Handling } from './handling.ts';
import type { StatedHandling } from './iep/stated-handling.ts';
import type { EffectiveTlp, Tlp } from './marking.ts';
import type { KindName } from './member.ts';

/** CAP 1.2 (OASIS, 2010) §3.2.2. */
export const URGENCIES = ['IMMEDIATE', 'EXPECTED', 'FUTURE', 'PAST', 'UNKNOWN'] as const;
export const SEVERITIES = ['EXTREME', 'SEVERE', 'MODERATE', 'MINOR', 'UNKNOWN'] as const;
export const CERTAINTIES = ['OBSERVED', 'LIKELY', 'POSSIBLE', 'UNLIKELY', 'UNKNOWN'] as const;
export const MESSAGE_TYPES = ['ALERT', 'UPDATE', 'CANCEL'] as const;
export const PRACTICE_KINDS = [
  'MEASURE',
  'PLAYBOOK',
  'GUIDELINE',
  'TEMPLATE',
  'LESSON',
  'POLICY_OR_LAW',
  'TRAINING',
] as const;
export type Urgency = (typeof URGENCIES)[number];
export type Severity = (typeof SEVERITIES)[number];
export type Certainty = (typeof CERTAINTIES)[number];
export type MessageType = (typeof MESSAGE_TYPES)[number];
export type PracticeKind = (typeof PRACTICE_KINDS)[number];

export const ITEM_KINDS = ['WARNING', 'PRACTICE'] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

export type Action = { readonly text: string; readonly by: string | null };

/** Whom to call: a name or desk, a number, and its hours. */
export type ContactPoint = { readonly name: string; readonly number: string; readonly hours: string };

export type Translation = {
  readonly language: string;
  readonly headline: string;
  readonly summary: string;
  readonly actions: readonly string[];
};

export type ExternalReference = {
  readonly source: string;
  readonly id: string | null;
  readonly url: string | null;
};

/** What both kinds have. Instants are ISO 8601 in UTC, languages BCP 47. */
type DraftCommon = {
  readonly headline: string;
  readonly summary: string;
  readonly language: string;
  readonly translations: readonly Translation[];
  /** The hub's sectors, and countries as ISO 3166-1 alpha-2, that it is about, as its publisher states them. */
  readonly sectorsConcerned: readonly string[];
  readonly countriesConcerned: readonly string[];
  readonly marking: Tlp;
  /** How it may be used; nothing is said where it is absent or null. A correction that leaves it out keeps it. */
  readonly handling?: StatedHandling | null;
  readonly audience: Audience;
  readonly allowEmptyAudience: boolean;
  readonly exercise: string | null;
  /** The parsed STIX bundle, or null: the hub then makes the report and its objects. */
  readonly bundle: unknown;
  readonly externalReferences: readonly ExternalReference[];
};

export type WarningDraft = DraftCommon & {
  readonly kind: 'WARNING';
  readonly actions: readonly Action[];
  readonly contacts: readonly ContactPoint[];
  readonly urgency: Urgency;
  readonly severity: Severity;
  readonly certainty: Certainty;
  readonly validUntil: string | null;
  /** INFORMATION when absent. */
  readonly level?: Level;
  /** ISO 8601; by when an answer is asked for. */
  readonly answerBy?: string | null;
};

export type PracticeDraft = DraftCommon & {
  readonly kind: 'PRACTICE';
  readonly practiceKind: PracticeKind;
  readonly problem: string;
  readonly steps: readonly string[];
  readonly evidence: string | null;
  readonly limits: string | null;
  readonly licence: string | null;
  readonly reviewDue: string | null;
};

export type Draft = WarningDraft | PracticeDraft;

export type PublisherSummary = {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly kind: KindName;
  readonly country: string;
};

/** What is left of a warning that was recalled, or that somebody no longer has. Why is the `cancelReason`. */
export type Recall = {
  /** Id of what is to be removed. */
  readonly warning: string;
  readonly whatToDo: string;
  /** Whether others keep it: the publisher narrowed it. */
  readonly isNarrowed: boolean;
};

/** What is shown of one version, as stored: nothing in it depends on the reader. */
export type Summary = {
  readonly id: string;
  readonly version: number;
  readonly kind: ItemKind;
  readonly messageType: MessageType;
  readonly headline: string;
  readonly summary: string;
  readonly language: string;
  readonly translations: readonly Translation[];
  readonly actions: readonly Action[];
  readonly contacts: readonly ContactPoint[];
  readonly urgency: Urgency;
  readonly severity: Severity;
  readonly certainty: Certainty;
  readonly validUntil: string | null;
  /** Absent means INFORMATION. */
  readonly level?: Level;
  /** ISO 8601 in UTC; absent where no answer is asked for. */
  readonly answerBy?: string;
  /** Never computed from the audience, which is nobody's but the publisher's. */
  readonly sectorsConcerned: readonly string[];
  readonly countriesConcerned: readonly string[];
  readonly tlp: EffectiveTlp;
  readonly statements: readonly string[];
  /** Absent where nothing is stated. */
  readonly handling?: Handling;
  /** What its publisher stated of `handling` with it, beside what its objects say; absent where it stated nothing. */
  readonly statedHandling?: StatedHandling;
  readonly exercise: string | null;
  readonly publisher: PublisherSummary;
  readonly publishedAt: string;
  readonly updatedAt: string;
  /** When the hub took this version in, where that is not `updatedAt`: an import keeps its producer's dates. */
  readonly takenAt?: string;
  /** The producer's date of this version, if it differs from the hub's (CSAF revisions may go back in date). */
  readonly sourceModified: string | null;
  /** Who issued it elsewhere, where its publisher only brought it here; absent where it speaks for itself. */
  readonly issuer?: string;
  readonly cancelReason: string | null;
  /** Set on a recall: nothing else in it is of the warning that is recalled. */
  readonly recall?: Recall;
  /** What it changes of the version before, as sentences; absent in a first version and in those of older releases. */
  readonly changes?: readonly string[];
  /** Set where it was made by narrowing; see `isNarrowing` of reading/changes.ts for the versions of older hubs. */
  readonly isNarrowing?: true;
  readonly report: string;
  readonly objectCount: number;
  readonly cves: readonly string[];
  readonly externalReferences: readonly ExternalReference[];
  readonly practice: {
    readonly kind: PracticeKind;
    readonly problem: string;
    readonly steps: readonly string[];
    readonly evidence: string | null;
    readonly limits: string | null;
    readonly licence: string | null;
    readonly reviewDue: string | null;
  } | null;
};
