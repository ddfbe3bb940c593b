// The judges' own cases through `tocsin stix … --json`: the command line answers what the module answers.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readCases } from '../../../packages/stix2-ts/test/conformance/cases.ts';
import {
  idDisagreements,
  validatorDisagreements,
} from '../../../packages/stix2-ts/test/conformance/disagreements.ts';
import { linesOf, openWorkbench, type Workbench } from '../../support/workbench.ts';

let workbench: Workbench;
beforeAll(() => {
  workbench = openWorkbench();
});
afterAll(() => workbench.close());

describe('validate', () => {
  type Case = { case: string; object?: unknown; text?: string; must_valid: boolean };
  type Report = { file: string; valid: boolean; errors: { code: string }[]; warnings: unknown[] };

  const verdicts = async (cases: readonly Case[]): Promise<Report[]> => {
    const files = cases.map((one) =>
      workbench.file(`${one.case}.json`, one.text ?? JSON.stringify(one.object)),
    );
    const ran = await workbench.stix(['validate', '--json', ...files]);
    expect(ran.code).toBeGreaterThan(0);
    const reports = linesOf<Report>(ran);
    expect(reports.map((report) => report.file)).toEqual(files);
    for (const report of reports) expect(report.errors.length === 0).toBe(report.valid);
    return reports;
  };

  test('agrees with the OASIS validator on its own cases, except where the standard decides otherwise', async () => {
    const cases = readCases<Case>('stix-2.1-cases.json');
    const reports = await verdicts(cases);
    const others = cases.filter((one, at) => reports[at]?.valid !== one.must_valid).map((one) => one.case);
    expect(others).toEqual(Object.keys(validatorDisagreements));
    expect(cases).toHaveLength(183);
  });

  test('accepts nothing of STIX 2.0', async () => {
    const reports = await verdicts(readCases<Case>('stix-2.0-cases.json'));
    expect(reports.filter(({ valid }) => valid)).toEqual([]);
    expect(reports).toHaveLength(113);
  });
});

describe('id', () => {
  type Case = { object: { type: string }; id: string | null; id_found: string };
  type Identity = { id: string | null; expected: string | null; matches: boolean | null };

  test('every real-world observable gets the id that stix2 gives it', async () => {
    const cases = readCases<Case>('observables.json');
    const ran = await workbench.stix(
      ['id', '--json', '-'],
      JSON.stringify(cases.map((one) => ({ ...one.object, id: one.id_found }))),
    );
    const answers = linesOf<Identity>(ran);
    expect(ran.code).toBe(1);
    expect(answers).toHaveLength(114);
    const others = answers.filter(({ expected }, at) => expected !== cases[at]?.id);
    expect(others.map(({ id }) => id)).toEqual(Object.keys(idDisagreements));
    for (const { id, expected, matches } of answers)
      expect(matches).toBe(expected === null ? null : id === expected);
    expect(answers.filter(({ matches }) => matches === true).length).toBeGreaterThan(25);
  });
});

describe('pattern', () => {
  type Answer = { pattern: string | null; valid: boolean; error: unknown; normalForm: string | null };
  const readLines = (patterns: readonly unknown[]): ReturnType<Workbench['stix']> =>
    workbench.stix(
      ['pattern', '--lines', '--json'],
      patterns.map((one) => `${JSON.stringify(one)}\n`).join(''),
    );

  test('each pattern of the OASIS parser’s list is valid or not as listed', async () => {
    const cases = readCases<{ pattern: string; valid: boolean }>('pattern-syntax.json');
    const ran = await readLines(cases.map(({ pattern }) => pattern));
    expect(ran).toMatchObject({ code: 1, err: '' });
    const answers = linesOf<Answer>(ran);
    expect(answers.map(({ pattern, valid }) => ({ pattern, valid }))).toEqual(
      cases.map(({ pattern, valid }) => ({ pattern, valid })),
    );
    for (const { valid, error, normalForm } of answers) {
      if (valid) expect([error, typeof normalForm]).toEqual([null, 'string']);
      else {
        expect(error).toEqual({
          offset: expect.any(Number),
          found: expect.any(String),
          expected: expect.any(String),
        });
        expect(normalForm).toBeNull();
      }
    }
    expect(cases).toHaveLength(71);
  });

  test('patterns have one normal form when they are equivalent, and only then', async () => {
    const pairs = readCases<{ a: string; b: string; equivalent: boolean }>('pattern-equivalence.json');
    const ran = await readLines(pairs.flatMap(({ a, b }) => [a, b]));
    expect(ran).toMatchObject({ code: 0, err: '' });
    const forms = linesOf<Answer>(ran).map(({ normalForm }) => normalForm);
    const same = pairs.map((_, at) => forms[2 * at] === forms[2 * at + 1]);
    expect(same).toEqual(pairs.map(({ equivalent }) => equivalent));
    expect(pairs).toHaveLength(46);
  });
});
