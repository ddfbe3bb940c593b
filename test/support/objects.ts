// A producer's objects for bundles in tests: their first version, under a new id.
import { newIdentifier } from 'stix2-ts/identifier';
import { HUB_IDENTITY, WARNING_EXTENSION } from '../../src/exchange/warning-extension.ts';

export const MADE_AT = '2026-01-01T00:00:00.000Z';

/** The common properties of a domain or relationship object, plus the given ones. */
export const made = <More extends object>(type: string, more: More) => ({
  type,
  spec_version: '2.1',
  id: newIdentifier(type),
  created: MADE_AT,
  modified: MADE_AT,
  ...more,
});

export const bundleOf = (...objects: readonly unknown[]) => ({
  type: 'bundle',
  id: newIdentifier('bundle'),
  objects,
});

export const isDefinition = (key: string): boolean => key.startsWith('marking-definition--');

/** What the hub adds to a bundle: the definition of its extension, and its identity. A key begins with its id. */
export const isOfHub = (key: string): boolean =>
  [WARNING_EXTENSION, HUB_IDENTITY].some((id) => key.startsWith(id));

/** The marking definitions that the other objects refer to, and those that these refer to in turn. */
export const namedIn = (bundle: readonly { readonly id: string }[]): string[] => {
  const named = new Set<string>();
  const walk = (object: { readonly id: string }): void => {
    for (const [id] of JSON.stringify(object).matchAll(/marking-definition--[0-9a-f-]{36}/g)) {
      if (id === object.id || named.has(id)) continue;
      named.add(id);
      bundle.filter((each) => each.id === id).forEach(walk);
    }
  };
  bundle.filter(({ id }) => !isDefinition(id)).forEach(walk);
  return [...named].sort();
};
