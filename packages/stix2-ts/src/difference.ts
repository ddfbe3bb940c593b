// The differences between two JSON values for people to read: two versions of an object, or two bundles. Lists are
// aligned on their unchanged elements (objects by id), so that one new element is one change.
import { isSameValue } from './json/same-value.ts';
import { isRecord, type JsonRecord } from './stix-object.ts';
import { stepText } from './validation/run.ts';

export type Change =
  | { readonly change: 'added'; readonly path: string; readonly after: unknown }
  | { readonly change: 'removed'; readonly path: string; readonly before: unknown }
  /** `reordered`: a list with the same elements in a different order. */
  | {
      readonly change: 'changed' | 'reordered';
      readonly path: string;
      readonly before: unknown;
      readonly after: unknown;
    };

export type Difference = {
  /**
   * In the order of the first value's properties, then new ones. Paths are of the second value, of the first if
   * removed.
   */
  readonly changes: readonly Change[];
  /** False when there are more changes than listed. */
  readonly isWhole: boolean;
};

/** The most changes that are listed. */
export const mostChanges = 1_000;

/** Deeper than any accepted document. Below this depth a value changes as a whole. */
const deepest = 200;

export function differenceOf(before: unknown, after: unknown): Difference {
  const changes: Change[] = [];
  const place = { path: '$', depth: 0, changes, numberOf: numbering(), budget: { steps: mostSteps } };
  compare(before, after, place);
  return { changes: changes.slice(0, mostChanges), isWhole: changes.length <= mostChanges };
}

type Place = {
  readonly path: string;
  readonly depth: number;
  readonly changes: Change[];
  readonly numberOf: (value: unknown) => number;
  /** What is left for aligning lists, for the whole difference. */
  readonly budget: { steps: number };
};

function step(place: Place, to: string | number): Place {
  return { ...place, path: place.path + stepText(to), depth: place.depth + 1 };
}

function add(place: Place, change: 'added', after: unknown): void;
function add(place: Place, change: 'removed', before: unknown): void;
function add(place: Place, change: 'changed' | 'reordered', before: unknown, after: unknown): void;
function add({ path, changes }: Place, change: Change['change'], value: unknown, after?: unknown): void {
  // Collects one more than is listed, to know whether there are more.
  if (changes.length > mostChanges) return;
  if (change === 'added') changes.push({ change, path, after: value });
  else if (change === 'removed') changes.push({ change, path, before: value });
  else changes.push({ change, path, before: value, after });
}

function compare(before: unknown, after: unknown, place: Place): void {
  if (place.changes.length > mostChanges) return;
  if (place.depth >= deepest) {
    if (!isSameValue(before, after)) add(place, 'changed', before, after);
  } else if (isRecord(before) && isRecord(after)) compareRecords(before, after, place);
  else if (Array.isArray(before) && Array.isArray(after)) compareLists(before, after, place);
  else if (before !== after) add(place, 'changed', before, after);
}

function compareRecords(before: JsonRecord, after: JsonRecord, place: Place): void {
  for (const [name, value] of Object.entries(before)) {
    if (Object.hasOwn(after, name)) compare(value, after[name], step(place, name));
    else add(step(place, name), 'removed', value);
  }
  for (const [name, value] of Object.entries(after)) {
    if (!Object.hasOwn(before, name)) add(step(place, name), 'added', value);
  }
}

function compareLists(before: readonly unknown[], after: readonly unknown[], place: Place): void {
  const [left, right] = [positionsById(before), positionsById(after)];
  if (left !== null && right !== null) compareById(before, after, left, right, place);
  else compareInOrder(before, after, place);
}

function compareInOrder(before: readonly unknown[], after: readonly unknown[], place: Place): void {
  const [keys, otherKeys] = [
    before.map((each) => place.numberOf(each)),
    after.map((each) => place.numberOf(each)),
  ];
  if (isReordered(keys, otherKeys)) {
    add(place, 'reordered', before, after);
    return;
  }
  let [from, to] = [0, 0];
  for (const [at, other] of [
    ...staying(keys, otherKeys, place.budget),
    [keys.length, otherKeys.length] as const,
  ]) {
    compareGap(before, after, { from, until: at, to, toUntil: other }, place);
    from = at + 1;
    to = other + 1;
  }
}

/** The position of each id, or null unless every element is an object with a unique id. */
function positionsById(list: readonly unknown[]): Map<string, number> | null {
  const positions = new Map<string, number>();
  for (const [at, item] of list.entries()) {
    const id = isRecord(item) ? item['id'] : undefined;
    if (typeof id !== 'string' || positions.has(id)) return null;
    positions.set(id, at);
  }
  return list.length === 0 ? null : positions;
}

/** The order of objects with ids has no meaning in STIX, so it is not compared. */
function compareById(
  before: readonly unknown[],
  after: readonly unknown[],
  left: ReadonlyMap<string, number>,
  right: ReadonlyMap<string, number>,
  place: Place,
): void {
  for (const [id, at] of left) {
    const other = right.get(id);
    if (other === undefined) add(step(place, at), 'removed', before[at]);
    else compare(before[at], after[other], step(place, other));
  }
  for (const [id, at] of right) if (!left.has(id)) add(step(place, at), 'added', after[at]);
}

/** Numbers values so that equal values share a number. Each part of a document is visited once. */
function numbering(): (value: unknown, depth?: number) => number {
  const forms = new Map<string, number>();
  const met = new WeakMap<object, number>();
  const numberOf = (value: unknown, depth = 0): number => {
    const known = typeof value === 'object' && value !== null ? met.get(value) : undefined;
    if (known !== undefined) return known;
    const form =
      depth > deepest ? `unlike any ${forms.size}` : formOf(value, (part) => numberOf(part, depth + 1));
    const number = forms.get(form) ?? forms.size;
    forms.set(form, number);
    if (typeof value === 'object' && value !== null) met.set(value, number);
    return number;
  };
  return numberOf;
}

function formOf(value: unknown, numberOf: (part: unknown) => number): string {
  if (Array.isArray(value)) return `[${value.map(numberOf).join(',')}]`;
  if (!isRecord(value)) return typeof value === 'string' ? JSON.stringify(value) : String(value);
  const members = Object.keys(value).sort();
  return `{${members.map((name) => `${JSON.stringify(name)}:${numberOf(value[name])}`).join(',')}}`;
}

function isReordered(keys: readonly number[], others: readonly number[]): boolean {
  if (keys.length !== others.length || keys.every((key, at) => key === others[at])) return false;
  const sorted = others.toSorted((a, b) => a - b);
  return keys.toSorted((a, b) => a - b).every((key, at) => key === sorted[at]);
}

type Gap = { readonly from: number; readonly until: number; readonly to: number; readonly toUntil: number };

/** Between two unchanged elements: structures are compared pairwise, everything else is removed and added. */
function compareGap(before: readonly unknown[], after: readonly unknown[], gap: Gap, place: Place): void {
  const paired = Math.min(gap.until - gap.from, gap.toUntil - gap.to);
  for (let count = 0; count < Math.max(gap.until - gap.from, gap.toUntil - gap.to); count += 1) {
    const [at, other] = [gap.from + count, gap.to + count];
    if (count < paired && isStructure(before[at]) && isStructure(after[other])) {
      compare(before[at], after[other], step(place, other));
      continue;
    }
    if (at < gap.until) add(step(place, at), 'removed', before[at]);
    if (other < gap.toUntil) add(step(place, other), 'added', after[other]);
  }
}

function isStructure(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

/**
 * The alignment tables of one difference, all together: some milliseconds. Of a list for which too little is left, only the common
 * beginning and end count as unchanged.
 */
const mostSteps = 2_000_000;

/** Pairs of positions of the unchanged elements, in order: a longest common subsequence where affordable. */
function staying(
  keys: readonly number[],
  others: readonly number[],
  budget: { steps: number },
): (readonly [number, number])[] {
  let from = 0;
  while (from < keys.length && from < others.length && keys[from] === others[from]) from += 1;
  let [until, toUntil] = [keys.length, others.length];
  while (until > from && toUntil > from && keys[until - 1] === others[toUntil - 1]) {
    until -= 1;
    toUntil -= 1;
  }
  const head = Array.from({ length: from }, (_, at) => [at, at] as const);
  const tail = Array.from({ length: keys.length - until }, (_, at) => [until + at, toUntil + at] as const);
  const steps = (until - from) * (toUntil - from);
  const isCostly = steps > budget.steps;
  if (!isCostly) budget.steps -= steps;
  const middle = isCostly ? [] : commonPairs(keys.slice(from, until), others.slice(from, toUntil));
  return [...head, ...middle.map(([at, other]) => [from + at, from + other] as const), ...tail];
}

function commonPairs(keys: readonly number[], others: readonly number[]): (readonly [number, number])[] {
  const width = others.length + 1;
  const longest = new Uint32Array((keys.length + 1) * width);
  const at = (row: number, column: number): number => longest[row * width + column] ?? 0;
  for (let row = keys.length - 1; row >= 0; row -= 1) {
    for (let column = others.length - 1; column >= 0; column -= 1) {
      longest[row * width + column] =
        keys[row] === others[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const pairs: (readonly [number, number])[] = [];
  for (let [row, column] = [0, 0]; row < keys.length && column < others.length; ) {
    if (keys[row] === others[column]) pairs.push([row++, column++]);
    else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
    else column += 1;
  }
  return pairs;
}
