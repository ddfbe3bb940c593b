// A reference set as its source publishes it: one file or many, told apart by their content and not by their names.
import { type JsonLimits, parseJson } from 'stix2-ts/json';
import { isRecord, type JsonRecord } from 'stix2-ts/stix-object';

export type PublishedFile = {
  /** With its folders: some sources name a part of the set by them. */
  readonly name: string;
  /** It may be read from disk each time: ask for it once. */
  readonly text: string;
};

/** Files beside those of the set, such as an index of a repository: how many, and the first. */
export type PassedOver = { readonly count: number; readonly first: string };

/** An entry that is not taken: its key, and its place and what is wrong with it in words. */
export type LeftOut = { readonly key: string; readonly why: string };

/** Counts them. */
export const openPassedOver = () => {
  let found: PassedOver | null = null;
  return {
    note: (name: string): void => {
      found = { count: (found?.count ?? 0) + 1, first: found?.first ?? name };
    },
    all: (): PassedOver | null => found,
  };
};

export type PublishedSet = {
  /** As the data states it. */
  readonly version: string;
  /** Rows by key, as JSON. */
  readonly rows: ReadonlyMap<string, string>;
  /** Whether these are all rows; otherwise the others stay, but for `gone`. */
  readonly isWhole: boolean;
  /** Keys that the files say have no row any more. */
  readonly gone: readonly string[];
  readonly passedOver?: PassedOver | null;
  /** Names of parts that hold nothing that is looked up. */
  readonly unused?: readonly string[];
};

/** Whole catalogues are one file; an operator gives them, and nobody else waits. */
const LIMITS: JsonLimits = {
  depth: 100,
  keys: 20_000_000,
  values: 20_000_000,
  stringLength: 32 * 1024 * 1024,
};

/** The JSON objects of a file: one, or those of a list. Null for a text that is no JSON, or something else. */
export const recordsIn = (text: string): readonly JsonRecord[] | null => {
  if (!/^\s*[[{]/.test(text)) return null;
  const reading = parseJson(text, LIMITS);
  if (!reading.ok) return null;
  const list: readonly unknown[] = Array.isArray(reading.value) ? reading.value : [reading.value];
  return list.every(isRecord) ? list : null;
};
