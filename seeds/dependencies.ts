// Dependencies that members declare: a hospital on a single grid operator, and dependencies across borders.
import type { Declaration } from '../src/service/member/declare-dependency.ts';

export const DEPENDENCIES: readonly Declaration[] = [
  {
    dependent: 'st-orla-hospital',
    provider: 'northreach-grid',
    service: 'electricity to the main building',
    strength: 0.9,
    redundancy: 0.2,
    bufferHours: 48,
  },
  {
    dependent: 'grensted-hospital',
    provider: 'northreach-grid',
    service: 'electricity over the border line',
    strength: 0.6,
    redundancy: 0.3,
    bufferHours: 24,
  },
  {
    dependent: 'sund-tunnel-rail',
    provider: 'vale-power',
    service: 'traction current for the tunnel',
    strength: 0.8,
    redundancy: 0.1,
    bufferHours: 1,
  },
  {
    dependent: 'harrowdale-station',
    provider: 'eastfell-gas-storage',
    service: 'gas in winter',
    strength: 0.7,
    redundancy: 0.2,
    bufferHours: 36,
  },
  {
    dependent: 'atoll-mobile',
    provider: 'long-cable',
    service: 'the only cable to the mainland',
    strength: 0.9,
    redundancy: 0.1,
    bufferHours: 0,
  },
  {
    dependent: 'windward-desalination',
    provider: 'skerry-light',
    service: 'electricity to the pumps',
    strength: 1,
    redundancy: 0.3,
    bufferHours: 12,
  },
];
