// Who may read, cell by cell of decision 0002, and the properties of any world.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CascadeReach } from '../../../src/domain/access-facts.ts';
import { type EffectiveTlp, strictest, TLP_LEVELS } from '../../../src/domain/marking.ts';
import type { Actor } from '../../../src/domain/member.ts';
import {
  anyPerson,
  type Decision,
  decide,
  decideMember,
  decideObject,
  isPersonal,
  rightsClassOf,
} from '../../../src/policy/decide.ts';
import { runs, seed } from '../../support/seed.ts';
import { actors, allAccess, plainAccess, plainActor, plainMember, tlps } from './world.ts';

const NOW = Date.parse('2026-03-01T00:00:00.000Z');

const said = (decision: Decision): string => (decision.allowed ? decision.reason.kind : decision.because);
const LEVELS: readonly EffectiveTlp[] = [...TLP_LEVELS, 'UNKNOWN'];

const grid = plainMember('member--grid', { sectors: ['energy/electricity'], name: 'North Grid' });
const clinic = plainMember('member--clinic', { sectors: ['health'] });
const toEnergy = { alternatives: [{ sectors: ['energy'] }], excludes: [] };
const toHealth: CascadeReach = {
  to: { sectors: ['health'] },
  grade: 'HIGH',
  strength: 0.8,
  path: ['energy/electricity', 'health'],
  hoursToEffect: 24,
  basis: 'DEFAULT_MATRIX',
};

describe('the table of relation and marking', () => {
  const F = 'MARKING_FORBIDS';
  const rows: readonly (readonly [string, Actor, readonly string[]])[] = [
    ['OWN', plainActor(plainMember('member--publisher')), ['OWN', 'OWN', 'OWN', 'OWN', 'OWN', 'OWN']],
    ['DIRECT', plainActor(grid), ['DIRECT', 'DIRECT', 'DIRECT', 'DIRECT', F, 'MARKING_UNKNOWN']],
    [
      'CLIENT',
      plainActor(plainMember('member--client'), { providers: [grid] }),
      ['CLIENT', 'CLIENT', 'CLIENT', F, F, 'MARKING_UNKNOWN'],
    ],
    ['DEPENDENCY', plainActor(clinic), ['DEPENDENCY', 'DEPENDENCY', F, F, F, 'MARKING_UNKNOWN']],
    ['none', plainActor(plainMember('member--other')), LEVELS.map(() => 'NOT_ADDRESSED')],
  ];
  test.each(rows)('%s', (_, actor, expected) => {
    const answers = LEVELS.map((tlp) =>
      said(decide(actor, plainAccess({ tlp, audience: toEnergy, cascade: [toHealth] }), NOW)),
    );
    expect(answers).toEqual(expected);
  });
});

describe('RED', () => {
  const red = plainAccess({
    tlp: 'RED',
    audience: { alternatives: [{ members: [grid.id] }, { persons: ['grid/ann'] }], excludes: [] },
  });
  test('reaches the named person and nobody else', () => {
    expect(said(decide(plainActor(grid), red, NOW))).toBe('DIRECT');
    expect(decide(plainActor(grid), red, NOW)).toMatchObject({ reason: { alternative: 1 } });
    expect(said(decide(plainActor(grid, { person: 'grid/bo' }), red, NOW))).toBe('MARKING_FORBIDS');
    expect(said(decide(plainActor(grid, { person: null }), red, NOW))).toBe('MARKING_FORBIDS');
    expect(said(decide(plainActor(grid, { roles: ['integrator'] }), red, NOW))).toBe('ROLE_FORBIDS');
  });
  test('is not for its publisher’s machines', () => {
    const publisher = plainMember('member--publisher');
    expect(said(decide(plainActor(publisher), red, NOW))).toBe('OWN');
    expect(said(decide(plainActor(publisher, { person: null }), red, NOW))).toBe('ROLE_FORBIDS');
    expect(said(decide(plainActor(publisher, { roles: ['integrator'] }), red, NOW))).toBe('ROLE_FORBIDS');
  });
  test('reaches a member only through a named person that counts', () => {
    const counts = (person: string): boolean => person === 'grid/ann';
    expect(said(decideMember({ member: grid, providers: [], counts }, red, NOW))).toBe('DIRECT');
    expect(said(decideMember({ member: grid, providers: [], counts: () => false }, red, NOW))).toBe(
      'MARKING_FORBIDS',
    );
    const both = { alternatives: [{ persons: ['grid/ann', 'clinic/bo'] }], excludes: [] };
    const access = { ...red, audience: both };
    // Another member's person does not count for it.
    expect(said(decideMember({ member: clinic, providers: [], counts }, access, NOW))).toBe(
      'MARKING_FORBIDS',
    );
  });
  test('reaches a member through its persons only where persons count', () => {
    expect(said(decideMember({ member: grid, providers: [], counts: anyPerson }, red, NOW))).toBe('DIRECT');
    expect(said(decideMember({ member: grid, providers: [] }, red, NOW))).toBe('MARKING_FORBIDS');
    expect(said(decideMember({ member: clinic, providers: [], counts: anyPerson }, red, NOW))).toBe(
      'NOT_ADDRESSED',
    );
  });
});

describe('exclusions', () => {
  test('by name overrides all but OWN, and closes the path to clients', () => {
    const access = plainAccess({ audience: { ...toEnergy, excludes: [grid.id] } });
    expect(said(decide(plainActor(grid), access, NOW))).toBe('EXCLUDED_BY_NAME');
    const client = plainActor(plainMember('member--client'), { providers: [grid] });
    expect(said(decide(client, access, NOW))).toBe('NOT_ADDRESSED');
    expect(said(decide(plainActor(grid), { ...access, publisher: grid.id }, NOW))).toBe('OWN');
  });
  test('opting out closes the cascade only', () => {
    const access = plainAccess({ audience: toEnergy, cascade: [toHealth] });
    const out = { optsOutOfCascade: true };
    expect(said(decide(plainActor({ ...clinic, ...out }), access, NOW))).toBe('OPTED_OUT_OF_CASCADE');
    expect(said(decide(plainActor({ ...grid, ...out }), access, NOW))).toBe('DIRECT');
  });
  test('a member that is not active reads nothing, not even its own', () => {
    const left = { ...grid, isActive: false };
    expect(said(decide(plainActor(left), plainAccess({ publisher: left.id }), NOW))).toBe('MEMBER_INACTIVE');
  });
  test('hub-operator reads CLEAR only', () => {
    const operator = plainActor(grid, { roles: ['hub-operator'] });
    expect(said(decide(operator, plainAccess({ audience: toEnergy }), NOW))).toBe('DIRECT');
    expect(said(decide(operator, plainAccess({ audience: toEnergy, tlp: 'GREEN' }), NOW))).toBe(
      'ROLE_FORBIDS',
    );
  });
});

const UNSEEN = 'Its publisher does not see you among the recipients unless you acknowledge it.';

describe('the rule, for a tired person', () => {
  const ruleFor = (actor: Actor, access = plainAccess()): string | null => {
    const decision = decide(actor, access, NOW);
    return decision.allowed ? decision.reason.rule : null;
  };
  test('says which part of the audience the reader meets, and nothing about others', () => {
    const alternatives = [
      { sectors: ['health', 'energy'], countries: ['XB', 'XA'], kinds: ['OPERATOR' as const] },
    ];
    const access = plainAccess({ audience: { alternatives, excludes: [] } });
    expect(ruleFor(plainActor(grid), access)).toBe('You are addressed: sector energy as an operator in XA.');
    const named = plainAccess({
      audience: { alternatives: [{ members: [clinic.id, grid.id] }], excludes: [] },
    });
    expect(ruleFor(plainActor(grid), named)).toBe('You are addressed: by name.');
    const all = plainAccess({ audience: { alternatives: [{}], excludes: [] } });
    expect(ruleFor(plainActor(grid), all)).toBe('You are addressed: the whole partnership.');
  });
  test('says through whom, and when it is felt', () => {
    const client = plainActor(plainMember('member--client'), { providers: [grid] });
    expect(ruleFor(client, plainAccess({ audience: toEnergy }))).toBe(
      `Your provider North Grid is addressed; it declares you as its client. ${UNSEEN}`,
    );
    expect(ruleFor(plainActor(clinic), plainAccess({ cascade: [toHealth] }))).toBe(
      'Sector energy/electricity is hit; your sector health depends on it (HIGH, felt within about 24 h).',
    );
  });
  test('shows a declared edge to the member that declared it, and to no other', () => {
    const edge: CascadeReach = {
      ...toHealth,
      path: [grid.id, clinic.id],
      basis: 'DECLARED',
      hoursToEffect: 0.5,
    };
    const access = plainAccess({ cascade: [edge] });
    expect(decide(plainActor(clinic), access, NOW)).toMatchObject({
      reason: {
        path: [grid.id, clinic.id],
        rule: `A provider of yours is hit; you declared that you depend on it (HIGH, felt within about 0.5 h). ${UNSEEN}`,
      },
    });
    const other = plainActor(plainMember('member--other', { sectors: ['health'] }));
    expect(decide(other, access, NOW)).toMatchObject({
      allowed: true,
      reason: { path: [], hoursToEffect: null },
    });
  });
});

describe('in any world', () => {
  const settings = { seed: seed(), numRuns: runs(5_000) };

  test('a stricter marking never opens a warning, except RED and UNKNOWN to the owner', () => {
    fc.assert(
      fc.property(actors, allAccess, tlps, (actor, access, other) => {
        const tlp = strictest(access.tlp, other);
        if (tlp === 'UNKNOWN') return;
        const stricter = decide(actor, { ...access, tlp }, NOW);
        if (stricter.allowed) expect(decide(actor, access, NOW).allowed).toBe(true);
      }),
      settings,
    );
  });
  test('an object is never open where its warning is not, and keeps the relation', () => {
    fc.assert(
      fc.property(actors, allAccess, tlps, (actor, access, objectTlp) => {
        const object = decideObject(actor, access, { tlp: objectTlp, text: () => '' }, NOW);
        const warning = decide(actor, access, NOW);
        if (object.allowed) {
          expect(warning.allowed && warning.reason.kind).toBe(object.reason.kind);
          expect(decide(actor, { ...access, tlp: strictest(access.tlp, objectTlp) }, NOW).allowed).toBe(true);
        }
      }),
      settings,
    );
  });
  test('anybody reached as an actor is reached as a member, for the same reason', () => {
    fc.assert(
      fc.property(actors, allAccess, (actor, access) => {
        const decision = decide(actor, access, NOW);
        const whole = decideMember({ ...actor, counts: anyPerson }, access, NOW);
        if (decision.allowed) expect(said(whole)).toBe(decision.reason.kind);
      }),
      settings,
    );
  });
  test('no reason names a member that is neither the reader nor its provider nor its own declared edge', () => {
    fc.assert(
      fc.property(actors, allAccess, (actor, access) => {
        const decision = decide(actor, access, NOW);
        if (!decision.allowed || decision.reason.kind !== 'DEPENDENCY') return;
        const members = decision.reason.path.filter((step) => step.startsWith('member--'));
        if (members.length > 0) expect([members.length, members[1]]).toEqual([2, actor.member.id]);
        expect(decision.reason.rule).not.toContain('member--');
      }),
      settings,
    );
  });
});

describe('a class of rights', () => {
  test('is decided alike, whoever reads, unless the decision is personal', () => {
    const others = fc.record({
      person: fc.constantFrom(null, 'a/ann', 'b/bo', 'grid/cy'),
      key: fc.constantFrom('one', 'another'),
    });
    let alike = 0;
    fc.assert(
      fc.property(actors, others, allAccess, (actor, changes, access) => {
        const other: Actor = { ...actor, ...changes };
        if (isPersonal(access) || rightsClassOf(actor) !== rightsClassOf(other)) return;
        alike += 1;
        expect(decide(other, access, NOW)).toEqual(decide(actor, access, NOW));
      }),
      { numRuns: runs(2_000), seed: seed() },
    );
    expect(alike).toBeGreaterThan(100);
  });

  test('differs with all that a decision looks at beside the member and the person', () => {
    const reader = plainActor(grid, { roles: ['reader'] });
    const classes = [
      reader,
      plainActor(clinic, { roles: ['reader'] }),
      { ...reader, roles: ['analyst'] as const },
      { ...reader, scopes: [] },
      { ...reader, isRedClosed: true },
      { ...reader, person: null },
    ].map(rightsClassOf);
    expect(new Set(classes).size).toBe(classes.length);
    expect(rightsClassOf({ ...reader, person: 'grid/bo', key: 'another' })).toBe(rightsClassOf(reader));
  });
});
