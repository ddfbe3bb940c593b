// A warning in the language of whoever reads it: nothing of it is missing because its translation says less.
import { expect, test } from '@jest/globals';
import { textsIn } from '../../../src/console/ui/language/texts.ts';
import { inLanguage } from '../../../src/domain/reading/reading-language.ts';

const actions = ['Pull the plug.', 'Call the desk.', 'Write it down.'].map((text) => ({ text, by: null }));
const item = {
  language: 'en',
  headline: 'Breakers opened',
  summary: 'From outside.',
  actions,
  practice: null,
  translations: [
    { language: 'fr', headline: 'Disjoncteurs', summary: 'De loin.', actions: ['Débranchez.'] },
    { language: 'pt', headline: 'Disjuntores', summary: 'De fora.', actions: [] },
    { language: 'pt-BR', headline: 'Disjuntores (BR)', summary: 'De longe.', actions: ['Desligue.'] },
  ],
};

test('actions that a translation lacks are said as they were written, and in which language', () => {
  const { language, headline, actions: said } = textsIn(item, 'fr');
  expect([language, headline]).toEqual(['fr', 'Disjoncteurs']);
  expect(said).toEqual([
    { text: 'Débranchez.', language: 'fr' },
    { text: 'Call the desk.', language: 'en' },
    { text: 'Write it down.', language: 'en' },
  ]);
});

test('steps of a practice likewise', () => {
  const practice = { steps: ['One.', 'Two.'] };
  const { actions: said } = textsIn({ ...item, actions: [], practice }, 'fr');
  expect(said).toEqual([
    { text: 'Débranchez.', language: 'fr' },
    { text: 'Two.', language: 'en' },
  ]);
});

test.each(['en', 'en-GB', 'fr', 'fr-CA', 'pt', 'pt-BR', 'pt-PT', 'ru'])(
  'the page in %s says what a letter in it says',
  (wanted) => {
    const shown = textsIn(item, wanted);
    const sent = inLanguage(item, [wanted]);
    expect([shown.language, shown.headline, shown.summary]).toEqual([
      sent.language,
      sent.headline,
      sent.summary,
    ]);
    expect(shown.actions.map(({ text }) => text)).toEqual(sent.actions.map(({ text }) => text));
  },
);
