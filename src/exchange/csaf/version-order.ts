// The order of an advisory's states: by `tracking.version` (CSAF 2.0 §3.1.11: an integer, or semantic versioning), then by
// release date.

export type Version = { readonly numbers: readonly number[]; readonly pre: string; readonly text: string };

/** What a state of an advisory says of its place among the others; `date` is an instant. */
export type AdvisoryState = { readonly version: string; readonly date: string };

export function parseVersion(text: string): Version {
  const [core = '', ...pre] = text.split('+')[0]?.split('-') ?? [];
  return { numbers: core.split('.').map(Number), pre: pre.join('-'), text };
}

/** Negative when `a` is the older version. */
export function compareVersions(a: Version, b: Version): number {
  for (const [index, number] of a.numbers.entries()) {
    const difference = number - (b.numbers[index] ?? 0);
    if (difference !== 0) return difference;
  }
  if (a.pre === b.pre) return 0;
  if (a.pre === '' || b.pre === '') return a.pre === '' ? 1 : -1;
  return comparePre(a.pre, b.pre);
}

/** Semantic versioning 2.0 §11.4: part by part, numbers as numbers and below words, and of equal parts more are newer. */
function comparePre(a: string, b: string): number {
  const [ones, others] = [a.split('.'), b.split('.')];
  for (const [index, one] of ones.entries()) {
    const other = others[index];
    if (other === undefined) return 1;
    if (one === other) continue;
    const [isNumber, isOtherNumber] = [one, other].map((part) => /^\d+$/.test(part));
    if (isNumber && isOtherNumber && Number(one) !== Number(other)) return Number(one) - Number(other);
    if (isNumber !== isOtherNumber) return isNumber ? -1 : 1;
    return one < other ? -1 : 1;
  }
  return ones.length - others.length;
}

/** Negative when `a` is the older state. Of an integer and a semantic version only the first number is compared. */
export function compareStates(a: AdvisoryState, b: AdvisoryState): number {
  const [one, other] = [parseVersion(a.version), parseVersion(b.version)];
  const isMixed = one.numbers.length !== other.numbers.length;
  const byVersion = isMixed ? (one.numbers[0] ?? 0) - (other.numbers[0] ?? 0) : compareVersions(one, other);
  return byVersion !== 0 ? byVersion : Date.parse(a.date) - Date.parse(b.date);
}
