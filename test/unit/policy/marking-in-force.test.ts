// A time-limited marking counts only within its time, and a publisher that must not be named is not named: a narrower
// time or less disclosure never makes a decision more open.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isInForce, isInForceThroughout, type Validity, whileBoth } from '../../../src/domain/marking.ts';
import type { Summary } from '../../../src/domain/warning.ts';
import { decide, decideObject } from '../../../src/policy/decide.ts';
import { shownSummary } from '../../../src/policy/view.ts';
import { runs, seed } from '../../support/seed.ts';
import { actors, allAccess, plainAccess, plainActor, plainMember, tlps } from './world.ts';

const bound = fc.option(fc.integer({ min: 0, max: 10 }), { nil: null });
const validities: fc.Arbitrary<Validity | undefined> = fc.option(
  fc.record({ fromMs: bound, untilMs: bound }),
  { nil: undefined },
);
const instants = fc.integer({ min: -1, max: 11 });
const settings = { seed: seed(), numRuns: runs(2_000) };
const within = (validity: Validity | undefined) => (validity === undefined ? {} : { validity });

describe('in force', () => {
  test('while both are, in any order', () => {
    fc.assert(
      fc.property(validities, validities, instants, (a, b, now) => {
        expect(isInForce(whileBoth(a, b), now)).toBe(isInForce(a, now) && isInForce(b, now));
        expect(whileBoth(a, b)).toEqual(whileBoth(b, a));
        if (isInForceThroughout(a, b) && isInForce(b, now)) expect(isInForce(a, now)).toBe(true);
      }),
      settings,
    );
  });

  test('out of force only the publisher reads; in force everything is as without a bound', () => {
    fc.assert(
      fc.property(actors, allAccess, validities, instants, (actor, access, validity, now) => {
        const decision = decide(actor, { ...access, ...within(validity) }, now);
        if (isInForce(validity, now)) expect(decision).toEqual(decide(actor, access, now));
        else if (decision.allowed) expect(access.publisher).toBe(actor.member.id);
      }),
      settings,
    );
  });

  test('an object with its own time limit is never more open than without', () => {
    fc.assert(
      fc.property(actors, allAccess, tlps, validities, instants, (actor, access, tlp, validity, now) => {
        const object = { tlp, text: () => '' };
        const timed = decideObject(actor, access, { ...object, ...within(validity) }, now);
        const open = decideObject(actor, access, object, now);
        if (timed.allowed) expect(open.allowed).toBe(true);
        if (isInForce(validity, now)) expect(timed).toEqual(open);
        else if (timed.allowed) expect(access.publisher).toBe(actor.member.id);
      }),
      settings,
    );
  });
});

describe('a publisher that must not be named', () => {
  const publisher = plainMember('member--publisher');
  const reader = plainMember('member--reader');
  const unnamed = plainAccess({
    unnamed: { traces: ['north grid'] },
    audience: { alternatives: [{}], excludes: [] },
  });
  const summary = { publisher: { ...publisher }, tlp: 'GREEN' } as unknown as Summary;
  const may = (text: string, who = reader): boolean =>
    decideObject(plainActor(who), unnamed, { tlp: null, text: () => text }, 0).allowed;

  test('is withheld from all but its own member', () => {
    expect(shownSummary(plainActor(reader), { summary, access: unnamed }, 0)).toMatchObject({
      form: 'unnamed',
      summary: { publisher: { slug: 'withheld' } },
    });
    expect(shownSummary(plainActor(publisher), { summary, access: unnamed }, 0)).toEqual({
      summary,
      form: 'whole',
    });
  });

  test('is not revealed by an object either, where its name is a word', () => {
    expect(may('{"name":"Told by NORTH GRID."}')).toBe(false);
    expect(may('{"name":"North grids"}')).toBe(true);
    expect(may('{"name":"North gridsmith, north grid"}')).toBe(false);
    expect(may('{"name":"Told by North Grid"}', publisher)).toBe(true);
  });
});
