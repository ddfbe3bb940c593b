// When a subscription tells what: rules that hold for every schedule, and what a month of it would send.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  DISPATCH_CAUSES,
  type DispatchFacts,
  dispatchFor,
  dispatchOf,
  dispatchWithout,
  isSevere,
  soonest,
  toldAt,
} from '../../../../src/domain/subscription/dispatch.ts';
import { hourOf, isQuiet } from '../../../../src/domain/subscription/local-time.ts';
import { type PastVersion, simulate } from '../../../../src/domain/subscription/simulate.ts';
import {
  CADENCES,
  DEFAULT_SCHEDULE,
  SUBSCRIPTION_STATES,
  type Subscription,
} from '../../../../src/domain/subscription/subscription.ts';
import { SEVERITIES, URGENCIES } from '../../../../src/domain/warning.ts';
import { runs, seed } from '../../../support/seed.ts';

const NOW = new Date('2026-11-29T12:00:00Z');
const HOUR = 3_600_000;

const subscription = (changes: Partial<Subscription> = {}): Subscription => ({
  ...DEFAULT_SCHEDULE,
  id: 'subscription--1',
  member: 'member--1',
  person: 'a/1',
  endpoint: 'endpoint--1',
  name: 'All',
  filter: {},
  state: 'ACTIVE',
  pausedSince: null,
  pausedUntil: null,
  expiresAt: null,
  createdAt: NOW,
  endedAt: null,
  ...changes,
});

const facts = (changes: Partial<DispatchFacts> = {}): DispatchFacts => ({
  severity: 'MODERATE',
  urgency: 'EXPECTED',
  tlp: 'GREEN',
  isWithdrawal: false,
  isDirect: false,
  isNamed: false,
  fits: true,
  wasTold: false,
  answerDue: null,
  toldThisHour: 0,
  now: NOW,
  ...changes,
});

const times = fc
  .integer({ min: -30 * 24, max: 30 * 24 })
  .map((hours) => new Date(NOW.getTime() + hours * HOUR));
const timesOfDay = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '30'))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${minute}`);
const zones = fc.constantFrom(
  'UTC',
  'Europe/Helsinki',
  'America/New_York',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
);

const subscriptions: fc.Arbitrary<Subscription> = fc
  .record({
    cadence: fc.constantFrom(...CADENCES),
    hour: fc.integer({ min: 0, max: 23 }),
    weekday: fc.integer({ min: 1, max: 7 }),
    timeZone: zones,
    mostPerHour: fc.integer({ min: 1, max: 4 }),
    quietHours: fc.option(fc.record({ from: timesOfDay, until: timesOfDay })),
    state: fc.constantFrom(...SUBSCRIPTION_STATES),
    pausedSince: fc.option(times),
    pausedUntil: fc.option(times),
    expiresAt: fc.option(times),
  })
  .map((changes) => subscription(changes));

const someFacts: fc.Arbitrary<DispatchFacts> = fc
  .record({
    severity: fc.constantFrom(...SEVERITIES),
    urgency: fc.constantFrom(...URGENCIES),
    tlp: fc.constantFrom('CLEAR' as const, 'GREEN' as const, 'AMBER' as const, 'RED' as const),
    isWithdrawal: fc.boolean(),
    isDirect: fc.boolean(),
    isNamed: fc.boolean(),
    fits: fc.boolean(),
    wasTold: fc.boolean(),
    answerDue: fc.option(times),
    toldThisHour: fc.integer({ min: 0, max: 6 }),
    now: times,
  })
  .map((changes) => facts(changes));

const holds = (property: (one: Subscription, of: DispatchFacts) => void): void => {
  fc.assert(fc.property(subscriptions, someFacts, property), { seed: seed(), numRuns: runs(2_000) });
};

describe('for every schedule', () => {
  test('what was told here before is corrected now, and nothing else is withdrawn', () => {
    holds((one, of) => {
      expect(dispatchFor(dispatchOf(one, { ...of, wasTold: true }))).toBe('NOW');
      expect(dispatchFor(dispatchOf(one, { ...of, wasTold: false, isWithdrawal: true }))).toBe('NOT');
    });
  });

  test('TLP:RED is told to whom it names, and never gathered', () => {
    holds((one, of) => {
      const red = dispatchFor(dispatchOf(one, { ...of, tlp: 'RED', wasTold: false }));
      expect(red).not.toBe('DIGEST');
      if (!of.isNamed) expect(red).toBe('NOT');
    });
  });

  test('what is addressed, severe and immediate is stopped by nothing but an end', () => {
    holds((one, of) => {
      const inForce = { ...one, expiresAt: null };
      const hard = {
        ...of,
        isWithdrawal: false,
        isDirect: true,
        fits: true,
        severity: 'EXTREME',
        urgency: 'IMMEDIATE',
        tlp: 'AMBER',
      } as const;
      expect(dispatchFor(dispatchOf({ ...inForce, state: 'ACTIVE' }, hard))).toBe('NOW');
      expect(dispatchFor(dispatchOf({ ...inForce, state: 'UNSUBSCRIBED' }, hard))).toBe('NOW');
      // Not even quiet hours, a pause, and a limit that is used up.
      expect(
        dispatchOf({ ...inForce, state: 'UNSUBSCRIBED' }, { ...hard, urgency: 'FUTURE', wasTold: false }),
      ).toBe('ADDRESSED_AND_SEVERE');
    });
  });

  test('quiet hours never mute the severe', () => {
    holds((one, of) => {
      if (isSevere(of.severity)) expect(dispatchOf(one, of)).not.toBe('QUIET_HOURS');
    });
  });

  test('whoever unsubscribed is told nothing that waits', () => {
    holds((one, of) => {
      expect(dispatchFor(dispatchOf({ ...one, state: 'UNSUBSCRIBED' }, of))).not.toBe('DIGEST');
    });
  });

  test('an end and an expiry let through corrections alone', () => {
    holds((one, of) => {
      const ended = dispatchOf({ ...one, state: 'ENDED' }, of);
      const expired = dispatchOf({ ...one, expiresAt: of.now }, of);
      for (const cause of [ended, expired]) expect(dispatchFor(cause)).toBe(of.wasTold ? 'NOW' : 'NOT');
    });
  });

  test('what is asked for and in force is told or gathered', () => {
    holds((one, of) => {
      const cause = dispatchOf(
        { ...one, state: 'ACTIVE', expiresAt: null },
        { ...of, fits: true, isWithdrawal: false, tlp: 'GREEN' },
      );
      expect(dispatchFor(cause)).not.toBe('NOT');
    });
  });
});

describe('one schedule', () => {
  const causeOf = (changes: Partial<Subscription>, of: Partial<DispatchFacts>) =>
    dispatchOf(subscription(changes), facts(of));

  test('gathers by default, and tells at once what is severe and immediate', () => {
    expect(causeOf({}, {})).toBe('GATHERED');
    expect(causeOf({}, { severity: 'SEVERE' })).toBe('GATHERED');
    expect(causeOf({}, { urgency: 'IMMEDIATE' })).toBe('GATHERED');
    expect(causeOf({}, { severity: 'SEVERE', urgency: 'IMMEDIATE' })).toBe('SEVERE_AND_IMMEDIATE');
    expect(causeOf({ cadence: 'AT_ONCE' }, {})).toBe('AT_ONCE');
  });

  test('does not gather what must be answered before the digest comes', () => {
    const soon = new Date(NOW.getTime() + HOUR);
    const late = new Date(NOW.getTime() + 48 * HOUR);
    expect(causeOf({}, { answerDue: soon })).toBe('ANSWER_DUE');
    expect(causeOf({}, { answerDue: late })).toBe('GATHERED');
    expect(causeOf({ cadence: 'WEEKLY' }, { answerDue: late })).toBe('GATHERED');
    expect(causeOf({ cadence: 'WEEKLY', weekday: 3 }, { answerDue: late })).toBe('ANSWER_DUE');
  });

  test('holds what is above the limit of an hour, and what comes in quiet hours', () => {
    const quietHours = { from: '11:00', until: '13:00' };
    expect(causeOf({ cadence: 'AT_ONCE', mostPerHour: 2 }, { toldThisHour: 2 })).toBe('LIMIT_OF_HOUR');
    expect(causeOf({ cadence: 'AT_ONCE', quietHours }, {})).toBe('QUIET_HOURS');
    expect(causeOf({ cadence: 'AT_ONCE', quietHours, timeZone: 'Asia/Tokyo' }, {})).toBe('AT_ONCE');
    expect(causeOf({ cadence: 'AT_ONCE', quietHours }, { severity: 'SEVERE' })).toBe('AT_ONCE');
  });

  test('gathers while it is paused, until its end', () => {
    const pausedSince = new Date(NOW.getTime() - HOUR);
    expect(causeOf({ cadence: 'AT_ONCE', pausedSince }, {})).toBe('PAUSED');
    expect(causeOf({ cadence: 'AT_ONCE', pausedSince, pausedUntil: NOW }, {})).toBe('AT_ONCE');
    expect(causeOf({ pausedSince }, { severity: 'SEVERE', isDirect: true })).toBe('ADDRESSED_AND_SEVERE');
  });

  test('of several the one that tells soonest by the clock counts, and no pause of one stops another', () => {
    const pausedSince = new Date(NOW.getTime() - HOUR);
    const choices: Record<string, Partial<Subscription>> = {
      'paused for good': { pausedSince },
      'paused for two days': { pausedSince, pausedUntil: new Date(NOW.getTime() + 48 * HOUR) },
      weekly: { cadence: 'WEEKLY', weekday: 3, hour: 8 },
      'daily, in the morning': { hour: 8 },
      'daily, in two hours': { hour: 14 },
      'at once, but quiet until three': {
        cadence: 'AT_ONCE',
        quietHours: { from: '11:00', until: '15:00' },
      },
      'at once, paused until half past one': {
        cadence: 'AT_ONCE',
        pausedSince,
        pausedUntil: new Date(NOW.getTime() + 1.5 * HOUR),
      },
      'at once, but too many': { cadence: 'AT_ONCE', mostPerHour: 0 },
      'at once': { cadence: 'AT_ONCE' },
      ended: { state: 'ENDED' },
    };
    const chosen = (...names: readonly string[]) =>
      soonest(
        names.map((name) => {
          const each = subscription(choices[name]);
          return { name, toldAt: toldAt(each, dispatchOf(each, facts()), facts()) };
        }),
      )?.name;
    const inOrder = [
      'at once',
      'at once, but too many',
      'at once, paused until half past one',
      'daily, in two hours',
      'at once, but quiet until three',
      'daily, in the morning',
      'paused for two days',
      'weekly',
      'paused for good',
      'ended',
    ];
    // NOW is a Sunday at noon: what is paused until Tuesday noon, or half past one, is told then, as its period has begun.
    for (const [at, sooner] of inOrder.entries())
      for (const later of inOrder.slice(at + 1)) {
        expect([sooner, later, chosen(sooner, later)]).toEqual([sooner, later, sooner]);
        expect([later, sooner, chosen(later, sooner)]).toEqual([later, sooner, sooner]);
      }
    expect(soonest([])).toBeNull();
  });
});

test('an endpoint without a subscription is told what nothing may stop; one of a member that never had any, everything', () => {
  const never = { isMembers: true, hadAny: false };
  const ended = { isMembers: false, hadAny: true };
  expect(dispatchWithout(never, facts())).toBe('AT_ONCE');
  expect(dispatchWithout({ isMembers: true, hadAny: true }, facts())).toBe('ENDED');
  expect(dispatchWithout(ended, facts())).toBe('ENDED');
  expect(dispatchWithout(ended, facts({ wasTold: true }))).toBe('CORRECTS');
  expect(dispatchWithout(ended, facts({ isDirect: true, severity: 'SEVERE' }))).toBe('ADDRESSED_AND_SEVERE');
  expect(dispatchWithout(never, facts({ tlp: 'RED' }))).toBe('NOT_NAMED');
});

describe('a month of it', () => {
  const versions: fc.Arbitrary<PastVersion[]> = fc
    .array(fc.tuple(fc.integer({ min: 0, max: 30 * 24 * 60 }), someFacts), { maxLength: 60 })
    .map((drawn) =>
      drawn
        .toSorted(([one], [other]) => one - other)
        .map(([minute, of], index) => ({
          ...of,
          isWithdrawal: false,
          id: `w${index}`,
          at: new Date(NOW.getTime() + minute * 60_000),
        })),
    );
  const inForce = subscriptions.map(
    (one): Subscription => ({
      ...one,
      state: 'ACTIVE',
      expiresAt: null,
      pausedSince: null,
    }),
  );

  test('tells each version that fits once, in one digest a period, and no more by itself than the limit', () => {
    fc.assert(
      fc.property(inForce, versions, (one, past) => {
        const sent = simulate(one, past);
        const wanted = past.filter(({ fits, tlp, isNamed }) => fits && (tlp !== 'RED' || isNamed));
        expect(sent.flatMap(({ items }) => items).toSorted()).toEqual(wanted.map(({ id }) => id).toSorted());
        const byId = new Map(past.map((each) => [each.id, each]));
        const limited = new Map<string, number>();
        for (const { form, at, items } of sent) {
          const [first] = items.map((id) => byId.get(id));
          expect(at.getTime()).toBeGreaterThanOrEqual(first?.at.getTime() ?? Number.POSITIVE_INFINITY);
          const mayExceed = first?.tlp === 'RED' || (first?.isDirect === true && isSevere(first.severity));
          if (form === 'DIGEST' || mayExceed) continue;
          const hour = hourOf(at).name;
          limited.set(hour, (limited.get(hour) ?? 0) + 1);
          if (first !== undefined && !isSevere(first.severity) && first.answerDue === null)
            expect(isQuiet(one.quietHours, one.timeZone, at)).toBe(false);
        }
        for (const count of limited.values()) expect(count).toBeLessThanOrEqual(one.mostPerHour);
        const digests = sent.filter(({ form }) => form === 'DIGEST').map(({ at }) => at.getTime());
        expect(new Set(digests).size).toBe(digests.length);
      }),
      { seed: seed(), numRuns: runs(300) },
    );
  });
});

test('every cause says what it leads to', () => {
  expect(new Set(Object.values(DISPATCH_CAUSES))).toEqual(new Set(['NOW', 'DIGEST', 'NOT']));
});
