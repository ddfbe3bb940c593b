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

/** An exchange policy (IEP 2.0) that allows everything but what is given. */
export const exchangePolicy = (changes: object = {}) => ({
  type: 'marking-definition',
  spec_version: '2.1',
  id: newIdentifier('marking-definition'),
  created: MADE_AT,
  name: 'As agreed',
  extensions: {
    'extension-definition--762e2e97-ee51-43e5-a9ea-165fbb862c4a': {
      extension_type: 'property-extension',
      encrypt_in_transit: 'may',
      permitted_actions: 'none',
      affected_party_notifications: 'may',
      tlp: 'white',
      provider_attribution: 'may',
      unmodified_resale: 'may',
      iep_id: '0224bfdf-ea3a-49c3-96f6-66d908bb1845',
      iep_version: 2,
      description: 'As agreed',
      start_date: MADE_AT,
      ...changes,
    },
  },
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
