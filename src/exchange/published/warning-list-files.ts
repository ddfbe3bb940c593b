// MISP's warning lists by their own names. A list is a file of its own, so that each can be added, renewed and removed without
// the others: MISP publishes them as `lists/NAME/list.json`.
import { isRecord, textOf } from 'stix2-ts/stix-object';
import { readWarningLists, type WarningList } from '../warning-lists.ts';
import {
  openPassedOver,
  type PassedOver,
  type PublishedFile,
  type PublishedSet,
  recordsIn,
} from './published-file.ts';

export type NamedList = { readonly id: string; readonly text: string; readonly version: string };

export type FoundLists = { readonly lists: readonly NamedList[]; readonly passedOver: PassedOver | null };

/** What is no list is passed over and counted. Null where none is one. */
export const readListFiles = (files: readonly PublishedFile[]): FoundLists | null => {
  const others = openPassedOver();
  const lists = files.flatMap((file): NamedList[] => {
    const list = listIn(file);
    if (list === null) others.note(file.name);
    return list === null ? [] : [list];
  });
  return lists.length === 0 ? null : { lists, passedOver: others.all() };
};

const listIn = (file: PublishedFile): NamedList | null => {
  const { text } = file;
  const [list, ...others] = recordsIn(text) ?? [];
  if (list === undefined || others.length > 0 || !isRecord(list) || !Array.isArray(list['list'])) return null;
  if (textOf(list, 'name') === undefined || textOf(list, 'type') === undefined) return null;
  return { id: listIdOf(file.name), text, version: String(list['version'] ?? '') };
};

/** Lists that hold nothing that is looked up: those of regular expressions, above all. */
export const unusedAmong = (lists: readonly NamedList[]): string[] =>
  lists.filter(({ id, text }) => readWarningLists(new Map([[id, text]])).size === 0).map(({ id }) => id);

/** `lists/tor-exit/list.json` and `tor-exit.json` are both `tor-exit`. */
export const listIdOf = (file: string): string => {
  const parts = file.split(/[/\\]/);
  const last = (parts.at(-1) ?? '').replace(/\.json(?:\.gz)?$/i, '');
  return last === 'list' ? (parts.at(-2) ?? last) : last;
};

/** The set with these lists in place of what it held under their names, and without those that are removed. */
export const withLists = (
  held: ReadonlyMap<string, string>,
  lists: readonly NamedList[],
  removed: readonly string[],
): PublishedSet => {
  const replaced = new Set([...removed, ...lists.map(({ id }) => id)]);
  const rows = new Map<string, readonly WarningList[]>();
  for (const [key, row] of held) {
    const kept = (JSON.parse(row) as readonly WarningList[]).filter(({ id }) => !replaced.has(id));
    if (kept.length > 0) rows.set(key, kept);
  }
  for (const [key, added] of readWarningLists(new Map(lists.map(({ id, text }) => [id, text])))) {
    rows.set(
      key,
      [...(rows.get(key) ?? []), ...added].toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    );
  }
  const version =
    lists
      .map((list) => list.version)
      .sort()
      .at(-1) ?? '';
  return {
    version,
    rows: new Map([...rows].map(([key, value]) => [key, JSON.stringify(value)])),
    isWhole: true,
    gone: [],
  };
};

/** The names of the lists that the rows of the set are from. */
export const listIdsIn = (held: ReadonlyMap<string, string>): ReadonlySet<string> =>
  new Set(
    [...held.values()].flatMap((row) => (JSON.parse(row) as readonly WarningList[]).map(({ id }) => id)),
  );
