// Extensions of marking definitions: FIRST's Information Exchange Policy 2.0 and the Permissible Actions Protocol, as
// in OASIS's common objects (iep-marking-definition-762, pap-marking-definition-f8d).
import { type Kind, type RecordShape, required, string, timestamp } from './kinds.ts';

export const IEP_EXTENSION_ID = 'extension-definition--762e2e97-ee51-43e5-a9ea-165fbb862c4a';
export const PAP_EXTENSION_ID = 'extension-definition--f8d78575-edfd-406e-8e84-6162a8450f5b';

/** The values of each property, from the most to the least permissive. */
export const IEP_WORDS = {
  permitted_actions: [
    'externally-visible-direct-actions',
    'externally-visible-indirect-actions',
    'internally-visible-actions',
    'contact-for-instruction',
    // OASIS reads it as "do not act", FIRST as "ask first"; the stricter reading counts.
    'none',
  ],
  encrypt_in_transit: ['may', 'must'],
  affected_party_notifications: ['may', 'must-not'],
  provider_attribution: ['may', 'must', 'must-not'],
  unmodified_resale: ['may', 'must-not'],
  tlp: ['white', 'green', 'amber', 'red'],
} as const;

/** `white` is the older word for `clear`. */
export const PAP_WORDS = ['clear', 'white', 'green', 'amber', 'red'] as const;

const oneOf = (name: string, values: readonly string[]): Kind => ({ is: 'enum', name, values });

const extensionType = required(oneOf('extension-type-enum', ['property-extension']));

export const markingExtensions: readonly RecordShape[] = [
  {
    name: IEP_EXTENSION_ID,
    section: '7.2.1',
    properties: {
      extension_type: extensionType,
      permitted_actions: required(oneOf('iep-permitted-actions-enum', IEP_WORDS.permitted_actions)),
      encrypt_in_transit: required(oneOf('iep-encrypt-in-transit', IEP_WORDS.encrypt_in_transit)),
      affected_party_notifications: required(
        oneOf('iep-affected-party-notifications', IEP_WORDS.affected_party_notifications),
      ),
      tlp: required(oneOf('iep-tlp', IEP_WORDS.tlp)),
      provider_attribution: required(oneOf('iep-provider-attribution', IEP_WORDS.provider_attribution)),
      unmodified_resale: required(oneOf('iep-unmodified-resale', IEP_WORDS.unmodified_resale)),
      iep_id: required(string),
      iep_version: required({ is: 'float', min: 2, max: 2 }),
      description: required(string),
      start_date: required(timestamp),
      end_date: timestamp,
    },
    rules: [{ rule: 'order', first: 'start_date', second: 'end_date', isStrict: true }],
  },
  {
    name: PAP_EXTENSION_ID,
    section: '7.2.1',
    properties: { extension_type: extensionType, pap: required(oneOf('pap', PAP_WORDS)) },
  },
];
