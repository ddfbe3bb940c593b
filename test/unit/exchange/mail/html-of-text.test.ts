// The HTML beside a text leads to the hub alone, and to each item by its own address.
import { expect, test } from '@jest/globals';
import { htmlOfText } from '../../../../src/exchange/mail/html-of-text.ts';

const HUB = 'https://hub.example';
const ITEM = `${HUB}/warning/warning--00000000-0000-4000-8000-000000000001`;
const OTHER = `${HUB}/warning/practice--00000000-0000-4000-8000-000000000002`;

const linksIn = (text: string, link: string): string[] =>
  [...htmlOfText(text, link).matchAll(/<a href="([^"]*)">([^<]*)<\/a>/g)].map(([, to = '', shown]) => {
    expect(shown).toBe(to);
    return to;
  });

test('each item of a digest has its own link', () => {
  expect(linksIn(`One\n  ${ITEM}\nTwo\n  ${OTHER}\nMore waits. Sign in:\n${HUB}`, HUB)).toEqual([
    ITEM,
    OTHER,
    HUB,
  ]);
  expect(linksIn(`Read it:\n${ITEM}`, ITEM)).toEqual([ITEM]);
});

test('an address that only begins like the hub is none of its', () => {
  const others = [`${HUB}.evil.example/`, `${HUB}@evil.example`, `${HUB}:8443/x`, `x${HUB}`, `${ITEM}/../x`];
  expect(linksIn(others.join('\n'), HUB)).toEqual([]);
  expect(linksIn(others.join('\n'), ITEM)).toEqual([]);
});

test('nothing of the text is markup', () => {
  expect(htmlOfText('<b>"&\'</b>', null)).toContain('&lt;b&gt;&quot;&amp;&#39;&lt;/b&gt;');
});
