// Types nested in observables (STIX 2.1 §6): predefined extensions, MIME parts, registry values.
import {
  boolean,
  dictionaryOf,
  float,
  formed,
  free,
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
  required,
  scalar,
  string,
  timestamp,
} from './kinds.ts';
import { markingExtensions } from './marking-extensions.ts';
import * as words from './vocabularies.ts';

/** A type whose properties are all optional, at least one of which must be present. */
function anyOf(name: string, section: string, properties: Properties): RecordShape {
  return { name, section, properties, rules: [{ rule: 'someOf', names: Object.keys(properties) }] };
}

export const mimePart: RecordShape = {
  name: 'email-mime-part-type',
  section: '6.6.2',
  properties: {
    body: string,
    body_raw_ref: ref('artifact', 'file'),
    content_type: string,
    content_disposition: string,
  },
  rules: [{ rule: 'someOf', names: ['body', 'body_raw_ref'] }],
};

const alternateDataStream: RecordShape = {
  name: 'alternate-data-stream-type',
  section: '6.7.3',
  properties: { name: required(string), hashes, size: natural },
};

const optionalHeader = anyOf('windows-pe-optional-header-type', '6.7.6', {
  magic_hex: hex,
  major_linker_version: integer,
  minor_linker_version: integer,
  size_of_code: natural,
  size_of_initialized_data: natural,
  size_of_uninitialized_data: natural,
  address_of_entry_point: integer,
  base_of_code: integer,
  base_of_data: integer,
  image_base: integer,
  section_alignment: integer,
  file_alignment: integer,
  major_os_version: integer,
  minor_os_version: integer,
  major_image_version: integer,
  minor_image_version: integer,
  major_subsystem_version: integer,
  minor_subsystem_version: integer,
  win32_version_value_hex: hex,
  size_of_image: natural,
  size_of_headers: natural,
  checksum_hex: hex,
  subsystem_hex: hex,
  dll_characteristics_hex: hex,
  size_of_stack_reserve: natural,
  size_of_stack_commit: natural,
  size_of_heap_reserve: natural,
  size_of_heap_commit: natural,
  loader_flags_hex: hex,
  number_of_rva_and_sizes: integer,
  hashes,
});

const peSection: RecordShape = {
  name: 'windows-pe-section-type',
  section: '6.7.6',
  properties: { name: required(string), size: natural, entropy: float, hashes },
};

const peProperties: Properties = {
  pe_type: required(words.peType),
  imphash: string,
  machine_hex: hex,
  number_of_sections: natural,
  time_date_stamp: { is: 'timestamp', isWholeSecond: true },
  pointer_to_symbol_table_hex: hex,
  number_of_symbols: natural,
  size_of_optional_header: natural,
  characteristics_hex: hex,
  file_header_hashes: hashes,
  optional_header: record(optionalHeader),
  sections: listOf(record(peSection)),
};

export const registryValue = anyOf('windows-registry-value-type', '6.17.2', {
  name: string,
  data: string,
  data_type: words.registryDatatype,
});

export const x509Extensions = anyOf('x509-v3-extensions-type', '6.18.2', {
  basic_constraints: string,
  name_constraints: string,
  policy_constraints: string,
  key_usage: string,
  extended_key_usage: string,
  subject_key_identifier: string,
  authority_key_identifier: string,
  subject_alternative_name: string,
  issuer_alternative_name: string,
  subject_directory_attributes: string,
  crl_distribution_points: string,
  inhibit_any_policy: string,
  private_key_usage_period_not_before: timestamp,
  private_key_usage_period_not_after: timestamp,
  certificate_policies: string,
  policy_mappings: string,
});

const fileExtensions: readonly RecordShape[] = [
  {
    name: 'archive-ext',
    section: '6.7.2',
    properties: { contains_refs: required(listOf(ref('file', 'directory'))), comment: string },
  },
  anyOf('ntfs-ext', '6.7.3', { sid: string, alternate_data_streams: listOf(record(alternateDataStream)) }),
  anyOf('pdf-ext', '6.7.4', {
    version: string,
    is_optimized: boolean,
    document_info_dict: dictionaryOf(string),
    pdfid0: string,
    pdfid1: string,
  }),
  anyOf('raster-image-ext', '6.7.5', {
    image_height: integer,
    image_width: integer,
    bits_per_pixel: integer,
    exif_tags: dictionaryOf(scalar),
  }),
  {
    name: 'windows-pebinary-ext',
    section: '6.7.6',
    properties: peProperties,
    rules: [{ rule: 'someOf', names: Object.keys(peProperties).filter((name) => name !== 'pe_type') }],
  },
];

const trafficExtensions: readonly RecordShape[] = [
  {
    name: 'http-request-ext',
    section: '6.12.2',
    properties: {
      request_method: required(formed('lowercase')),
      request_value: required(string),
      request_version: formed('lowercase'),
      request_header: headers,
      message_body_length: integer,
      message_body_data_ref: ref('artifact'),
    },
  },
  {
    name: 'icmp-ext',
    section: '6.12.3',
    properties: { icmp_type_hex: required(hex), icmp_code_hex: required(hex) },
  },
  {
    name: 'socket-ext',
    section: '6.12.4',
    properties: {
      address_family: required(words.addressFamily),
      is_blocking: boolean,
      is_listening: boolean,
      options: dictionaryOf(integer),
      socket_type: words.socketType,
      socket_descriptor: natural,
      socket_handle: integer,
    },
  },
  anyOf('tcp-ext', '6.12.5', { src_flags_hex: hex, dst_flags_hex: hex }),
];

const processExtensions: readonly RecordShape[] = [
  anyOf('windows-process-ext', '6.13.2', {
    aslr_enabled: boolean,
    dep_enabled: boolean,
    priority: string,
    owner_sid: string,
    // Errata 01 renames window_title to windows_title. Both are accepted.
    window_title: string,
    windows_title: string,
    startup_info: dictionaryOf(free),
    integrity_level: words.integrityLevel,
  }),
  anyOf('windows-service-ext', '6.13.3', {
    service_name: string,
    descriptions: listOf(string),
    display_name: string,
    group_name: string,
    start_type: words.serviceStartType,
    service_dll_refs: listOf(ref('file')),
    service_type: words.serviceType,
    service_status: words.serviceStatus,
  }),
];

const accountExtensions: readonly RecordShape[] = [
  anyOf('unix-account-ext', '6.16.2', {
    gid: integer,
    groups: listOf(string),
    home_dir: string,
    shell: string,
  }),
];

/** The predefined extensions by the type that they extend. */
export const predefinedExtensions: ReadonlyMap<string, readonly RecordShape[]> = new Map([
  ['file', fileExtensions],
  ['network-traffic', trafficExtensions],
  ['process', processExtensions],
  ['user-account', accountExtensions],
  ['marking-definition', markingExtensions],
]);
