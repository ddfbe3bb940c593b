// What a publisher writes reaches the service by every way in, and a correction carries it along: the inputs leave most
// fields optional, so a way in that forgot one would withdraw it without a word.
import { expect, test } from '@jest/globals';
import { type FieldNode, Kind, type OperationDefinitionNode, parse } from 'graphql';
import { PRACTICE_TEMPLATE, WARNING_TEMPLATE } from '../../../src/cli/warning/template.ts';
import type { CurrentQuery } from '../../../src/console/operations/graphql.generated.ts';
import { NOTHING_SAID, scopeOf, warningOf } from '../../../src/console/views/publish/form.ts';
import { correctedPractice, correctedWarning, formOf } from '../../../src/console/views/publish/former.ts';
import { practiceDraft, warningDraft } from '../../../src/graphql/present/draft.ts';
import type { PublishPracticeInput, PublishWarningInput } from '../../../src/graphql/types.generated.ts';
import { INPUT_SHAPES } from '../../../src/operations/input-shapes.generated.ts';
import { OPERATIONS } from '../../../src/operations/operations.ts';
import { correction, publication } from '../../../src/service/approval/kinds/essential-action.ts';

const fieldsOf = (input: keyof typeof INPUT_SHAPES.inputs, but: readonly string[]): string[] =>
  Object.keys(INPUT_SHAPES.inputs[input])
    .filter((field) => !but.includes(field))
    .toSorted();

/** Says how to do it, and is no part of what is written. */
const HOW = ['dryRun'];

test.each([
  ['PublishWarningInput', (input: object) => warningDraft(input as PublishWarningInput)],
  ['PublishPracticeInput', (input: object) => practiceDraft(input as PublishPracticeInput)],
] as const)('GraphQL: the draft is made of every field of %s', (name, draftOf) => {
  const read = new Set<string>();
  const given = { audience: { alternatives: [] }, actions: [] } as Record<string, unknown>;
  draftOf(
    new Proxy(given, {
      get: (target, field) => {
        read.add(String(field));
        return target[String(field)];
      },
    }),
  );
  expect([...read].toSorted()).toEqual(fieldsOf(name, HOW));
});

test.each([
  ['PublishWarningInput', WARNING_TEMPLATE],
  ['PublishPracticeInput', PRACTICE_TEMPLATE],
] as const)('tocsin warning new: the file has every field of %s', (name, template) => {
  const named = new Set([...template.matchAll(/^(?:# ?)?(\w+):/gm)].map(([, field]) => field));
  expect(fieldsOf(name, HOW).filter((field) => !named.has(field))).toEqual([]);
});

const CURRENT = {
  id: 'warning--1',
  kind: 'WARNING',
  version: 2,
  messageType: 'UPDATE',
  headline: 'Pumps stop',
  summary: 'They stop.',
  language: 'pt',
  translations: [{ language: 'en', headline: 'Stop', summary: 'All.', actions: ['Look'] }],
  actions: [{ text: 'Look', by: '2030-01-31T18:00:00.000Z' }],
  contacts: [{ name: 'Desk', number: '112', hours: '24x7' }],
  urgency: 'IMMEDIATE',
  severity: 'SEVERE',
  certainty: 'OBSERVED',
  validUntil: '2030-02-28T00:00:00.000Z',
  level: 'RECOMMENDATION',
  answerBy: '2030-02-01T12:00:00.000Z',
  sectorsConcerned: ['health'],
  countriesConcerned: ['XA'],
  externalReferences: [{ source: 'cert', id: '7', url: 'https://cert.example.org/7' }],
  marking: 'AMBER',
  markingInWords: 'TLP:AMBER',
  exercise: 'winter-drill',
  whyMe: null,
  practice: null,
  bundle: { type: 'bundle', id: 'bundle--1', objects: [{ type: 'malware', id: 'malware--1' }] },
} as unknown as NonNullable<CurrentQuery['warning']>;
const PRACTICE = {
  kind: 'GUIDELINE',
  problem: 'Keys are lost.',
  steps: ['Look', 'Call'],
  evidence: 'Tried.',
  limits: 'Not at night.',
  licence: 'CC0-1.0',
  reviewDue: '2031-01-31',
} as const;

/** Said beside the form. */
const BESIDE = ['id', 'expectedVersion', ...HOW];
/** Stays as it was where a correction says nothing of it. */
const STAYS = ['handling'];

test('the console: a warning that is corrected is sent as it was, with every field', () => {
  const sent = correctedWarning(formOf(CURRENT), CURRENT);
  const wanted = fieldsOf('UpdateWarningInput', [...BESIDE, ...STAYS]);
  expect(Object.keys(sent).toSorted()).toEqual(wanted);
  for (const field of wanted.filter((each) => each !== 'bundle'))
    expect([field, sent[field as keyof typeof sent]]).toEqual([
      field,
      CURRENT[field as keyof typeof CURRENT],
    ]);
});

test('the console: a practice that is corrected is sent as it was, with every field', () => {
  const practice = {
    ...CURRENT,
    id: 'practice--1',
    kind: 'PRACTICE',
    practice: PRACTICE,
  } as unknown as typeof CURRENT;
  const sent = correctedPractice(formOf({ ...practice, translations: [] }), practice);
  const wanted = fieldsOf('UpdatePracticeInput', [...BESIDE, ...STAYS]);
  expect(Object.keys(sent).toSorted()).toEqual(wanted);
  const was: Record<string, unknown> = { ...practice, translations: [], ...PRACTICE };
  for (const field of wanted.filter((each) => each !== 'bundle'))
    expect([field, sent[field as keyof typeof sent]]).toEqual([field, was[field]]);
});

test('the console: what a field cannot show stays where it was not touched', () => {
  const odd = {
    ...CURRENT,
    actions: [
      { text: 'Look', by: '2030-01-31T18:00:59.500Z' },
      { text: 'Call', by: '2030-01-31T18:00:01.000Z' },
      { text: 'Wait', by: null },
    ],
    validUntil: '2030-02-28T00:00:07.000Z',
    answerBy: '2030-02-01T12:00:30.123Z',
    externalReferences: [
      { source: 'BSI Buerger-CERT', id: '2026-1', url: null },
      { source: 'cve', id: 'CVE-2024-3400', url: null },
    ],
  } as unknown as typeof CURRENT;
  const form = { ...formOf(odd), summary: 'They stop at night.' };
  const { actions, validUntil, answerBy, externalReferences } = correctedWarning(form, odd);
  expect({ actions: actions.map(({ by = null }) => by), validUntil, answerBy, externalReferences }).toEqual({
    actions: odd.actions.map(({ by }) => by),
    validUntil: odd.validUntil,
    answerBy: odd.answerBy,
    externalReferences: odd.externalReferences,
  });
  const [look, ...others] = form.actions;
  const touched = correctedWarning(
    {
      ...form,
      actions: [{ text: 'Look', by: '2030-01-31T19:00' }, ...others],
      answerBy: '2030-02-01T13:00',
      references: `${form.references}\ncert 8`,
    },
    odd,
  );
  expect(look?.by).toBe('2030-01-31T18:00');
  expect(touched.actions.map(({ by = null }) => by)).toEqual([
    '2030-01-31T19:00:00.000Z',
    '2030-01-31T18:00:01.000Z',
    null,
  ]);
  expect(touched.answerBy).toBe('2030-02-01T13:00:00.000Z');
  expect(touched.externalReferences).toEqual([...odd.externalReferences, { source: 'cert', id: '8' }]);
  expect(correctedWarning({ ...form, level: 'INFORMATION' }, odd).answerBy).toBeNull();
});

test('the console: a step of several lines stays one', () => {
  const steps = ['Call it.\nThen wait.', 'Go'];
  const practice = {
    ...CURRENT,
    kind: 'PRACTICE',
    practice: { ...PRACTICE, steps },
  } as unknown as typeof CURRENT;
  const form = formOf(practice);
  expect(correctedPractice(form, practice).steps).toEqual(steps);
  const steppedOn = { ...form, steps: `${form.steps}\nStop` };
  expect(correctedPractice(steppedOn, practice).steps).toEqual([...steps, 'Stop']);
});

test('the console: what is new has every field', () => {
  const form = { ...formOf(CURRENT), handling: { ...NOTHING_SAID, encryptInTransit: 'MUST' } };
  expect(Object.keys({ ...warningOf(form), ...scopeOf(form), allowEmptyAudience: true }).toSorted()).toEqual(
    fieldsOf('PublishWarningInput', HOW),
  );
});

test('the console: what is said of its use is sent, and nothing where nothing is', () => {
  const form = formOf(CURRENT);
  expect(warningOf(form)).not.toHaveProperty('handling');
  expect(warningOf({ ...form, handling: NOTHING_SAID })).not.toHaveProperty('handling');
  const said = {
    unmodifiedResale: 'MUST_NOT',
    until: '2030-01-31T18:00',
    reference: ' https://example.org/p ',
  };
  expect(warningOf({ ...form, handling: { ...NOTHING_SAID, ...said } }).handling).toEqual({
    unmodifiedResale: 'MUST_NOT',
    until: '2030-01-31T18:00:00.000Z',
    reference: 'https://example.org/p',
  });
});

test('tocsin warning update: what is current is asked for with every field that a correction has', () => {
  const [operation] = parse(OPERATIONS.current).definitions as OperationDefinitionNode[];
  const [root] = (operation?.selectionSet.selections ?? []) as FieldNode[];
  const namesIn = (field: FieldNode | undefined): string[] =>
    (field?.selectionSet?.selections ?? []).flatMap((each) =>
      each.kind === Kind.FIELD ? [each.name.value] : [],
    );
  const asked = namesIn(root);
  const practice = root?.selectionSet?.selections.find(
    (each) => each.kind === Kind.FIELD && each.name.value === 'practice',
  ) as FieldNode;
  for (const [input, names] of [
    ['UpdateWarningInput', asked],
    ['UpdatePracticeInput', [...asked, ...namesIn(practice)]],
  ] as const)
    expect(
      fieldsOf(input, ['expectedVersion', ...STAYS, ...HOW]).filter((field) => !names.includes(field)),
    ).toEqual([]);
});

test.each([
  ['PublishWarningInput', publication],
  ['UpdateWarningInput', correction],
] as const)('an essential action is proposed with every field of %s', (name, shape) => {
  const isBySelf = ['level', 'bundle', ...HOW];
  expect(Object.keys(shape.shape).toSorted()).toEqual(fieldsOf(name, isBySelf));
});
