// What a former version said stays with who had it, and only while both versions' rules let them read: each condition alone
// takes it away.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Summary } from '../../../../src/domain/warning.ts';
import { decide } from '../../../../src/policy/decide.ts';
import { type FormerToDecide, mayReadFormer } from '../../../../src/policy/version/former.ts';
import { runs, seed } from '../../../support/seed.ts';
import { actors, allAccess, plainAccess, plainActor, plainMember } from '../world.ts';

const reader = plainMember('member--reader');
const everybody = { audience: { alternatives: [{}], excludes: [] } };
const summaryOf = (changes: object = {}): Summary =>
  ({ messageType: 'UPDATE', tlp: 'GREEN', ...changes }) as unknown as Summary;
const versionOf = (access: object = {}, summary: object = {}) => ({
  access: plainAccess({ ...everybody, tlp: 'GREEN', ...access }),
  summary: summaryOf(summary),
});
const asked = (changes: Partial<FormerToDecide> = {}): FormerToDecide => ({
  current: versionOf(),
  former: versionOf({}, { messageType: 'ALERT' }),
  wasDelivered: true,
  text: () => 'North Grid said so',
  ...changes,
});
const may = (changes: Partial<FormerToDecide> = {}, who = reader): boolean =>
  mayReadFormer(plainActor(who), asked(changes), 0);

describe('a former version', () => {
  test('is read by who had it and reads the current one', () => {
    expect(may()).toBe(true);
  });

  test.each<[string, Partial<FormerToDecide>]>([
    ['it was not delivered', { wasDelivered: false }],
    ['the current one is cancelled', { current: versionOf({}, { messageType: 'CANCEL' }) }],
    [
      'the current one is a recall',
      { current: versionOf({ holders: { members: [reader.id], listed: [] } }) },
    ],
    [
      'the reader is excluded now',
      { current: versionOf({ audience: { alternatives: [{}], excludes: [reader.id] } }) },
    ],
    [
      'the reader was excluded then',
      { former: versionOf({ audience: { alternatives: [{}], excludes: [reader.id] } }) },
    ],
    ['its marking was stricter', { former: versionOf({ tlp: 'AMBER' }, { tlp: 'AMBER' }) }],
    ['its marking is not understood', { former: versionOf({ tlp: 'UNKNOWN' }, { tlp: 'UNKNOWN' }) }],
    ['its marking is over', { former: versionOf({ validity: { fromMs: null, untilMs: -1 } }) }],
    ['it was to be handled otherwise', { former: versionOf({}, { handling: { pap: 'RED' } }) }],
    ['it would name who is withheld now', { current: versionOf({ unnamed: { traces: ['north grid'] } }) }],
    ['it would name who was withheld then', { former: versionOf({ unnamed: { traces: ['north grid'] } }) }],
  ])('is not read where %s', (_, changes) => {
    expect(may(changes)).toBe(false);
  });

  test('is read by its publisher without a delivery, and not after a recall', () => {
    const publisher = plainMember(asked().current.access.publisher);
    expect(may({ wasDelivered: false }, publisher)).toBe(true);
    const recalled = versionOf({ holders: { members: [], listed: [] } });
    expect(may({ wasDelivered: false, current: recalled }, publisher)).toBe(false);
  });

  test('never to whom either version is closed', () => {
    fc.assert(
      fc.property(actors, allAccess, allAccess, fc.boolean(), (actor, now, then, wasDelivered) => {
        const current = { access: now, summary: summaryOf({ tlp: now.tlp }) };
        const former = { access: then, summary: summaryOf({ tlp: then.tlp }) };
        if (!mayReadFormer(actor, { current, former, wasDelivered, text: () => '' }, 0)) return;
        expect(wasDelivered || now.publisher === actor.member.id).toBe(true);
        for (const access of [now, then]) expect(decide(actor, access, 0).allowed).toBe(true);
      }),
      { seed: seed(), numRuns: runs(5_000) },
    );
  });
});
