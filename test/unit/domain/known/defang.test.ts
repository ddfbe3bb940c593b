// No address of a defanged text can be followed, however its host is written.
import { expect, test } from '@jest/globals';
import { defanged } from '../../../../src/domain/known/defang.ts';

test.each([
  ['*.evil.example', '*[.]evil[.]example'],
  ['.evil.example', '[.]evil[.]example'],
  ['...evil.example', '[.][.][.]evil[.]example'],
  ["[domain-name:value LIKE '%.evil.example']", "[domain-name:value LIKE '%[.]evil[.]example']"],
  ['evil。example', 'evil[.]example'],
  ['www.evil．example', 'www[.]evil[.]example'],
  ['https://a。evil.example/x.html', 'hxxps://a[.]evil[.]example/x.html'],
  ['198.51.100.7', '198[.]51[.]100[.]7'],
  ['wait..evil.example', 'wait[.][.]evil[.]example'],
  ['請訪問https://evil.example/x', '請訪問hxxps://evil[.]example/x'],
  ['結束。evil.example與 198.51.100.7。', '結束。evil[.]example與 198[.]51[.]100[.]7。'],
  ['see evil.example.https://a.example', 'see evil[.]example.hxxps://a[.]example'],
  ['bücher.example，例え.テスト', 'bücher[.]example，例え[.]テスト'],
])('%s', (text, safe) => expect(defanged(text)).toBe(safe));

test.each(['版本 2。更新を適用', 'version v1.2.3.4.5', '1.2.3'])('%s stays as it is', (text) =>
  expect(defanged(text)).toBe(text),
);

// Begun anew in each part, the search would take hours.
test.each([
  'a.',
  '.',
  'a',
  'ä',
  '例',
  '。',
  'a。',
  '1.',
  'aa.',
  '1.1.1.',
  'xn--',
  'a-',
  '@a',
  'http://',
  ' ',
])('a text that repeats “%s” is gone over once', (part) => {
  const text = defanged(`${part.repeat(1_000_000 / part.length)}1 198.51.100.7`);
  expect(text.endsWith('1 198[.]51[.]100[.]7')).toBe(true);
});
