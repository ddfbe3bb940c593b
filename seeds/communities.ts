// The communities of the sample, each kept by its centre. Who is in them stands with the members (cast.ts, operators.ts).
import type { NewCommunity } from '../src/service/community/keep-community.ts';

const OPEN = { roll: 'PARTNERSHIP', joining: 'REQUEST', opensHistory: true } as const;

export const COMMUNITIES: readonly NewCommunity[] = [
  {
    slug: 'energy-circle',
    name: 'Energy Circle',
    purpose: 'Operators of grids and pipelines in Aldermark and Brennland warn one another.',
    managers: ['energy-circle'],
    ...OPEN,
  },
  {
    slug: 'water-and-health-circle',
    name: 'Water and Health Circle',
    purpose: 'Waterworks and hospitals of the three States, with little staff and the same suppliers.',
    managers: ['water-and-health-circle'],
    ...OPEN,
  },
];
