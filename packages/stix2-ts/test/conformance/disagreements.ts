// Cases where a reference implementation and STIX 2.1 with Errata 01 differ, each with the sentence that decides it.

const malformedUuid =
  '§2.9: "the UUID MUST be an RFC 4122-compliant UUID" (src_ref has eleven digits at the end; the validator does not check)';
const specVersion =
  '§3.2: "The value of this property MUST be 2.1" (the validator is configured to treat it as 2.1)';
const wholeList =
  'the validator records its verdict for the first object of the list only; the second one breaks §2.9';

export const validatorDisagreements: Readonly<Record<string, string>> = {
  'v21-0062': '§11.1.1: "Custom Property names MUST be no longer than 250 ASCII characters" (256 here)',
  'v21-0095': wholeList,
  'v21-0160':
    '§7.2.1: "The following standard marking definitions MUST be used to reference or represent TLP markings" (the id of TLP:GREEN with different content)',
  'v21-0165': wholeList,
  'v21-0167': malformedUuid,
  'v21-0168': malformedUuid,
  'v21-0170': malformedUuid,
  'v21-0172': malformedUuid,
  'v21-0174': malformedUuid,
  'v21-0177': malformedUuid,
  'v21-0181': malformedUuid,
  'v21-0245':
    '§6.14.1: "MUST be a language code conformant to [RFC5646]" (bbb is Barai, registered; the validator knows ISO 639-2 only)',
  'v21-0297': specVersion,
  'v21-0302': specVersion,
  'v21-0304': specVersion,
};

/** Cases by the id in the original file, since the id from `stix2` depends on the rewritten content. */
export const idDisagreements: Readonly<Record<string, string>> = {
  'network-traffic--d91377de-298b-5d69-87f6-f3a9a2d47e47':
    '§2.9: the name is "property-name and property value pairs … serialized according to RFC 8785" (stix2 rewrites 07:14:55.000000Z to 07:14:55Z before hashing; the id in the file follows the standard)',
};

/** Examples by the standard's own authors whose verdict differs here, and why. */
export const exampleDisagreements: Readonly<Record<string, string>> = {
  'stix-examples/schema-examples/infrastructure.json': '§2.9, RFC 4122 §3: an upper-case letter in a UUID',
  'stix-examples/slider-idioms/defining-campaigns-threat-actors.json':
    '§3.6: every representation of (id, modified) has the same values; here one id is used for two relationships',
  'stix-examples/slider-idioms/defining-campaigns-threat-actors-intrusion-sets.json':
    '§3.6: every representation of (id, modified) has the same values; here one id is used for three relationships',
  'stix-examples/slider-idioms/network-traffic-observed-data.json':
    '§6.12.2: the values of request_header are lists of strings (bare strings here)',
  'stix-examples/slider-idioms/file-and-directory.json':
    'RFC 9562 defines UUID version 6; the variant is that of RFC 4122',
  'stix-extensions/oca-behaviours/Living_Off_The_Land.json': '§2.9, RFC 4122 §3: upper-case UUIDs',
  'indicators-volume/rcs.stix2.json': '§3.2: every object has a property id, so app:id is a path',
  'indicators-volume/residentbat.stix2.json': '§3.2: every object has a property id, so app:id is a path',
};
