// Reads what is needed of a STIX object as its producer wrote it. Nothing in it is trusted to have any form.

export type Raw = Readonly<Record<string, unknown>>;

export const rawOf = (value: unknown): Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Raw) : {};

export const textOf = (raw: Raw, name: string): string | null => {
  const value = raw[name];
  return typeof value === 'string' && value !== '' ? value : null;
};

export const textsOf = (raw: Raw, name: string): string[] => {
  const value = raw[name];
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
};

/** What people call it: its name, or the value of an observable, or its type. */
export const titleOf = (raw: Raw): string =>
  textOf(raw, 'name') ??
  textOf(raw, 'value') ??
  textOf(raw, 'path') ??
  textOf(raw, 'abstract') ??
  textOf(raw, 'opinion') ??
  textOf(raw, 'key') ??
  textOf(raw, 'type') ??
  '?';

export type Edge = { readonly from: string; readonly to: string; readonly label: string };

const ID = /^[a-z0-9-]+--[0-9a-f-]{36}$/;

/** How an object refers to others: a relationship as one edge between two, anything else by the names of its properties. */
export const edgesOf = (raw: Raw): Edge[] => {
  const id = textOf(raw, 'id') ?? '';
  const [source, target] = [textOf(raw, 'source_ref'), textOf(raw, 'target_ref')];
  if (raw['type'] === 'relationship' && source !== null && target !== null)
    return [{ from: source, to: target, label: textOf(raw, 'relationship_type') ?? '' }];
  return Object.entries(raw).flatMap(([name, value]) => {
    if (!/_refs?$/.test(name) || name === 'created_by_ref' || name === 'object_marking_refs') return [];
    const ids = Array.isArray(value) ? value : [value];
    return ids
      .filter((each): each is string => typeof each === 'string' && ID.test(each))
      .map((to) => ({ from: id, to, label: name.replace(/_refs?$/, '').replaceAll('_', ' ') }));
  });
};
