// The words that find a text: compounds whole and in parts, in time linear in the length of any text.
import { expect, test } from '@jest/globals';
import { assertionWords } from '../../../../src/domain/likeness/likeness.ts';
import { searchWords, wordsOf } from '../../../../src/domain/likeness/words.ts';

test('a compound word is found whole and by its parts; a lone joiner is part of nothing', () => {
  expect(wordsOf(['See ICSA-17-045-01, v2.0.'])).toEqual([
    'see',
    'icsa-17-045-01',
    'icsa',
    '17',
    '045',
    '01',
    'v2.0',
    'v2',
    '0',
  ]);
  expect(wordsOf(['-a--b__ .c. – …'])).toEqual(['a--b', 'a', 'b', 'c']);
  expect(wordsOf(['Überlauf'])).toEqual(['uberlauf']);
  expect(searchWords('icsa-17-  __ Pump_station.')).toEqual(['icsa-17', 'pump_station']);
  expect(assertionWords('Pumps... at -SCADA-, 7 v-2')).toEqual(['pumps', 'scada', 'v-2']);
});

test('long runs of joiners take linear time like any other text', () => {
  const runs = `a${'-._'.repeat(100_000)}b ${'x-'.repeat(50_000)} ${'-'.repeat(200_000)}`;
  expect(wordsOf([runs])[0]).toBe(`a${'-._'.repeat(100_000)}b`);
});
