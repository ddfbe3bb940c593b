// The marking at the head and the foot of a printed page: the strictest of what is on it.
import { expect, test } from '@jest/globals';
import { markOf, strictestOf } from '../../../src/console/ui/print/strictest.ts';

test('a page has the strictest marking of what is on it, and the words of that alone', () => {
  const green = { tlp: 'GREEN', words: '' } as const;
  const amber = { tlp: 'AMBER_STRICT', words: 'only within your organisation' } as const;
  expect(markOf([])).toBe('');
  expect(markOf([green])).toBe('TLP:GREEN');
  expect(markOf([green, amber, amber, { tlp: 'AMBER', words: 'with clients' }])).toBe(
    'TLP:AMBER+STRICT – only within your organisation',
  );
  expect(markOf([amber, { tlp: 'RED', words: '' }])).toBe('TLP:RED');
});

test('nothing is stricter than a marking that nobody understands', () => {
  expect(
    markOf([
      { tlp: 'RED', words: '' },
      { tlp: null, words: '' },
    ]),
  ).toBe('TLP:?');
  expect(strictestOf(['CLEAR', null, 'RED'])).toBe(null);
  expect(strictestOf(['CLEAR', 'AMBER', 'GREEN'])).toBe('AMBER');
  expect(strictestOf([])).toBe(undefined);
});
