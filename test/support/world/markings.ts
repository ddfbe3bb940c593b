// The markings that objects of a generated world have, each with what it means.
import { TLP1_MARKING_IDS, TLP2_MARKING_IDS } from 'stix2-ts/marking';
import type { StixObject } from 'stix2-ts/stix-object';
import type { EffectiveTlp } from '../../../src/domain/marking.ts';
import { identifierFor } from '../../../src/exchange/identifier-for.ts';

/** An object's own marking: null for none. */
export type Facts = {
  readonly tlp: EffectiveTlp | null;
  /** Its exchange policy ends at `POLICY_ENDS`. */
  readonly ends?: boolean;
  /** Its exchange policy ended before it was published. */
  readonly isOver?: boolean;
  /** Its exchange policy says that the publisher must not be named. */
  readonly isUnnamed?: boolean;
};

export const POLICY_ENDS = '2035-01-01T00:00:00.000Z';

export const CREATED = '2026-02-01T00:00:00.000Z';
const marking = (name: string, more: Record<string, unknown> = {}): StixObject => ({
  type: 'marking-definition',
  spec_version: '2.1',
  id: identifierFor('marking-definition', name),
  created: CREATED,
  definition_type: 'statement',
  definition: { statement: `Copyright ${name}` },
  ...more,
});
const STATEMENT = marking('statement');
/** A statement with an unknown extension: the hub cannot interpret it, so it closes. */
const UNKNOWN = marking('unknown', {
  extensions: {
    [identifierFor('extension-definition', 'iep')]: { extension_type: 'property-extension', share: 'no' },
  },
});

const policy = (name: string, changes: Record<string, unknown>): StixObject => ({
  type: 'marking-definition',
  spec_version: '2.1',
  id: identifierFor('marking-definition', name),
  created: CREATED,
  name,
  extensions: {
    'extension-definition--762e2e97-ee51-43e5-a9ea-165fbb862c4a': {
      extension_type: 'property-extension',
      encrypt_in_transit: 'may',
      permitted_actions: 'none',
      affected_party_notifications: 'may',
      tlp: 'amber',
      provider_attribution: 'may',
      unmodified_resale: 'may',
      iep_id: '0224bfdf-ea3a-49c3-96f6-66d908bb1845',
      iep_version: 2,
      description: name,
      start_date: '2020-01-01T00:00:00Z',
      ...changes,
    },
  },
});
const LASTING = policy('lasting policy', {});
const ENDING = policy('ending policy', { tlp: 'green', end_date: POLICY_ENDS });
const ENDED = policy('ended policy', { tlp: 'white', end_date: '2021-01-01T00:00:00Z' });
export const UNNAMING = policy('unnaming policy', { tlp: 'white', provider_attribution: 'must-not' });
export const DEFINITIONS = [STATEMENT, UNKNOWN, LASTING, ENDING, ENDED, UNNAMING];

export type Marked = Facts & { readonly marks: Record<string, unknown> };
const refs = (...ids: string[]) => ({ object_marking_refs: ids });
/** None, TLP 1 and 2, exchange policies, a statement without effect, an unknown one, a part stricter than the whole. */
export const MARKINGS: readonly ((property: string) => Marked)[] = [
  () => ({ marks: {}, tlp: null }),
  () => ({ marks: {}, tlp: null }),
  () => ({ marks: {}, tlp: null }),
  () => ({ marks: refs(TLP2_MARKING_IDS.CLEAR), tlp: 'CLEAR' }),
  () => ({ marks: refs(TLP1_MARKING_IDS.AMBER), tlp: 'AMBER' }),
  () => ({ marks: refs(TLP2_MARKING_IDS['AMBER+STRICT'], STATEMENT.id), tlp: 'AMBER+STRICT' }),
  () => ({ marks: refs(TLP2_MARKING_IDS.RED), tlp: 'RED' }),
  () => ({ marks: refs(STATEMENT.id), tlp: null }),
  () => ({ marks: refs(UNKNOWN.id), tlp: 'UNKNOWN' }),
  () => ({ marks: refs(LASTING.id, TLP2_MARKING_IDS.GREEN), tlp: 'AMBER' }),
  () => ({ marks: refs(ENDING.id), tlp: 'GREEN', ends: true }),
  () => ({ marks: refs(ENDED.id), tlp: 'UNKNOWN', isOver: true }),
  () => ({ marks: refs(UNNAMING.id), tlp: 'CLEAR', isUnnamed: true }),
  (property) => ({
    marks: {
      ...refs(TLP2_MARKING_IDS.GREEN),
      granular_markings: [{ marking_ref: TLP2_MARKING_IDS.RED, selectors: [property] }],
    },
    tlp: 'RED',
  }),
];
