// What grows with each warning is measured for the operator of the hub: a collection that is not here fails, so that one
// that grows is not forgotten.
import { expect, test } from '@jest/globals';
import { GROWING } from '../../../src/store/collection/growth.ts';
import { COLLECTIONS } from '../../../src/store/collection/table.ts';

/** By the partnership, by what is under way, or by the release; not by how many warnings there were. */
const BOUNDED = [
  'access_classes',
  'access_links',
  'admissionPolicies',
  'aliases',
  'allowed_ranges',
  'answer_plans',
  'answers',
  'applications',
  'communities',
  'communityInvitations',
  'counters',
  'credentials',
  'dependencies',
  'drafts',
  'endpoint_secrets',
  'endpoints',
  'fences',
  'holds',
  'hub_leases',
  'key_uses',
  'keys',
  'leases',
  'members',
  'memberships',
  'migrations',
  'persons',
  'proposals',
  'providers',
  'recoveries',
  'reference_changes',
  'reference_rows',
  'reference_sets',
  'removals',
  'retention',
  'sectorDefinitions',
  'sessions',
  'settings',
  'sign_in_tries',
  'states',
  'subscriptions',
  'suppressions',
  'tellings',
  'trials',
  'used_once',
  'ways',
];

test('each collection is measured, or bounded by something else than time', () => {
  const unknown = COLLECTIONS.map(({ stored }) => stored).filter(
    (stored) => !GROWING.has(stored) && !BOUNDED.includes(stored),
  );
  const gone = [...GROWING, ...BOUNDED].filter(
    (stored) => !COLLECTIONS.some((each) => each.stored === stored),
  );
  expect({ unknown, gone }).toEqual({ unknown: [], gone: [] });
  for (const stored of ['acts', 'attempts', 'links', 'pairs', 'traits', 'object_context', 'warning_keys'])
    expect(GROWING.has(stored)).toBe(true);
});
