// CSAF 2.0 §6.1.14, 6.1.16-6.1.22 and 6.1.30: the revision history is in order and agrees with the version.

import type { CsafAdvisory } from '../csaf/document.ts';
import { compareVersions as compare, parseVersion as parse, type Version } from '../csaf/version-order.ts';
import type { Finding } from './finding.ts';

type Revision = { readonly version: Version; readonly at: number; readonly index: number };

const TRACKING = '$.document.tracking';
const HISTORY = `${TRACKING}.revision_history`;

export function revisionFindings(advisory: CsafAdvisory): Finding[] {
  const { tracking } = advisory.document;
  const revisions = tracking.revision_history.map(
    (revision, index): Revision => ({
      version: parse(revision.number),
      at: Date.parse(revision.date),
      index,
    }),
  );
  // Revisions of the same instant are ordered by version.
  const byDate = revisions.toSorted((a, b) => a.at - b.at || compare(a.version, b.version));
  const current = parse(tracking.version);
  const isSemantic = current.numbers.length === 3;
  const mixed = revisions.find((revision) => (revision.version.numbers.length === 3) !== isSemantic);
  if (mixed !== undefined) {
    return [
      finding('6.1.30', `${HISTORY}[${mixed.index}].number`, 'integer and semantic versions are mixed'),
    ];
  }
  return [
    ...outOfOrder(byDate),
    ...latest(byDate.at(-1), current, tracking.status),
    ...byStatus(revisions, current, tracking.status),
    ...gaps(byDate, revisions),
  ];
}

function finding(test: string, path: string, message: string): Finding {
  return { test, path, message };
}

function outOfOrder(byDate: readonly Revision[]): Finding[] {
  return byDate.flatMap((revision, at) => {
    const before = byDate[at - 1];
    if (before === undefined || compare(before.version, revision.version) <= 0) return [];
    return [
      finding('6.1.14', `${HISTORY}[${revision.index}].date`, 'dates and version numbers disagree in order'),
    ];
  });
}

/** 6.1.16: build metadata is ignored, and in a draft the pre-release part too. */
function latest(newest: Revision | undefined, current: Version, status: string): Finding[] {
  if (newest === undefined) return [];
  const isSame = newest.version.numbers.every((number, index) => number === current.numbers[index]);
  if (isSame && (status === 'draft' || newest.version.pre === current.pre)) return [];
  const message = `the newest revision is ${newest.version.text}, the document says ${current.text}`;
  return [finding('6.1.16', `${TRACKING}.version`, message)];
}

function byStatus(revisions: readonly Revision[], current: Version, status: string): Finding[] {
  const isUnreleased = (version: Version) => version.numbers[0] === 0;
  const findings: Finding[] = [];
  if (status === 'draft') return findings;
  if (isUnreleased(current) || current.pre !== '')
    findings.push(finding('6.1.17', `${TRACKING}.status`, 'version 0 or a pre-release must be a draft'));
  if (current.pre !== '') {
    findings.push(finding('6.1.20', `${TRACKING}.version`, 'a released document has no pre-release version'));
  }
  for (const { version, index } of revisions) {
    const path = `${HISTORY}[${index}].number`;
    if (isUnreleased(version)) findings.push(finding('6.1.18', path, 'a released document lists version 0'));
    else if (version.pre !== '')
      findings.push(finding('6.1.19', path, 'a revision has a pre-release version'));
  }
  return findings;
}

/** 6.1.21 and 6.1.22: major versions increase by one without gaps, and no version occurs twice. */
function gaps(byDate: readonly Revision[], revisions: readonly Revision[]): Finding[] {
  const majors = [...new Set(byDate.map((revision) => revision.version.numbers[0] ?? 0))];
  const hasGap =
    (majors[0] ?? 0) > 1 || majors.some((major, at) => at > 0 && major - (majors[at - 1] ?? 0) > 1);
  const seen = new Set<string>();
  const twice = revisions.findIndex(({ version: { text } }) => seen.size === seen.add(text).size);
  return [
    ...(hasGap ? [finding('6.1.21', HISTORY, 'a version is missing')] : []),
    ...(twice < 0 ? [] : [finding('6.1.22', `${HISTORY}[${twice}].number`, 'a version is listed twice')]),
  ];
}
