// Generated from the registry of STIX 2.1 by `npm run generate`. Do not edit.

/** The id of an object of a type: `malware--31b940d4-…` (STIX 2.1 §2.9). */
export type Identifier<Type extends string = string> = `${Type}--${string}`;

/** A word of an open vocabulary (§2.14): one that the standard suggests, or another. */
export type OpenWord<Word extends string> = Word | (string & {});

/** Hashes by algorithm (§2.7): `{"SHA-256": "…"}`. */
export type Hashes = { readonly [algorithm: string]: string };

/** STIX 2.1 §2.5 */
export type ExternalReference = {
  readonly source_name: string;
  readonly description?: string;
  readonly url?: string;
  readonly hashes?: Hashes;
  readonly external_id?: string;
};

/** STIX 2.1 §7.2.3 */
export type GranularMarking = {
  readonly lang?: string;
  readonly marking_ref?: Identifier<'marking-definition'>;
  readonly selectors: readonly string[];
};

/** STIX 2.1 §2.11 */
export type KillChainPhase = {
  readonly kill_chain_name: string;
  readonly phase_name: string;
};

/** STIX 2.1 §6.6.2 */
export type EmailMimePart = {
  readonly body?: string;
  readonly body_raw_ref?: Identifier<'artifact' | 'file'>;
  readonly content_type?: string;
  readonly content_disposition?: string;
};

/** STIX 2.1 §6.7.2 */
export type ArchiveExt = {
  readonly contains_refs: readonly (Identifier<'file' | 'directory'>)[];
  readonly comment?: string;
};

/** STIX 2.1 §6.7.3 */
export type NtfsExt = {
  readonly sid?: string;
  readonly alternate_data_streams?: readonly AlternateDataStream[];
};

/** STIX 2.1 §6.7.3 */
export type AlternateDataStream = {
  readonly name: string;
  readonly hashes?: Hashes;
  readonly size?: number;
};

/** STIX 2.1 §6.7.4 */
export type PdfExt = {
  readonly version?: string;
  readonly is_optimized?: boolean;
  readonly document_info_dict?: { readonly [key: string]: string };
  readonly pdfid0?: string;
  readonly pdfid1?: string;
};

/** STIX 2.1 §6.7.5 */
export type RasterImageExt = {
  readonly image_height?: number;
  readonly image_width?: number;
  readonly bits_per_pixel?: number;
  readonly exif_tags?: { readonly [key: string]: number | string };
};

/** STIX 2.1 §6.7.6 */
export type WindowsPebinaryExt = {
  readonly pe_type: OpenWord<'dll' | 'exe' | 'sys'>;
  readonly imphash?: string;
  readonly machine_hex?: string;
  readonly number_of_sections?: number;
  readonly time_date_stamp?: string;
  readonly pointer_to_symbol_table_hex?: string;
  readonly number_of_symbols?: number;
  readonly size_of_optional_header?: number;
  readonly characteristics_hex?: string;
  readonly file_header_hashes?: Hashes;
  readonly optional_header?: WindowsPeOptionalHeader;
  readonly sections?: readonly WindowsPeSection[];
};

/** STIX 2.1 §6.7.6 */
export type WindowsPeOptionalHeader = {
  readonly magic_hex?: string;
  readonly major_linker_version?: number;
  readonly minor_linker_version?: number;
  readonly size_of_code?: number;
  readonly size_of_initialized_data?: number;
  readonly size_of_uninitialized_data?: number;
  readonly address_of_entry_point?: number;
  readonly base_of_code?: number;
  readonly base_of_data?: number;
  readonly image_base?: number;
  readonly section_alignment?: number;
  readonly file_alignment?: number;
  readonly major_os_version?: number;
  readonly minor_os_version?: number;
  readonly major_image_version?: number;
  readonly minor_image_version?: number;
  readonly major_subsystem_version?: number;
  readonly minor_subsystem_version?: number;
  readonly win32_version_value_hex?: string;
  readonly size_of_image?: number;
  readonly size_of_headers?: number;
  readonly checksum_hex?: string;
  readonly subsystem_hex?: string;
  readonly dll_characteristics_hex?: string;
  readonly size_of_stack_reserve?: number;
  readonly size_of_stack_commit?: number;
  readonly size_of_heap_reserve?: number;
  readonly size_of_heap_commit?: number;
  readonly loader_flags_hex?: string;
  readonly number_of_rva_and_sizes?: number;
  readonly hashes?: Hashes;
};

/** STIX 2.1 §6.7.6 */
export type WindowsPeSection = {
  readonly name: string;
  readonly size?: number;
  readonly entropy?: number;
  readonly hashes?: Hashes;
};

/** STIX 2.1 §6.12.2 */
export type HttpRequestExt = {
  readonly request_method: string;
  readonly request_value: string;
  readonly request_version?: string;
  readonly request_header?: { readonly [field: string]: readonly string[] };
  readonly message_body_length?: number;
  readonly message_body_data_ref?: Identifier<'artifact'>;
};

/** STIX 2.1 §6.12.3 */
export type IcmpExt = {
  readonly icmp_type_hex: string;
  readonly icmp_code_hex: string;
};

/** STIX 2.1 §6.12.4 */
export type SocketExt = {
  readonly address_family: 'AF_UNSPEC' | 'AF_INET' | 'AF_IPX' | 'AF_APPLETALK' | 'AF_NETBIOS' | 'AF_INET6' | 'AF_IRDA' | 'AF_BTH';
  readonly is_blocking?: boolean;
  readonly is_listening?: boolean;
  readonly options?: { readonly [key: string]: number };
  readonly socket_type?: 'SOCK_STREAM' | 'SOCK_DGRAM' | 'SOCK_RAW' | 'SOCK_RDM' | 'SOCK_SEQPACKET';
  readonly socket_descriptor?: number;
  readonly socket_handle?: number;
};

/** STIX 2.1 §6.12.5 */
export type TcpExt = {
  readonly src_flags_hex?: string;
  readonly dst_flags_hex?: string;
};

/** STIX 2.1 §6.13.2 */
export type WindowsProcessExt = {
  readonly aslr_enabled?: boolean;
  readonly dep_enabled?: boolean;
  readonly priority?: string;
  readonly owner_sid?: string;
  readonly window_title?: string;
  readonly windows_title?: string;
  readonly startup_info?: { readonly [key: string]: unknown };
  readonly integrity_level?: 'low' | 'medium' | 'high' | 'system';
};

/** STIX 2.1 §6.13.3 */
export type WindowsServiceExt = {
  readonly service_name?: string;
  readonly descriptions?: readonly string[];
  readonly display_name?: string;
  readonly group_name?: string;
  readonly start_type?: 'SERVICE_AUTO_START' | 'SERVICE_BOOT_START' | 'SERVICE_DEMAND_START' | 'SERVICE_DISABLED' | 'SERVICE_SYSTEM_ALERT';
  readonly service_dll_refs?: readonly Identifier<'file'>[];
  readonly service_type?: 'SERVICE_KERNEL_DRIVER' | 'SERVICE_FILE_SYSTEM_DRIVER' | 'SERVICE_WIN32_OWN_PROCESS' | 'SERVICE_WIN32_SHARE_PROCESS';
  readonly service_status?: 'SERVICE_CONTINUE_PENDING' | 'SERVICE_PAUSE_PENDING' | 'SERVICE_PAUSED' | 'SERVICE_RUNNING' | 'SERVICE_START_PENDING' | 'SERVICE_STOP_PENDING' | 'SERVICE_STOPPED';
};

/** STIX 2.1 §6.16.2 */
export type UnixAccountExt = {
  readonly gid?: number;
  readonly groups?: readonly string[];
  readonly home_dir?: string;
  readonly shell?: string;
};

/** STIX 2.1 §6.17.2 */
export type WindowsRegistryValue = {
  readonly name?: string;
  readonly data?: string;
  readonly data_type?: 'REG_NONE' | 'REG_SZ' | 'REG_EXPAND_SZ' | 'REG_BINARY' | 'REG_DWORD' | 'REG_DWORD_BIG_ENDIAN' | 'REG_DWORD_LITTLE_ENDIAN' | 'REG_LINK' | 'REG_MULTI_SZ' | 'REG_RESOURCE_LIST' | 'REG_FULL_RESOURCE_DESCRIPTION' | 'REG_RESOURCE_REQUIREMENTS_LIST' | 'REG_QWORD' | 'REG_INVALID_TYPE';
};

/** STIX 2.1 §6.18.2 */
export type X509V3Extensions = {
  readonly basic_constraints?: string;
  readonly name_constraints?: string;
  readonly policy_constraints?: string;
  readonly key_usage?: string;
  readonly extended_key_usage?: string;
  readonly subject_key_identifier?: string;
  readonly authority_key_identifier?: string;
  readonly subject_alternative_name?: string;
  readonly issuer_alternative_name?: string;
  readonly subject_directory_attributes?: string;
  readonly crl_distribution_points?: string;
  readonly inhibit_any_policy?: string;
  readonly private_key_usage_period_not_before?: string;
  readonly private_key_usage_period_not_after?: string;
  readonly certificate_policies?: string;
  readonly policy_mappings?: string;
};

/** STIX 2.1 §7.2.1 */
export type ExtensionDefinition762e2e97Ee5143e5A9ea165fbb862c4a = {
  readonly extension_type: 'property-extension';
  readonly permitted_actions: 'externally-visible-direct-actions' | 'externally-visible-indirect-actions' | 'internally-visible-actions' | 'contact-for-instruction' | 'none';
  readonly encrypt_in_transit: 'may' | 'must';
  readonly affected_party_notifications: 'may' | 'must-not';
  readonly tlp: 'white' | 'green' | 'amber' | 'red';
  readonly provider_attribution: 'may' | 'must' | 'must-not';
  readonly unmodified_resale: 'may' | 'must-not';
  readonly iep_id: string;
  readonly iep_version: number;
  readonly description: string;
  readonly start_date: string;
  readonly end_date?: string;
};

/** STIX 2.1 §7.2.1 */
export type ExtensionDefinitionF8d78575Edfd406e8e846162a8450f5b = {
  readonly extension_type: 'property-extension';
  readonly pap: 'clear' | 'white' | 'green' | 'amber' | 'red';
};

/** STIX 2.1 §4.1 */
export type AttackPattern = {
  readonly type: 'attack-pattern';
  readonly id: Identifier<'attack-pattern'>;
  readonly spec_version: '2.1';
  readonly created_by_ref?: Identifier<'identity'>;
  readonly created: string;
  readonly modified: string;
  readonly revoked?: boolean;
  readonly labels?: readonly string[];
  readonly confidence?: number;
  readonly lang?: string;
  readonly external_references?: readonly ExternalReference[];
  readonly object_marking_refs?: readonly Identifier<'marking-definition'>[];
  readonly granular_markings?: readonly GranularMarking[];
  readonly extensions?: { readonly [extension: string]: unknown };
  readonly name: string;
  readonly description?: string;
  readonly aliases?: readonly string[];
  readonly kill_chain_phases?: readonly KillChainPhase[];
};

/** STIX 2.1 §4.2 */
export type Campaign = {
  readonly type: 'campaign';
  readonly id: Identifier<'campaign'>;
  readonly spec_version: '2.1';
  readonly created_by_ref?: Identifier<'identity'>;
  readonly created: string;
  readonly modified: string;
  readonly revoked?: boolean;
  readonly labels?: readonly string[];
  readonly confidence?: number;
  readonly lang?: string;
  readonly external_references?: readonly ExternalReference[];
  readonly object_marking_refs?: readonly Identifier<'marking-definition'>[];
  readonly granular_markings?: readonly GranularMarking[];
  readonly extensions?: { readonly [extension: string]: unknown };
  readonly name: string;
  readonly description?: string;
  readonly aliases?: readonly string[];
  readonly first_seen?: string;
  readonly last_seen?: string;
  readonly objective?: string;
};

/** STIX 2.1 §4.3 */
export type CourseOfAction = {
  readonly type: 'course-of-action';
  readonly id: Identifier<'course-of-action'>;
  readonly spec_version: '2.1';
  readonly created_by_ref?: Identifier<'identity'>;
  readonly created: string;
  readonly modified: string;
  readonly revoked?: boolean;
  readonly labels?: readonly string[];
  readonly confidence?: number;
  readonly lang?: string;
  readonly external_references?: readonly ExternalReference[];
  readonly object_marking_refs?: readonly Identifier<'marking-definition'>[];
  readonly granular_markings?: readonly GranularMarking[];
  readonly extensions?: { readonly [extension: string]: unknown };
  readonly name: string;
  readonly description?: string;
};

/** STIX 2.1 §4.4 */
export type Grouping = {
  readonly type: 'grouping';
  readonly id: Identifier<'grouping'>;
  readonly spec_version: '2.1';
  readonly created_by_ref?: Identifier<'identity'>;
  readonly created: string;
  readonly modified: string;
  readonly revoked?: boolean;
  readonly labels?: readonly string[];
  readonly confidence?: number;
  readonly lang?: string;
  readonly external_references?: readonly ExternalReference[];
  readonly object_marking_refs?: readonly Identifier<'marking-definition'>[];
  readonly granular_markings?: readonly GranularMarking[];
  readonly extensions?: { readonly [extension: string]: unknown };
  readonly name?: string;
  readonly description?: string;
  readonly context: OpenWord<'suspicious-activity' | 'malware-analysis' | 'unspecified'>;
  readonly object_refs: readonly Identifier[];
};

/** STIX 2.1 §4.5 */
export type Identity = {
  readonly type: 'identity';
  readonly id: Identifier<'identity'>;
  readonly spec_version: '2.1';
  readonly created_by_ref?: Identifier<'identity'>;
  readonly created: string;
  readonly modified: string;
  readonly revoked?: boolean;
  readonly labels?: readonly string[];
  readonly confidence?: number;
  readonly lang?: string;
  readonly external_references?: readonly ExternalReference[];
  readonly object_marking_refs?: readonly Identifier<'marking-definition'>[];
  readonly granular_markings?: readonly GranularMarking[];
  readonly extensions?: { readonly [extension: string]: unknown };
  readonly name: string;
  readonly description?: string;
  readonly roles?: readonly string[];
  readonly identity_class?: OpenWord<'individual' | 'group' | 'system' | 'organization' | 'class' | 'unknown'>;
  readonly sectors?: readonly (OpenWord<'agriculture' | 'aerospace' | 'automotive' | 'chemical' | 'commercial' | 'communications' | 'construction' | 'defense' | 'education' | 'energy' | 'entertainment' | 'financial-services' | 'government' | 'emergency-services' | 'government-local' | 'government-national' | 'government-public-services' | 'government-regional' | 'healthcare' | 'hospitality-leisure' | 'infrastructure' | 'dams' | 'nuclear' | 'water' | 'insurance' | 'legal' | 'manufacturing' | 'mining' | 'non-profit' | 'pharmaceuticals' | 'retail' | 'technology' | 'telecommunications' | 'transportation' | 'utilities'>)[];
  readonly contact_information?: string;
};

/** STIX 2.1 §4.6 */
export type Incident = {
  readonly type: 'incident';
  readonly id: Identifier<'incident'>;
  readonly spec_version: '2.1';
  readonly created_by_ref?: Identifier<'identity'>;
  readonly created: string;
  readonly modified: string;
  readonly revoked?: boolean;
  readonly labels?: readonly string[];
  readonly confidence?: number;
  readonly lang?: string;
  readonly external_references?: readonly ExternalReference[];
  readonly object_marking_refs?: readonly Identifier<'marking-definition'>[];
  readonly granular_markings?: readonly GranularMarking[];
  readonly extensions?: { readonly [extension: string]: unknown };
  readonly name: string;
  readonly description?: string;
};

/** STIX 2.1 §4.7 */
export type Indicator = {
  readonly type: 'indicator';
  readonly id: Identifier<'indicator'>;
  readonly spec_version: '2.1';
  readonly created_by_ref?: Identifier<'identity'>;
  readonly created: string;
  readonly modified: string;
  readonly revoked?: boolean;
  readonly labels?: readonly string[];
  readonly confidence?: number;
  readonly lang?: string;
  readonly external_references?: readonly ExternalReference[];
  readonly object_marking_refs?: readonly Identifier<'marking-definition'>[];
  readonly granular_markings?: readonly GranularMarking[];
  readonly extensions?: { readonly [extension: string]: unknown };
  readonly name?: string;
  readonly description?: string;
  readonly indicator_types?: readonly (OpenWord<'anomalous-activity' | 'anonymization' | 'benign' | 'compromised' | 'malicious-activity' | 'attribution' | 'unknown'>)[];
  readonly pattern: string;
  readonly pattern_type: OpenWord<'stix' | 'pcre' | 'sigma' | 'snort' | 'suricata' | 'yara'>;
  readonly pattern_version?: string;
  readonly valid_from: string;
  readonly valid_until?: string;
  readonly kill_chain_phases?: readonly KillChainPhase[];
};

/** STIX 2.1 §4.8 */
export type Infrastructure = {
  readonly type: 'infrastructure';
  readonly id: Identifier<'infrastructure'>;
  readonly spec_version: '2.1';
  readonly created_by_ref?: Identifier<'identity'>;
  readonly created: string;
  readonly modified: string;
  readonly revoked?: boolean;
  readonly labels?: readonly string[];
  readonly confidence?: number;
  readonly lang?: string;
  readonly external_references?: readonly ExternalReference[];
  readonly object_marking_refs?: readonly Identifier<'marking-definition'>[];
  readonly granular_markings?: readonly GranularMarking[];
  readonly extensions?: { readonly [extension: string]: unknown };
  readonly name: string;
  readonly description?: string;
  readonly infrastructure_types?: readonly (OpenWord<'amplification' | 'anonymization' | 'botnet' | 'command-and-control' | 'control-system' | 'exfiltration' | 'firewall' | 'hosting-malware' | 'hosting-target-lists' | 'phishing' | 'reconnaissance' | 'routers-switches' | 'staging' | 'workstation' | 'unknown'>)[];
  readonly aliases?: readonly string[];
  readonly kill_chain_phases?: readonly KillChainPhase[];
  readonly first_seen?: string;
  readonly last_seen?: string;
};

/** STIX 2.1 §4.9 */
export type IntrusionSet = {
  readonly type: 'intrusion-set';
  readonly id: Identifier<'intrusion-set'>;
  readonly spec_version: '2.1';
  readonly created_by_ref?: Identifier<'identity'>;
  readonly created: string;
  readonly modified: string;
  readonly revoked?: boolean;
  readonly labels?: readonly string[];
  readonly confidence?: number;
  readonly lang?: string;
  readonly external_references?: readonly ExternalReference[];
  readonly object_marking_refs?: readonly Identifier<'marking-definition'>[];
  readonly granular_markings?: readonly GranularMarking[];
  readonly extensions?: { readonly [extension: string]: unknown };
  readonly name: string;
  readonly description?: string;
  readonly aliases?: readonly string[];
  readonly first_seen?: string;
  readonly last_seen?: string;
  readonly goals?: readonly string[];
  readonly resource_level?: OpenWord<'individual' | 'club' | 'contest' | 'team' | 'organization' | 'government'>;
  readonly primary_motivation?: OpenWord<'accidental' | 'coercion' | 'dominance' | 'ideology' | 'notoriety' | 'organizational-gain' | 'personal-gain' | 'personal-satisfaction' | 'revenge' | 'unpredictable'>;
  readonly secondary_motivations?: readonly (OpenWord<'accidental' | 'coercion' | 'dominance' | 'ideology' | 'notoriety' | 'organizational-gain' | 'personal-gain' | 'personal-satisfaction' | 'revenge' | 'unpredictable'>)[];
};

/** STIX 2.1 §4.10 */
export type Location = {
  readonly type: 'location';
  readonly id: Identifier<'location'>;
  readonly spec_version: '2.1';
  readonly created_by_ref?: Identifier<'identity'>;
  readonly created: string;
  readonly modified: string;
  readonly revoked?: boolean;
  readonly labels?: readonly string[];
  readonly confidence?: number;
  readonly lang?: string;
  readonly external_references?: readonly ExternalReference[];
  readonly object_marking_refs?: readonly Identifier<'marking-definition'>[];
  readonly granular_markings?: readonly GranularMarking[];
  readonly extensions?: { readonly [extension: string]: unknown };
  readonly name?: string;
  readonly description?: string;
  readonly latitude?: number;
  readonly longitude?: number;
  readonly precision?: number;
  readonly region?: OpenWord<'africa' | 'eastern-africa' | 'middle-africa' | 'northern-africa' | 'southern-africa' | 'western-africa' | 'americas' | 'caribbean' | 'central-america' | 'latin-america-caribbean' | 'northern-america' | 'south-america' | 'asia' | 'central-asia' | 'eastern-asia' | 'southern-asia' | 'south-eastern-asia' | 'western-asia' | 'europe' | 'eastern-europe' | 'northern-europe' | 'southern-europe' | 'western-europe' | 'oceania' | 'antarctica' | 'australia-new-zealand' | 'melanesia' | 'micronesia' | 'polynesia'>;
  readonly country?: string;
  readonly administrative_area?: string;
  readonly city?: string;
  readonly street_address?: string;
  readonly postal_code?: string;
};

/** STIX 2.1 §4.11 */
export type Malware = {
  readonly type: 'malware';
  readonly id: Identifier<'malware'>;
  readonly spec_version: '2.1';
  readonly created_by_ref?: Identifier<'identity'>;
  readonly created: string;
  readonly modified: string;
  readonly revoked?: boolean;
  readonly labels?: readonly string[];
  readonly confidence?: number;
  readonly lang?: string;
  readonly external_references?: readonly ExternalReference[];
  readonly object_marking_refs?: readonly Identifier<'marking-definition'>[];
  readonly granular_markings?: readonly GranularMarking[];
  readonly extensions?: { readonly [extension: string]: unknown };
  readonly name?: string;
  readonly description?: string;
  readonly malware_types?: readonly (OpenWord<'adware' | 'backdoor' | 'bot' | 'bootkit' | 'ddos' | 'downloader' | 'dropper' | 'exploit-kit' | 'keylogger' | 'ransomware' | 'remote-access-trojan' | 'resource-exploitation' | 'rogue-security-software' | 'rootkit' | 'screen-capture' | 'spyware' | 'trojan' | 'unknown' | 'virus' | 'webshell' | 'wiper' | 'worm'>)[];
  readonly is_family?: boolean;
  readonly aliases?: readonly string[];
  readonly kill_chain_phases?: readonly KillChainPhase[];
  readonly first_seen?: string;
  readonly last_seen?: string;
  readonly operating_system_refs?: readonly Identifier<'software'>[];
  readonly architecture_execution_envs?: readonly (OpenWord<'alpha' | 'arm' | 'ia-64' | 'mips' | 'powerpc' | 'sparc' | 'x86' | 'x86-64'>)[];
  readonly implementation_languages?: readonly (OpenWord<'applescript' | 'bash' | 'c' | 'c++' | 'c#' | 'go' | 'java' | 'javascript' | 'lua' | 'objective-c' | 'perl' | 'php' | 'powershell' | 'python' | 'ruby' | 'rust' | 'scala' | 'swift' | 'typescript' | 'visual-basic' | 'x86-32' | 'x86-64'>)[];
  readonly capabilities?: readonly (OpenWord<'accesses-remote-machines' | 'anti-debugging' | 'anti-disassembly' | 'anti-emulation' | 'anti-memory-forensics' | 'anti-sandbox' | 'anti-vm' | 'captures-input-peripherals' | 'captures-output-peripherals' | 'captures-system-state-data' | 'cleans-traces-of-infection' | 'commits-fraud' | 'communicates-with-c2' | 'compromises-data-availability' | 'compromises-data-integrity' | 'compromises-system-availability' | 'controls-local-machine' | 'degrades-security-software' | 'degrades-system-updates' | 'determines-c2-server' | 'emails-spam' | 'escalates-privileges' | 'evades-av' | 'exfiltrates-data' | 'fingerprints-host' | 'hides-artifacts' | 'hides-executing-code' | 'infects-files' | 'infects-remote-machines' | 'installs-other-components' | 'persists-after-system-reboot' | 'prevents-artifact-access' | 'prevents-artifact-deletion' | 'probes-network-environment' | 'self-modifies' | 'steals-authentication-credentials' | 'violates-system-operational-integrity'>)[];
  readonly sample_refs?: readonly (Identifier<'file' | 'artifact'>)[];
};

/** STIX 2.1 §4.12 */
export type MalwareAnalysis = {
  readonly type: 'malware-analysis';
  readonly id: Identifier<'malware-analysis'>;
  readonly spec_version: '2.1';
  readonly created_by_ref?: Identifier<'identity'>;
  readonly created: string;
  readonly modified: string;
  readonly revoked?: boolean;
  readonly labels?: readonly string[];
  readonly confidence?: number;
  readonly lang?: string;
  readonly external_references?: readonly ExternalReference[];
  readonly object_marking_refs?: readonly Identifier<'marking-definition'>[];
  readonly granular_markings?: readonly GranularMarking[];
  readonly extensions?: { readonly [extension: string]: unknown };
  readonly product: string;
  readonly version?: string;
  readonly host_vm_ref?: Identifier<'software'>;
  readonly operating_system_ref?: Identifier<'software'>;
  readonly installed_software_refs?: readonly Identifier<'software'>[];
  readonly configuration_version?: string;
  readonly modules?: readonly string[];
  readonly analysis_engine_version?: string;
  readonly analysis_definition_version?: string;
  readonly submitted?: string;
  readonly analysis_started?: string;
  readonly analysis_ended?: string;
  readonly result_name?: string;
  readonly result?: OpenWord<'malicious' | 'suspicious' | 'benign' | 'unknown'>;
  readonly analysis_sco_refs?: readonly Identifier[];
  readonly sample_ref?: Identifier<'file' | 'network-traffic' | 'artifact'>;
};

/** STIX 2.1 §4.13 */
export type Note = {
  readonly type: 'note';
  readonly id: Identifier<'note'>;
  readonly spec_version: '2.1';
  readonly created_by_ref?: Identifier<'identity'>;
  readonly created: string;
  readonly modified: string;
  readonly revoked?: boolean;
  readonly labels?: readonly string[];
  readonly confidence?: number;
  readonly lang?: string;
  readonly external_references?: readonly ExternalReference[];
  readonly object_marking_refs?: readonly Identifier<'marking-definition'>[];
  readonly granular_markings?: readonly GranularMarking[];
  readonly extensions?: { readonly [extension: string]: unknown };
  readonly abstract?: string;
  readonly content: string;
  readonly authors?: readonly string[];
  readonly object_refs: readonly Identifier[];
};

/** STIX 2.1 §4.14 */
export type ObservedData = {
  readonly type: 'observed-data';
  readonly id: Identifier<'observed-data'>;
  readonly spec_version: '2.1';
  readonly created_by_ref?: Identifier<'identity'>;
  readonly created: string;
  readonly modified: string;
  readonly revoked?: boolean;
  readonly labels?: readonly string[];
  readonly confidence?: number;
  readonly lang?: string;
  readonly external_references?: readonly ExternalReference[];
  readonly object_marking_refs?: readonly Identifier<'marking-definition'>[];
  readonly granular_markings?: readonly GranularMarking[];
  readonly extensions?: { readonly [extension: string]: unknown };
  readonly first_observed: string;
  readonly last_observed: string;
  readonly number_observed: number;
  readonly objects?: { readonly [key: string]: { readonly type: string; readonly [property: string]: unknown } };
  readonly object_refs?: readonly Identifier[];
};

/** STIX 2.1 §4.15 */
export type Opinion = {
  readonly type: 'opinion';
  readonly id: Identifier<'opinion'>;
  readonly spec_version: '2.1';
  readonly created_by_ref?: Identifier<'identity'>;
  readonly created: string;
  readonly modified: string;
  readonly revoked?: boolean;
  readonly labels?: readonly string[];
  readonly confidence?: number;
  readonly lang?: string;
  readonly external_references?: readonly ExternalReference[];
  readonly object_marking_refs?: readonly Identifier<'marking-definition'>[];
  readonly granular_markings?: readonly GranularMarking[];
  readonly extensions?: { readonly [extension: string]: unknown };
  readonly explanation?: string;
  readonly authors?: readonly string[];
  readonly opinion: 'strongly-disagree' | 'disagree' | 'neutral' | 'agree' | 'strongly-agree';
  readonly object_refs: readonly Identifier[];
};

/** STIX 2.1 §4.16 */
export type Report = {
  readonly type: 'report';
  readonly id: Identifier<'report'>;
  readonly spec_version: '2.1';
  readonly created_by_ref?: Identifier<'identity'>;
  readonly created: string;
  readonly modified: string;
  readonly revoked?: boolean;
  readonly labels?: readonly string[];
  readonly confidence?: number;
  readonly lang?: string;
  readonly external_references?: readonly ExternalReference[];
  readonly object_marking_refs?: readonly Identifier<'marking-definition'>[];
  readonly granular_markings?: readonly GranularMarking[];
  readonly extensions?: { readonly [extension: string]: unknown };
  readonly name: string;
  readonly description?: string;
  readonly report_types?: readonly (OpenWord<'attack-pattern' | 'campaign' | 'identity' | 'incident' | 'indicator' | 'intrusion-set' | 'malware' | 'observed-data' | 'threat-actor' | 'threat-report' | 'tool' | 'vulnerability'>)[];
  readonly published: string;
  readonly object_refs: readonly Identifier[];
};

/** STIX 2.1 §4.17 */
export type ThreatActor = {
  readonly type: 'threat-actor';
  readonly id: Identifier<'threat-actor'>;
  readonly spec_version: '2.1';
  readonly created_by_ref?: Identifier<'identity'>;
  readonly created: string;
  readonly modified: string;
  readonly revoked?: boolean;
  readonly labels?: readonly string[];
  readonly confidence?: number;
  readonly lang?: string;
  readonly external_references?: readonly ExternalReference[];
  readonly object_marking_refs?: readonly Identifier<'marking-definition'>[];
  readonly granular_markings?: readonly GranularMarking[];
  readonly extensions?: { readonly [extension: string]: unknown };
  readonly name: string;
  readonly description?: string;
  readonly threat_actor_types?: readonly (OpenWord<'activist' | 'competitor' | 'crime-syndicate' | 'criminal' | 'hacker' | 'insider-accidental' | 'insider-disgruntled' | 'nation-state' | 'private-sector' | 'sensationalist' | 'spy' | 'terrorist' | 'unknown'>)[];
  readonly aliases?: readonly string[];
  readonly first_seen?: string;
  readonly last_seen?: string;
  readonly roles?: readonly (OpenWord<'agent' | 'director' | 'independent' | 'infrastructure-architect' | 'infrastructure-operator' | 'malware-author' | 'sponsor'>)[];
  readonly goals?: readonly string[];
  readonly sophistication?: OpenWord<'none' | 'minimal' | 'intermediate' | 'advanced' | 'expert' | 'innovator' | 'strategic'>;
  readonly resource_level?: OpenWord<'individual' | 'club' | 'contest' | 'team' | 'organization' | 'government'>;
  readonly primary_motivation?: OpenWord<'accidental' | 'coercion' | 'dominance' | 'ideology' | 'notoriety' | 'organizational-gain' | 'personal-gain' | 'personal-satisfaction' | 'revenge' | 'unpredictable'>;
  readonly secondary_motivations?: readonly (OpenWord<'accidental' | 'coercion' | 'dominance' | 'ideology' | 'notoriety' | 'organizational-gain' | 'personal-gain' | 'personal-satisfaction' | 'revenge' | 'unpredictable'>)[];
  readonly personal_motivations?: readonly (OpenWord<'accidental' | 'coercion' | 'dominance' | 'ideology' | 'notoriety' | 'organizational-gain' | 'personal-gain' | 'personal-satisfaction' | 'revenge' | 'unpredictable'>)[];
};

/** STIX 2.1 §4.18 */
export type Tool = {
  readonly type: 'tool';
  readonly id: Identifier<'tool'>;
  readonly spec_version: '2.1';
  readonly created_by_ref?: Identifier<'identity'>;
  readonly created: string;
  readonly modified: string;
  readonly revoked?: boolean;
  readonly labels?: readonly string[];
  readonly confidence?: number;
  readonly lang?: string;
  readonly external_references?: readonly ExternalReference[];
  readonly object_marking_refs?: readonly Identifier<'marking-definition'>[];
  readonly granular_markings?: readonly GranularMarking[];
  readonly extensions?: { readonly [extension: string]: unknown };
  readonly name: string;
  readonly description?: string;
  readonly tool_types?: readonly (OpenWord<'denial-of-service' | 'exploitation' | 'information-gathering' | 'network-capture' | 'credential-exploitation' | 'remote-access' | 'vulnerability-scanning' | 'unknown'>)[];
  readonly aliases?: readonly string[];
  readonly kill_chain_phases?: readonly KillChainPhase[];
  readonly tool_version?: string;
};

/** STIX 2.1 §4.19 */
export type Vulnerability = {
  readonly type: 'vulnerability';
  readonly id: Identifier<'vulnerability'>;
  readonly spec_version: '2.1';
  readonly created_by_ref?: Identifier<'identity'>;
  readonly created: string;
  readonly modified: string;
  readonly revoked?: boolean;
  readonly labels?: readonly string[];
  readonly confidence?: number;
  readonly lang?: string;
  readonly external_references?: readonly ExternalReference[];
  readonly object_marking_refs?: readonly Identifier<'marking-definition'>[];
  readonly granular_markings?: readonly GranularMarking[];
  readonly extensions?: { readonly [extension: string]: unknown };
  readonly name: string;
  readonly description?: string;
};

/** STIX 2.1 §5.1 */
export type Relationship = {
  readonly type: 'relationship';
  readonly id: Identifier<'relationship'>;
  readonly spec_version: '2.1';
  readonly created_by_ref?: Identifier<'identity'>;
  readonly created: string;
  readonly modified: string;
  readonly revoked?: boolean;
  readonly labels?: readonly string[];
  readonly confidence?: number;
  readonly lang?: string;
  readonly external_references?: readonly ExternalReference[];
  readonly object_marking_refs?: readonly Identifier<'marking-definition'>[];
  readonly granular_markings?: readonly GranularMarking[];
  readonly extensions?: { readonly [extension: string]: unknown };
  readonly relationship_type: string;
  readonly description?: string;
  readonly source_ref: Identifier;
  readonly target_ref: Identifier;
  readonly start_time?: string;
  readonly stop_time?: string;
};

/** STIX 2.1 §5.2 */
export type Sighting = {
  readonly type: 'sighting';
  readonly id: Identifier<'sighting'>;
  readonly spec_version: '2.1';
  readonly created_by_ref?: Identifier<'identity'>;
  readonly created: string;
  readonly modified: string;
  readonly revoked?: boolean;
  readonly labels?: readonly string[];
  readonly confidence?: number;
  readonly lang?: string;
  readonly external_references?: readonly ExternalReference[];
  readonly object_marking_refs?: readonly Identifier<'marking-definition'>[];
  readonly granular_markings?: readonly GranularMarking[];
  readonly extensions?: { readonly [extension: string]: unknown };
  readonly description?: string;
  readonly first_seen?: string;
  readonly last_seen?: string;
  readonly count?: number;
  readonly sighting_of_ref: Identifier;
  readonly observed_data_refs?: readonly Identifier<'observed-data'>[];
  readonly where_sighted_refs?: readonly (Identifier<'identity' | 'location'>)[];
  readonly summary?: unknown;
};

/** STIX 2.1 §6.1 */
export type Artifact = {
  readonly type: 'artifact';
  readonly id: Identifier<'artifact'>;
  readonly spec_version?: '2.1';
  readonly object_marking_refs?: readonly Identifier<'marking-definition'>[];
  readonly granular_markings?: readonly GranularMarking[];
  readonly defanged?: boolean;
  readonly extensions?: { readonly [extension: string]: unknown };
  readonly mime_type?: string;
  readonly payload_bin?: string;
  readonly url?: string;
  readonly hashes?: Hashes;
  readonly encryption_algorithm?: 'AES-256-GCM' | 'ChaCha20-Poly1305' | 'mime-type-indicated';
  readonly decryption_key?: string;
};

/** STIX 2.1 §6.2 */
export type AutonomousSystem = {
  readonly type: 'autonomous-system';
  readonly id: Identifier<'autonomous-system'>;
  readonly spec_version?: '2.1';
  readonly object_marking_refs?: readonly Identifier<'marking-definition'>[];
  readonly granular_markings?: readonly GranularMarking[];
  readonly defanged?: boolean;
  readonly extensions?: { readonly [extension: string]: unknown };
  readonly number: number;
  readonly name?: string;
  readonly rir?: string;
};

/** STIX 2.1 §6.3 */
export type Directory = {
  readonly type: 'directory';
  readonly id: Identifier<'directory'>;
  readonly spec_version?: '2.1';
  readonly object_marking_refs?: readonly Identifier<'marking-definition'>[];
  readonly granular_markings?: readonly GranularMarking[];
  readonly defanged?: boolean;
  readonly extensions?: { readonly [extension: string]: unknown };
  readonly path: string;
  readonly path_enc?: string;
  readonly ctime?: string;
  readonly mtime?: string;
  readonly atime?: string;
  readonly contains_refs?: readonly (Identifier<'file' | 'directory'>)[];
};

/** STIX 2.1 §6.4 */
export type DomainName = {
  readonly type: 'domain-name';
  readonly id: Identifier<'domain-name'>;
  readonly spec_version?: '2.1';
  readonly object_marking_refs?: readonly Identifier<'marking-definition'>[];
  readonly granular_markings?: readonly GranularMarking[];
  readonly defanged?: boolean;
  readonly extensions?: { readonly [extension: string]: unknown };
  readonly value: string;
  readonly resolves_to_refs?: readonly (Identifier<'ipv4-addr' | 'ipv6-addr' | 'domain-name'>)[];
};

/** STIX 2.1 §6.5 */
export type EmailAddr = {
  readonly type: 'email-addr';
  readonly id: Identifier<'email-addr'>;
  readonly spec_version?: '2.1';
  readonly object_marking_refs?: readonly Identifier<'marking-definition'>[];
  readonly granular_markings?: readonly GranularMarking[];
  readonly defanged?: boolean;
  readonly extensions?: { readonly [extension: string]: unknown };
  readonly value: string;
  readonly display_name?: string;
  readonly belongs_to_ref?: Identifier<'user-account'>;
};

/** STIX 2.1 §6.6 */
export type EmailMessage = {
  readonly type: 'email-message';
  readonly id: Identifier<'email-message'>;
  readonly spec_version?: '2.1';
  readonly object_marking_refs?: readonly Identifier<'marking-definition'>[];
  readonly granular_markings?: readonly GranularMarking[];
  readonly defanged?: boolean;
  readonly extensions?: { readonly [extension: string]: unknown };
  readonly is_multipart: boolean;
  readonly date?: string;
  readonly content_type?: string;
  readonly from_ref?: Identifier<'email-addr'>;
  readonly sender_ref?: Identifier<'email-addr'>;
  readonly to_refs?: readonly Identifier<'email-addr'>[];
  readonly cc_refs?: readonly Identifier<'email-addr'>[];
  readonly bcc_refs?: readonly Identifier<'email-addr'>[];
  readonly message_id?: string;
  readonly subject?: string;
  readonly received_lines?: readonly string[];
  readonly additional_header_fields?: { readonly [field: string]: readonly string[] };
  readonly body?: string;
  readonly body_multipart?: readonly EmailMimePart[];
  readonly raw_email_ref?: Identifier<'artifact'>;
};

/** STIX 2.1 §6.7 */
export type File = {
  readonly type: 'file';
  readonly id: Identifier<'file'>;
  readonly spec_version?: '2.1';
  readonly object_marking_refs?: readonly Identifier<'marking-definition'>[];
  readonly granular_markings?: readonly GranularMarking[];
  readonly defanged?: boolean;
  readonly extensions?: { readonly 'archive-ext'?: ArchiveExt; readonly 'ntfs-ext'?: NtfsExt; readonly 'pdf-ext'?: PdfExt; readonly 'raster-image-ext'?: RasterImageExt; readonly 'windows-pebinary-ext'?: WindowsPebinaryExt; readonly [extension: string]: unknown };
  readonly hashes?: Hashes;
  readonly size?: number;
  readonly name?: string;
  readonly name_enc?: string;
  readonly magic_number_hex?: string;
  readonly mime_type?: string;
  readonly ctime?: string;
  readonly mtime?: string;
  readonly atime?: string;
  readonly parent_directory_ref?: Identifier<'directory'>;
  readonly contains_refs?: readonly Identifier[];
  readonly content_ref?: Identifier<'artifact'>;
};

/** STIX 2.1 §6.8 */
export type Ipv4Addr = {
  readonly type: 'ipv4-addr';
  readonly id: Identifier<'ipv4-addr'>;
  readonly spec_version?: '2.1';
  readonly object_marking_refs?: readonly Identifier<'marking-definition'>[];
  readonly granular_markings?: readonly GranularMarking[];
  readonly defanged?: boolean;
  readonly extensions?: { readonly [extension: string]: unknown };
  readonly value: string;
  readonly resolves_to_refs?: readonly Identifier<'mac-addr'>[];
  readonly belongs_to_refs?: readonly Identifier<'autonomous-system'>[];
};

/** STIX 2.1 §6.9 */
export type Ipv6Addr = {
  readonly type: 'ipv6-addr';
  readonly id: Identifier<'ipv6-addr'>;
  readonly spec_version?: '2.1';
  readonly object_marking_refs?: readonly Identifier<'marking-definition'>[];
  readonly granular_markings?: readonly GranularMarking[];
  readonly defanged?: boolean;
  readonly extensions?: { readonly [extension: string]: unknown };
  readonly value: string;
  readonly resolves_to_refs?: readonly Identifier<'mac-addr'>[];
  readonly belongs_to_refs?: readonly Identifier<'autonomous-system'>[];
};

/** STIX 2.1 §6.10 */
export type MacAddr = {
  readonly type: 'mac-addr';
  readonly id: Identifier<'mac-addr'>;
  readonly spec_version?: '2.1';
  readonly object_marking_refs?: readonly Identifier<'marking-definition'>[];
  readonly granular_markings?: readonly GranularMarking[];
  readonly defanged?: boolean;
  readonly extensions?: { readonly [extension: string]: unknown };
  readonly value: string;
};

/** STIX 2.1 §6.11 */
export type Mutex = {
  readonly type: 'mutex';
  readonly id: Identifier<'mutex'>;
  readonly spec_version?: '2.1';
  readonly object_marking_refs?: readonly Identifier<'marking-definition'>[];
  readonly granular_markings?: readonly GranularMarking[];
  readonly defanged?: boolean;
  readonly extensions?: { readonly [extension: string]: unknown };
  readonly name: string;
};

/** STIX 2.1 §6.12 */
export type NetworkTraffic = {
  readonly type: 'network-traffic';
  readonly id: Identifier<'network-traffic'>;
  readonly spec_version?: '2.1';
  readonly object_marking_refs?: readonly Identifier<'marking-definition'>[];
  readonly granular_markings?: readonly GranularMarking[];
  readonly defanged?: boolean;
  readonly extensions?: { readonly 'http-request-ext'?: HttpRequestExt; readonly 'icmp-ext'?: IcmpExt; readonly 'socket-ext'?: SocketExt; readonly 'tcp-ext'?: TcpExt; readonly [extension: string]: unknown };
  readonly start?: string;
  readonly end?: string;
  readonly is_active?: boolean;
  readonly src_ref?: Identifier<'ipv4-addr' | 'ipv6-addr' | 'mac-addr' | 'domain-name'>;
  readonly dst_ref?: Identifier<'ipv4-addr' | 'ipv6-addr' | 'mac-addr' | 'domain-name'>;
  readonly src_port?: number;
  readonly dst_port?: number;
  readonly protocols: readonly string[];
  readonly src_byte_count?: number;
  readonly dst_byte_count?: number;
  readonly src_packets?: number;
  readonly dst_packets?: number;
  readonly ipfix?: { readonly [key: string]: number | string };
  readonly src_payload_ref?: Identifier<'artifact'>;
  readonly dst_payload_ref?: Identifier<'artifact'>;
  readonly encapsulates_refs?: readonly Identifier<'network-traffic'>[];
  readonly encapsulated_by_ref?: Identifier<'network-traffic'>;
};

/** STIX 2.1 §6.13 */
export type Process = {
  readonly type: 'process';
  readonly id: Identifier<'process'>;
  readonly spec_version?: '2.1';
  readonly object_marking_refs?: readonly Identifier<'marking-definition'>[];
  readonly granular_markings?: readonly GranularMarking[];
  readonly defanged?: boolean;
  readonly extensions?: { readonly 'windows-process-ext'?: WindowsProcessExt; readonly 'windows-service-ext'?: WindowsServiceExt; readonly [extension: string]: unknown };
  readonly is_hidden?: boolean;
  readonly pid?: number;
  readonly created_time?: string;
  readonly cwd?: string;
  readonly command_line?: string;
  readonly environment_variables?: { readonly [key: string]: string };
  readonly opened_connection_refs?: readonly Identifier<'network-traffic'>[];
  readonly creator_user_ref?: Identifier<'user-account'>;
  readonly image_ref?: Identifier<'file'>;
  readonly parent_ref?: Identifier<'process'>;
  readonly child_refs?: readonly Identifier<'process'>[];
};

/** STIX 2.1 §6.14 */
export type Software = {
  readonly type: 'software';
  readonly id: Identifier<'software'>;
  readonly spec_version?: '2.1';
  readonly object_marking_refs?: readonly Identifier<'marking-definition'>[];
  readonly granular_markings?: readonly GranularMarking[];
  readonly defanged?: boolean;
  readonly extensions?: { readonly [extension: string]: unknown };
  readonly name: string;
  readonly cpe?: string;
  readonly swid?: string;
  readonly languages?: readonly string[];
  readonly vendor?: string;
  readonly version?: string;
};

/** STIX 2.1 §6.15 */
export type Url = {
  readonly type: 'url';
  readonly id: Identifier<'url'>;
  readonly spec_version?: '2.1';
  readonly object_marking_refs?: readonly Identifier<'marking-definition'>[];
  readonly granular_markings?: readonly GranularMarking[];
  readonly defanged?: boolean;
  readonly extensions?: { readonly [extension: string]: unknown };
  readonly value: string;
};

/** STIX 2.1 §6.16 */
export type UserAccount = {
  readonly type: 'user-account';
  readonly id: Identifier<'user-account'>;
  readonly spec_version?: '2.1';
  readonly object_marking_refs?: readonly Identifier<'marking-definition'>[];
  readonly granular_markings?: readonly GranularMarking[];
  readonly defanged?: boolean;
  readonly extensions?: { readonly 'unix-account-ext'?: UnixAccountExt; readonly [extension: string]: unknown };
  readonly user_id?: string;
  readonly credential?: string;
  readonly account_login?: string;
  readonly account_type?: OpenWord<'facebook' | 'ldap' | 'nis' | 'openid' | 'radius' | 'skype' | 'tacacs' | 'twitter' | 'unix' | 'windows-local' | 'windows-domain'>;
  readonly display_name?: string;
  readonly is_service_account?: boolean;
  readonly is_privileged?: boolean;
  readonly can_escalate_privs?: boolean;
  readonly is_disabled?: boolean;
  readonly account_created?: string;
  readonly account_expires?: string;
  readonly credential_last_changed?: string;
  readonly account_first_login?: string;
  readonly account_last_login?: string;
};

/** STIX 2.1 §6.17 */
export type WindowsRegistryKey = {
  readonly type: 'windows-registry-key';
  readonly id: Identifier<'windows-registry-key'>;
  readonly spec_version?: '2.1';
  readonly object_marking_refs?: readonly Identifier<'marking-definition'>[];
  readonly granular_markings?: readonly GranularMarking[];
  readonly defanged?: boolean;
  readonly extensions?: { readonly [extension: string]: unknown };
  readonly key?: string;
  readonly values?: readonly WindowsRegistryValue[];
  readonly modified_time?: string;
  readonly creator_user_ref?: Identifier<'user-account'>;
  readonly number_of_subkeys?: number;
};

/** STIX 2.1 §6.18 */
export type X509Certificate = {
  readonly type: 'x509-certificate';
  readonly id: Identifier<'x509-certificate'>;
  readonly spec_version?: '2.1';
  readonly object_marking_refs?: readonly Identifier<'marking-definition'>[];
  readonly granular_markings?: readonly GranularMarking[];
  readonly defanged?: boolean;
  readonly extensions?: { readonly [extension: string]: unknown };
  readonly is_self_signed?: boolean;
  readonly hashes?: Hashes;
  readonly version?: string;
  readonly serial_number?: string;
  readonly signature_algorithm?: string;
  readonly issuer?: string;
  readonly validity_not_before?: string;
  readonly validity_not_after?: string;
  readonly subject?: string;
  readonly subject_public_key_algorithm?: string;
  readonly subject_public_key_modulus?: string;
  readonly subject_public_key_exponent?: number;
  readonly x509_v3_extensions?: X509V3Extensions;
};

/** STIX 2.1 §7.1 */
export type LanguageContent = {
  readonly type: 'language-content';
  readonly id: Identifier<'language-content'>;
  readonly spec_version: '2.1';
  readonly created_by_ref?: Identifier<'identity'>;
  readonly created: string;
  readonly modified: string;
  readonly revoked?: boolean;
  readonly labels?: readonly string[];
  readonly confidence?: number;
  readonly external_references?: readonly ExternalReference[];
  readonly object_marking_refs?: readonly Identifier<'marking-definition'>[];
  readonly granular_markings?: readonly GranularMarking[];
  readonly extensions?: { readonly [extension: string]: unknown };
  readonly object_ref: Identifier;
  readonly object_modified?: string;
  readonly contents: { readonly [language: string]: { readonly [property: string]: unknown } };
};

/** STIX 2.1 §7.2 */
export type MarkingDefinition = {
  readonly type: 'marking-definition';
  readonly id: Identifier<'marking-definition'>;
  readonly spec_version: '2.1';
  readonly created_by_ref?: Identifier<'identity'>;
  readonly created: string;
  readonly external_references?: readonly ExternalReference[];
  readonly object_marking_refs?: readonly Identifier<'marking-definition'>[];
  readonly granular_markings?: readonly GranularMarking[];
  readonly extensions?: { readonly 'extension-definition--762e2e97-ee51-43e5-a9ea-165fbb862c4a'?: ExtensionDefinition762e2e97Ee5143e5A9ea165fbb862c4a; readonly 'extension-definition--f8d78575-edfd-406e-8e84-6162a8450f5b'?: ExtensionDefinitionF8d78575Edfd406e8e846162a8450f5b; readonly [extension: string]: unknown };
  readonly name?: string;
  readonly definition_type?: OpenWord<'statement' | 'tlp'>;
  readonly definition?: unknown;
};

/** STIX 2.1 §7.3 */
export type ExtensionDefinition = {
  readonly type: 'extension-definition';
  readonly id: Identifier<'extension-definition'>;
  readonly spec_version: '2.1';
  readonly created_by_ref: Identifier<'identity'>;
  readonly created: string;
  readonly modified: string;
  readonly revoked?: boolean;
  readonly labels?: readonly string[];
  readonly external_references?: readonly ExternalReference[];
  readonly object_marking_refs?: readonly Identifier<'marking-definition'>[];
  readonly granular_markings?: readonly GranularMarking[];
  readonly name: string;
  readonly description?: string;
  readonly schema: string;
  readonly version: string;
  readonly extension_types: readonly ('new-sdo' | 'new-sco' | 'new-sro' | 'property-extension' | 'toplevel-property-extension')[];
  readonly extension_properties?: readonly string[];
};

/** §4 */
export type DomainObject = AttackPattern | Campaign | CourseOfAction | Grouping | Identity | Incident | Indicator | Infrastructure | IntrusionSet | Location | Malware | MalwareAnalysis | Note | ObservedData | Opinion | Report | ThreatActor | Tool | Vulnerability;

/** §5 */
export type RelationshipObject = Relationship | Sighting;

/** §6 */
export type Observable = Artifact | AutonomousSystem | Directory | DomainName | EmailAddr | EmailMessage | File | Ipv4Addr | Ipv6Addr | MacAddr | Mutex | NetworkTraffic | Process | Software | Url | UserAccount | WindowsRegistryKey | X509Certificate;

/** §7 */
export type MetaObject = LanguageContent | MarkingDefinition | ExtensionDefinition;

/** Every object type of the standard, by its name. */
export type StixObjects = {
  readonly 'attack-pattern': AttackPattern;
  readonly 'campaign': Campaign;
  readonly 'course-of-action': CourseOfAction;
  readonly 'grouping': Grouping;
  readonly 'identity': Identity;
  readonly 'incident': Incident;
  readonly 'indicator': Indicator;
  readonly 'infrastructure': Infrastructure;
  readonly 'intrusion-set': IntrusionSet;
  readonly 'location': Location;
  readonly 'malware': Malware;
  readonly 'malware-analysis': MalwareAnalysis;
  readonly 'note': Note;
  readonly 'observed-data': ObservedData;
  readonly 'opinion': Opinion;
  readonly 'report': Report;
  readonly 'threat-actor': ThreatActor;
  readonly 'tool': Tool;
  readonly 'vulnerability': Vulnerability;
  readonly 'relationship': Relationship;
  readonly 'sighting': Sighting;
  readonly 'artifact': Artifact;
  readonly 'autonomous-system': AutonomousSystem;
  readonly 'directory': Directory;
  readonly 'domain-name': DomainName;
  readonly 'email-addr': EmailAddr;
  readonly 'email-message': EmailMessage;
  readonly 'file': File;
  readonly 'ipv4-addr': Ipv4Addr;
  readonly 'ipv6-addr': Ipv6Addr;
  readonly 'mac-addr': MacAddr;
  readonly 'mutex': Mutex;
  readonly 'network-traffic': NetworkTraffic;
  readonly 'process': Process;
  readonly 'software': Software;
  readonly 'url': Url;
  readonly 'user-account': UserAccount;
  readonly 'windows-registry-key': WindowsRegistryKey;
  readonly 'x509-certificate': X509Certificate;
  readonly 'language-content': LanguageContent;
  readonly 'marking-definition': MarkingDefinition;
  readonly 'extension-definition': ExtensionDefinition;
};

export type StixType = keyof StixObjects;
