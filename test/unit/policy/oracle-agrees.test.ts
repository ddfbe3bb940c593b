// The policy against an independently written oracle, in generated partnerships: the same answer for every pair of reader
// and access facts, of reader and object, and lists whose tokens never miss a readable row.
import { expect, test } from '@jest/globals';
import type { AccessFacts } from '../../../src/domain/access-facts.ts';
import { type EffectiveTlp, TLP_LEVELS } from '../../../src/domain/marking.ts';
import type { Actor } from '../../../src/domain/member.ts';
import { anyPerson, decide, decideMember, decideObject } from '../../../src/policy/decide.ts';
import { readerTokens, rowTokens } from '../../../src/policy/scope.ts';
import { withPersonIds } from '../../../src/store/content/stored-content.ts';
import { randomOf } from '../../support/random.ts';
import { runs, seed } from '../../support/seed.ts';
import { mayRead, mayReadObject } from '../../support/world/oracle.ts';
import { actorFor, makeAccess, makePartnership, withJoining } from '../../support/world/worlds.ts';

const NOW = Date.parse('2026-03-01T00:00:00.000Z');

const WORLDS = runs(30);
const ACCESS_FACTS = 30;
const READERS = 36;
const LEVELS: readonly EffectiveTlp[] = [...TLP_LEVELS, 'UNKNOWN'];

type Difference = { readonly what: string; readonly actor: Actor; readonly access: AccessFacts };

const differences: Difference[] = [];
let pairs = 0;
let readable = 0;
/** Kept from a member only because it joined a community later. */
let late = 0;

const compare = (actor: Actor, access: AccessFacts): void => {
  const report = (what: string): unknown => differences.push({ what, actor, access });
  const expected = mayRead(actor, access);
  if (decide(actor, access, NOW).allowed !== expected) report(expected ? 'hidden' : 'leaked');
  const tokens = new Set(rowTokens(access));
  if (expected && !readerTokens(actor).some((token) => tokens.has(token))) report('missed by the tokens');
  for (const tlp of LEVELS) {
    const expectedObject = mayReadObject(actor, access, tlp);
    if (decideObject(actor, access, { tlp: tlp, text: () => '' }, NOW).allowed !== expectedObject)
      report(`object ${tlp} ${expectedObject ? 'hidden' : 'leaked'}`);
  }
  pairs += 1;
  if (expected) readable += 1;
};

/** Whether anybody of the member could read it: the question of targeting and preview. */
const compareMember = (actor: Actor, access: AccessFacts): void => {
  const { member, providers } = actor;
  const named = access.audience.alternatives
    .flatMap(({ persons }) => persons ?? [])
    .filter((person) => person.startsWith(`${member.slug}/`));
  const someone = [`${member.slug}/someone`, ...named];
  const expected = someone.some((person) => mayRead({ ...actor, roles: ['analyst'], person }, access));
  const { allowed } = decideMember({ member, providers, counts: anyPerson }, access, NOW);
  if (allowed !== expected) differences.push({ what: 'recipient', actor, access });
  const always = { ...member, communitiesSince: null };
  if (!expected && decideMember({ member: always, providers, counts: anyPerson }, access, NOW).allowed)
    late += 1;
};

const smallest = (): Difference | undefined =>
  differences.toSorted((one, other) => JSON.stringify(one).length - JSON.stringify(other).length)[0];

test('policy and oracle agree on every pair', () => {
  const base = seed();
  for (let world = 0; world < WORLDS; world += 1) {
    const random = randomOf(base + world);
    const { members: made, readers } = makePartnership(random, 18, READERS);
    const members = withJoining(random, made);
    const actors = readers.map((reader) => actorFor(members, reader));
    const allAccess = Array.from({ length: ACCESS_FACTS }, () => withPersonIds(makeAccess(random, members)));
    for (const actor of actors) {
      for (const access of allAccess) {
        compare(actor, access);
        compareMember(actor, access);
      }
    }
  }
  expect(smallest()).toBeUndefined();
  expect(pairs).toBeGreaterThanOrEqual(runs(20_000));
  // Both answers must be common, or the comparison proves nothing.
  expect(readable).toBeGreaterThan(pairs / 20);
  expect(pairs - readable).toBeGreaterThan(pairs / 20);
  expect(late).toBeGreaterThan(pairs / 500);
});
