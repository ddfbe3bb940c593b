// What a restore takes by the last word of the journal: never more than the backup has, and never back.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isJournaled, journalLineIn, lastWords } from '../../../src/domain/backup/journal.ts';
import { takenFrom } from '../../../src/store/backup/rights.ts';
import { runs, seed } from '../../support/seed.ts';

const NOW = new Date('2026-11-29T09:00:00Z');
const BEFORE = new Date('2026-11-28T09:00:00Z');

describe('what is taken', () => {
  test.each([
    ['a suspension', 'members', { isActive: true }, { isActive: false }, { isActive: false }],
    ['a reinstatement', 'members', { isActive: false }, { isActive: true }, {}],
    [
      'a new probation',
      'members',
      { standing: 'MEMBER' },
      { standing: 'PROBATION' },
      { standing: 'PROBATION' },
    ],
    ['its end', 'members', { standing: 'PROBATION' }, { standing: 'MEMBER' }, {}],
    [
      'a probation of one that left since',
      'members',
      { standing: 'PROBATION' },
      { standing: 'LEFT' },
      { standing: 'LEFT' },
    ],
    [
      'how long it lasts',
      'members',
      { probationSince: null, probationEndsAt: BEFORE },
      { probationSince: NOW, probationEndsAt: NOW },
      { probationSince: NOW, probationEndsAt: NOW },
    ],
    ['one that has ended', 'members', { probationEndsAt: BEFORE }, { probationEndsAt: null }, {}],
    [
      'from when on it reads what a community was told',
      'members',
      { communitiesSince: { a: BEFORE, b: NOW } },
      { communitiesSince: { a: NOW, b: BEFORE, c: NOW } },
      { communitiesSince: { a: NOW, b: NOW, c: NOW } },
    ],
    [
      'a history that was opened',
      'members',
      { communitiesSince: { a: BEFORE } },
      { communitiesSince: {} },
      {},
    ],
    ['publishing', 'members', { mayPublish: true }, { mayPublish: false }, { mayPublish: false }],
    [
      'a community',
      'members',
      { communities: ['a', 'b'] },
      { communities: ['b', 'c'] },
      { communities: ['b'] },
    ],
    ['a listing', 'members', { isUnlisted: false }, { isUnlisted: true }, { isUnlisted: true }],
    ['whom it is listed to', 'members', { listedTo: ['a', 'b'] }, { listedTo: ['b'] }, { listedTo: ['b'] }],
    ['a membership', 'memberships', { state: 'JOINED' }, { state: 'LEFT' }, { state: 'LEFT' }],
    ['a person', 'persons', { state: 'ACTIVE' }, { state: 'DEACTIVATED' }, { state: 'DEACTIVATED' }],
    ['a return', 'persons', { state: 'DORMANT' }, { state: 'ACTIVE' }, {}],
    [
      'a role',
      'persons',
      { roles: ['publisher', 'reader'] },
      { roles: ['reader', 'approver'] },
      { roles: ['reader'] },
    ],
    ['RED', 'persons', { isRedClosed: false }, { isRedClosed: true }, { isRedClosed: true }],
    ['who brought it in', 'persons', { broughtBy: ['a'] }, { broughtBy: ['b'] }, { broughtBy: ['a', 'b'] }],
    ['a confirmation', 'persons', { broughtBy: ['a'] }, { broughtBy: [] }, {}],
    ['a key', 'keys', { revokedAt: null }, { revokedAt: NOW }, { revokedAt: NOW }],
    ['a revoked key', 'keys', { revokedAt: BEFORE }, { revokedAt: NOW }, {}],
    ['an end', 'keys', { expiresAt: null }, { expiresAt: NOW }, { expiresAt: NOW }],
    ['a later end', 'keys', { expiresAt: BEFORE }, { expiresAt: NOW }, {}],
    ['a stop', 'subscriptions', { state: 'ACTIVE' }, { state: 'UNSUBSCRIBED' }, { state: 'UNSUBSCRIBED' }],
    ['a return to it', 'subscriptions', { state: 'UNSUBSCRIBED' }, { state: 'ACTIVE' }, {}],
    ['a passkey', 'credentials', {}, { endedAt: NOW }, { endedAt: NOW }],
    ['a kind', 'members', { kind: 'OPERATOR' }, { kind: 'AGENCY' }, { kind: 'AGENCY' }],
    ['a sector', 'members', { sectors: ['a', 'b'] }, { sectors: ['b'] }, { sectors: ['b'] }],
    [
      'the opt-out',
      'members',
      { optsOutOfCascade: false },
      { optsOutOfCascade: true },
      { optsOutOfCascade: true },
    ],
    ['a removal', 'memberships', { state: 'JOINED' }, { removedAt: NOW }, { removedAt: NOW }],
    ['a manager', 'communities', { managers: ['a', 'b'] }, { managers: ['a'] }, { managers: ['a'] }],
    ['a rule', 'communities', { rule: { sectors: ['a'] } }, { rule: null }, { rule: null }],
    ['a roll', 'communities', { roll: 'PARTNERSHIP' }, { roll: 'COMMUNITY' }, { roll: 'COMMUNITY' }],
    ['a roll that was opened', 'communities', { roll: 'MANAGERS' }, { roll: 'COMMUNITY' }, {}],
    [
      'authorities',
      'communities',
      { admitsAuthorities: true },
      { admitsAuthorities: false },
      { admitsAuthorities: false },
    ],
    ['whom a provider admits', 'providers', { admits: 'ALL' }, { admits: 'GROUPS' }, { admits: 'GROUPS' }],
    [
      'a group',
      'providers',
      { groups: [{ group: 'a', roles: ['reader'] }] },
      { groups: [{ group: 'a', roles: ['analyst'] }] },
      { groups: [] },
    ],
    ['a longer time', 'retention', { days: 30 }, { days: 90 }, { days: 90 }],
    ['a shorter time', 'retention', { days: 90 }, { days: 30 }, {}],
    ['nothing said', 'members', { isActive: true, mayPublish: true }, {}, {}],
    ['what is no right', 'members', { name: 'A' }, { name: 'B' }, {}],
    ['another collection', 'warnings', { isHead: true }, { isHead: false }, {}],
  ])('%s', (_, stored, row, words, taken) => {
    expect(takenFrom(stored, row, words)).toEqual(taken);
  });

  test('is never more than there was, and the same when it is taken twice', () => {
    const list = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'));
    const member = fc.record({ isActive: fc.boolean(), mayPublish: fc.boolean(), communities: list });
    fc.assert(
      fc.property(member, member, (row, words) => {
        const after = { ...row, ...takenFrom('members', row, words) };
        expect(after.isActive).toBe(row.isActive && words.isActive);
        expect(after.mayPublish).toBe(row.mayPublish && words.mayPublish);
        expect(after.communities).toEqual(row.communities.filter((each) => words.communities.includes(each)));
        expect(takenFrom('members', after, words)).toEqual({});
      }),
      { seed: seed(), numRuns: runs(500) },
    );
  });
});

test('the last word about each row counts, whatever order the lines come in', () => {
  const line = (at: string, isActive: boolean) => ({
    act: `act--${at}`,
    event: 'member.changed',
    at,
    rows: [{ stored: 'members', id: 'm', fields: { isActive } }],
  });
  const [suspended, back] = [line('2026-11-29T09:00:00.000Z', false), line('2026-11-29T10:00:00.000Z', true)];
  for (const lines of [
    [suspended, back],
    [back, suspended],
  ])
    expect(lastWords(lines)).toEqual(back.rows);
});

test('acts about rights are journaled, others are not', () => {
  const yes = [
    'key.revoked',
    'member.suspended',
    'person.erased',
    'community.left',
    'credential.removed',
    'hold.placed',
    'retention.changed',
    'subscription.changed',
    // No right, but the mark of a backup.
    'hub.backed-up',
  ] as const;
  const no = [
    'session.ended',
    'warning.opened',
    'hub.restored',
    'member.reminded',
    'subscription.created',
    'retention.applied',
  ] as const;
  expect(yes.filter((event) => !isJournaled({ event }))).toEqual([]);
  expect(no.filter((event) => isJournaled({ event }))).toEqual([]);
});

test('a line that is none is not read', () => {
  const whole = { act: 'act--1', event: 'key.revoked', at: NOW.toISOString(), rows: [] };
  expect(journalLineIn(whole)).toEqual(whole);
  for (const wrong of [
    null,
    [],
    'x',
    {},
    { ...whole, at: 'today' },
    { ...whole, rows: [{}] },
    { ...whole, act: 1 },
  ])
    expect(journalLineIn(wrong)).toBeNull();
});
