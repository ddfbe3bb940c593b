// A bundle whose producer demands encryption in transit.
import { newIdentifier } from 'stix2-ts/identifier';
import { bundleOf, MADE_AT, made } from '../objects.ts';

/** An object under a policy that demands encryption in transit. */
export const mustEncrypt = () => {
  const policy = {
    type: 'marking-definition',
    spec_version: '2.1',
    id: newIdentifier('marking-definition'),
    created: MADE_AT,
    name: 'Our policy',
    extensions: {
      'extension-definition--762e2e97-ee51-43e5-a9ea-165fbb862c4a': {
        extension_type: 'property-extension',
        encrypt_in_transit: 'must',
        permitted_actions: 'internally-visible-actions',
        affected_party_notifications: 'may',
        tlp: 'white',
        provider_attribution: 'may',
        unmodified_resale: 'must-not',
        iep_id: '0224bfdf-ea3a-49c3-96f6-66d908bb1845',
        iep_version: 2,
        description: 'A policy',
        start_date: '2026-01-01T00:00:00Z',
      },
    },
  };
  const held = made('tool', { name: 'Scanner' });
  const refs = {
    name: 'By its producer',
    report_types: ['threat-report'],
    published: MADE_AT,
    object_refs: [held.id],
  };
  return bundleOf(policy, held, made('report', { ...refs, object_marking_refs: [policy.id] }));
};
