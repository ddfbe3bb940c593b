// Dates of release that are still to come. Nothing is released in the future: such a date is a slip of its issuer, would stand before
// everything that is newer, and 9999 leaves no room for a next version. It is read as the time at which it is read.
import { type Problem, problem } from '../../domain/problem.ts';
import type { CsafAdvisory } from '../csaf/document.ts';

/** Clocks differ, and some write local time as UTC. */
const TOLERATED_MS = 24 * 60 * 60 * 1_000;

type Dated = { readonly advisory: CsafAdvisory; readonly findings: readonly Problem[] };

export const withoutDatesAhead = <Parsed extends Dated>(parsed: Parsed, now: Date): Parsed => {
  const { document } = parsed.advisory;
  const { tracking } = document;
  const isAhead = (date: string): boolean => Date.parse(date) > now.getTime() + TOLERATED_MS;
  const ahead = (['current_release_date', 'initial_release_date'] as const).filter((name) =>
    isAhead(tracking[name]),
  );
  const [first] = ahead;
  if (first === undefined) return parsed;
  const read = Object.fromEntries(ahead.map((name) => [name, now.toISOString()]));
  const advisory = {
    ...parsed.advisory,
    document: { ...document, tracking: { ...tracking, ...read } },
  };
  const finding = problem(
    'CSAF_DATE_AHEAD',
    `$.document.tracking.${first}`,
    `${tracking[first]} is still to come, and is read as now.`,
    'Nothing; the issuing party may want to know.',
  );
  return { ...parsed, advisory, findings: [...parsed.findings, finding] };
};
