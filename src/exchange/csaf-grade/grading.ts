// The one place that grades an advisory: severity, urgency and certainty (CAP 1.2) from the status of its products, its
// scores or severity words, and what is known about exploitation.
import type { Certainty, Severity, Urgency } from '../../domain/warning.ts';
import type { CsafAdvisory, CsafVulnerability } from '../csaf/document.ts';
import { type Exploitation, exploitationOf } from './exploitation.ts';
import { affectsNothing, countingVulnerabilities, standingOf } from './product-standing.ts';
import { severityOfScore, severityOfText } from './severity-words.ts';

export type Grading = {
  readonly severity: Severity;
  readonly urgency: Urgency;
  readonly certainty: Certainty;
  readonly exploitation: Exploitation;
  /** The highest CVSS base score, or null. */
  readonly cvss: number | null;
  /** Each vulnerability has the status `known_not_affected` for all products: there is nothing to be alarmed about. */
  readonly affectsNothing: boolean;
};

/** CAP 1.2: minimal threat; no action is required any more; not expected to occur. */
const NOTHING: Grading = {
  severity: 'MINOR',
  urgency: 'PAST',
  certainty: 'UNLIKELY',
  exploitation: 'none',
  cvss: null,
  affectsNothing: true,
};

/** `knownExploited`: CVEs that a catalogue lists as exploited. */
export function gradingOf(advisory: CsafAdvisory, knownExploited: ReadonlySet<string> = new Set()): Grading {
  if (affectsNothing(advisory)) return NOTHING;
  const counting = countingVulnerabilities(advisory);
  const isKnown = counting.some(({ cve }) => cve !== undefined && knownExploited.has(cve));
  const exploitation = isKnown ? 'active' : exploitationOf(advisory);
  const cvss = highestScore(counting);
  const severity = cvss === null ? statedSeverity(advisory, counting) : severityOfScore(cvss);
  return {
    severity,
    urgency: urgencyOf(severity, exploitation),
    certainty: CERTAINTY[exploitation],
    exploitation,
    cvss,
    affectsNothing: false,
  };
}

const CERTAINTY: Readonly<Record<Exploitation, Certainty>> = {
  active: 'OBSERVED',
  public: 'LIKELY',
  none: 'POSSIBLE',
  unknown: 'POSSIBLE',
};

function urgencyOf(severity: Severity, exploitation: Exploitation): Urgency {
  if (exploitation === 'active') return 'IMMEDIATE';
  if (severity === 'UNKNOWN') return 'UNKNOWN';
  return exploitation === 'public' || severity === 'EXTREME' || severity === 'SEVERE' ? 'EXPECTED' : 'FUTURE';
}

/** The worst of all vulnerabilities. */
function highestScore(counting: readonly CsafVulnerability[]): number | null {
  const scores = counting.flatMap((vulnerability) => scoreOf(vulnerability) ?? []);
  return scores.length === 0 ? null : scores.reduce((worst, each) => Math.max(worst, each), 0);
}

/**
 * By version 3 of CVSS, else 4, else 2: of each vulnerability apart, since an advisory may score one by 3 and another by 4
 * alone.
 */
function scoreOf(vulnerability: CsafVulnerability): number | null {
  const isAboutAffected = standingOf(vulnerability);
  const all = vulnerability.scores ?? [];
  const affected = all.filter(({ products }) => isAboutAffected(products));
  // Scores that name only what is not affected still tell how bad it is for the others, which have none of their own.
  const scores = affected.length > 0 ? affected : all;
  const v3 = scores.flatMap((score) => score.cvss_v3?.baseScore ?? []);
  const v4 = scores.flatMap((score) => score.cvss_v4?.baseScore ?? []);
  const v2 = scores.flatMap((score) => score.cvss_v2?.baseScore ?? []);
  const chosen = [v3, v4, v2].find((each) => each.length > 0);
  return chosen === undefined ? null : chosen.reduce((worst, each) => Math.max(worst, each), 0);
}

/** Issuers that rate chance and damage apart (NCSC-NL) put the damage into a note of this title. */
const DAMAGE_TITLE = /^(schade|damage|impact|severity|schweregrad|gravité)$/i;

const ORDER: readonly Severity[] = ['EXTREME', 'SEVERE', 'MODERATE', 'MINOR'];

/** The issuer's word for the whole, else the worst of its words for one vulnerability. */
function statedSeverity(advisory: CsafAdvisory, counting: readonly CsafVulnerability[]): Severity {
  const whole = severityOfText(advisory.document.aggregate_severity?.text);
  if (whole !== 'UNKNOWN') return whole;
  const impacts = counting.flatMap((vulnerability) =>
    (vulnerability.threats ?? []).filter(({ category, details }) => category === 'impact' && isWord(details)),
  );
  const notes = (advisory.document.notes ?? []).filter(
    ({ title, text }) => DAMAGE_TITLE.test(title?.trim() ?? '') && isWord(text),
  );
  const stated = [...impacts.map(({ details }) => details), ...notes.map(({ text }) => text)].map(
    severityOfText,
  );
  return ORDER.find((severity) => stated.includes(severity)) ?? 'UNKNOWN';
}

/** "Important" is a rating; "Elevation of Privilege" and a whole sentence are not. */
function isWord(text: string): boolean {
  return text.trim().split(/\s+/).length <= 2;
}
