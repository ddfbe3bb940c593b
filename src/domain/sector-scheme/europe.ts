// European schemes: the NIS2 directive (18 sectors of two annexes) and the United Kingdom (13).
import { type SectorScheme, sectorsFrom } from './scheme.ts';

const READING = { author: 'hub', date: '2026-01-15' };

export const EU_NIS2: SectorScheme = {
  id: 'eu-nis2',
  territory: 'EU',
  instrument: 'Directive (EU) 2022/2555, Annexes I and II',
  source: 'published guides to the directive (two read, agreeing)',
  checked: true,
  isFictional: false,
  language: 'en',
  sectors: sectorsFrom(
    [
      [
        'Energy',
        '= energy',
        [
          ['Electricity', '= energy/electricity'],
          ['District heating and cooling', '= energy/district-heating'],
          ['Oil', '= energy/oil'],
          ['Gas', '= energy/gas'],
          ['Hydrogen', '= energy/hydrogen'],
        ],
      ],
      [
        'Transport',
        '= transport',
        [
          ['Air', '= transport/air'],
          ['Rail', '= transport/rail'],
          ['Water', '= transport/water'],
          ['Road', '= transport/road'],
        ],
      ],
      ['Banking', '= banking'],
      ['Financial market infrastructures', '= financial-market-infrastructure'],
      ['Health', '= health'],
      ['Drinking water', '= drinking-water'],
      ['Waste water', '= waste-water'],
      ['Digital infrastructure', '~ digital-infrastructure, > telecom'],
      ['ICT service management (business-to-business)', '= ict-services'],
      ['Public administration', '= public-administration'],
      ['Space', '= space'],
      ['Postal and courier services', '= postal'],
      ['Waste management', '= waste-management'],
      ['Manufacture, production and distribution of chemicals', '= chemical'],
      ['Production, processing and distribution of food', '~ food'],
      [
        'Manufacturing',
        '= manufacturing',
        [
          ['Medical devices', '< manufacturing'],
          ['Computer, electronic and optical products', '< manufacturing'],
          ['Electrical equipment', '< manufacturing'],
          ['Machinery and equipment n.e.c.', '< manufacturing'],
          ['Motor vehicles, trailers and semi-trailers', '< manufacturing'],
          ['Other transport equipment', '< manufacturing'],
        ],
      ],
      ['Digital providers', '= digital-providers'],
      ['Research', '= research'],
    ],
    READING,
  ),
};

export const UNITED_KINGDOM: SectorScheme = {
  id: 'uk-cni-13',
  territory: 'GB',
  instrument: 'National infrastructure sectors (NPSA)',
  source:
    'npsa.gov.uk, frequently asked questions, February 2024; data centres were designated in addition in September 2024 (not checked)',
  checked: true,
  isFictional: false,
  language: 'en',
  sectors: sectorsFrom(
    [
      ['Chemicals', '= chemical'],
      ['Civil Nuclear', '~ nuclear'],
      ['Communications', '~ telecom, ? digital-infrastructure'],
      ['Defence', '~ defence-industrial-base'],
      [
        'Emergency Services',
        '~ emergency-and-public-safety',
        [
          ['Police', '< emergency-and-public-safety'],
          ['Ambulance', '< emergency-and-public-safety'],
          ['Fire Services', '< emergency-and-public-safety'],
          ['Coast Guard', '< emergency-and-public-safety'],
        ],
      ],
      ['Energy', '~ energy'],
      ['Finance', '> banking, > financial-market-infrastructure'],
      ['Food', '~ food'],
      ['Government', '~ public-administration'],
      ['Health', '= health'],
      ['Space', '= space'],
      ['Transport', '= transport'],
      ['Water', '> drinking-water, > waste-water'],
    ],
    READING,
  ),
};
