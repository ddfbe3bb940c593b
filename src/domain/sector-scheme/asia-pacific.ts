// Schemes of Asia and the Pacific: Australia (11), India (6), Japan (14), Singapore (11).
import { type SectorScheme, sectorsFrom } from './scheme.ts';

const READING = { author: 'hub', date: '2026-01-15' };
const FINANCE = '> banking, > financial-market-infrastructure';
const WATER = '> drinking-water, > waste-water';

export const AUSTRALIA: SectorScheme = {
  id: 'au-soci-11',
  territory: 'AU',
  instrument: 'Security of Critical Infrastructure Act 2018, sections 8D and 8E',
  source: 'text of the Act and cisc.gov.au, as stored',
  checked: true,
  isFictional: false,
  language: 'en',
  sectors: sectorsFrom(
    [
      [
        'Communications',
        '~ telecom',
        [
          ['telecommunications', '= telecom'],
          ['broadcasting', '< telecom'],
          ['domain name system', '< digital-infrastructure'],
        ],
      ],
      ['Data storage or processing', '< digital-infrastructure'],
      ['Defence industry', '= defence-industrial-base'],
      [
        'Energy',
        '~ energy',
        [
          ['electricity', '= energy/electricity'],
          ['gas', '= energy/gas'],
          ['energy market operator', '< energy'],
          ['liquid fuel', '~ energy/oil'],
        ],
      ],
      [
        'Financial services and markets',
        FINANCE,
        [
          ['banking', '= banking'],
          ['superannuation', ''],
          ['insurance', ''],
          ['financial market infrastructure', '= financial-market-infrastructure'],
        ],
      ],
      ['Food and grocery', '~ food'],
      ['Health care and medical', '= health', [['hospital', '< health']]],
      ['Higher education and research', '> research, ? education'],
      ['Space technology', '= space'],
      [
        'Transport',
        '= transport',
        [
          ['port', '< transport/water'],
          ['freight infrastructure', '< transport'],
          ['freight services', '< transport'],
          ['public transport', '< transport'],
          ['aviation', '= transport/air'],
        ],
      ],
      ['Water and sewerage', WATER],
    ],
    READING,
  ),
};

export const INDIA: SectorScheme = {
  id: 'in-nciipc-6',
  territory: 'IN',
  instrument: 'NCIIPC critical sectors (Information Technology Act 2000, section 70A)',
  source: 'several pages agreeing on six; some add Health as a seventh',
  checked: true,
  isFictional: false,
  language: 'en',
  sectors: sectorsFrom(
    [
      ['Power & Energy', '~ energy'],
      ['Banking, Financial Services & Insurance', FINANCE],
      ['Telecom', '= telecom'],
      ['Transport', '= transport'],
      ['Government', '~ public-administration'],
      ['Strategic & Public Enterprises', ''],
    ],
    READING,
  ),
};

export const JAPAN: SectorScheme = {
  id: 'jp-14',
  territory: 'JP',
  instrument:
    'Cybersecurity Policy for Critical Infrastructure Protection, 4th edition (2017, revised 2018): 13 sectors, Airport the 14th',
  source: 'book chapter as stored; Ports were added as a 15th in 2024 (not checked)',
  checked: true,
  isFictional: false,
  language: 'en',
  sectors: sectorsFrom(
    [
      ['Information and Communication Services', '> telecom, > digital-infrastructure, > ict-services'],
      [
        'Financial Services',
        FINANCE,
        [
          ['Banking', '= banking'],
          ['Life insurance', ''],
          ['General insurance', ''],
          ['Securities', '< financial-market-infrastructure'],
        ],
      ],
      ['Aviation Services', '< transport/air'],
      ['Airport Services', '< transport/air'],
      ['Railway Services', '= transport/rail'],
      ['Electric Power Supply Services', '= energy/electricity'],
      ['Gas Supply Services', '= energy/gas'],
      ['Government and Administrative Services', '= public-administration'],
      ['Medical Services', '~ health'],
      ['Water Services', '~ drinking-water'],
      ['Logistics Services', '< transport, ? postal'],
      ['Chemical Industries', '= chemical'],
      ['Credit Card Services', '? banking'],
      ['Petroleum Industries', '= energy/oil'],
    ],
    READING,
  ),
};

export const SINGAPORE: SectorScheme = {
  id: 'sg-cii-11',
  territory: 'SG',
  instrument: 'Cybersecurity Act 2018, critical information infrastructure sectors',
  source: 'from general knowledge',
  checked: false,
  isFictional: false,
  language: 'en',
  sectors: sectorsFrom(
    [
      ['Aviation', '= transport/air'],
      ['Banking and Finance', FINANCE],
      ['Energy', '~ energy'],
      ['Government', '~ public-administration'],
      ['Healthcare', '= health'],
      ['Infocomm', '> telecom, > digital-infrastructure, > ict-services'],
      ['Land Transport', '> transport/rail, > transport/road'],
      ['Maritime', '~ transport/water'],
      ['Media', '? telecom'],
      ['Security and Emergency Services', '= emergency-and-public-safety'],
      ['Water', WATER],
    ],
    READING,
  ),
};
