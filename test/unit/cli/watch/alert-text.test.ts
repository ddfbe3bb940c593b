// What a duty officer sees the moment a warning arrives: what is asked by when, how it ended, and how old it is.
import { expect, test } from '@jest/globals';
import type { ShownWarning } from '../../../../src/cli/client/warning-fields.ts';
import { feedRow } from '../../../../src/cli/feed/feed-row.ts';
import { alertText } from '../../../../src/cli/watch/alert-text.ts';

const ID = 'warning--0d3b2c0e-6a3f-4a53-9f5e-7a4b8f1c2d3e';
const WARNING: ShownWarning = {
  ...{ id: ID, kind: 'WARNING', version: 1, messageType: 'ALERT', state: 'ACTIVE' },
  ...{ headline: 'Pumps stop', summary: 'They stop.', language: 'en', translations: [], actions: [] },
  ...{ contacts: [], urgency: 'IMMEDIATE', severity: 'SEVERE', certainty: 'OBSERVED' },
  ...{ effectiveUrgency: 'IMMEDIATE', effectiveCertainty: 'OBSERVED', raisedBecause: null },
  ...{ issuer: null, known: { inWords: [] }, validUntil: null, level: 'ESSENTIAL_ACTION' },
  answerBy: '2030-01-01T08:00:00.000Z',
  ...{ sectorsConcerned: [], countriesConcerned: [], marking: 'AMBER', markingInWords: 'TLP:AMBER' },
  ...{ handling: null, exercise: null, cancelReason: null, recall: null, changes: [], cves: [] },
  publisher: { slug: 'agency', name: 'Agency', country: 'XA' },
  publishedAt: '2029-12-31T20:00:00.000Z',
  updatedAt: '2029-12-31T20:00:00.000Z',
  takenInAt: '2029-12-31T20:00:00.000Z',
  whyMe: { kind: 'DIRECT', rule: 'You are addressed.', hoursToEffect: null, isKnownToPublisher: true },
  myDelivery: null,
};
const said = (change: Partial<ShownWarning>): string[] => {
  const node = { ...WARNING, ...change };
  return [
    alertText({ node, occasion: 'VERSION' }, { number: null, languages: [], width: 80 }),
    feedRow(node, [], 80),
  ];
};
const answered = {
  state: 'ACKNOWLEDGED',
  answer: 'ACTED',
  answerBy: '2030-01-01T08:00:00.000Z',
  answers: [{ version: 1, answer: 'ACTED' }],
} as const;
const ended = { messageType: 'CANCEL', state: 'CANCELLED', severity: 'UNKNOWN', answerBy: null } as const;
const recall = (isNarrowed: boolean) => ({ warning: ID, whatToDo: 'Remove it.', isNarrowed });

test('what is asked, by when, and the command that answers, until it is answered', () => {
  for (const text of said({})) {
    expect(text).toMatch(/Essential action: answer by 2030-01-01 08:00Z/);
    expect(text).toContain(`tocsin ack ${ID} --answer WORD --of-version`);
  }
  for (const text of said({ myDelivery: { ...answered, isAnswerDue: false, isAnswered: true } })) {
    expect(text).toMatch(/yours is\s+given/);
    expect(text).not.toContain('tocsin ack');
  }
  for (const text of said({ whyMe: { ...WARNING.whyMe, kind: 'OWN' } })) {
    expect(text).toContain('you ask for an answer by');
    expect(text).not.toContain('tocsin ack');
  }
  for (const text of said({ level: 'INFORMATION', answerBy: null })) expect(text).not.toMatch(/answer/i);
});

test('recalled, narrowed, cancelled and withdrawn are four words', () => {
  const cases = [
    ['RECALLED', { ...ended, recall: recall(false) }],
    ['NARROWED', { ...ended, recall: recall(true) }],
    ['CANCELLED', ended],
    ['WITHDRAWN', { ...ended, kind: 'PRACTICE' as const }],
  ] as const;
  const words = cases.map(([word]) => word);
  for (const [word, change] of cases)
    for (const text of said(change)) expect(words.filter((each) => text.includes(each))).toEqual([word]);
  for (const text of said({ ...ended, recall: recall(true), version: 2 })) {
    expect(text).toMatch(/Do: Remove it\./);
    expect(text).toContain(`tocsin ack ${ID} --answer acted --of-version`);
    expect(text).not.toMatch(/nothing to do|unknown/i);
  }
  // An answer to the version before says nothing of whether it is removed.
  const before = { ...answered, isAnswerDue: true, isAnswered: false };
  for (const text of said({ ...ended, recall: recall(false), version: 2, myDelivery: before }))
    expect(text).not.toMatch(/, you: |You said/);
});

test('an imported advisory says when it came, and how old it is', () => {
  const [alert] = said({ updatedAt: '2029-10-01T10:00:00.000Z' });
  expect(alert).toMatch(/2029-12-31 20:00Z.* \(dated 2029-10-01 10:00Z by its issuer\)/);
});

test('who issued it elsewhere comes before who brought it here, in the alert and in the feed', () => {
  const imported = { ...WARNING, issuer: 'Federal Office' };
  const shown = alertText(
    { node: imported, occasion: 'VERSION' },
    { number: null, languages: [], width: 200 },
  );
  expect(shown).toContain(`from Federal Office, brought here by ${WARNING.publisher.name}`);
  expect(feedRow(imported, [], 100)).toContain('issued by Federal Office');
});
