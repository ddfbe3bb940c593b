// A moment as it is typed. Of a text that was corrected, which words went and which came; and what of a version nobody wrote.
import { expect, test } from '@jest/globals';
import { MOST_COMPARED, wordDifference } from '../../../src/console/ui/difference/word-difference.ts';
import { keptOf, momentIn, shownOf } from '../../../src/console/ui/time/moment.ts';
import * as ofTheHub from '../../../src/console/views/warning/versions/of-the-hub.ts';
import { HUB_IDENTITY, hubIdentity, warningExtension } from '../../../src/exchange/warning-extension.ts';

const EN = { before: 'en', after: 'en' };
/** Changed words in brackets. */
const said = (parts: readonly { readonly text: string; readonly isChanged: boolean }[]): string =>
  parts.map(({ text, isChanged }) => (isChanged ? `[${text}]` : text)).join('');
const differ = (before: string, after: string, languages = EN): string[] => {
  const found = wordDifference(before, after, languages);
  return [said(found.before), said(found.after)];
};

test('one word of a paragraph is found', () => {
  expect(
    differ(
      'The gateway has been open since Sunday, and is watched.',
      'The gateway has been open since Monday, and is watched.',
    ),
  ).toEqual([
    'The gateway has been open since [Sunday], and is watched.',
    'The gateway has been open since [Monday], and is watched.',
  ]);
});

test('blanks between words that changed go with them; what was added alone is marked alone', () => {
  expect(differ('Shut the old valve now.', 'Shut both new gates now.')).toEqual([
    'Shut [the old valve] now.',
    'Shut [both new gates] now.',
  ]);
  expect(differ('Shut the valve.', 'Shut the valve at once.')).toEqual([
    'Shut the valve.',
    'Shut the valve[ at once].',
  ]);
});

test('Chinese words, where nothing stands between them', () => {
  const zh = { before: 'zh', after: 'zh' };
  expect(differ('请立即关闭阀门', '请立即打开阀门', zh)).toEqual(['请立即[关闭]阀门', '请立即[打开]阀门']);
});

test('what is another text altogether is one mark, nothing is none, and no language is too odd', () => {
  expect(differ('Shut the valve.', 'Rotate all keys at Riverton.')).toEqual([
    '[Shut the valve.]',
    '[Rotate all keys at Riverton.]',
  ]);
  expect(differ('', 'Shut it.')).toEqual(['', '[Shut it.]']);
  expect(differ('one two three', 'one two four', { before: 'not a tag', after: '' })).toEqual([
    'one two [three]',
    'one two [four]',
  ]);
});

test('a moment is typed year first and in 24 hours, and what is none is kept as it was typed', () => {
  const typed = ['2026-12-01 08:00', ' 2026-12-1T8:05Z ', '2026-12-01 2000', '٢٠٢٦-١٢-٠١ ٠٨:٠٠'];
  expect(typed.map(momentIn)).toEqual([
    '2026-12-01T08:00',
    '2026-12-01T08:05',
    '2026-12-01T20:00',
    '2026-12-01T08:00',
  ]);
  const others = ['', '2026-12-01', '2026-02-31 08:00', '2026-12-01 24:30', '12/01/2026 08:00', '8 pm'];
  expect(others.map(momentIn)).toEqual(others.map(() => null));
  expect([...others, ...typed].map(keptOf)).toEqual([...others, ...typed.map(momentIn)]);
  expect(['2026-12-01T08:00', '8 pm', ''].map(shownOf)).toEqual(['2026-12-01 08:00', '8 pm', '']);
});

test('nothing of a text is lost or invented', () => {
  const texts = ['a b  c\n\nd', ' a c d ', 'd c b a', 'ا ب ت', 'a–b, c; d'];
  for (const before of texts)
    for (const after of texts) {
      const found = wordDifference(before, after, EN);
      const whole = [found.before, found.after].map((parts) => parts.map(({ text }) => text).join(''));
      expect(whole).toEqual([before, after]);
    }
});

test.each([
  [MOST_COMPARED - 1, false],
  [MOST_COMPARED, false],
  [MOST_COMPARED + 1, true],
])('of %i characters as a whole: %p', (characters, isWhole) => {
  const before = 'word '.repeat(MOST_COMPARED).slice(0, characters);
  for (const [one, other] of [
    [before, before.replace('word', 'sort')],
    [before.replace('word', 'so'), before],
  ] as const) {
    const found = wordDifference(one, other, EN);
    expect([found.before.length === 1, found.after.length === 1]).toEqual([isWhole, isWhole]);
  }
});

test("the hub's own objects are known by who made them, and a new date alone by its path", () => {
  expect(ofTheHub.HUB_IDENTITY).toBe(HUB_IDENTITY);
  const added = (object: { readonly id: string }) => ({
    change: 'ADDED',
    objectId: object.id,
    before: null,
    after: object,
  });
  expect([hubIdentity(), warningExtension()].map((each) => ofTheHub.isOfTheHub(added(each)))).toEqual([
    true,
    true,
  ]);
  const theirs = { ...hubIdentity(), id: 'identity--x', created_by_ref: 'identity--y' };
  expect(ofTheHub.isOfTheHub(added(theirs))).toBe(false);
  expect(
    [['$.modified'], ['$.modified', '$.name'], ['$.more.modified'], []].map(ofTheHub.isNewDateAlone),
  ).toEqual([true, false, false, false]);
});
