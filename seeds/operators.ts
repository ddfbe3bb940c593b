// The operators of the sample partnership, in seven sectors and three States. All names are made up; any
// resemblance to a real company is coincidence.
import type { Admission } from '../src/service/member/admit-member.ts';

type Row = readonly [
  slug: string,
  name: string,
  country: 'XA' | 'XB' | 'XC',
  sectors: string,
  more?: Partial<Pick<Admission, 'countries' | 'communities' | 'mayPublish' | 'optsOutOfCascade'>>,
];

const ENERGY = { communities: ['energy-circle'] } as const;
const CARE = { communities: ['water-and-health-circle'] } as const;
const WATER = 'drinking-water waste-water';

export const OPERATORS: readonly Row[] = [
  [
    'northreach-grid',
    'Northreach Transmission Grid',
    'XA',
    'energy/electricity',
    { ...ENERGY, mayPublish: true },
  ],
  ['vale-power', 'Vale Power Distribution', 'XA', 'energy/electricity', ENERGY],
  ['harrowdale-station', 'Harrowdale Power Station', 'XA', 'energy/electricity', ENERGY],
  ['midmoor-gas', 'Midmoor Gas Transport', 'XA', 'energy/gas', ENERGY],
  ['hollin-heat-and-gas', 'Hollin Heat and Gas', 'XA', 'energy/gas'],
  ['ostrel-water', 'Ostrel Valley Water', 'XA', 'drinking-water', CARE],
  ['fennimoor-water', 'Fennimoor Water Board', 'XA', WATER, CARE],
  ['tarn-and-holme-waterworks', 'Tarn and Holme Waterworks', 'XA', 'drinking-water'],
  ['st-orla-hospital', 'St Orla University Hospital', 'XA', 'health', CARE],
  ['marrowgate-hospital', 'Marrowgate District Hospital', 'XA', 'health', CARE],
  ['aldermark-blood-service', 'Aldermark Blood Service', 'XA', 'health'],
  ['aldermark-rail', 'Aldermark Rail Network', 'XA', 'transport/rail', { countries: ['XB'] }],
  ['quay-line', 'Quay Line Commuter Rail', 'XA', 'transport/rail', { optsOutOfCascade: true }],
  ['veldnet', 'Veldnet Telecom', 'XA', 'telecom', { mayPublish: true }],
  ['lantern-mobile', 'Lantern Hill Mobile', 'XA', 'telecom'],
  ['ostrel-clearing-bank', 'Ostrel Clearing Bank', 'XA', 'banking'],
  ['fennimoor-savings', 'Fennimoor Savings', 'XA', 'banking'],

  ['sundmark-net', 'Sundmark Electricity Net', 'XB', 'energy/electricity', ENERGY],
  ['brenn-hydro', 'Brenn River Hydro', 'XB', 'energy/electricity', ENERGY],
  ['eastfell-gas-storage', 'Eastfell Gas Storage', 'XB', 'energy/gas', { ...ENERGY, countries: ['XA'] }],
  ['sundmark-gas', 'Sundmark Gas Supply', 'XB', 'energy/gas', ENERGY],
  ['lakeshore-water', 'Lakeshore Water Union', 'XB', 'drinking-water', { ...CARE, mayPublish: true }],
  ['upper-brenn-sewage', 'Upper Brenn Sewage Union', 'XB', 'waste-water', CARE],
  ['grensted-hospital', 'Grensted Border Hospital', 'XB', 'health', CARE],
  ['sundmark-clinics', 'Sundmark Regional Clinics', 'XB', 'health', CARE],
  ['brennland-railways', 'Brennland Railways', 'XB', 'transport/rail'],
  ['sund-tunnel-rail', 'Sund Tunnel Rail', 'XB', 'transport/rail', { countries: ['XA'] }],
  ['brenntel', 'Brenntel Fixed and Mobile', 'XB', 'telecom'],
  ['long-cable', 'Long Cable Landing Stations', 'XB', 'telecom', { countries: ['XC'] }],
  ['sundmark-bank', 'Bank of Sundmark', 'XB', 'banking'],
  ['brenn-cooperative-bank', 'Brenn Cooperative Bank', 'XB', 'banking'],

  ['skerry-light', 'Skerry Light and Power', 'XC', 'energy/electricity'],
  ['lagoon-energy', 'Lagoon Wind and Diesel', 'XC', 'energy/electricity'],
  ['windward-desalination', 'Windward Desalination', 'XC', 'drinking-water', CARE],
  ['atoll-water', 'Outer Atolls Water', 'XC', WATER],
  ['coral-general-hospital', 'Coral General Hospital', 'XC', 'health', CARE],
  ['windward-clinic', 'Windward Clinic', 'XC', 'health'],
  ['atoll-mobile', 'Atoll Mobile', 'XC', 'telecom'],
  ['reef-connect', 'Reef Connect', 'XC', 'telecom'],
  ['island-savings', 'Island Savings and Loans', 'XC', 'banking'],
];
