// The members of the sample partnership: besides the operators these are the agencies, CSIRTs, sharing centres and State
// contacts of three fictional States (ISO 3166 user-assigned codes), the hub itself, and the publisher of imports.
import type { Admission } from '../src/service/member/admit-member.ts';
import { OPERATORS } from './operators.ts';

/** XA is centralised, XB finely divided, XC a chain of islands; their sector schemes are in domain/sector-scheme. */
export const STATES = { XA: 'Aldermark', XB: 'Brennland', XC: 'Coral Islands' } as const;

const NOTHING = {
  countries: [],
  sectors: [],
  communities: [],
  clients: [],
  mayPublish: false,
  optsOutOfCascade: false,
} as const;

type Sketch = Partial<Admission> & Pick<Admission, 'kind' | 'country'>;

const member = (slug: string, name: string, sketch: Sketch): Admission => ({
  ...NOTHING,
  slug,
  name,
  ...sketch,
});

const authorities = (
  country: keyof typeof STATES,
  state: string,
  agency: string,
  teams: Partial<Admission>,
): Admission[] => {
  const government = { country, sectors: ['public-administration'] };
  return [
    member(`${state}-cyber-agency`, agency, { kind: 'AGENCY', mayPublish: true, ...government }),
    member(`${state}-csirt`, `CSIRT ${STATES[country]}`, { kind: 'NATIONAL_CSIRT', country, ...teams }),
    member(`${state}-state-contact`, `State contact of ${STATES[country]}`, {
      kind: 'STATE_CONTACT',
      ...government,
    }),
  ];
};

const centres: readonly Admission[] = [
  member('energy-circle', 'Energy Circle', {
    kind: 'SHARING_CENTRE',
    country: 'XA',
    countries: ['XB'],
    sectors: ['energy/electricity', 'energy/gas'],
    communities: ['energy-circle'],
    // Too small for a security desk: they receive TLP:AMBER as clients of the centre.
    clients: ['hollin-heat-and-gas', 'skerry-light'],
    mayPublish: true,
  }),
  member('water-and-health-circle', 'Water and Health Circle', {
    kind: 'SHARING_CENTRE',
    country: 'XB',
    countries: ['XA', 'XC'],
    sectors: ['drinking-water', 'waste-water', 'health'],
    communities: ['water-and-health-circle'],
    clients: ['tarn-and-holme-waterworks', 'windward-clinic'],
    mayPublish: true,
  }),
];

const houses: readonly Admission[] = [
  member('tocsin-hub', 'Tocsin hub', { kind: 'HUB', country: 'ZZ' }),
  member('secretariat', 'Secretariat of the partnership', {
    kind: 'AGENCY',
    country: 'ZZ',
    mayPublish: true,
  }),
  member('cisa-import', 'CISA advisories (imported)', { kind: 'AGENCY', country: 'US', mayPublish: true }),
];

const operators: readonly Admission[] = OPERATORS.map(([slug, name, country, sectors, more]) =>
  member(slug, name, { kind: 'OPERATOR', country, sectors: sectors.split(' '), ...more }),
);

export const CAST: readonly Admission[] = [
  ...houses,
  ...authorities('XA', 'aldermark', 'Aldermark Cyber Agency', { mayPublish: true }),
  ...authorities('XB', 'brennland', 'Brennland Office for Network Security', { mayPublish: true }),
  ...authorities('XC', 'coral', 'Digital Authority of the Coral Islands', { sectors: ['telecom'] }),
  ...centres,
  ...operators,
];
