// The hub's constants in words, for people.
import type { CredentialKind } from '../../../domain/access/credential.ts';
import type { MemberKind, Role } from '../../../domain/member.ts';
import type { ContactKind, ContactVisibility } from '../../../domain/person.ts';
import type { ActWay } from '../../../domain/record/act-line.ts';

export const KIND_WORDS: Readonly<Record<MemberKind, string>> = {
  AGENCY: 'Agency',
  NATIONAL_CSIRT: 'National CSIRT',
  SECTOR_CSIRT: 'Sector CSIRT',
  SHARING_CENTRE: 'Sharing centre',
  OPERATOR: 'Operator of critical infrastructure',
  TECHNICAL_PARTNER: 'Technical partner',
  REGULATOR: 'Regulator',
  LAW_ENFORCEMENT: 'Law enforcement',
  RESEARCH: 'Research',
  CIVIL_SOCIETY: 'Civil society',
  STATE_CONTACT: 'Contact of a State',
  HUB: 'Operator of this hub',
};

export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  reader: 'reads warnings',
  analyst: 'reads and answers warnings',
  publisher: 'publishes warnings',
  approver: 'approves as the second person',
  manager: 'manages a community or sector centre',
  contact: 'acts for a State',
  'member-admin': 'administers its organisation',
  integrator: 'connects machines',
  'hub-operator': 'runs the hub',
};

export const WAY_WORDS: Readonly<Partial<Record<ActWay, string>>> = {
  PASSKEY: 'passkey',
  OPENID_CONNECT: 'organisation account',
  RECOVERY_CODE: 'recovery code',
  LINK: 'link of the sample',
};

export const CREDENTIAL_WORDS: Readonly<Record<CredentialKind, string>> = {
  PASSKEY: 'Passkey',
  OPENID_CONNECT: 'Account at your organisation',
  CERTIFICATE: 'Certificate',
  JWT: 'Token subject',
};

export const CONTACT_WORDS: Readonly<Record<ContactKind, string>> = {
  EMAIL: 'Mail',
  PHONE: 'Telephone',
  MOBILE: 'Mobile telephone',
  SATELLITE_PHONE: 'Satellite telephone',
  POSTAL: 'Postal address',
  OTHER: 'Another way',
};

/** Completes “for …”. */
export const VISIBILITY_WORDS: Readonly<Record<ContactVisibility, string>> = {
  MEMBER: 'your organisation alone',
  COUNTERPARTS: 'those whose warnings your organisation answered',
  PARTNERSHIP: 'everybody in the partnership',
};

/** In UTC, as everywhere on the hub. */
export const momentText = (at: Date): string => `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
