// The cast of the tests: a small partnership in two States; the stories use its names.

import type { Member, MemberKind } from '../../src/domain/member.ts';
import { isActiveIn } from '../../src/domain/partnership/standing.ts';
import { identifierFor } from '../../src/exchange/identifier-for.ts';

type Sketch = Partial<Omit<Member, 'id' | 'slug' | 'identity'>> & { readonly kind: MemberKind };

export const memberOf = (slug: string, sketch: Sketch): Member => ({
  id: identifierFor('member', slug),
  slug,
  name: slug
    .split('-')
    .map((word) => word[0]?.toUpperCase() + word.slice(1))
    .join(' '),
  country: 'XA',
  countries: [],
  sectors: [],
  communities: [],
  clients: [],
  mayPublish: false,
  optsOutOfCascade: false,
  isActive: isActiveIn(sketch.standing ?? 'MEMBER'),
  standing: 'MEMBER',
  identity: identifierFor('identity', slug),
  ...sketch,
});

const publishes = { mayPublish: true } as const;

export const CAST = {
  cyberAgency: memberOf('cyber-agency', { kind: 'AGENCY', sectors: ['public-administration'], ...publishes }),
  northGrid: memberOf('north-grid', { kind: 'OPERATOR', sectors: ['energy/electricity'], ...publishes }),
  southGrid: memberOf('south-grid', { kind: 'OPERATOR', sectors: ['energy/electricity'], country: 'XB' }),
  riverWater: memberOf('river-water', { kind: 'OPERATOR', sectors: ['drinking-water', 'waste-water'] }),
  cityHospital: memberOf('city-hospital', {
    kind: 'OPERATOR',
    sectors: ['health'],
    communities: ['health-circle'],
  }),
  metroRail: memberOf('metro-rail', {
    kind: 'OPERATOR',
    sectors: ['transport/rail'],
    optsOutOfCascade: true,
  }),
  energyCentre: memberOf('energy-centre', {
    kind: 'SHARING_CENTRE',
    sectors: ['energy/electricity', 'energy/gas'],
    communities: ['energy-circle'],
    clients: [identifierFor('member', 'small-gas')],
    ...publishes,
  }),
  smallGas: memberOf('small-gas', { kind: 'OPERATOR', sectors: ['food'] }),
  xbCsirt: memberOf('xb-csirt', { kind: 'NATIONAL_CSIRT', country: 'XB', ...publishes }),
} as const;

export type CastName = keyof typeof CAST;
