// Parses text into a CSAF 2.0 document that is safe to read: bounded in size and depth, of the right shape, and free of
// the mandatory-test faults that would force a reader to guess.
import { type Problem, problem } from '../../domain/problem.ts';
import { failedTests } from '../csaf-conformance/conformance.ts';
import { type CsafAdvisory, csafDocument } from './document.ts';

/** Deeper than any real document: the standard allows 30 nested branches, two levels each. */
const MAX_DEPTH = 90;
const MAX_PROBLEMS = 25;
/** In UTF-16 units. The largest of CISA's 2,383 advisories has 0.7 million. */
const MAX_LENGTH = 20_000_000;

export type Parsed =
  | { readonly ok: true; readonly advisory: CsafAdvisory }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export function parseCsaf(text: string): Parsed {
  if (text.length > MAX_LENGTH) {
    return refusal([
      problem(
        'CSAF_TOO_LARGE',
        '$',
        `Longer than ${MAX_LENGTH} characters.`,
        'Split the advisory by product family.',
      ),
    ]);
  }
  const value = parseJson(text);
  if (value === undefined) {
    return refusal([
      problem('CSAF_NOT_JSON', '$', 'This is not JSON.', 'Send the CSAF document as it was published.'),
    ]);
  }
  if (isTooDeep(value)) {
    return refusal([
      problem('CSAF_TOO_DEEP', '$', `Nested deeper than ${MAX_DEPTH}.`, 'Flatten the product tree.'),
    ]);
  }
  const shaped = csafDocument.safeParse(value);
  if (!shaped.success) {
    return refusal(
      shaped.error.issues.map((issue) =>
        problem(
          'CSAF_INVALID',
          jsonPath(issue.path),
          `${issue.message}.`,
          'Check against the CSAF 2.0 schema.',
        ),
      ),
    );
  }
  const failed = failedTests(shaped.data);
  if (failed.length > 0) {
    return refusal(
      failed.map(({ test, path, message }) =>
        problem(
          'CSAF_TEST_FAILED',
          path,
          `CSAF 2.0 test ${test}: ${message}.`,
          'Ask the issuing party to correct it.',
        ),
      ),
    );
  }
  return { ok: true, advisory: shaped.data };
}

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
