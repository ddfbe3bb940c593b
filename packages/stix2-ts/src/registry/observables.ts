// The eighteen observables (STIX 2.1 §6): the properties of each type and the rules between them.
import {
  between,
  binary,
  boolean,
  dictionaryOf,
  formed,
  hashes,
  headers,
  hex,
  integer,
  listOf,
  natural,
  type Properties,
  type RecordShape,
  record,
  ref,
  refTo,
  required,
  scalar,
  string,
  timestamp,
} from './kinds.ts';
import { mimePart, registryValue, x509Extensions } from './observable-parts.ts';
import { accountType, encryptionAlgorithm } from './vocabularies.ts';

const port = between(0, 65_535);
const endpoint = ref('ipv4-addr', 'ipv6-addr', 'mac-addr', 'domain-name');
const fileTimes = { ctime: timestamp, mtime: timestamp, atime: timestamp };
const mailboxes = listOf(ref('email-addr'));
const someOf = (properties: Properties, ...more: string[]) =>
  ({ rule: 'someOf', names: [...Object.keys(properties), ...more] }) as const;

const addressOf = (value: 'ipv4' | 'ipv6'): Properties => ({
  value: required(formed(value)),
  resolves_to_refs: listOf(ref('mac-addr')),
  belongs_to_refs: listOf(ref('autonomous-system')),
});

const processProperties: Properties = {
  is_hidden: boolean,
  pid: integer,
  created_time: timestamp,
  cwd: string,
  command_line: string,
  environment_variables: dictionaryOf(string),
  opened_connection_refs: listOf(ref('network-traffic')),
  creator_user_ref: ref('user-account'),
  image_ref: ref('file'),
  parent_ref: ref('process'),
  child_refs: listOf(ref('process')),
};

const accountProperties: Properties = {
  user_id: string,
  credential: string,
  account_login: string,
  account_type: accountType,
  display_name: string,
  is_service_account: boolean,
  is_privileged: boolean,
  can_escalate_privs: boolean,
  is_disabled: boolean,
  account_created: timestamp,
  account_expires: timestamp,
  credential_last_changed: timestamp,
  account_first_login: timestamp,
  account_last_login: timestamp,
};

const registryKeyProperties: Properties = {
  key: string,
  values: listOf(record(registryValue)),
  modified_time: timestamp,
  creator_user_ref: ref('user-account'),
  number_of_subkeys: integer,
};

const certificateProperties: Properties = {
  is_self_signed: boolean,
  hashes,
  version: string,
  serial_number: string,
  signature_algorithm: string,
  issuer: string,
  validity_not_before: timestamp,
  validity_not_after: timestamp,
  subject: string,
  subject_public_key_algorithm: string,
  subject_public_key_modulus: string,
  subject_public_key_exponent: integer,
  x509_v3_extensions: record(x509Extensions),
};

export const observables: readonly RecordShape[] = [
  {
    name: 'artifact',
    section: '6.1.1',
    properties: {
      mime_type: formed('mime'),
      payload_bin: binary,
      url: formed('uri'),
      hashes,
      encryption_algorithm: encryptionAlgorithm,
      decryption_key: string,
    },
    rules: [
      { rule: 'someOf', names: ['payload_bin', 'url'] },
      { rule: 'notBoth', names: ['payload_bin', 'url'] },
      { rule: 'needs', name: 'url', others: ['hashes'] },
      { rule: 'needs', name: 'decryption_key', others: ['encryption_algorithm'] },
    ],
  },
  {
    name: 'autonomous-system',
    section: '6.2.1',
    properties: { number: required(integer), name: string, rir: string },
  },
  {
    name: 'directory',
    section: '6.3.1',
    properties: {
      path: required(string),
      path_enc: formed('charset'),
      ...fileTimes,
      contains_refs: listOf(ref('file', 'directory')),
    },
  },
  {
    name: 'domain-name',
    section: '6.4.1',
    properties: {
      value: required(formed('domain')),
      resolves_to_refs: listOf(ref('ipv4-addr', 'ipv6-addr', 'domain-name')),
    },
  },
  {
    name: 'email-addr',
    section: '6.5.1',
    properties: {
      value: required(formed('email')),
      display_name: string,
      belongs_to_ref: ref('user-account'),
    },
  },
  {
    name: 'email-message',
    section: '6.6.1',
    properties: {
      is_multipart: required(boolean),
      date: timestamp,
      content_type: string,
      from_ref: ref('email-addr'),
      sender_ref: ref('email-addr'),
      to_refs: mailboxes,
      cc_refs: mailboxes,
      bcc_refs: mailboxes,
      message_id: string,
      subject: string,
      received_lines: listOf(string),
      additional_header_fields: headers,
      body: string,
      body_multipart: listOf(record(mimePart)),
      raw_email_ref: ref('artifact'),
    },
    rules: [
      { rule: 'excludes', name: 'is_multipart', value: true, other: 'body' },
      { rule: 'excludes', name: 'is_multipart', value: false, other: 'body_multipart' },
    ],
  },
  {
    name: 'file',
    section: '6.7.1',
    properties: {
      hashes,
      size: natural,
      name: string,
      name_enc: formed('charset'),
      magic_number_hex: hex,
      mime_type: formed('mime'),
      ...fileTimes,
      parent_directory_ref: ref('directory'),
      contains_refs: listOf(refTo('observable')),
      content_ref: ref('artifact'),
    },
    rules: [
      { rule: 'someOf', names: ['hashes', 'name'] },
      { rule: 'needs', name: 'name_enc', others: ['name'] },
    ],
  },
  { name: 'ipv4-addr', section: '6.8.1', properties: addressOf('ipv4') },
  { name: 'ipv6-addr', section: '6.9.1', properties: addressOf('ipv6') },
  { name: 'mac-addr', section: '6.10.1', properties: { value: required(formed('mac')) } },
  { name: 'mutex', section: '6.11.1', properties: { name: required(string) } },
  {
    name: 'network-traffic',
    section: '6.12.1',
    properties: {
      start: timestamp,
      end: timestamp,
      is_active: boolean,
      src_ref: endpoint,
      dst_ref: endpoint,
      src_port: port,
      dst_port: port,
      protocols: required(listOf(string)),
      src_byte_count: natural,
      dst_byte_count: natural,
      src_packets: natural,
      dst_packets: natural,
      ipfix: dictionaryOf(scalar),
      src_payload_ref: ref('artifact'),
      dst_payload_ref: ref('artifact'),
      encapsulates_refs: listOf(ref('network-traffic')),
      encapsulated_by_ref: ref('network-traffic'),
    },
    rules: [
      { rule: 'someOf', names: ['src_ref', 'dst_ref'] },
      { rule: 'order', first: 'start', second: 'end' },
      { rule: 'excludes', name: 'is_active', value: true, other: 'end' },
    ],
  },
  {
    name: 'process',
    section: '6.13.1',
    properties: processProperties,
    rules: [someOf(processProperties, 'extensions')],
  },
  {
    name: 'software',
    section: '6.14.1',
    properties: {
      name: required(string),
      cpe: formed('cpe'),
      swid: string,
      languages: listOf(formed('language')),
      vendor: string,
      version: string,
    },
  },
  { name: 'url', section: '6.15.1', properties: { value: required(formed('uri')) } },
  {
    name: 'user-account',
    section: '6.16.1',
    properties: accountProperties,
    rules: [someOf(accountProperties, 'extensions')],
  },
  {
    name: 'windows-registry-key',
    section: '6.17.1',
    properties: registryKeyProperties,
    rules: [someOf(registryKeyProperties)],
  },
  {
    name: 'x509-certificate',
    section: '6.18.1',
    properties: certificateProperties,
    rules: [someOf(certificateProperties)],
  },
];
