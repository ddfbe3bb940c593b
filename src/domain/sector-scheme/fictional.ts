// The schemes of the sample story's three States (ISO user-assigned codes), different on purpose: XA is short, XB splits
// finely as NIS2 does, XC joins energy with water and has no finance.
import { type SectorScheme, sectorsFrom } from './scheme.ts';

export const STATE_XA: SectorScheme = {
  id: 'xa-7',
  territory: 'XA',
  instrument:
    'Vital Services Act (fictional), schedule 1: services whose failure within a day endangers life or order',
  source: 'sample story',
  checked: true,
  isFictional: true,
  language: 'en',
  sectors: sectorsFrom(
    [
      [
        'Power and Fuel',
        '~ energy',
        [
          ['Power Grid', '= energy/electricity'],
          ['Fuel Supply', '> energy/oil, > energy/gas'],
        ],
      ],
      ['Water', '> drinking-water, > waste-water'],
      ['Hospitals and Care', '~ health'],
      ['Mobility', '~ transport'],
      ['Networks and Data', '> telecom, > digital-infrastructure, > ict-services'],
      ['Money', '> banking, > financial-market-infrastructure'],
      ['State and Safety', '> public-administration, > emergency-and-public-safety'],
    ],
    { author: 'XA', date: '2025-03-01' },
  ),
};

export const STATE_XB: SectorScheme = {
  id: 'xb-11',
  territory: 'XB',
  instrument: 'Ordinance on Essential Entities (fictional), annex: entities by purpose and by effect',
  source: 'sample story',
  checked: true,
  isFictional: true,
  language: 'en',
  sectors: sectorsFrom(
    [
      ['Electricity', '= energy/electricity'],
      ['Oil and Gas', '> energy/oil, > energy/gas'],
      ['Drinking Water', '= drinking-water'],
      ['Waste Water', '= waste-water'],
      ['Rail', '= transport/rail'],
      ['Ports and Inland Waterways', '~ transport/water'],
      ['Health', '= health'],
      ['Banking', '= banking'],
      ['Telecommunications', '= telecom'],
      ['Government', '= public-administration'],
      ['Food Supply', '~ food'],
    ],
    { author: 'XB', date: '2024-11-20' },
  ),
};

export const STATE_XC: SectorScheme = {
  id: 'xc-6',
  territory: 'XC',
  instrument: 'Directive on the Lifelines of the Islands (fictional)',
  source: 'sample story',
  checked: true,
  isFictional: true,
  language: 'en',
  sectors: sectorsFrom(
    [
      ['Energy and Water', '> energy, > drinking-water, > waste-water, > dams'],
      ['Communications', '~ telecom, ? space'],
      ['Sea and Air Links', '> transport/water, > transport/air'],
      ['Health and Civil Protection', '> health, > emergency-and-public-safety'],
      ['Tourism', '= tourism'],
      ['Administration and Elections', '> public-administration, > elections'],
    ],
    { author: 'XC', date: '2025-06-10' },
  ),
};
