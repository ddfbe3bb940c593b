// The current version as a file to edit: a correction that leaves a field out would take it back to its default.
import { expect, test } from '@jest/globals';
import { newIdentifier } from 'stix2-ts/identifier';
import { type CurrentVersion, correctable, objectsGiven } from '../../../src/cli/warning/current-version.ts';
import { carriedObjects } from '../../../src/console/views/publish/carried-objects.ts';
import { identifierFor } from '../../../src/exchange/identifier-for.ts';
import { INPUT_SHAPES } from '../../../src/operations/input-shapes.generated.ts';
import { exchangePolicy } from '../../support/objects.ts';

const CURRENT: CurrentVersion = {
  id: 'warning--1',
  kind: 'WARNING',
  version: 2,
  messageType: 'UPDATE',
  headline: 'Pumps stop',
  summary: 'They stop.',
  language: 'en',
  translations: [],
  actions: [{ text: 'Look', by: null }],
  contacts: [{ name: 'Desk', number: '112', hours: '24x7' }],
  urgency: 'IMMEDIATE',
  severity: 'SEVERE',
  certainty: 'OBSERVED',
  validUntil: '2030-02-28T00:00:00Z',
  level: 'RECOMMENDATION',
  answerBy: '2030-02-01T12:00:00Z',
  sectorsConcerned: ['health'],
  countriesConcerned: ['XA'],
  externalReferences: [],
  markingInWords: 'TLP:GREEN',
  practice: null,
  bundle: { type: 'bundle', id: 'bundle--1' },
};
const PRACTICE = {
  ...{ kind: 'MEASURE', problem: 'p', steps: ['s'], evidence: 'e', limits: 'l', licence: 'x' },
  reviewDue: '2031-01-31',
};

/** Carried along apart from the file, said when it is sent, or as it was where the file says nothing of it. */
const ELSEWHERE = ['bundle', 'dryRun', 'handling'];

test.each([
  ['UpdateWarningInput', CURRENT],
  ['UpdatePracticeInput', { ...CURRENT, id: 'practice--1', practice: PRACTICE }],
] as const)('%s: every field is in the file', (name, current) => {
  const wanted = Object.keys(INPUT_SHAPES.inputs[name]).filter((field) => !ELSEWHERE.includes(field));
  expect(Object.keys(correctable(current)).toSorted()).toEqual(wanted.toSorted());
});

test('what is null is left out', () => {
  expect(correctable(CURRENT)).toMatchObject({ level: 'RECOMMENDATION', actions: [{ text: 'Look' }] });
  expect(correctable({ ...CURRENT, answerBy: null })).not.toHaveProperty('answerBy');
});

test('objects are carried with the policies that mark them, and not with the one that the hub made of what was stated', () => {
  const at = '2030-01-01T00:00:00.000Z';
  const common = { spec_version: '2.1', created: at, modified: at };
  const own = exchangePolicy();
  const stated = exchangePolicy();
  const tool = { ...common, type: 'tool', id: newIdentifier('tool'), object_marking_refs: [own.id] };
  const report = {
    ...common,
    type: 'report',
    id: identifierFor('report', CURRENT.id),
    object_marking_refs: [stated.id],
  };
  const bundle = { type: 'bundle' as const, id: 'bundle--1', objects: [own, stated, tool, report] };
  expect(objectsGiven({ ...CURRENT, bundle })?.objects).toEqual([own, tool]);
  expect(carriedObjects(CURRENT.id, bundle)).toEqual({ ...bundle, objects: [own, tool] });
});
