// What an issuer says of an advisory that it takes back.
import { expect, test } from '@jest/globals';
import { readCsaf } from '../../../../src/exchange/csaf/read-csaf.ts';
import { endedBy } from '../../../../src/exchange/csaf-note/ended.ts';
import { fieldCase } from '../../../support/inputs/field-case.ts';

const read = (changes: object) => {
  const advisory = JSON.parse(fieldCase('15-csaf-no-tlp.json'));
  Object.assign(advisory.document, changes);
  const reading = readCsaf(JSON.stringify(advisory));
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading;
};

const note = (title: string, text: string, category = 'description') => ({ category, title, text });

test.each<[object, unknown]>([
  [{ category: 'csaf_security_advisory' }, null],
  [{ category: 'csaf_withdrawn_again' }, null],
  [
    { category: 'csaf_withdrawn', notes: [note('About', 'a'), note('Reasoning for Withdrawal', 'b')] },
    { kind: 'WITHDRAWN', reason: 'b' },
  ],
  [
    { category: 'CSAF-Withdrawn', notes: [note('Begründung', 'Kein Fehler.')] },
    { kind: 'WITHDRAWN', reason: 'Kein Fehler.' },
  ],
  [
    { category: 'csaf_withdrawn', notes: [note('Terms', 'x', 'legal_disclaimer')] },
    { kind: 'WITHDRAWN', reason: 'Its issuer withdrew the advisory.' },
  ],
  [
    { category: 'csaf_superseded', notes: [note('Reasoning for Supersession', 'c '.repeat(300))] },
    { kind: 'SUPERSEDED', reason: expect.stringMatching(/^(?:c )+c…$/) },
  ],
])('%j', (changes, ended) => {
  expect(endedBy(read(changes).advisory, 200)).toEqual(ended);
});

test.each<[string, boolean]>([
  ['WITHDRAWN: Flaw in Example Pump', true],
  ['[Withdrawn] Flaw in Example Pump', true],
  ['Flaw in Example Pump (superseded)', true],
  ['Zurückgezogen – Schwachstelle in Pumpe', true],
  ['RETIRÉ : faille', true],
  ['Flaw in Example Pump', false],
  ['Withdrawn certificates are accepted by Example Pump', false],
  ['Revoked keys: Example Pump takes them', false],
])('the title "%s" says it: %s', (title, isSaid) => {
  const codes = read({ title }).findings.map(({ code }) => code);
  expect(codes.includes('CSAF_WITHDRAWN')).toBe(isSaid);
});
