// Parses text into a CSAF document (2.0, or 2.1 read as such) that is safe to read: bounded in size and depth, of the right shape, and free of
// the mandatory-test faults that would force a reader to guess.
import { type Problem, problem } from '../../domain/problem.ts';
import { plainIssue } from '../../domain/reading/plain-issue.ts';
import { failedTests } from '../csaf-conformance/conformance.ts';
import type { Finding } from '../csaf-conformance/finding.ts';
import { type ReadScore, scoresRead } from '../csaf-grade/cvss-score.ts';
import { type ReadWord, severityWordsRead } from '../csaf-grade/cvss-words.ts';
import { documentKind } from '../document-kind.ts';
import { asCsaf20, csafVersionOf } from './as-csaf-20.ts';
import { type CsafAdvisory, csafDocument } from './document.ts';

import { tidied } from './tidied.ts';

/** Deeper than any real document: the standard allows 30 nested branches, two levels each. */
const MAX_DEPTH = 90;
const MAX_PROBLEMS = 25;
/** In UTF-16 units. Of CISA's 2,383 advisories the largest has 0.7 million, of Red Hat's VEX files 23 million. */
const MAX_LENGTH = 64_000_000;

export type ParsedAdvisory = {
  readonly advisory: CsafAdvisory;
  /** What was put right, or read as something else; none of it hinders. */
  readonly findings: readonly Problem[];
};

export type Parsed =
  | ({ readonly ok: true } & ParsedAdvisory)
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * `tolerates`: numbers of mandatory tests, such as 6.1.16, that an advisory may fail because a person said so. Of a product
 * that is defined twice the first definition counts; an undefined one is left out.
 */
export function parseCsaf(text: string, tolerates: ReadonlySet<string> = new Set()): Parsed {
  if (text.length > MAX_LENGTH) {
    const message = `Longer than ${MAX_LENGTH} characters.`;
    return refusal([problem('CSAF_TOO_LARGE', '$', message, 'Split the advisory by product family.')]);
  }
  const parsed = parseJson(text);
  const unread = parsed === undefined ? notJson() : unreadable(parsed);
  if (unread !== null) return refusal([unread]);
  if (STIX.has(documentKind(parsed) ?? '')) return refusal([isStix()]);
  const { value, spaces, zones } = tidied(parsed);
  const isNewer = csafVersionOf(value) === '2.1';
  const asOf20 = isNewer ? asCsaf20(value) : value;
  const holder = isNewer ? 'metrics[N].content' : 'scores[N]';
  const scores = scoresRead(asOf20, holder);
  const words = severityWordsRead(asOf20, holder);
  const shaped = csafDocument.safeParse(asOf20);
  if (!shaped.success) {
    const remedy = `Check against the CSAF ${isNewer ? '2.1' : '2.0'} schema.`;
    return refusal(
      shaped.error.issues.map((issue) =>
        problem('CSAF_INVALID', jsonPath(issue.path), plainIssue(issue.message), remedy),
      ),
    );
  }
  const failed = failedTests(shaped.data);
  const grave = failed.filter(({ test }) => !tolerates.has(test));
  if (grave.length > 0) return refusal(grave.map(testFailed));
  const findings = [
    ...(isNewer ? [readAs20()] : []),
    ...spacesRemoved(spaces),
    ...zonesAdded(zones),
    ...scoresPutRight(scores),
    ...wordsRead(words),
    ...failed.slice(0, MAX_PROBLEMS).map(testTolerated),
  ];
  return { ok: true, advisory: shaped.data, findings };
}

const STIX = new Set<string>(['stix-bundle', 'stix-object']);

function isStix(): Problem {
  return problem(
    'CSAF_INVALID',
    '$',
    'This is STIX, and no CSAF advisory.',
    'Publish it with a warning: put the bundle under `bundle:` of a draft (tocsin warning new). A catalogue such as ATT&CK: tocsin import stix FILE --name NAME',
  );
}

function notJson(): Problem {
  return problem('CSAF_NOT_JSON', '$', 'This is not JSON.', 'Send the CSAF document as it was published.');
}

/** Why a JSON value is no advisory that can be read, or null. */
function unreadable(value: unknown): Problem | null {
  if (isTooDeep(value))
    return problem('CSAF_TOO_DEEP', '$', `Nested deeper than ${MAX_DEPTH}.`, 'Flatten the product tree.');
  const other = otherFileOf(value);
  if (other === null) return null;
  const remedy = 'Nothing; the advisories beside it are read.';
  return problem('CSAF_OTHER_FILE', '$', `This is no advisory but ${other}.`, remedy);
}

function testFailed({ test, path, message }: Finding): Problem {
  return problem(
    'CSAF_TEST_FAILED',
    path,
    `CSAF 2.0 test ${test}: ${message}.`,
    `Ask the issuing party to correct it, or take such advisories with --tolerate ${test}.`,
  );
}

function testTolerated({ test, path, message }: Finding): Problem {
  const remedy = 'Look at the warning before you announce it.';
  return problem(
    'CSAF_TEST_TOLERATED',
    path,
    `CSAF 2.0 test ${test}: ${message}. Taken, as you said.`,
    remedy,
  );
}

/** What a provider's folder holds beside its advisories (CSAF 2.0 §7.1), or null. */
function otherFileOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || 'document' in value) return null;
  if ('canonical_url' in value && 'metadata_version' in value) return "a provider's metadata";
  if ('aggregator' in value && 'aggregator_version' in value) return 'a list of providers';
  if ('feed' in value && isObjectWith(value.feed, 'entry')) return 'a ROLIE feed';
  if ('service' in value && isObjectWith(value.service, 'workspace')) return 'a ROLIE service document';
  return 'categories' in value && isObjectWith(value.categories, 'category')
    ? 'a ROLIE category document'
    : null;
}

function isObjectWith(value: unknown, key: string): boolean {
  return typeof value === 'object' && value !== null && key in value;
}

function readAs20(): Problem {
  return problem(
    'CSAF_NEWER_VERSION',
    '$.document.csaf_version',
    'This is CSAF 2.1. What it shares with 2.0 is read, its metrics, CWEs and product paths too; tests that are new in 2.1 are not run.',
    'Compare the warning with the advisory; there is nothing else to do.',
  );
}

function zonesAdded(paths: readonly string[]): Problem[] {
  const [first] = paths;
  if (first === undefined) return [];
  return [
    problem(
      'CSAF_DATE_WITHOUT_ZONE',
      first,
      `${paths.length === 1 ? 'A date has no time zone, and is' : `${paths.length} dates have no time zone, and are`} read as UTC.`,
      'Nothing; the issuing party may want to know.',
    ),
  ];
}

function spacesRemoved(paths: readonly string[]): Problem[] {
  const [first] = paths;
  if (first === undefined) return [];
  const count = paths.length === 1 ? 'an id or address' : `${paths.length} ids and addresses`;
  return [
    problem(
      'CSAF_SPACES_REMOVED',
      first,
      `Stray white space was removed from ${count}.`,
      'Nothing; the issuing party may want to know.',
    ),
  ];
}

function scoresPutRight(scores: readonly ReadScore[]): Problem[] {
  const [first] = scores;
  if (first === undefined) return [];
  const { path, was, is } = first;
  const others = scores.length === 1 ? '' : ` So are ${scores.length - 1} more scores.`;
  return [
    problem(
      'CSAF_SCORE_READ',
      path,
      `The score ${was.toFixed(1)} contradicts its vector, and is read as ${is.toFixed(1)}, which the vector says (CSAF 2.0 test 6.1.9).${others}`,
      'Compare the grade with the advisory; the issuing party may want to know.',
    ),
  ];
}

function wordsRead(words: readonly ReadWord[]): Problem[] {
  const [first] = words;
  if (first === undefined) return [];
  const { path, was, is } = first;
  const others = words.length === 1 ? '' : ` So are ${words.length - 1} more words for a score.`;
  return [
    problem(
      'CSAF_SEVERITY_READ',
      path,
      `“${was.slice(0, MAX_WORD)}” is no word of CVSS for a score, and is read as ${is}.${others}`,
      'Nothing, the score decides; the issuing party may want to know.',
    ),
  ];
}

const MAX_WORD = 40;

function refusal(problems: readonly Problem[]): Parsed {
  return { ok: false, problems: problems.slice(0, MAX_PROBLEMS) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text);
  } catch (error) {
    // JSON.parse throws nothing else. Text that is not JSON is refused; it is not an incident.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function isTooDeep(root: unknown): boolean {
  let level: unknown[] = [root];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MAX_DEPTH) return true;
    level = level.flatMap((value) =>
      typeof value === 'object' && value !== null ? Object.values(value) : [],
    );
  }
  return false;
}

function jsonPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, step) => text + (typeof step === 'number' ? `[${step}]` : `.${String(step)}`),
    '$',
  );
}
