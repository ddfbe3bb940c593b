// Where somebody who has signed in is sent on to: every view of the console with its place, and nothing that is not this hub's.
import { expect, test } from '@jest/globals';
import { CONSOLE_VIEWS } from '../../../src/http/console/console-views.ts';
import { placeAfter } from '../../../src/http/sign-in/answers.ts';
import { randomOf } from '../../support/random.ts';
import { seed } from '../../support/seed.ts';

const ID = 'warning--0b7d1e9c-5a1f-4f6e-9d7a-1c2b3a4d5e6f';

test('whoever comes by a link comes back to it', () => {
  const wanted = [
    '/',
    '/account',
    '/approvals',
    `/warnings/${ID}/page`,
    `/warning/${ID}`,
    `/warning/${ID}#answer`,
    `/board/${ID}?show=all`,
    '/cases?of=mine#closed',
    '/?sector=energy%2Felectricity&severity=EXTREME',
    ...[...CONSOLE_VIEWS].map((view) => `/${view}`),
  ];
  expect(wanted.map(placeAfter)).toEqual(wanted);
});

test('nothing else is gone to', () => {
  const others = [
    null,
    '',
    'warning',
    '//evil.example',
    '//evil.example/warning',
    '/\\evil.example',
    '/warning//evil.example',
    '/warning/../sign-out',
    '/warning/%2e%2e/sign-out',
    '/sign-out',
    '/graphql',
    '/?to=https://evil.example',
    'https://evil.example/warning',
    'javascript:alert(1)',
    `/warning/${ID}\r\nset-cookie: a=b`,
    `/warning/${ID}\n`,
    `/warning/${ID}#key=toc_1`,
    `/warning/${ID}?of=${'a'.repeat(700)}`,
    '/warning/"><script>',
  ];
  expect(others.map((each) => [each, placeAfter(each)])).toEqual(others.map((each) => [each, '/account']));
});

test('whatever is asked for, it is on this hub', () => {
  const random = randomOf(seed());
  const parts = [
    '/',
    '/',
    '\\',
    '.',
    '..',
    '@',
    ':',
    '?',
    '#',
    '%2f',
    '%5c',
    'warning',
    'evil.example',
    'https:',
    '\t',
    'a',
  ];
  for (let round = 0; round < 5_000; round += 1) {
    const asked = `/${Array.from({ length: random.below(8) }, () => random.pick(parts)).join('')}`;
    const { origin, pathname } = new URL(placeAfter(asked), 'https://hub.example');
    const view = pathname.split('/')[1] ?? '';
    expect([asked, origin]).toEqual([asked, 'https://hub.example']);
    expect([asked, view, view === '' || view === 'account' || CONSOLE_VIEWS.has(view)]).toEqual([
      asked,
      view,
      true,
    ]);
  }
});
