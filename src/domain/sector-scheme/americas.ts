// National schemes of the Americas: the United States (16), Canada (10), Brazil.
import { type SectorScheme, sectorsFrom } from './scheme.ts';

const READING = { author: 'hub', date: '2026-01-15' };

export const US_CISA: SectorScheme = {
  id: 'us-cisa-16',
  territory: 'US',
  instrument: 'National Security Memorandum 22 (2024), earlier Presidential Policy Directive 21',
  source: 'names as in CISA advisories and in MISP taxonomy dhs-ciip-sectors',
  checked: true,
  isFictional: false,
  language: 'en',
  sectors: sectorsFrom(
    [
      ['Chemical', '= chemical'],
      ['Commercial Facilities', '~ commercial-facilities, ? tourism, ? culture'],
      ['Communications', '~ telecom'],
      ['Critical Manufacturing', '~ manufacturing'],
      ['Dams', '= dams'],
      ['Defense Industrial Base', '= defence-industrial-base'],
      ['Emergency Services', '~ emergency-and-public-safety'],
      ['Energy', '~ energy'],
      ['Financial Services', '> banking, > financial-market-infrastructure'],
      ['Food and Agriculture', '~ food'],
      ['Government Services and Facilities', '~ public-administration, ? education, ? elections'],
      ['Healthcare and Public Health', '~ health'],
      ['Information Technology', '> digital-infrastructure, > ict-services, > digital-providers'],
      ['Nuclear Reactors, Materials, and Waste', '~ nuclear'],
      ['Transportation Systems', '~ transport, ? postal'],
      ['Water and Wastewater Systems', '> drinking-water, > waste-water'],
    ],
    READING,
    {
      'Nuclear Reactors, Materials, and Waste': 'nuclear',
      'Water and Wastewater Systems': 'water-and-wastewater',
    },
  ),
};

export const CANADA: SectorScheme = {
  id: 'ca-10',
  territory: 'CA',
  instrument: 'National Strategy for Critical Infrastructure (2009)',
  source: 'Public Safety Canada consultation page, as stored',
  checked: true,
  isFictional: false,
  language: 'en',
  sectors: sectorsFrom(
    [
      ['Energy and Utilities', '~ energy, ? nuclear'],
      ['Finance', '> banking, > financial-market-infrastructure'],
      ['Food', '~ food'],
      ['Government', '~ public-administration'],
      ['Health', '= health'],
      [
        'Information and Communication Technology',
        '> telecom, > digital-infrastructure, > ict-services, > digital-providers',
      ],
      ['Manufacturing', '= manufacturing'],
      ['Safety', '~ emergency-and-public-safety'],
      ['Transportation', '= transport'],
      ['Water', '> drinking-water, > waste-water'],
    ],
    READING,
  ),
};

export const BRAZIL: SectorScheme = {
  id: 'br-ensic',
  territory: 'BR',
  instrument:
    'Decreto 10.569/2020 (Estratégia Nacional de Segurança de Infraestruturas Críticas); gov.br/gsi adds defence',
  source: 'planalto.gov.br, as stored',
  checked: true,
  isFictional: false,
  language: 'pt-BR',
  sectors: sectorsFrom(
    [
      ['Comunicações', '~ telecom'],
      ['Energia', '~ energy'],
      ['Transportes', '= transport'],
      ['Finanças', '> banking, > financial-market-infrastructure'],
      ['Águas', '> drinking-water, > waste-water, > dams'],
      ['Defesa', '~ defence-industrial-base'],
    ],
    READING,
  ),
};
