// Narrowing only takes away: whatever its publisher gives as the rest, whatever was declared since, and whoever joined since,
// nobody may read the narrowed version who may not read the one before.
import { describe, expect, test } from '@jest/globals';
import type { AccessFacts } from '../../../../src/domain/access-facts.ts';
import { type Alternative, type Audience, fits } from '../../../../src/domain/audience.ts';
import { directoryOf } from '../../../../src/domain/directory.ts';
import { rankOf, TLP_LEVELS } from '../../../../src/domain/marking.ts';
import { narrowedAudience, narrowedFacts } from '../../../../src/domain/narrowing/narrowed-audience.ts';
import { decideMember } from '../../../../src/policy/decide.ts';
import { accessFactsOf } from '../../../../src/service/audience/access-facts-of.ts';
import { CAST } from '../../../support/cast.ts';
import { type Random, randomOf } from '../../../support/random.ts';
import { seed } from '../../../support/seed.ts';
import {
  makeAudience,
  makePartnership,
  makeTlp,
  withIds,
  withJoining,
} from '../../../support/world/worlds.ts';

const ISSUED = 2_000;
const NOW = 5_000;

const kept = (former: readonly Alternative[], ...keep: readonly Alternative[]) =>
  narrowedAudience({ alternatives: former, excludes: [] }, { keep, exclude: [] });

describe('the rest of an audience', () => {
  test('is cut down to each alternative that it was addressed to', () => {
    const former = [{ sectors: ['energy'], countries: ['XA'] }, { communities: ['health-circle'] }];
    expect(kept(former, { sectors: ['energy/gas'] })).toEqual({
      audience: {
        alternatives: [
          { sectors: ['energy/gas'], countries: ['XA'] },
          { sectors: ['energy/gas'], communities: ['health-circle'] },
        ],
        excludes: [],
      },
      wider: [],
    });
  });

  test('names what was not addressed', () => {
    expect(
      kept([{ sectors: ['energy/gas'] }], { sectors: ['energy/gas', 'energy', 'health'] }).wider,
    ).toEqual(['[0].sectors[1]', '[0].sectors[2]']);
    expect(kept([{ members: ['member--1'] }], { members: ['member--2'] }).wider).toEqual(['[0]']);
  });

  test('means no regulator where sectors alone meant none', () => {
    const regulator = { ...CAST.northGrid, id: 'member--regulator', kind: 'REGULATOR' as const };
    const former = { sectors: ['energy'] };
    expect(fits(former, regulator)).toBe(false);
    for (const more of [{ members: [regulator.id] }, { kinds: ['REGULATOR', 'OPERATOR'] as const }]) {
      const { audience } = kept([former], more);
      expect(audience.alternatives.some((each) => fits(each, regulator))).toBe(false);
      expect(audience.alternatives.some((each) => fits(each, CAST.northGrid))).toBe('kinds' in more);
    }
  });

  test('is everybody but the excluded where nobody is named', () => {
    const former = { alternatives: [{}], excludes: ['member--1'] };
    expect(narrowedAudience(former, { keep: null, exclude: ['member--2'] })).toEqual({
      audience: { alternatives: [{}], excludes: ['member--1', 'member--2'] },
      wider: [],
    });
  });
});

const factsIn = (random: Random, audience: Audience, publisher: string): AccessFacts => ({
  publisher,
  tlp: makeTlp(random),
  audience,
  cascade: [],
  exercise: null,
});

test('nobody gains, whatever is given and whatever was declared or joined since', () => {
  const random = randomOf(seed());
  let lost = 0;
  for (let round = 0; round < 150; round += 1) {
    const made = makePartnership(random, 14);
    const members = withJoining(random, made.members);
    const before = directoryOf(1, { members, declared: made.dependencies.slice(0, 3) });
    const after = directoryOf(2, { members, declared: made.dependencies });
    const publisher = random.pick(members).id;
    const tlp = makeTlp(random);
    const given = factsIn(random, withIds(makeAudience(random, members, tlp), members), publisher);
    const former: AccessFacts = { ...accessFactsOf({ ...given, tlp }, before), issuedMs: ISSUED };
    const stricter = TLP_LEVELS.filter((each) => rankOf(each) >= rankOf(tlp));
    const wanted = withIds(makeAudience(random, members, tlp), members);
    const { audience } = narrowedAudience(former.audience, {
      keep: random.chance(0.3) ? null : wanted.alternatives,
      exclude: random.chance(0.5) ? [random.pick(members).id] : [],
    });
    const fresh = accessFactsOf({ ...given, audience, tlp: random.pick(stricter) }, after);
    const narrowed = narrowedFacts(former, fresh, after.members);
    for (const member of members) {
      const candidate = { member, providers: after.providersOf(member.id), counts: () => true };
      const had = decideMember(candidate, former, NOW).allowed;
      const has = decideMember(candidate, narrowed, NOW).allowed;
      if (has && !had) throw new Error(JSON.stringify({ member, former, narrowed }));
      if (had && !has) lost += 1;
    }
  }
  expect(lost).toBeGreaterThan(20);
});
