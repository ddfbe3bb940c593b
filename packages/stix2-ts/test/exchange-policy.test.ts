// IEP 2.0 and PAP as OASIS, OpenCTI and MISP write them, read and combined: the strictest wins, in any order.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { papMarkingObject } from '../src/marking/permissible-actions.ts';
import { predefinedMarking } from '../src/marking/predefined.ts';
import { combineMarkings, type Markings, NO_MARKINGS, readMarkings } from '../src/marking/read-markings.ts';
import { TLP_ORDER, TLP1_MARKING_IDS, TLP2_MARKING_IDS } from '../src/marking/tlp.ts';
import { IEP_EXTENSION_ID, IEP_WORDS, PAP_EXTENSION_ID } from '../src/registry/marking-extensions.ts';
import { validateBundle, validateObject } from '../src/validate.ts';
import { compareTimestamps } from '../src/value/timestamp.ts';
import { seed } from './support/seed.ts';

/** From the examples of OASIS's common objects, `iep-marking-definition-762`. */
const policyExtension = {
  extension_type: 'property-extension',
  encrypt_in_transit: 'may',
  permitted_actions: 'externally-visible-direct-actions',
  affected_party_notifications: 'may',
  tlp: 'amber',
  provider_attribution: 'must-not',
  unmodified_resale: 'must-not',
  iep_id: '0224bfdf-ea3a-49c3-96f6-66d908bb1845',
  iep_version: 2.0,
  description: 'This is a TLP-AMBER Information Exchange Policy',
  start_date: '2022-10-01T00:00:00Z',
};
const id = 'marking-definition--da05d443-ad8d-46fc-abf5-31d3d00290f1';
const definition = (more: object) => ({
  type: 'marking-definition',
  spec_version: '2.1',
  id,
  created: '2024-01-10T14:52:41.853121Z',
  name: 'A marking',
  ...more,
});
const policy = (changes: object = {}) =>
  definition({
    external_references: [{ source_name: 'policy', description: 'As agreed' }],
    extensions: { [IEP_EXTENSION_ID]: { ...policyExtension, ...changes } },
  });
const reads = (content: ReturnType<typeof definition>, object: object = {}): Markings =>
  readMarkings({ object_marking_refs: [id], ...object }, new Map([[id, content]]));

describe('IEP 2.0', () => {
  test('is read, and its TLP combined with the others', () => {
    expect(reads(policy())).toEqual({
      ...NO_MARKINGS,
      tlp: 'AMBER',
      policy: {
        permittedActions: 'externally-visible-direct-actions',
        encryptInTransit: 'may',
        affectedPartyNotifications: 'may',
        providerAttribution: 'must-not',
        unmodifiedResale: 'must-not',
        from: '2022-10-01T00:00:00Z',
        until: null,
      },
    });
    expect(reads(policy(), { object_marking_refs: [id, TLP2_MARKING_IDS['AMBER+STRICT']] }).tlp).toBe(
      'AMBER+STRICT',
    );
    expect(reads(policy({ tlp: 'red' }), { object_marking_refs: [TLP2_MARKING_IDS.GREEN, id] }).tlp).toBe(
      'RED',
    );
    expect(reads(policy({ tlp: 'white' })).tlp).toBe('CLEAR');
  });

  test('applies to the whole object when it marks a part or another marking', () => {
    const granular = [{ marking_ref: id, selectors: ['name'] }];
    expect(readMarkings({ granular_markings: granular }, new Map([[id, policy()]])).tlp).toBe('AMBER');
    const statement = {
      id: 'marking-definition--1',
      definition_type: 'statement',
      definition: { statement: 'Copyright' },
      object_marking_refs: [id],
    };
    const definitions = new Map<string, object>([
      [id, policy()],
      [statement.id, statement],
    ]) as Map<string, Record<string, unknown>>;
    expect(readMarkings({ object_marking_refs: [statement.id] }, definitions)).toMatchObject({
      tlp: 'AMBER',
      statements: ['Copyright'],
    });
  });

  test('that is malformed counts as unknown, and is refused with its path and section', () => {
    const changes: readonly [object, string, string][] = [
      [{ encrypt_in_transit: 'yes' }, 'encrypt_in_transit', 'ENUM_VALUE'],
      [{ permitted_actions: 'any' }, 'permitted_actions', 'ENUM_VALUE'],
      [{ affected_party_notifications: 'must' }, 'affected_party_notifications', 'ENUM_VALUE'],
      [{ tlp: 'amber+strict' }, 'tlp', 'ENUM_VALUE'],
      [{ provider_attribution: true }, 'provider_attribution', 'WRONG_KIND'],
      [{ unmodified_resale: 'never' }, 'unmodified_resale', 'ENUM_VALUE'],
      [{ iep_version: 1 }, 'iep_version', 'OUT_OF_RANGE'],
      [{ iep_version: '2.0' }, 'iep_version', 'WRONG_KIND'],
      [{ start_date: '1 October' }, 'start_date', 'TIMESTAMP_INVALID'],
      [{ end_date: '2022-02-30T00:00:00Z' }, 'end_date', 'TIMESTAMP_INVALID'],
      [{ iep_id: 'mine' }, 'iep_id', 'ID_MALFORMED'],
      [{ end_date: '2022-10-01T00:00:00.000Z' }, 'end_date', 'TIME_ORDER'],
      [{ start_date: undefined }, '', 'PROPERTY_MISSING'],
    ];
    for (const [change, name, code] of changes) {
      const object = JSON.parse(JSON.stringify(policy(change)));
      const [found] = validateObject(object).filter(({ level }) => level === 'error');
      expect([change, found?.code]).toEqual([change, code]);
      expect(found?.section).toBe(code === 'TIMESTAMP_INVALID' ? '2.16' : '7.2.1');
      expect(found?.path).toBe(`$.extensions["${IEP_EXTENSION_ID}"]${name === '' ? '' : `.${name}`}`);
      // An invalid id or order of dates does not affect what the policy allows.
      if (!['ID_MALFORMED', 'TIME_ORDER'].includes(code)) expect(reads(object).unknown).toEqual([id]);
    }
    expect(validateObject(policy())).toEqual([]);
    const bare = validateObject(definition({ extensions: { [IEP_EXTENSION_ID]: policyExtension } }));
    expect(bare.map(({ level, code }) => [level, code])).toEqual([['warning', 'PROPERTY_ADVISED']]);
  });

  test('together with another extension is not fully understood', () => {
    const extensions = {
      [IEP_EXTENSION_ID]: policyExtension,
      'extension-definition--3a65884d-005a-4290-8335-cb2d778a83ce': { extension_type: 'property-extension' },
    };
    expect(reads(definition({ extensions }))).toMatchObject({ tlp: 'AMBER', unknown: [id] });
    expect(validateObject(definition({ extensions })).map(({ code }) => code)).toContain(
      'MARKING_NOT_UNDERSTOOD',
    );
  });
});

describe('PAP', () => {
  const openCti = { order: 3, color: '#ff0000', extension_type: 'property-extension' };
  const custom = { definition_type: 'statement', definition: { statement: 'custom' } };
  test.each([
    ['OASIS', { extensions: { [PAP_EXTENSION_ID]: { extension_type: 'property-extension', pap: 'red' } } }],
    ['OpenCTI connectors', { ...custom, x_opencti_definition_type: 'PAP', x_opencti_definition: 'PAP:RED' }],
    [
      'OpenCTI',
      {
        definition_type: 'PAP',
        name: 'PAP:RED',
        extensions: { 'extension-definition--ea279b3e-5c71-4632-ac08-831c66a786ba': openCti },
      },
    ],
    ['OpenCTI, older', { definition_type: 'pap', definition: { pap: 'PAP:RED' } }],
    ['MISP, older', { definition_type: 'PAP', definition: { PAP: 'RED' } }],
  ])('as %s writes it', (_, content) => {
    expect(reads(definition(content))).toEqual({ ...NO_MARKINGS, pap: 'RED' });
  });

  test('is read from MISP labels and from the predefined ids', () => {
    expect(readMarkings({ labels: ['PAP:AMBER', 'pap:white', 'paper'] })).toEqual({
      ...NO_MARKINGS,
      pap: 'AMBER',
    });
    const red = 'marking-definition--740d36e5-7714-4c30-961a-3ae632ceee0e';
    expect(readMarkings({ object_marking_refs: [red] })).toEqual({ ...NO_MARKINGS, pap: 'RED' });
    expect(validateObject(papMarkingObject(red))).toEqual([]);
    const other = { ...papMarkingObject(red), extensions: { [PAP_EXTENSION_ID]: { pap: 'green' } } };
    expect(validateObject(other).map(({ code }) => code)).toContain('MARKING_PREDEFINED');
  });

  test('without a valid level counts as unknown', () => {
    expect(reads(definition({ definition_type: 'pap', definition: { pap: 'blue' } })).unknown).toEqual([id]);
  });

  test('and TLP in statements of OpenCTI take effect', () => {
    const said = (type: string, text: string) =>
      reads(definition({ ...custom, x_opencti_definition_type: type, x_opencti_definition: text }));
    expect(said('TLP', 'TLP:AMBER+STRICT')).toEqual({ ...NO_MARKINGS, tlp: 'AMBER+STRICT' });
    expect(said('SECRET', 'SECRET:HIGH')).toEqual({ ...NO_MARKINGS, unknown: [id] });
    expect(said('statement', 'Copyright')).toEqual({ ...NO_MARKINGS, statements: ['Copyright'] });
  });
});

test('predefined markings need not be sent', () => {
  const ids = [
    ...Object.values(TLP1_MARKING_IDS),
    ...Object.values(TLP2_MARKING_IDS),
    'marking-definition--a3bea94c-b469-41dc-9cfe-d6e7daba7730',
  ];
  const objects = ids.map((marking, index) => ({
    type: 'tool',
    spec_version: '2.1',
    id: `tool--9b8b6e2f-3c0d-4e8f-8f3a-0000000000${10 + index}`,
    created: '2026-01-01T00:00:00.000Z',
    modified: '2026-01-01T00:00:00.000Z',
    name: 'Tool',
    object_marking_refs: [marking],
  }));
  const bundle = { type: 'bundle', id: 'bundle--9b8b6e2f-3c0d-4e8f-8f3a-000000000000', objects };
  expect(validateBundle(bundle).findings).toEqual([]);
  for (const marking of ids) {
    const object = predefinedMarking(marking);
    expect([marking, object?.id, validateObject(object)]).toEqual([marking, marking, []]);
  }
});

const timestamps = fc
  .tuple(fc.integer({ min: 2020, max: 2022 }), fc.constantFrom('', '.0', '.000', '.5'))
  .map(([year, fraction]) => `${year}-01-01T00:00:00${fraction}Z`);
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c')).map((list) => list.sort());
const markings: fc.Arbitrary<Markings> = fc.record({
  tlp: maybe(fc.constantFrom(...TLP_ORDER)),
  pap: maybe(fc.constantFrom('CLEAR', 'GREEN', 'AMBER', 'RED')),
  statements: ids,
  unknown: ids,
  policy: maybe(
    fc.record({
      permittedActions: fc.constantFrom(...IEP_WORDS.permitted_actions),
      encryptInTransit: fc.constantFrom(...IEP_WORDS.encrypt_in_transit),
      affectedPartyNotifications: fc.constantFrom(...IEP_WORDS.affected_party_notifications),
      providerAttribution: fc.constantFrom(...IEP_WORDS.provider_attribution),
      unmodifiedResale: fc.constantFrom(...IEP_WORDS.unmodified_resale),
      from: timestamps,
      until: maybe(timestamps),
    }),
  ),
}) as fc.Arbitrary<Markings>;

const isAtLeast = (order: readonly (string | null)[], all: string | null, part: string | null): boolean =>
  order.indexOf(all) >= order.indexOf(part);

describe('combining', () => {
  const settings = { seed: seed(), numRuns: 2_000 };
  test('is commutative, associative and idempotent, with no markings as the neutral element', () => {
    fc.assert(
      fc.property(markings, markings, markings, (a, b, c) => {
        expect(combineMarkings(a, b)).toEqual(combineMarkings(b, a));
        expect(combineMarkings(combineMarkings(a, b), c)).toEqual(combineMarkings(a, combineMarkings(b, c)));
        expect(combineMarkings(a, a)).toEqual(a);
        expect(combineMarkings(a, NO_MARKINGS)).toEqual(a);
      }),
      settings,
    );
  });

  test('is never less strict than any part', () => {
    fc.assert(
      fc.property(markings, markings, (a, b) => {
        const all = combineMarkings(a, b);
        for (const part of [a, b]) {
          expect(isAtLeast([null, ...TLP_ORDER], all.tlp, part.tlp)).toBe(true);
          expect(isAtLeast([null, 'CLEAR', 'GREEN', 'AMBER', 'RED'], all.pap, part.pap)).toBe(true);
          expect(part.unknown.every((each) => all.unknown.includes(each))).toBe(true);
          expect(part.statements.every((each) => all.statements.includes(each))).toBe(true);
          if (part.policy === null) continue;
          if (all.policy === null) throw new Error('a policy was lost');
          const { policy: whole } = all;
          for (const [name, words] of [
            ['permittedActions', IEP_WORDS.permitted_actions],
            ['encryptInTransit', IEP_WORDS.encrypt_in_transit],
            ['affectedPartyNotifications', IEP_WORDS.affected_party_notifications],
            ['providerAttribution', IEP_WORDS.provider_attribution],
            ['unmodifiedResale', IEP_WORDS.unmodified_resale],
          ] as const) {
            expect(isAtLeast(words, whole[name], part.policy[name])).toBe(true);
          }
          expect(compareTimestamps(whole.from, part.policy.from)).toBeGreaterThanOrEqual(0);
          if (part.policy.until === null) continue;
          expect(
            whole.until === null ? 1 : compareTimestamps(whole.until, part.policy.until),
          ).toBeLessThanOrEqual(0);
        }
      }),
      settings,
    );
  });
});
