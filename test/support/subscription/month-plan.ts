// A month in a partnership, drawn from a seed: who subscribes to what, what is published and corrected, what people do with their
// subscriptions, and what goes wrong with workers and clocks.

import {
  CADENCES,
  DEFAULT_SCHEDULE,
  type Subscription,
} from '../../../src/domain/subscription/subscription.ts';
import type { WarningDraft } from '../../../src/domain/warning.ts';
import { SEVERITIES, URGENCIES } from '../../../src/domain/warning.ts';
import { draft } from '../hub.ts';
import type { Random } from '../random.ts';

export type Size = {
  readonly people: number;
  readonly warnings: number;
  readonly corrections: number;
  readonly recalls: number;
  /** Warnings that ask for an answer by an instant. */
  readonly asking: number;
  readonly days: number;
};

export const MONTH: Size = { people: 200, warnings: 600, corrections: 60, recalls: 5, asking: 40, days: 30 };

export const BEGAN = Date.parse('2026-10-12T00:00:00.000Z');
export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** The clocks go back in both Helsinki and New York within the month. */
const ZONES = [
  'UTC',
  'Europe/Helsinki',
  'America/New_York',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
] as const;
const SECTORS = ['energy/electricity', 'health', 'drinking-water', 'telecom'] as const;

export type Event =
  | { readonly at: number; readonly kind: 'PUBLISH'; readonly index: number; readonly draft: WarningDraft }
  | { readonly at: number; readonly kind: 'CORRECT'; readonly index: number }
  | { readonly at: number; readonly kind: 'RECALL'; readonly index: number }
  | {
      readonly at: number;
      readonly kind: 'PAUSE' | 'RESUME' | 'UNSUBSCRIBE' | 'RESCHEDULE';
      readonly person: number;
    }
  /** Workers stand still from here for some hours. */
  | { readonly at: number; readonly kind: 'OUTAGE'; readonly hours: number }
  /** The clock is set back, and then right. */
  | { readonly at: number; readonly kind: 'CLOCK_BACK'; readonly minutes: number }
  | { readonly at: number; readonly kind: 'TICK' };

export const sectorsOf = (member: number): readonly string[] => [
  SECTORS[member % SECTORS.length] ?? 'health',
  ...(member % 3 === 0 ? ['transport/rail'] : []),
];

type Shape = Pick<Subscription, 'name' | 'filter'> & Omit<Subscription, keyof Whose | 'name' | 'filter'>;
type Whose = Pick<Subscription, 'id' | 'member' | 'person' | 'endpoint'>;

/** One or two for each person. */
export const subscriptionsOf = (random: Random): Shape[] =>
  Array.from({ length: random.chance(0.3) ? 2 : 1 }, (_, at) => ({
    ...DEFAULT_SCHEDULE,
    name: `subscription ${at}`,
    filter: {
      ...(random.chance(0.4) ? { sectors: random.some([...SECTORS, 'energy'], 1, 3) } : {}),
      ...(random.chance(0.2) ? { severities: random.some(SEVERITIES, 1, 3) } : {}),
      ...(random.chance(0.1) ? { isDirectOnly: true } : {}),
    },
    cadence: random.pick(CADENCES),
    hour: random.below(24),
    weekday: 1 + random.below(7),
    timeZone: random.pick(ZONES),
    mostPerHour: 1 + random.below(3),
    quietHours: random.chance(0.4) ? { from: '22:00', until: '06:30' } : null,
    state: 'ACTIVE' as const,
    pausedSince: null,
    pausedUntil: null,
    expiresAt: random.chance(0.1) ? new Date(BEGAN + random.below(30) * DAY_MS) : null,
    createdAt: new Date(BEGAN),
    endedAt: null,
  }));

const draftOf = (random: Random, index: number, at: number, asks: boolean): WarningDraft =>
  draft({
    ...(asks
      ? {
          level: 'ESSENTIAL_ACTION' as const,
          answerBy: new Date(at + (1 + random.below(72)) * HOUR_MS).toISOString(),
        }
      : {}),
    headline: `Warning ${index}`,
    severity: random.pick(SEVERITIES),
    urgency: random.pick(URGENCIES),
    sectorsConcerned: random.some([...SECTORS, 'energy'], 0, 2),
    marking: random.chance(0.2) ? 'AMBER' : 'GREEN',
    audience: {
      alternatives: [random.chance(0.2) ? {} : { sectors: random.some(SECTORS, 1, 2) }],
      excludes: [],
    },
    validUntil: '2031-01-01T00:00:00.000Z',
    allowEmptyAudience: true,
  });

/** In the order of time; a tick of the workers each hour. */
export const planOf = (random: Random, size: Size): Event[] => {
  const minutes = size.days * 24 * 60;
  const moment = (from = 0): number => BEGAN + (from + random.below(minutes - from)) * MINUTE_MS;
  const published = Array.from({ length: size.warnings }, (_, index): Event & { kind: 'PUBLISH' } => {
    const at = moment();
    return { at, kind: 'PUBLISH', index, draft: draftOf(random, index, at, index < size.asking) };
  });
  const changed = (kind: 'CORRECT' | 'RECALL', count: number): Event[] =>
    Array.from({ length: count }, () => {
      const { index, at } = random.pick(published);
      const later = Math.min(
        BEGAN + minutes * MINUTE_MS - MINUTE_MS,
        at + (1 + random.below(3 * 24 * 60)) * MINUTE_MS,
      );
      return { at: later, kind, index };
    });
  const acts = Array.from(
    { length: Math.ceil(size.people / 4) },
    (): Event => ({
      at: moment(),
      kind: random.pick(['PAUSE', 'RESUME', 'UNSUBSCRIBE', 'RESCHEDULE'] as const),
      person: random.below(size.people),
    }),
  );
  const faults: Event[] = [
    { at: moment(), kind: 'OUTAGE', hours: 30 + random.below(30) },
    { at: moment(), kind: 'OUTAGE', hours: 1 + random.below(5) },
    ...Array.from(
      { length: 5 },
      (): Event => ({ at: moment(), kind: 'CLOCK_BACK', minutes: 5 + random.below(90) }),
    ),
  ];
  const ticks = Array.from(
    { length: size.days * 24 },
    (_, hour): Event => ({ at: BEGAN + hour * HOUR_MS, kind: 'TICK' }),
  );
  return [
    ...published,
    ...changed('CORRECT', size.corrections),
    ...changed('RECALL', size.recalls),
    ...acts,
    ...faults,
    ...ticks,
  ].sort((one, other) => one.at - other.at);
};
