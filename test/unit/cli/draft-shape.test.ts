// A draft is checked as a whole: whatever is missing, misspelt or of the wrong type is reported beside everything else, and
// what stands in for it is right.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'yaml';
import { besides, checkShape } from '../../../src/cli/warning/draft-shape.ts';
import { folded } from '../../../src/cli/warning/new-warning.ts';
import { PRACTICE_TEMPLATE, WARNING_TEMPLATE } from '../../../src/cli/warning/template.ts';
import { INPUT_SHAPES } from '../../../src/operations/input-shapes.generated.ts';

const WARNING = {
  headline: 'Pumps stop',
  summary: 'They stop.',
  actions: [{ text: 'Look', by: '2030-01-31T18:00:00Z' }],
  contacts: [{ name: 'Desk', number: '112', hours: '24x7' }],
  urgency: 'IMMEDIATE',
  severity: 'SEVERE',
  certainty: 'OBSERVED',
  marking: 'GREEN',
  audience: { alternatives: [{ sectors: ['health'], kinds: ['OPERATOR'] }] },
};
const required = Object.entries(INPUT_SHAPES.inputs.PublishWarningInput).flatMap(([name, { isRequired }]) =>
  isRequired ? [name] : [],
);
const codesAt = (draft: object) =>
  checkShape(draft as never, 'PublishWarningInput').problems.map(({ code, path }) => `${code} ${path}`);

describe('the shape of a draft', () => {
  test('a right one passes, and is passed on as it is', () => {
    const { problems, filled } = checkShape(WARNING, 'PublishWarningInput');
    expect(problems).toEqual([]);
    expect(filled).toEqual(WARNING);
  });

  test('each missing field is named, whichever are missing, and the rest is still checked', () => {
    expect(required.length).toBeGreaterThan(6);
    fc.assert(
      fc.property(fc.subarray(required), (missing) => {
        const left = Object.entries({ ...WARNING, severty: 'SEVERE', urgncy: 1 }).filter(
          ([name]) => !missing.includes(name),
        );
        const { problems, filled, stoodIn } = checkShape(Object.fromEntries(left), 'PublishWarningInput');
        const named = problems
          .filter(({ code }) => code === 'FIELD_MISSING')
          .map(({ path }) => path.slice(2));
        expect(named.toSorted()).toEqual(missing.toSorted());
        expect(problems.filter(({ code }) => code === 'FIELD_UNKNOWN')).toHaveLength(2);
        // What stands in has the shape of the contract, so that the hub can check the rest.
        expect(checkShape(filled, 'PublishWarningInput').problems).toEqual([]);
        expect(
          besides(
            missing.map((name) => ({ path: `$.${name}` })),
            stoodIn,
          ),
        ).toEqual([]);
      }),
    );
  });

  test('each fault has its place, what was meant, and what to do', () => {
    const { problems } = checkShape(
      {
        ...WARNING,
        headlin: 'x',
        severity: 'sevre',
        urgency: 'immediate',
        actions: [{ text: 5 }, 'Look', { txt: 'Look' }],
        contacts: [{ name: 'Desk', number: 911, hours: '24x7' }],
        validUntil: 'tomorrow',
        allowEmptyAudience: 'yes',
        marking: 'TLP:AMBER+STRICT',
        audience: { alternatives: [{ sector: ['health'], kinds: ['operator', 'firm'] }] },
      },
      'PublishWarningInput',
    );
    expect(problems.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'FIELD_UNKNOWN $.headlin',
      'VALUE_OF_WRONG_TYPE $.actions[0].text',
      'VALUE_OF_WRONG_TYPE $.actions[1]',
      'FIELD_UNKNOWN $.actions[2].txt',
      'FIELD_MISSING $.actions[2].text',
      'VALUE_OF_WRONG_TYPE $.contacts[0].number',
      'VALUE_UNKNOWN $.severity',
      'VALUE_OF_WRONG_TYPE $.validUntil',
      'FIELD_UNKNOWN $.audience.alternatives[0].sector',
      'VALUE_UNKNOWN $.audience.alternatives[0].kinds[1]',
      'VALUE_OF_WRONG_TYPE $.allowEmptyAudience',
    ]);
    const at = (path: string) => problems.find((each) => each.path === path);
    expect(at('$.headlin')?.message).toContain('Did you mean headline?');
    expect(at('$.severity')).toMatchObject({
      message: '"sevre" is not known here. Did you mean SEVERE?',
      remedy: 'Use one of EXTREME, SEVERE, MODERATE, MINOR, UNKNOWN.',
    });
    expect(at('$.contacts[0].number')?.remedy).toContain('in quotes');
  });

  test('an instant without its zone is one line beside all others; a wrong level asks for no time', () => {
    const { problems, stoodIn } = checkShape(
      {
        ...WARNING,
        severity: 'x',
        level: 'RECOMENDATION',
        answerBy: '2030-01-31 08:00',
        validUntil: '2030-02-30T08:00:00Z',
      },
      'PublishWarningInput',
    );
    expect(problems.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'VALUE_UNKNOWN $.severity',
      'VALUE_OF_WRONG_TYPE $.validUntil',
      'VALUE_UNKNOWN $.level',
      'VALUE_OF_WRONG_TYPE $.answerBy',
    ]);
    const said = problems.find(({ path }) => path === '$.answerBy');
    expect(said?.message).toContain('an instant without its zone');
    expect(said?.remedy).toContain('2030-01-31T18:00:00Z');
    expect(besides([{ path: '$.answerBy' }], stoodIn)).toEqual([]);
  });

  test('nothing at all is no crash', () => {
    const value = fc.jsonValue({ maxDepth: 3 });
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...Object.keys(WARNING), 'x'), value), (draft) => {
        expect(Array.isArray(codesAt(draft))).toBe(true);
        const { filled } = checkShape(draft as never, 'PublishWarningInput');
        expect(checkShape(filled, 'PublishWarningInput').problems).toEqual([]);
      }),
    );
  });
});

describe('the templates', () => {
  const cases = [
    ['PublishWarningInput', WARNING_TEMPLATE],
    ['PublishPracticeInput', PRACTICE_TEMPLATE],
  ] as const;
  test.each(cases)('%s: every field is there or explained, and no other', (name, template) => {
    const named = new Set([...template.matchAll(/^#? ?(\w+):/gm)].map(([, field]) => field));
    const known = Object.keys(INPUT_SHAPES.inputs[name]).filter((field) => field !== 'dryRun');
    expect([...named].filter((field) => !known.includes(field ?? '')).toSorted()).toEqual([]);
    expect(known.filter((field) => !named.has(field))).toEqual([]);
  });

  test.each(cases)('%s: it cannot be sent as it is', (name, template) => {
    const { problems } = checkShape(parse(template), name);
    const wrong = problems.map(({ path }) => path);
    expect(wrong).toContain('$.marking');
    expect(wrong.length).toBeLessThan(6);
    expect(problems.every(({ code }) => code === 'FIELD_MISSING')).toBe(true);
  });
});

test('the written file has no line that a terminal breaks, and the fields of its template', () => {
  for (const template of [WARNING_TEMPLATE, PRACTICE_TEMPLATE]) {
    const file = folded(template);
    for (const line of file.split('\n')) expect([line, line.length <= 80]).toEqual([line, true]);
    expect(parse(file)).toEqual(parse(template));
    const fields = (text: string): string[] => text.match(/^#? *[a-z]\w*:(?= |$)/gm) ?? [];
    expect(fields(file)).toEqual(fields(template));
    const words = (text: string): string => text.replaceAll(/[#\s]+/g, ' ');
    expect(words(file)).toBe(words(template));
  }
});
