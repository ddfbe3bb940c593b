// What a publisher is shown of the mail and webhook before it publishes: by the rule and in the words by which they are sent.
import { describe, expect, test } from '@jest/globals';
import type { Handling } from '../../../src/domain/handling.ts';
import { type EffectiveTlp, TLP_LEVELS } from '../../../src/domain/marking.ts';
import type { Summary } from '../../../src/domain/warning.ts';
import { previewedLetters } from '../../../src/service/channel/compose/previewed-letters.ts';

const now = new Date('2026-11-29T22:00:00.000Z');
const HEADLINE = 'Breakers opened at a substation';
const summary = (changes: Partial<Summary>): Summary => ({
  id: 'draft',
  version: 1,
  kind: 'WARNING',
  messageType: 'ALERT',
  headline: HEADLINE,
  summary: 'Somebody opened two breakers.',
  language: 'en',
  translations: [],
  actions: [],
  contacts: [],
  urgency: 'IMMEDIATE',
  severity: 'SEVERE',
  certainty: 'OBSERVED',
  validUntil: null,
  sectorsConcerned: [],
  countriesConcerned: [],
  tlp: 'GREEN',
  statements: [],
  exercise: null,
  publisher: { id: 'member--a', slug: 'agency', name: 'Agency', kind: 'AGENCY', country: 'XA' },
  publishedAt: now.toISOString(),
  updatedAt: now.toISOString(),
  sourceModified: null,
  cancelReason: null,
  report: 'report--1',
  objectCount: 0,
  cves: [],
  externalReferences: [],
  practice: null,
  ...changes,
});
const lettersOf = (changes: Partial<Summary> = {}) =>
  previewedLetters({ origin: 'https://hub.example', now }, summary(changes));

describe('a mail and a webhook', () => {
  test.each<EffectiveTlp>([...TLP_LEVELS, 'UNKNOWN'])('of TLP:%s say what it is about up to GREEN', (tlp) => {
    const letters = lettersOf({ tlp });
    expect(letters.map(({ channel }) => channel)).toEqual(['MAIL', 'WEBHOOK']);
    const isTold = tlp === 'CLEAR' || tlp === 'GREEN';
    expect(letters.map(({ subject, text }) => `${subject} ${text}`.includes(HEADLINE))).toEqual([
      isTold,
      isTold,
    ]);
    expect(letters.map(({ text }) => text.includes('Somebody opened'))).toEqual([false, false]);
  });

  test.each<[string, Partial<Summary>]>([
    ['EXERCISE', { exercise: 'drill' }],
    ['UPDATED', { messageType: 'UPDATE' }],
    ['CANCELLED', { messageType: 'CANCEL' }],
    [
      'EXERCISE, UPDATED, EXPIRED',
      { exercise: 'drill', messageType: 'UPDATE', validUntil: '2026-11-29T21:00:00.000Z' },
    ],
  ])('the text itself begins with %s, as the subject says it', (marks, changes) => {
    const [mail] = lettersOf(changes);
    expect(mail?.text.split('\n').slice(0, 3)).toEqual([marks, '', HEADLINE]);
    for (const mark of marks.split(', ')) expect(mail?.subject).toContain(mark);
  });

  test('are those that are sent', () => {
    const [mail, webhook] = lettersOf();
    expect(mail?.subject).toBe(`[TLP:GREEN] SEVERE: ${HEADLINE}`);
    expect(mail?.text).toContain('https://hub.example/warning/…');
    expect(JSON.parse(webhook?.text ?? '')).toMatchObject({
      type: 'warning.published',
      data: { headline: HEADLINE, tlp: 'GREEN', urgency: 'IMMEDIATE', version: 1 },
    });
    expect(JSON.parse(lettersOf({ tlp: 'AMBER' })[1]?.text ?? '')).toMatchObject({ type: 'warning.waiting' });
  });

  test('say that it is an exercise, whatever else they may say', () => {
    for (const tlp of ['GREEN', 'AMBER'] as const)
      expect(lettersOf({ tlp, exercise: 'night-drill' })[0]?.subject).toMatch(/^EXERCISE/);
  });
});

test('what must be encrypted in transit leaves by no clear mail', () => {
  const handling = { encryptInTransit: 'MUST' } as Handling;
  expect(lettersOf({ handling }).map(({ channel }) => channel)).toEqual(['WEBHOOK']);
});
