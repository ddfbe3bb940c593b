// Role × act × relation, cell by cell, against tables that are written here by hand: what each role may do, to what it has
// which relation, as a person and as a machine, in a member that may publish and in one that may not.
import { expect, test } from '@jest/globals';
import { SCOPES } from '../../../src/domain/access/scopes.ts';
import type { AccessFacts } from '../../../src/domain/access-facts.ts';
import type { Audience } from '../../../src/domain/audience.ts';
import { type EffectiveTlp, TLP_LEVELS } from '../../../src/domain/marking.ts';
import { type Actor, type Member, ROLES, type Role } from '../../../src/domain/member.ts';
import { decide, mayAct } from '../../../src/policy/decide.ts';
import { mayGrant, mayManage, scopeFor, VERBS, type Verb } from '../../../src/policy/grants.ts';
import { plainAccess, plainActor, plainMember } from './world.ts';

const NOW = Date.parse('2026-12-01T00:00:00.000Z');
const MARKINGS: readonly EffectiveTlp[] = [...TLP_LEVELS, 'UNKNOWN'];

// r reader, a analyst, p publisher, v approver, m manager, c contact, d member-admin, i integrator, o hub-operator
const LETTERS: Readonly<Record<string, Role>> = {
  r: 'reader',
  a: 'analyst',
  p: 'publisher',
  v: 'approver',
  m: 'manager',
  c: 'contact',
  d: 'member-admin',
  i: 'integrator',
  o: 'hub-operator',
};
/** `+`: in a member that may publish. `=`: what its own member published. */
const ACTS: Readonly<Partial<Record<Verb, string>>> = {
  'warning.read': 'rapvmcdio',
  'warning.acknowledge': 'apvmci',
  'warning.publish': 'pm+',
  'warning.update': 'pm+=',
  'warning.cancel': 'pm+=',
  'audience.preview': 'pm+',
  'delivery.list': 'apvm=',
  'practice.publish': 'pm+',
  'practice.update': 'pm+=',
  'practice.withdraw': 'pm+=',
  'advisory.import': 'pm+',
  'duplicate.review': 'pm+',
  'member.change': 'd',
  'member.administer': 'o',
  'person.invite': 'do',
  'person.change': 'do',
  'person.deactivate': 'do',
  'person.list': 'do',
  'community.create': 'o',
  'community.manage': 'm',
  'community.join': 'md',
  'key.create': 'do',
  'key.list': 'do',
  'key.revoke': 'do',
};

/** Which markings a relation opens, by the first letters of CLEAR, GREEN, AMBER, STRICT, RED, UNKNOWN. */
const READS = {
  OWN: 'CGASRU',
  NAMED: 'CGASR',
  // A person stands for its member under every marking but RED.
  NAMED_OTHER: 'CGAS',
  SECTOR: 'CGAS',
  CLIENT: 'CGA',
  DEPENDENCY: 'CG',
  EXCLUDED: '',
  NONE: '',
} as const;
type Case = keyof typeof READS;
const CASES = Object.keys(READS) as Case[];
const letterOf = (tlp: EffectiveTlp): string => (tlp === 'AMBER+STRICT' ? 'S' : tlp.slice(0, 1));

const provider = plainMember('member--provider', { sectors: ['energy'] });
const memberIn = (mayPublish: boolean): Member =>
  plainMember('member--reader', { sectors: ['health'], mayPublish });

const audienceOf = (which: Case): Audience => {
  const to = (alternative: Audience['alternatives'][number], excludes: readonly string[] = []): Audience => ({
    alternatives: [alternative],
    excludes,
  });
  if (which === 'NAMED') return to({ persons: ['reader/ann'] });
  if (which === 'NAMED_OTHER') return to({ persons: ['reader/bo'] });
  if (which === 'SECTOR') return to({ sectors: ['health'] });
  if (which === 'CLIENT') return to({ sectors: ['energy'] });
  if (which === 'EXCLUDED') return to({ sectors: ['health'] }, ['member--reader']);
  return to({ sectors: ['telecom'] });
};

const accessOf = (which: Case, tlp: EffectiveTlp): AccessFacts =>
  plainAccess({
    tlp,
    publisher: which === 'OWN' ? 'member--reader' : 'member--publisher',
    audience: audienceOf(which),
    cascade:
      which === 'DEPENDENCY'
        ? [
            {
              to: { sectors: ['health'] },
              grade: 'HIGH',
              strength: 0.6,
              path: ['telecom', 'health'],
              hoursToEffect: 4,
              basis: 'DEFAULT_MATRIX',
            },
          ]
        : [],
  });

const actorOf = (which: Case, roles: readonly Role[], isPerson: boolean, mayPublish: boolean): Actor =>
  plainActor(memberIn(mayPublish), {
    roles,
    person: isPerson ? 'reader/ann' : null,
    providers: which === 'CLIENT' ? [provider] : [],
  });

const mayDo = (roles: readonly Role[], verb: Verb, which: Case, mayPublish: boolean): boolean => {
  const rule = ACTS[verb] ?? '';
  const isGranted = roles.some((role) => [...rule].some((letter) => LETTERS[letter] === role));
  return isGranted && (mayPublish || !rule.includes('+')) && (which === 'OWN' || !rule.includes('='));
};

const mayRead = (roles: readonly Role[], isPerson: boolean, which: Case, tlp: EffectiveTlp): boolean => {
  const isRelated = (READS[which] as string).includes(letterOf(tlp));
  const isForPersons = tlp === 'RED' || tlp === 'UNKNOWN';
  const holds = (role: Role): boolean => {
    if (role === 'hub-operator') return tlp === 'CLEAR';
    return !isForPersons || (isPerson && role !== 'integrator');
  };
  // Under TLP:RED only the named person is addressed.
  return isRelated && roles.some(holds) && !(which === 'NAMED' && tlp === 'RED' && !isPerson);
};

/** One role each, every pair, and nobody's. */
const SETS: readonly (readonly Role[])[] = ROLES.flatMap((one, at) => [
  [one],
  ...ROLES.slice(at + 1).map((other) => [one, other]),
]);

test('every cell of role, act and relation is as it is written', () => {
  expect(Object.keys(ACTS).sort()).toEqual([...VERBS].sort());
  const wrong: string[] = [];
  let [cells, single, open] = [0, 0, 0];
  const see = (name: string, roles: readonly Role[], is: boolean, expected: boolean): void => {
    cells += 1;
    if (roles.length === 1) single += 1;
    if (expected) open += 1;
    if (is !== expected) wrong.push(`${roles.join('+')} ${name}: ${is ? 'open' : 'closed'}`);
  };
  for (const roles of SETS)
    for (const which of CASES)
      for (const isPerson of [true, false]) {
        for (const mayPublish of [true, false])
          for (const verb of VERBS) {
            const actor = actorOf(which, roles, isPerson, mayPublish);
            const is = mayAct(actor, verb, accessOf(which, 'GREEN')).allowed;
            const name = `${verb} ${which} ${isPerson} ${mayPublish}`;
            see(name, roles, is, mayDo(roles, verb, which, mayPublish));
          }
        for (const tlp of MARKINGS) {
          const actor = actorOf(which, roles, isPerson, false);
          const is = decide(actor, accessOf(which, tlp), NOW).allowed;
          see(`reads ${which} ${tlp} ${isPerson}`, roles, is, mayRead(roles, isPerson, which, tlp));
        }
      }
  expect(wrong).toEqual([]);
  expect(single).toBeGreaterThanOrEqual(3_000);
  expect(cells).toBeGreaterThanOrEqual(15_000);
  expect(open).toBeGreaterThan(cells / 20);
});

test('no scope opens what the roles close, and each closes every act but its own', () => {
  for (const verb of VERBS)
    for (const scope of SCOPES) {
      const actor = { ...actorOf('OWN', ROLES, true, true), scopes: [scope] };
      const access = accessOf('OWN', 'GREEN');
      expect([verb, scope, mayAct(actor, verb, access).allowed]).toEqual([
        verb,
        scope,
        scopeFor(verb) === scope,
      ]);
      expect(mayAct({ ...actor, roles: [] }, verb, access).allowed).toBe(false);
    }
});

test('who grants which role', () => {
  for (const one of ROLES)
    for (const other of ROLES) {
      const isAdmins = one === 'member-admin' && other !== 'hub-operator';
      const isOperators = one === 'hub-operator' && other === 'hub-operator';
      expect([one, other, mayGrant([one], other)]).toEqual([one, other, isAdmins || isOperators]);
    }
  expect(mayManage(['member-admin'], ['reader', 'hub-operator'])).toBe(false);
  expect(mayManage(['member-admin', 'hub-operator'], ['reader', 'hub-operator'])).toBe(true);
});
