// The two notes that targeting uses, as real advisories write them.
import { describe, expect, test } from '@jest/globals';
import { readCsaf } from '../../../../src/exchange/csaf/read-csaf.ts';
import { readAreasNote } from '../../../../src/exchange/csaf-note/areas-note.ts';
import { hubSectorsOfReading, readSectorNote } from '../../../../src/exchange/csaf-note/sector-note.ts';
import { fieldCase } from '../../../support/inputs/field-case.ts';
import { randomOf } from '../../../support/random.ts';
import { seed } from '../../../support/seed.ts';
import { shipped } from '../real-input.ts';

type Row = { text: string; sectors: string[]; multiple: boolean; unmapped: string[] };

describe('the note "Critical infrastructure sectors"', () => {
  const rows = JSON.parse(shipped('test/unit/exchange/fixtures/cisa-sector-notes.json')) as Row[];

  test('all 141 texts are parsed as a person reads them', () => {
    expect(rows).toHaveLength(141);
    for (const { text, sectors, multiple, unmapped } of rows) {
      expect([text, readSectorNote(text)]).toEqual([text, { sectors, multiple, unmapped }]);
    }
  });

  test('by rule: separators, order and case do not matter', () => {
    const expected = readSectorNote('Energy, Nuclear Reactors, Materials, and Waste, Dams').sectors;
    expect(expected).toEqual(['dams', 'energy', 'nuclear']);
    expect(readSectorNote('DAMS; nuclear reactors, materials and waste;  Energy Sector.').sectors).toEqual(
      expected,
    );
    expect(readSectorNote('Critical Manuacturing and Metals and Mining')).toEqual({
      sectors: ['critical-manufacturing'],
      multiple: false,
      unmapped: ['Metals and Mining'],
    });
    expect(readSectorNote('')).toEqual({ sectors: [], multiple: false, unmapped: [] });
  });

  test('ten texts of other advisories are read as a person reads them', () => {
    const cases = JSON.parse(fieldCase('sector-texts.json')) as { text: string; want: unknown }[];
    expect(cases).toHaveLength(10);
    for (const { text, want } of cases) {
      const { sectors, multiple, unmapped } = readSectorNote(text);
      expect([text, [sectors, multiple, unmapped]]).toEqual([text, want]);
    }
  });

  test.each<[string, string[], boolean]>([
    ['IT', ['information-technology'], false],
    ['Energy, IT and Transport', ['energy', 'information-technology', 'transportation-systems'], false],
    ['Finance', ['financial-services'], false],
    ['Banking', ['financial-services'], false],
    ['Defense; Defence', ['defense-industrial-base'], false],
    ['N/A', [], false],
    ['Not applicable.', [], false],
    ['Other', [], false],
    ['All sectors', [], true],
    ['All', [], true],
  ])('"%s" is read whole', (text, sectors, multiple) => {
    expect(readSectorNote(text)).toEqual({ sectors, multiple, unmapped: [] });
  });

  test('by rule: one typing error in a long name changes nothing', () => {
    const random = randomOf(seed());
    const names = [
      'Critical Manufacturing',
      'Commercial Facilities',
      'Information Technology',
      'Transportation Systems',
    ];
    for (let round = 0; round < 200; round += 1) {
      const name = random.pick(names);
      const at = 1 + random.below(name.length - 2);
      const typo = random.pick([
        `${name.slice(0, at)}${name.slice(at + 1)}`,
        `${name.slice(0, at)}x${name.slice(at)}`,
        `${name.slice(0, at)}x${name.slice(at + 1)}`,
      ]);
      if (name[at] === ' ' || name[at - 1] === ' ') continue;
      expect([typo, readSectorNote(`Energy, ${typo}`)]).toEqual([typo, readSectorNote(`Energy, ${name}`)]);
    }
  });

  test('is found under a misspelt title and in a note of any category', () => {
    const reading = readCsaf(fieldCase('sector-note-misspelt-title.json'));
    expect(reading.ok && reading.draft.sectors).toEqual([
      'digital-infrastructure',
      'ict-services',
      'digital-providers',
    ]);
  });

  test('maps to sectors of the hub', () => {
    expect(hubSectorsOfReading(readSectorNote('Water and Wastewater Systems, Energy'))).toEqual([
      'energy',
      'drinking-water',
      'waste-water',
    ]);
  });
});

describe('the note "Countries/areas deployed"', () => {
  test.each([
    ['Worldwide', true, [], [], []],
    [' Worlwide ', true, [], [], []],
    ['Taiwan, United States, Europe', false, ['TW', 'US'], ['150'], []],
    ['United States, Europe, and Asia', false, ['US'], ['142', '150'], []],
    ['Trinidad and Tobago and Germany', false, ['DE', 'TT'], [], []],
    ['Multiple', false, [], [], ['Multiple']],
    ['', false, [], [], []],
  ])('%s', (text, worldwide, countries, regions, unmapped) => {
    expect(readAreasNote(text)).toEqual({ worldwide, countries, regions, unmapped });
  });

  test('the European Union expands to its members', () => {
    expect(readAreasNote('European Union').countries).toHaveLength(27);
  });
});
