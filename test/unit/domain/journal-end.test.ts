// Until when a journal goes, held against a backup, and what the operator is told of it.
import { expect, test } from '@jest/globals';
import {
  compacted,
  type JournalLine,
  journalLineIn,
  journalLineOf,
} from '../../../src/domain/backup/journal.ts';
import { endInWords, endOf } from '../../../src/domain/backup/journal-end.ts';

const HEAD = { id: 'e6f1f1f4-5d0b-4c7e-9b52-3f0a6c8d2e41', madeAt: '2030-06-01T09:00:00.000Z' } as const;
const MARKED = { ...HEAD, isMarked: true } as const;

const lineAt = (at: string, more: Partial<JournalLine> = {}): JournalLine => ({
  act: 'act--1',
  event: 'key.revoked',
  at,
  rows: [],
  ...more,
});
const read = (lines: readonly JournalLine[], cutOff: string | null = null) => ({
  file: 'hub.jsonl',
  lines,
  cutOff,
});
const EARLIER = lineAt('2030-06-01T08:59:59.000Z');

test('it reaches the backup by a newer line, or by the mark whatever the clocks say', () => {
  expect(endOf(read([EARLIER]), MARKED)).toMatchObject({ until: EARLIER.at, reach: 'BEFORE' });
  // In any order, and of a journal that was made shorter the time of that.
  const shortened = compacted([EARLIER], 'act--2', new Date('2030-06-01T10:00:00.000Z'));
  expect(endOf(read([lineAt('2030-06-01T10:00:00Z'), EARLIER]), MARKED)).toMatchObject({
    until: '2030-06-01T10:00:00.000Z',
    reach: 'BACKUP',
  });
  expect(endOf(read(shortened), MARKED)).toMatchObject({ reach: 'BACKUP' });
  const mark = { event: 'hub.backed-up', backup: HEAD.id };
  expect(endOf(read([lineAt(EARLIER.at, mark)]), MARKED)).toMatchObject({ reach: 'BACKUP' });
  expect(endOf(read([]), MARKED)).toMatchObject({ until: null, reach: 'BEFORE' });
  // A backup that left no mark: nothing may have happened since.
  expect(endOf(read([EARLIER]), HEAD)).toMatchObject({ reach: 'UNKNOWN' });
});

test('an act that made a backup leaves its mark, and no other act does', () => {
  const act = { id: 'act--1', at: new Date(EARLIER.at), subject: HEAD.id };
  const mark = journalLineOf({ ...act, event: 'hub.backed-up' }, []);
  expect(mark.backup).toBe(HEAD.id);
  expect(journalLineIn(JSON.parse(JSON.stringify(mark)))).toEqual(mark);
  expect(journalLineIn({ ...mark, backup: 1 })).toBeNull();
  expect(journalLineOf({ ...act, event: 'key.revoked' }, [])).not.toHaveProperty('backup');
});

test('the operator is told until when it goes, that it ends early, and of a line that was cut off', () => {
  const said = (...of: Parameters<typeof endOf>) => endInWords(endOf(...of));
  const until = `The journal hub.jsonl goes until ${EARLIER.at}.`;
  expect(said(read([EARLIER]), { ...MARKED, madeAt: EARLIER.at })).toEqual([until]);
  expect(said(read([EARLIER]), MARKED)).toEqual([until, expect.stringMatching(/^It ends before the backup/)]);
  expect(said(read([EARLIER]), HEAD)).toEqual([until, expect.stringMatching(/left no mark/)]);
  const cut = '{"act":"act--2","event":"person.erased","at":"2030';
  expect(said(read([lineAt('2030-06-01T09:00:01.000Z')], cut), MARKED)[1]).toMatch(
    /last line is cut off .* \(person\.erased\)/,
  );
  expect(said(read([], '{"act"'), MARKED)).toEqual([
    'The journal hub.jsonl has no whole line.',
    expect.stringMatching(/^It ends before/),
    expect.stringMatching(/cut off and left out: what that act/),
  ]);
});
