// What an import remarks of the sectors that an advisory names: nothing is left unread, and no audience stays, in silence.
import { expect, test } from '@jest/globals';
import type { Audience } from '../../../src/domain/audience.ts';
import type { CsafDraft } from '../../../src/exchange/csaf/draft.ts';
import { readCsaf } from '../../../src/exchange/csaf/read-csaf.ts';
import { advisoryDraft } from '../../../src/service/import/advisory-draft.ts';
import { audienceStays, markingStays, sectorsUnread } from '../../../src/service/import/import-result.ts';
import { fieldCase } from '../../support/inputs/field-case.ts';

const readWith = (sectors: string): CsafDraft => {
  const whole = JSON.parse(fieldCase('15-csaf-no-tlp.json'));
  const note = { category: 'other', title: 'Critical infrastructure sectors', text: sectors };
  whole.document.notes = [...(whole.document.notes ?? []), note];
  const reading = readCsaf(JSON.stringify(whole));
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.draft;
};
const audienceOf = (draft: CsafDraft): Audience => advisoryDraft(draft, [], null).audience;
const of = (...sectors: string[]): Audience => ({ alternatives: [{ sectors }], excludes: [] });
const everybody: Audience = { alternatives: [{}], excludes: [] };

test('words that name no sector are told, where nothing else covers whom they mean', () => {
  expect(sectorsUnread(readWith('Energy, Frobnication'))).toMatchObject([
    {
      code: 'CSAF_SECTOR_UNREAD',
      message: expect.stringContaining(
        '(energy), the note on sectors says what names none here: Frobnication',
      ),
    },
  ]);
  expect(sectorsUnread(readWith('Frobnication'))).toMatchObject([
    { message: 'The note on sectors says what names none here: Frobnication.' },
  ]);
  expect(sectorsUnread(readWith('Energy, Water'))).toEqual([]);
  expect(sectorsUnread(readWith('Multiple Sectors, Frobnication'))).toEqual([]);
});

test('sectors beside "Multiple" narrow nothing', () => {
  expect(audienceOf(readWith('Multiple Sectors, including Energy'))).toEqual(everybody);
  expect(audienceOf(readWith('Energy'))).toEqual(of('energy'));
  expect(advisoryDraft(readWith('Multiple Sectors, including Energy'), [], null).sectorsConcerned).toEqual([
    'energy',
  ]);
});

test.each<[string, Audience, Audience, boolean, string | null]>([
  ['the same sectors', of('energy', 'water'), of('energy'), false, null],
  ['a sector more', of('energy'), of('energy', 'water'), false, 'This state names water;'],
  ['a part of what is addressed', of('energy'), of('energy/electricity'), false, null],
  ['everybody', of('energy'), everybody, false, 'This state names everybody;'],
  ['sectors, where everybody is addressed', everybody, of('water'), false, null],
  ['the same by hand', of('energy'), of('energy'), true, null],
  ['others by hand', of('energy'), of('water'), true, 'You name water;'],
  ['fewer by hand', everybody, of('water'), true, 'You name water;'],
])('a later state that names %s', (_what, before, now, isGiven, said) => {
  const found = audienceStays(before, now, isGiven);
  expect(found.map(({ code, message }) => [code, message.slice(0, said?.length)])).toEqual(
    said === null ? [] : [['CSAF_AUDIENCE_STAYS', said]],
  );
});

test.each([
  ['AMBER', 'CLEAR', 'This state is marked TLP:CLEAR; the warning stays TLP:AMBER, as its last version is.'],
  ['AMBER+STRICT', 'AMBER', 'This state is marked TLP:AMBER; the warning stays TLP:AMBER+STRICT'],
  ['AMBER', 'AMBER', null],
  ['GREEN', 'RED', null],
] as const)('a marking %s that becomes %s', (before, now, said) => {
  const found = markingStays(before, now).map(({ code, message }) => [code, message.slice(0, said?.length)]);
  expect(found).toEqual(said === null ? [] : [['CSAF_MARKING_STAYS', said]]);
});
