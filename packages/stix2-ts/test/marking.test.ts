import { describe, expect, test } from '@jest/globals';
import { NO_MARKINGS, readMarkings } from '../src/marking/read-markings.ts';
import {
  stricterTlp,
  TLP_ORDER,
  TLP1_MARKING_IDS,
  TLP2_MARKING_IDS,
  tlp1MarkingObject,
  tlpMarkingObject,
  tlpOfMarking,
} from '../src/marking/tlp.ts';
import { validateObject } from '../src/validate.ts';

const statement = {
  type: 'marking-definition',
  id: 'marking-definition--fa42a846-8d90-4e51-bc29-71d5b4802168',
  definition_type: 'statement',
  definition: { statement: 'Copyright' },
};
const definitions = new Map([[statement.id, statement]]);

describe('TLP', () => {
  test('TLP 1 is mapped, AMBER to AMBER', () => {
    expect(tlpOfMarking(TLP1_MARKING_IDS.WHITE)).toBe('CLEAR');
    expect(tlpOfMarking(TLP1_MARKING_IDS.AMBER)).toBe('AMBER');
    for (const tlp of TLP_ORDER) expect(tlpOfMarking(TLP2_MARKING_IDS[tlp])).toBe(tlp);
    expect(tlpOfMarking(statement.id)).toBeNull();
  });

  test('the predefined definitions pass validation', () => {
    for (const tlp of TLP_ORDER) expect(validateObject(tlpMarkingObject(tlp))).toEqual([]);
    for (const level of ['WHITE', 'GREEN', 'AMBER', 'RED'] as const) {
      expect(validateObject(tlp1MarkingObject(level))).toEqual([]);
    }
    expect(tlpMarkingObject('AMBER+STRICT')).toMatchObject({
      name: 'TLP:AMBER+STRICT',
      extensions: {
        'extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d': { tlp_2_0: 'amber+strict' },
      },
    });
  });

  test('the stricter one wins', () => {
    expect(stricterTlp('GREEN', 'AMBER')).toBe('AMBER');
    expect(stricterTlp('RED', 'AMBER+STRICT')).toBe('RED');
    expect(stricterTlp(null, 'CLEAR')).toBe('CLEAR');
    expect(stricterTlp(null, null)).toBeNull();
  });
});

describe('markings of an object', () => {
  test('the most restrictive of object and granular markings counts', () => {
    const object = {
      object_marking_refs: [TLP2_MARKING_IDS.GREEN, statement.id],
      granular_markings: [
        { selectors: ['name'], marking_ref: TLP2_MARKING_IDS['AMBER+STRICT'] },
        { selectors: ['name'], lang: 'fr' },
      ],
    };
    expect(readMarkings(object, definitions)).toEqual({
      ...NO_MARKINGS,
      tlp: 'AMBER+STRICT',
      statements: ['Copyright'],
      unknown: [],
    });
  });

  test('a marking that is missing or of an unknown kind is unknown', () => {
    const iep = { type: 'marking-definition', id: 'marking-definition--1', extensions: { x: {} } };
    const object = { object_marking_refs: [iep.id, 'marking-definition--2', statement.id] };
    expect(readMarkings(object, new Map([[iep.id, iep]])).unknown).toEqual([
      iep.id,
      'marking-definition--2',
      statement.id,
    ]);
  });

  test('a statement that carries an extension is more than a statement', () => {
    const mixed = { ...statement, extensions: { x: {} } };
    expect(readMarkings({ object_marking_refs: [mixed.id] }, new Map([[mixed.id, mixed]])).unknown).toEqual([
      mixed.id,
    ]);
  });

  test('no markings give no restriction', () => {
    expect(readMarkings({})).toEqual(NO_MARKINGS);
    expect(readMarkings(null)).toEqual(NO_MARKINGS);
  });
});

test('a chain of definitions that is too long counts as unknown', () => {
  const id = (at: number): string =>
    `marking-definition--00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;
  let looked = 0;
  class Counted extends Map<string, Record<string, unknown>> {
    override get(key: string) {
      looked += 1;
      return super.get(key);
    }
  }
  const chain = new Counted();
  for (let at = 0; at < 5_000; at += 1) {
    chain.set(id(at), {
      type: 'marking-definition',
      id: id(at),
      definition_type: 'statement',
      definition: { statement: `${at}` },
      object_marking_refs: [id(at + 1)],
    });
  }
  const { unknown, statements } = readMarkings({ object_marking_refs: [id(0)] }, chain);
  expect(unknown).toHaveLength(1);
  expect(statements.length).toBeGreaterThan(10);
  expect(looked).toBeLessThan(200);
});
