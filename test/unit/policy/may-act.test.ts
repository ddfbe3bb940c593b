// What an actor may do with what it can see, and the stable code of each refusal.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Role } from '../../../src/domain/member.ts';
import { mayAct } from '../../../src/policy/decide.ts';
import { mayRole, VERBS, type Verb } from '../../../src/policy/grants.ts';
import { runs, seed } from '../../support/seed.ts';
import { actors, allAccess, plainAccess, plainActor, plainMember } from './world.ts';

const agency = plainMember('member--agency', { kind: 'AGENCY', mayPublish: true });
const own = plainAccess({ publisher: agency.id });
const codeOf = (role: Role, verb: Verb, access = own, member = agency): string => {
  const answer = mayAct(plainActor(member, { roles: [role] }), verb, access);
  return answer.allowed ? 'allowed' : answer.problem.code;
};

describe('acts', () => {
  test('a publisher of a member that may publish may do everything with its own', () => {
    const ofContent = VERBS.filter((verb) =>
      /^(warning|audience|delivery|practice|advisory|duplicate)\./.test(verb),
    );
    expect(ofContent.map((verb) => codeOf('publisher', verb))).toEqual(ofContent.map(() => 'allowed'));
  });
  test('each refusal has its code', () => {
    expect(codeOf('analyst', 'warning.publish')).toBe('ROLE_MAY_NOT');
    expect(codeOf('reader', 'warning.acknowledge')).toBe('ROLE_MAY_NOT');
    expect(codeOf('publisher', 'practice.publish', own, { ...agency, mayPublish: false })).toBe(
      'MEMBER_MAY_NOT_PUBLISH',
    );
    expect(codeOf('publisher', 'warning.cancel', plainAccess())).toBe('NOT_THE_PUBLISHER');
    expect(codeOf('analyst', 'delivery.list', plainAccess())).toBe('NOT_THE_PUBLISHER');
    expect(codeOf('publisher', 'warning.read', own, { ...agency, isActive: false })).toBe('MEMBER_INACTIVE');
  });
  test('acts that need ownership are refused while there is nothing to own; publishing is not', () => {
    expect(mayAct(plainActor(agency, { roles: ['publisher'] }), 'warning.update', null).allowed).toBe(false);
    expect(mayAct(plainActor(agency, { roles: ['publisher'] }), 'warning.publish', null).allowed).toBe(true);
  });
  test('in any world nothing is allowed that the table does not grant the role', () => {
    fc.assert(
      fc.property(actors, allAccess, fc.constantFrom(...VERBS), (actor, access, verb) => {
        if (mayAct(actor, verb, access).allowed) expect(mayRole(actor.roles, verb)).toBe(true);
      }),
      { seed: seed(), numRuns: runs(2_000) },
    );
  });
});
