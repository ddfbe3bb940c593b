// What speaks against taking a whole set in place of the one that is loaded: it is cut off, older, of a day to come, or takes away
// much of what is known. A person may take it nevertheless.
import { type Problem, problem } from '../../domain/problem.ts';
import type { Loaded, ReadSet } from './sources.ts';

/** A catalogue loses single entries: so many, or of a large one this share. */
const MOST_GONE = 10;
const MOST_SHARE_GONE = 0.02;
const DAY_MS = 24 * 3_600_000;

/** The last day that has begun somewhere, as YYYY-MM-DD. */
export const lastDayOf = (now: Date): string =>
  new Date(now.getTime() + DAY_MS).toISOString().slice(0, 'YYYY-MM-DD'.length);

/** `hasParts`: made of lists that each lose much of themselves from day to day. */
export const doubtsOf = (
  read: ReadSet,
  { loaded, hasParts }: { readonly loaded: Loaded; readonly hasParts: boolean },
  now: Date,
): Problem[] => {
  const { version, counted } = read;
  const loss = hasParts ? null : lossDoubt(read, loaded.held);
  const doubts = [countDoubt(counted), versionDoubt(version, loaded.version, now), loss];
  return doubts.flatMap((doubt) => (doubt === null ? [] : [doubted(doubt)]));
};

const doubted = (what: string): Problem =>
  problem(
    'SET_DOUBTFUL',
    '$',
    `${what} The loaded set stays.`,
    'Get the file anew from its source. If you have made sure that it is right, take it by `--replace`; `--dry-run` says what would change.',
  );

const countDoubt = (counted: ReadSet['counted']): string | null =>
  counted === undefined || counted.stated === null || counted.stated === counted.found
    ? null
    : `It says that it has ${counted.stated} entries, and has ${counted.found}.`;

const versionDoubt = (version: string, held: string, now: Date): string | null => {
  const [given, loaded] = [numbersOf(version), numbersOf(held)];
  if (!given.has('') && loaded.has('')) return `It does not say which version it is; ${held} is loaded.`;
  const isOlder = [...loaded].some(([part, numbers]) => isLess(given.get(part) ?? numbers, numbers));
  if (isOlder) return `It is of version ${version}, which is older than ${held}, the one that is loaded.`;
  const [year = 0, month = 0, day = 0] = given.get('') ?? [];
  const isToCome = year >= 1_000 && Date.UTC(year, month - 1, day) > now.getTime() + DAY_MS;
  return isToCome ? `It is of version ${version}, a day that has not come.` : null;
};

/** What is known of an entry that is left out stays: it is not lost. */
const lossDoubt = ({ rows, leftOut = [] }: ReadSet, held: Loaded['held']): string | null => {
  const staying = new Set(leftOut.map(({ key }) => key));
  const gone = [...held.keys()].filter((key) => !rows.has(key) && !staying.has(key)).length;
  return gone > Math.max(MOST_GONE, held.size * MOST_SHARE_GONE)
    ? `It would take away ${gone} of ${held.size} entries.`
    : null;
};

/** The numbers of each part by its name: `3.9 (a commit); ATT&CK 18.1` has `3.9` of no name. */
const numbersOf = (version: string): ReadonlyMap<string, readonly number[]> =>
  new Map(
    version.split('; ').flatMap((part) => {
      const isNamed = !/^v?\d/.test(part);
      const at = isNamed ? part.lastIndexOf(' ') : -1;
      const found = /^v?(\d+(?:[.-]\d+)*)/.exec(part.slice(at + 1));
      const name = isNamed ? part.slice(0, Math.max(0, at)) : '';
      return found === null ? [] : [[name, (found[1] ?? '').split(/[.-]/).map(Number)] as const];
    }),
  );

const isLess = (one: readonly number[], other: readonly number[]): boolean => {
  const at = one.findIndex((number, index) => number !== other[index]);
  return at === -1 ? one.length < other.length : (one[at] ?? 0) < (other[at] ?? 0);
};
