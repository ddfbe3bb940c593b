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
])('%s', (text, safe) => expect(defanged(text)).toBe(safe));

test.each(['版本 2。更新を適用', 'version v1.2.3.4.5', '1.2.3'])('%s stays as it is', (text) =>
  expect(defanged(text)).toBe(text),
);
