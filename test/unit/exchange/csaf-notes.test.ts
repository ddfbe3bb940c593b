// The two notes that targeting uses, as real advisories write them.
import { describe, expect, test } from '@jest/globals';
import { readAreasNote } from '../../../src/exchange/csaf-note/areas-note.ts';
import { hubSectorsOfReading, readSectorNote } from '../../../src/exchange/csaf-note/sector-note.ts';
import { shipped } from './real-input.ts';

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
