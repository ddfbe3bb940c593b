// Text on a terminal: columns that align in any script, and lines that fit.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { table } from '../../../src/cli/terminal/table.ts';
import { columnsOf, headWithin, padColumns } from '../../../src/exchange/text/columns.ts';
import { wrap } from '../../../src/exchange/text/wrap.ts';
import { seed } from '../../support/seed.ts';

test.each([
  ['plain', 5],
  ['', 0],
  ['電力', 4],
  ['Bogotá', 6],
  ['Bogota\u0301', 6],
  ['👩‍🚒', 2],
])('%s takes %d columns', (text, wanted) => {
  expect(columnsOf(text)).toBe(wanted);
});

test('a table aligns in any script', () => {
  const text = table(
    ['NAME', 'STATE'],
    [
      ['電力会社', 'open'],
      ['Energía', 'closed'],
      ['x', 'open'],
    ],
  );
  expect(text.split('\n')).toEqual([
    'NAME      STATE',
    '電力会社  open',
    'Energía   closed',
    'x         open',
  ]);
  expect(padColumns('電力', 6)).toBe('電力  ');
  expect(padColumns('電力', 3)).toBe('電力');
});

describe('fitting', () => {
  test('cuts between characters, never within one', () => {
    expect(headWithin('電力会社', 6)).toBe('電力…');
    expect(headWithin('電力会社', 8)).toBe('電力会社');
    expect(headWithin('abc', 2)).toBe('a…');
    expect(headWithin('a b c', 3)).toBe('a…');
    expect(headWithin('👩‍🚒x', 1)).toBe('👩‍🚒…');
    expect(headWithin('', 3)).toBe('');
  });

  test('lines are no wider than asked, and lose nothing', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'b', ' ', '電', 'é', 'e\u0301', '👩‍🚒', '-'),
      maxLength: 80,
    });
    const property = fc.property(text, fc.integer({ min: 2, max: 30 }), (words, width) => {
      const lines = wrap(words, width);
      for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(width);
      expect(lines.join('').replace(/\s/g, '')).toBe(words.replace(/\s/g, ''));
    });
    fc.assert(property, { seed: seed(), numRuns: 1_000 });
  });

  test('a long word is cut in linear time', () => {
    expect(wrap('電'.repeat(20_000), 72)).toHaveLength(Math.ceil(20_000 / 36));
  });
});
