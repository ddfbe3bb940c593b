// T4. Role × act × relation, cell by cell, against tables that are written here by hand: what each role may do, to what it has
// which relation, as a person and as a machine, in a member that may publish and in one that may not.
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { SCOPES } from '../../../src/domain/access/scopes.ts';
import type { AccessFacts } from '../../../src/domain/access-facts.ts';
import type { Audience } from '../../../src/domain/audience.ts';
import { type EffectiveTlp, TLP_LEVELS } from '../../../src/domain/marking.ts';
import { type Actor, type Member, ROLES, type Role } from '../../../src/domain/member.ts';
import type { ActLine } from '../../../src/domain/record/act-line.ts';
import type { Hold } from '../../../src/domain/retention/hold.ts';
import { auditViewOf } from '../../../src/policy/audit-scope.ts';
import { decide, mayAct } from '../../../src/policy/decide.ts';
import {
  APPROVALS,
  type ApprovalKind,
  mayGrant,
  mayManage,
  maySeeTotals,
  scopeFor,
  VERBS,
  type Verb,
} from '../../../src/policy/grants.ts';
import { circleOf, isOfCircle, mayRunJobs, maySeeProposal } from '../../../src/policy/two-persons.ts';
import { listHolds } from '../../../src/service/retention/list-holds.ts';
import { plainAccess, plainActor, plainMember } from './world.ts';

/** How many cells docs/invariants.md says that there are: of single roles, with pairs, and of what needs two persons. */
const SAID = (
  /([\d,]+) cells of single roles, ([\d,]+) with pairs, ([\d,]+) of what needs two persons/
    .exec(readFileSync(new URL('../../../docs/invariants.md', import.meta.url), 'utf8'))
    ?.slice(1) ?? []
).map((figure) => Number(figure.replaceAll(',', '')));

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
  'audit.hub': 'o',
  'audit.member': 'd',
  'audit.readers': 'pm+',
  'audit.own': 'rapvmcdio',
  'hold.list': 'mdo',
  'retention.change': 'o',
  'job.manage': 'o',
  'totals.read': 'o',
  'register.read': 'o',
  'recovery.of-last': 'o',
};

/** Who proposes, and who approves within its member; of an operator's proposal, operators alone approve. */
const APPROVED: Readonly<Record<ApprovalKind, readonly [string, string]>> = {
  ADMIT_MEMBER: ['o', ''],
  WIDEN_MARKING: ['pm', 'vm'],
  WIDEN_AUDIENCE: ['pm', 'vm'],
  LOOSEN_HANDLING: ['pm', 'vm'],
  PUBLISH_ESSENTIAL: ['pm', 'vm'],
  CORRECT_ESSENTIAL: ['pm', 'vm'],
  ADD_SECTOR_DEFINITION: ['o', ''],
  ADD_STATE: ['o', ''],
  EXPORT_REGISTER: ['o', ''],
  RECOVER_LAST_ADMIN: ['o', ''],
  PLACE_HOLD: ['mdo', 'mdo'],
  LIFT_HOLD: ['mdo', 'mdo'],
  SHORTEN_RETENTION: ['o', ''],
  ALLOW_RANGE: ['o', ''],
  WITHDRAW_RANGE: ['o', ''],
};

/** Who is shown a line of the audit trail, by what it has to do with who reads it. `+` as above. */
const LINES: Readonly<Record<string, readonly [Partial<ActLine>, string]>> = {
  'its own': [{ event: 'person.changed', byMember: 'member--reader', byPerson: 'reader/ann' }, 'rapvmcdio'],
  'a colleague’s': [{ event: 'person.changed', byMember: 'member--reader', byPerson: 'reader/bo' }, 'do'],
  'about its member': [{ event: 'member.changed', members: ['member--reader'] }, 'do'],
  'about no member': [{ event: 'hub.released' }, 'o'],
  'about another': [{ event: 'member.changed', members: ['member--third'] }, 'o'],
  'opened, of its member': [{ event: 'warning.opened', members: ['member--reader'] }, 'pm+'],
  'opened, of another': [{ event: 'warning.opened', members: ['member--third'] }, ''],
};

/** Who is listed a hold, by whose it is. */
const HOLDS: readonly (readonly [Pick<Hold, 'circle' | 'member'>, string])[] = [
  [{ circle: 'MEMBER', member: 'member--reader' }, 'mdo'],
  [{ circle: 'MEMBER', member: 'member--third' }, 'o'],
  [{ circle: 'HUB', member: 'member--reader' }, 'o'],
];

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

const hasOneOf = (roles: readonly Role[], letters: string): boolean =>
  roles.some((role) => [...letters].some((letter) => LETTERS[letter] === role));

const mayDo = (roles: readonly Role[], verb: Verb, which: Case, mayPublish: boolean): boolean => {
  const rule = ACTS[verb] ?? '';
  return (
    hasOneOf(roles, rule) && (mayPublish || !rule.includes('+')) && (which === 'OWN' || !rule.includes('='))
  );
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
  expect([single, cells]).toEqual(SAID.slice(0, 2));
  expect(open).toBeGreaterThan(cells / 20);
});

test('every cell of what needs two persons is as it is written', () => {
  expect(Object.keys(APPROVED).sort()).toEqual(Object.keys(APPROVALS).sort());
  let cells = 0;
  for (const roles of SETS)
    for (const [kind, [propose, approve]] of Object.entries(APPROVED)) {
      const grant = APPROVALS[kind as ApprovalKind];
      const actor = actorOf('NONE', roles, true, true);
      const isOfHub = propose.includes('o') && roles.includes('hub-operator');
      const circle = isOfHub ? 'HUB' : hasOneOf(roles, propose) ? 'MEMBER' : null;
      expect([kind, roles, circleOf(actor, grant.propose)]).toEqual([kind, roles, circle]);
      for (const member of ['member--reader', 'member--third']) {
        const proposal = { member, by: 'reader/bo' };
        const inHub = { ...proposal, circle: 'HUB' as const };
        expect([kind, roles, isOfCircle(actor, inHub, grant.approve)]).toEqual([
          kind,
          roles,
          roles.includes('hub-operator'),
        ]);
        expect(maySeeProposal(actor, inHub, grant.approve)).toBe(roles.includes('hub-operator'));
        cells += 3;
        if (propose === 'o') continue;
        const inMember = { ...proposal, circle: 'MEMBER' as const };
        const isOwn = member === 'member--reader' && hasOneOf(roles, approve);
        expect([kind, roles, isOfCircle(actor, inMember, grant.approve)]).toEqual([kind, roles, isOwn]);
        expect(maySeeProposal(actor, inMember, grant.approve)).toBe(isOwn);
        cells += 2;
      }
    }
  expect(cells).toBeGreaterThan(4_000);
  expect(cells).toBe(SAID[2]);
});

test('who is shown which line, and which hold, and who looks after the hub', async () => {
  const line = { event: 'hub.released', byMember: 'member--other', byPerson: null, byKey: null, members: [] };
  for (const roles of SETS)
    for (const mayPublish of [true, false]) {
      const actor = actorOf('NONE', roles, true, mayPublish);
      for (const [name, [of, rule]] of Object.entries(LINES)) {
        const isShown = auditViewOf(actor, { ...line, ...of } as ActLine) !== null;
        const isDue = hasOneOf(roles, rule) && (mayPublish || !rule.includes('+'));
        expect([name, roles, mayPublish, isShown]).toEqual([name, roles, mayPublish, isDue]);
      }
      for (const [of, rule] of HOLDS) {
        const list = async (): Promise<Hold[]> => [of as Hold];
        const found = await listHolds({ holds: { list } } as never, actor);
        expect([of, roles, found.length]).toEqual([of, roles, hasOneOf(roles, rule) ? 1 : 0]);
      }
      for (const isAllowed of [mayRunJobs(actor), maySeeTotals(actor)])
        expect([roles, isAllowed]).toEqual([roles, roles.includes('hub-operator')]);
    }
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
