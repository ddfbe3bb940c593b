// The communities of the sample: two that their centres keep by hand, whose members stand with the members (cast.ts,
// operators.ts), and one whose members follow from a rule.
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
  {
    slug: 'lifelines-of-the-islands',
    name: 'Lifelines of the Coral Islands',
    purpose:
      'Whoever runs power, water, telecommunications or ferries there, and hears of the weather first.',
    managers: ['coral-cyber-agency'],
    rule: {
      kinds: ['OPERATOR'],
      sectors: ['energy', 'drinking-water', 'telecom', 'transport/water'],
      countries: ['XC'],
    },
    roll: 'COMMUNITY',
  },
];
