// The live warning: published last, at the time of seeding. A grid in XA is under attack; members that depend on it
// receive it too. The CVE is real; attackers, addresses and hashes are made up or reserved for examples.
import { createHash } from 'node:crypto';
import { TLP2_MARKING_IDS } from 'stix2-ts/marking';
import type { WarningDraft } from '../../src/domain/warning.ts';
import { identifierFor } from '../../src/exchange/identifier-for.ts';
import { desk, hoursFrom, warning } from './drafts.ts';

export const LIVE = 'breaker-gateway';

export const liveWarning = (now: Date): WarningDraft =>
  warning({
    headline: 'Breakers opened remotely at two substations through exposed VPN gateways',
    summary: [
      'Since 04:10 UTC intruders have opened breakers at two substations of the Aldermark grid. They came in',
      'through remote access gateways with CVE-2024-3400, and left malware waiting on the engineering',
      'workstation. Power is back; the same way in is open at other operators. Expect short outages without notice: if you',
      'depend on electricity, check your generators and batteries now.',
    ].join(' '),
    actions: [
      {
        text: 'Take remote access gateways with CVE-2024-3400 off the internet, or install the fix.',
        by: hoursFrom(now, 4).toISOString(),
      },
      {
        text: 'Search gateways and engineering workstations for the indicators in this warning.',
        by: hoursFrom(now, 12).toISOString(),
      },
      {
        text: 'Switch substation control to local, and staff the stations that you cannot do without.',
        by: hoursFrom(now, 12).toISOString(),
      },
      {
        text: 'If you depend on the grid: start generators on load for ten minutes and check fuel.',
        by: hoursFrom(now, 24).toISOString(),
      },
    ],
    contacts: [
      desk('Aldermark Cyber Agency, duty officer', '+999 1 555 0100'),
      desk('Northreach Transmission Grid, control room', '+999 1 555 0142'),
    ],
    urgency: 'IMMEDIATE',
    severity: 'SEVERE',
    certainty: 'OBSERVED',
    validUntil: hoursFrom(now, 72).toISOString(),
    translations: [PORTUGUESE],
    sectorsConcerned: ['energy/electricity'],
    countriesConcerned: ['XA'],
    marking: 'GREEN',
    audience: {
      alternatives: [
        { sectors: ['energy/electricity'], countries: ['XA'] },
        { kinds: ['NATIONAL_CSIRT', 'SECTOR_CSIRT', 'STATE_CONTACT'], countries: ['XA', 'XB'] },
      ],
      excludes: [],
    },
    externalReferences: [{ source: 'cve', id: 'CVE-2024-3400', url: null }],
    bundle: bundleAt(now),
  });

const PORTUGUESE = {
  language: 'pt',
  headline: 'Disjuntores abertos à distância em duas subestações através de gateways de VPN expostos',
  summary: [
    'Desde as 04:10 UTC, intrusos abriram disjuntores em duas subestações da rede de Aldermark. Entraram por',
    'gateways de acesso remoto com a CVE-2024-3400 e deixaram um programa à espera no posto de engenharia. A',
    'energia voltou; o mesmo caminho continua aberto em outras redes. Esperem cortes breves sem aviso: quem',
    'depende da eletricidade deve verificar já os geradores e as baterias.',
  ].join(' '),
  actions: [
    'Retirem da internet os gateways de acesso remoto com a CVE-2024-3400, ou instalem a correção.',
    'Procurem os indicadores deste alerta nos gateways e nos postos de engenharia.',
    'Passem o comando das subestações para local e ponham pessoal nas estações indispensáveis.',
    'Se dependem da rede: ponham os geradores em carga durante dez minutos e verifiquem o combustível.',
  ],
} as const;

const idOf = (type: string, name: string): string => identifierFor(type, `story/${name}`);

const IDS = {
  malware: idOf('malware', 'latchkey'),
  vulnerability: idOf('vulnerability', 'CVE-2024-3400'),
  address: idOf('indicator', 'latchkey-address'),
  file: idOf('indicator', 'latchkey-file'),
  course: idOf('course-of-action', 'close-the-gateway'),
} as const;

const FILE_HASH = createHash('sha256').update('Latchkey, which exists in this story only').digest('hex');

const bundleAt = (now: Date) => {
  const at = hoursFrom(now, 0).toISOString();
  const shared = {
    spec_version: '2.1',
    created_by_ref: identifierFor('identity', 'aldermark-cyber-agency'),
    created: at,
    modified: at,
    object_marking_refs: [TLP2_MARKING_IDS.GREEN],
  };
  const related = (from: string, relationship: string, to: string) => ({
    type: 'relationship',
    id: idOf('relationship', `${from} ${relationship} ${to}`),
    ...shared,
    relationship_type: relationship,
    source_ref: from,
    target_ref: to,
  });
  return {
    type: 'bundle',
    id: idOf('bundle', LIVE),
    objects: [
      ...assertionsOf(at, shared),
      related(IDS.address, 'indicates', IDS.malware),
      related(IDS.file, 'indicates', IDS.malware),
      related(IDS.malware, 'exploits', IDS.vulnerability),
      related(IDS.course, 'mitigates', IDS.vulnerability),
    ],
  };
};

const assertionsOf = (at: string, shared: object) => [
  {
    type: 'malware',
    id: IDS.malware,
    ...shared,
    name: 'Latchkey',
    description: 'Waits on engineering workstations and opens breakers through the operator’s own tools.',
    malware_types: ['backdoor'],
    is_family: true,
  },
  {
    type: 'vulnerability',
    id: IDS.vulnerability,
    ...shared,
    name: 'CVE-2024-3400',
    description: 'Command injection in a remote access gateway, before any login.',
    external_references: [
      { source_name: 'cve', external_id: 'CVE-2024-3400' },
      { source_name: 'cwe', external_id: 'CWE-77' },
    ],
  },
  {
    type: 'indicator',
    id: IDS.address,
    ...shared,
    name: 'Where Latchkey reports to',
    indicator_types: ['malicious-activity'],
    pattern: "[ipv4-addr:value = '203.0.113.77'] OR [domain-name:value = 'relay-maintenance.example']",
    pattern_type: 'stix',
    pattern_version: '2.1',
    valid_from: at,
  },
  {
    type: 'indicator',
    id: IDS.file,
    ...shared,
    name: 'The Latchkey program',
    indicator_types: ['malicious-activity'],
    pattern: `[file:hashes.'SHA-256' = '${FILE_HASH}']`,
    pattern_type: 'stix',
    pattern_version: '2.1',
    valid_from: at,
  },
  {
    type: 'course-of-action',
    id: IDS.course,
    ...shared,
    name: 'Close the gateway',
    description:
      'Take the gateway off the internet or install the fix; then change every credential it knew.',
  },
];
