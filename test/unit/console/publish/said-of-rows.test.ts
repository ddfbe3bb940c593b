// What the hub says of a row is said of the row of the form that was sent, and of no other where rows came or went since.
import { expect, test } from '@jest/globals';
import { inRowsOf, stillOf } from '../../../../src/console/views/publish/fields/rows.ts';
import { emptyForm, startedOver } from '../../../../src/console/views/publish/form.ts';

const at = (...paths: string[]) => paths.map((path) => ({ path }));
const [none, filled] = [
  { text: '', by: '' },
  { text: 'Close it.', by: '' },
];
const form = {
  ...emptyForm('WARNING', 'en'),
  actions: [none, filled, none, filled],
  contacts: [
    { name: '', number: '', hours: '' },
    { name: 'Duty desk', number: '', hours: '' },
  ],
};

test('rows that are empty are not sent, and are counted all the same; in a proposal too', () => {
  const sent = at(
    '$.actions[0].text',
    '$.actions[1]',
    '$.contacts[0].number',
    '$.payload.actions[1].by',
    '$.summary',
  );
  expect(inRowsOf(form, sent)).toEqual(
    at('$.actions[1].text', '$.actions[3]', '$.contacts[1].number', '$.payload.actions[3].by', '$.summary'),
  );
  // What was not sent is not moved.
  expect(inRowsOf(form, at('$.actions[7]', '$.translations[0].actions[0]'))).toEqual(
    at('$.actions[7]', '$.translations[0].actions[0]'),
  );
});

test('what was said of rows waits for the next answer where rows came or went', () => {
  const said = at(
    '$.actions[1].text',
    '$.contacts[1]',
    '$.translations[0].language',
    '$.headline',
    '$.actions',
  );
  const changed = { ...form, headline: 'Another', actions: form.actions.toReversed() };
  expect(stillOf(changed, form, said)).toEqual(said);
  expect(stillOf({ ...form, actions: [filled] }, form, said)).toEqual(said.slice(1));
  const translated = { ...form, translations: [{ language: 'fr', headline: '', summary: '', actions: [] }] };
  expect(stillOf(form, translated, said)).toEqual(said.filter(({ path }) => !path.includes('translations')));
});

test('an exercise that is begun anew is one still', () => {
  const exercise = { ...form, isExercise: true, exercise: 'autumn-2026', headline: 'Drill' };
  expect(startedOver(exercise)).toEqual({
    ...emptyForm('WARNING', 'en'),
    isExercise: true,
    exercise: 'autumn-2026',
  });
  expect(startedOver(form)).toEqual(emptyForm('WARNING', 'en'));
});
