// Severity, urgency and certainty (CAP 1.2) from CVSS scores and from what the advisory says about exploitation.
import type { Certainty, Severity, Urgency } from '../../domain/warning.ts';
import type { CsafAdvisory } from './document.ts';

export type Exploitation = 'active' | 'public' | 'none' | 'unknown';

export type Grading = {
  readonly severity: Severity;
  readonly urgency: Urgency;
  readonly certainty: Certainty;
  readonly exploitation: Exploitation;
  /** The highest CVSS base score (v3 before v2), or null. */
  readonly cvss: number | null;
};

const ACTIVE =
  /\b(actively exploited|active exploitation|exploited in the wild|is being exploited|known to be exploited|has been exploited|known public exploitation)\b/i;
const PUBLIC =
  /\b(public(ly)? (available )?(exploits?|proof)|exploits? (is|are) (publicly |now )?(available|known)|proof[- ]of[- ]concept)\b/i;
const DENIED =
  /\b(no|not|not aware of( any)?|without( any)?)\b[^.;]{0,60}\b(exploit(s|ed|ation)?|proof[- ]of[- ]concept)\b/i;

export function gradingOf(advisory: CsafAdvisory, knownExploited: ReadonlySet<string> = new Set()): Grading {
  const vulnerabilities = advisory.vulnerabilities ?? [];
  const isKnown = vulnerabilities.some(({ cve }) => cve !== undefined && knownExploited.has(cve));
  const exploitation = isKnown ? 'active' : exploitationOf(advisory);
  const cvss = highestScore(advisory);
  const severity =
    cvss === null ? severityOfText(advisory.document.aggregate_severity?.text) : severityOfScore(cvss);
  return {
    severity,
    urgency: urgencyOf(severity, exploitation),
    certainty: CERTAINTY[exploitation],
    exploitation,
    cvss,
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

function highestScore(advisory: CsafAdvisory): number | null {
  const scores = (advisory.vulnerabilities ?? []).flatMap((vulnerability) => vulnerability.scores ?? []);
  const v3 = scores.flatMap((score) => score.cvss_v3?.baseScore ?? []);
  const v2 = scores.flatMap((score) => score.cvss_v2?.baseScore ?? []);
  const chosen = v3.length > 0 ? v3 : v2;
  return chosen.length === 0 ? null : Math.max(...chosen);
}

/** CVSS bands (3.1 §5): critical from 9.0, high from 7.0, medium from 4.0, low above 0. */
function severityOfScore(score: number): Severity {
  if (score >= 9) return 'EXTREME';
  if (score >= 7) return 'SEVERE';
  if (score >= 4) return 'MODERATE';
  return score > 0 ? 'MINOR' : 'UNKNOWN';
}

const WORDS: readonly (readonly [RegExp, Severity])[] = [
  [/critical|extreme|very high/i, 'EXTREME'],
  [/high|important|severe/i, 'SEVERE'],
  [/medium|moderate/i, 'MODERATE'],
  [/low|minor/i, 'MINOR'],
];

function severityOfText(text: string | undefined): Severity {
  return WORDS.find(([word]) => text !== undefined && word.test(text))?.[1] ?? 'UNKNOWN';
}

function exploitationOf(advisory: CsafAdvisory): Exploitation {
  const notes = (advisory.document.notes ?? []).filter((note) => note.category !== 'legal_disclaimer');
  const threats = (advisory.vulnerabilities ?? []).flatMap((vulnerability) => vulnerability.threats ?? []);
  const status = threats
    .filter((threat) => threat.category === 'exploit_status')
    .map((threat) => threat.details);
  const sentences = [...notes.map((note) => note.text), ...status].flatMap((text) =>
    text.split(/(?<=[.!?])\s+|\n/),
  );
  const positive = sentences.filter((sentence) => !DENIED.test(sentence));
  if (positive.some((sentence) => ACTIVE.test(sentence))) return 'active';
  if (positive.some((sentence) => PUBLIC.test(sentence))) return 'public';
  return sentences.some((sentence) => DENIED.test(sentence)) ? 'none' : 'unknown';
}
