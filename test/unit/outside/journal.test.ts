// The journal of rights made shorter: a restore to any instant takes the same before and after, and nothing that was appended
// is lost wherever it is interrupted.
import { appendFileSync, linkSync, readFileSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  compacted,
  type JournalLine,
  lastWords,
  missingIn,
  throughIn,
} from '../../../src/domain/backup/journal.ts';
import { openJournal, readJournal } from '../../../src/outside/journal.ts';
import { shortenJournal } from '../../../src/service/backup/keep-journal.ts';
import { journalLinesIn, journalText } from '../../../src/service/backup/read-journal.ts';
import { silent, temporaryFolder } from '../../support/backup/backup-world.ts';

const NOW = new Date('2030-01-01T00:00:00.000Z');
const actAt = (ms: number, place = 0): string =>
  `act--${ms.toString(16).padStart(12, '0')}${place.toString(16).padStart(16, '0')}`;
const isoAt = (ms: number): string => new Date(ms).toISOString();
const THROUGH = actAt(8);

/** Acts of a few instants about a few rows, in no order of time. */
const lines = fc
  .array(
    fc.record({
      ms: fc.integer({ min: 1, max: 10 }),
      rows: fc.array(
        fc.record({
          stored: fc.constantFrom('keys', 'persons'),
          id: fc.constantFrom('a', 'b', 'c'),
          fields: fc.record({ state: fc.constantFrom('ACTIVE', 'DORMANT', 'ERASED') }),
        }),
        { maxLength: 3 },
      ),
    }),
    { maxLength: 30 },
  )
  .map((drawn) =>
    drawn.map(
      ({ ms, rows }, place): JournalLine => ({
        act: actAt(ms, place),
        event: 'person.changed',
        at: isoAt(ms),
        rows,
      }),
    ),
  );

const wordsSince = (read: readonly JournalLine[], since: string): string[] =>
  lastWords(read.filter(({ at }) => at >= since))
    .map((row) => JSON.stringify(row))
    .sort();

const isSame = (one: readonly JournalLine[], other: readonly JournalLine[]): void => {
  for (let ms = 0; ms <= 11; ms += 1)
    expect(wordsSince(one, isoAt(ms))).toEqual(wordsSince(other, isoAt(ms)));
};

test('a shorter journal has the same last words since any instant, also when it is shortened again', () => {
  fc.assert(
    fc.property(lines, (whole) => {
      const once = compacted(whole, THROUGH, NOW);
      isSame(once, whole);
      const again = compacted(once, THROUGH, NOW);
      isSame(again, whole);
      expect(again.length).toBeLessThanOrEqual(whole.length + 1);
      expect(throughIn(journalText(again))).toBe(THROUGH);
      const old = once.filter(({ act, rows }) => act < THROUGH && rows.length > 0);
      expect(old.length).toBeLessThanOrEqual(6);
    }),
  );
});

test('what was appended to the former file is taken over, and nothing twice', () => {
  fc.assert(
    fc.property(lines, fc.nat(30), fc.nat(30), (whole, end, split) => {
      const [before, after] = [whole.slice(0, end), whole.slice(end)];
      const [late, newer] = [after.slice(0, split), after.slice(split)];
      const former = [...before, ...late];
      const file = [...compacted(before, THROUGH, NOW), ...newer];
      const taken = [...file, ...missingIn(file, former)];
      // Of one instant the order of two files is not known: any of the words of that instant counts.
      for (const { stored, id, fields } of lastWords(taken)) {
        const said = whole.filter(({ rows }) => rows.some((row) => row.stored === stored && row.id === id));
        const last = said
          .map(({ at }) => at)
          .sort()
          .at(-1);
        const words = said.filter(({ at }) => at === last).flatMap(({ rows }) => rows);
        expect(words).toContainEqual({ stored, id, fields });
      }
      expect(lastWords(taken).length).toBe(lastWords(whole).length);
    }),
  );
});

test('the same word of a later instant is taken over too: another was said after the clock was set back', () => {
  const line = (act: string, ms: number, state: string): JournalLine => ({
    act: `act--${act}`,
    event: 'person.changed',
    at: isoAt(ms),
    rows: [{ stored: 'persons', id: 'a', fields: { state } }],
  });
  const [first, confirmed, earlier] = [
    line('1', 1, 'DORMANT'),
    line('2', 2, 'DORMANT'),
    line('3', 1, 'ACTIVE'),
  ];
  const taken = [first, ...missingIn([first], [first, confirmed, earlier])];
  expect(lastWords(taken)).toEqual(confirmed.rows);
});

const folder = temporaryFolder();
afterAll(() => folder.remove());

const journalOf = (name: string) => {
  const file = path.join(folder.path, name);
  const journal = openJournal(file, silent);
  const hub = { journal, clock: { now: () => NOW } };
  const shorten = (quietMs = 0): Promise<boolean> => shortenJournal(hub, { fromBytes: 1, quietMs });
  return { file, journal, shorten };
};
const line = (ms: number, state: string): JournalLine => ({
  act: actAt(ms),
  event: 'person.changed',
  at: isoAt(ms),
  rows: [{ stored: 'persons', id: 'a', fields: { state } }],
});
const wordIn = async (file: string): Promise<unknown> =>
  lastWords(journalLinesIn((await readJournal(file)) ?? '') ?? [])[0]?.fields['state'];

test('a process that had the file open loses nothing, and a reader sees it at once', async () => {
  const { file, journal, shorten } = journalOf('open.jsonl');
  for (let ms = 1; ms <= 40; ms += 1) await journal.append(line(ms, 'ACTIVE'));
  const long = readFileSync(file).length;
  const other = await open(file, 'a');
  const read = await journal.readFrom(0);
  expect(await shorten()).toBe(true);
  expect(readFileSync(file).length).toBeLessThan(long / 4);
  await other.writeFile(journalText([line(50, 'ERASED')]));
  await other.close();
  expect(await wordIn(file)).toBe('ERASED');
  // Whoever reads on begins with the file that took its place.
  expect((await journal.readFrom(read.end)).text).toContain('journal.compacted');
  // As long as somebody may append to it, the former file stays.
  expect(await shorten(60_000)).toBe(false);
  expect(readFileSync(file, 'utf8')).not.toContain('ERASED');
  await shorten();
  expect(readFileSync(file, 'utf8')).toContain('ERASED');
  await journal.append(line(60, 'ERASED'));
  expect(await wordIn(file)).toBe('ERASED');
});

test('interrupted before or after the file was replaced, it goes on', async () => {
  const { file, journal, shorten } = journalOf('killed.jsonl');
  for (let ms = 1; ms <= 40; ms += 1) await journal.append(line(ms, 'DORMANT'));
  // Killed once the file has its second name, with a part of the new text written.
  linkSync(file, `${file}.former`);
  writeFileSync(`${file}.new`, '{"act":');
  expect(await wordIn(file)).toBe('DORMANT');
  expect(await shorten(60_000)).toBe(false);
  expect(await shorten()).toBe(true);
  // Killed before anybody looked at the former file; a line was cut off there.
  appendFileSync(`${file}.former`, '{"act":"act--0');
  expect(await wordIn(file)).toBe('DORMANT');
  expect(await shorten()).toBe(false);
  expect(await wordIn(file)).toBe('DORMANT');
  // What is damaged is left for its operator.
  for (let ms = 41; ms <= 90; ms += 1) await journal.append(line(ms, 'ACTIVE'));
  appendFileSync(file, 'nonsense\n');
  expect(await shorten()).toBe(false);
});
