// The wording of each refusal, and the acts that need more than a role, so that a change of one must be deliberate.
import { describe, expect, test } from '@jest/globals';
import { ROLES } from '../../../src/domain/member.ts';
import { mayAct } from '../../../src/policy/decide.ts';
import { maySeeTotals, needsOwnership, needsPublishingMember, VERBS } from '../../../src/policy/grants.ts';
import { plainAccess, plainActor, plainMember } from './world.ts';

const agency = plainMember('member--agency', { mayPublish: true });
const own = plainAccess({ publisher: agency.id });

test.each([
  [
    plainActor({ ...agency, isActive: false }, { roles: ['publisher'] }),
    own,
    'MEMBER_INACTIVE',
    '$',
    'Your organisation is not active in this hub.',
    'Ask the hub to admit it.',
  ],
  [
    plainActor(agency, { roles: ['analyst'] }),
    own,
    'ROLE_MAY_NOT',
    '$',
    'The role analyst may not cancel warnings.',
    'Use a key with another role, or ask a member-admin of your organisation for one.',
  ],
  [
    plainActor({ ...agency, mayPublish: false }, { roles: ['publisher'] }),
    own,
    'MEMBER_MAY_NOT_PUBLISH',
    '$',
    'Your organisation may read here, but not publish.',
    'Ask an operator of the hub for the right to publish: tocsin member change agency --may-publish yes',
  ],
  [
    plainActor(agency, { roles: ['publisher'] }),
    plainAccess(),
    'NOT_THE_PUBLISHER',
    '$.id',
    'Only its publisher may do this.',
    'Ask its publisher.',
  ],
])('%#: the refusal says what, where and what to do', (actor, access, code, path, message, remedy) => {
  expect(mayAct(actor, 'warning.cancel', access)).toEqual({
    allowed: false,
    problem: { code, path, message, remedy },
  });
});

describe('beyond the role', () => {
  test('publishing needs a member that may publish', () => {
    const others = ['warning.read', 'warning.acknowledge', 'delivery.list'];
    const withoutRight = VERBS.filter((verb) => !needsPublishingMember(verb));
    expect(
      withoutRight.filter(
        (verb) =>
          !/^(person|key|member|community|approval|audit|hold|retention|job|totals|register|recovery)\./.test(
            verb,
          ),
      ),
    ).toEqual(others);
  });
  test('changing, and following up, need ownership', () => {
    expect(VERBS.filter(needsOwnership)).toEqual([
      'warning.update',
      'warning.cancel',
      'delivery.list',
      'practice.update',
      'practice.withdraw',
    ]);
  });
  test('totals are for the operator', () => {
    expect(ROLES.filter((role) => maySeeTotals({ roles: [role] }))).toEqual(['hub-operator']);
  });
});
