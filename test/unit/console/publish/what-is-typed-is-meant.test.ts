// Whom one types beside a list is the one that is called so, or nobody: no part of a name is taken for another country or member.
import { expect, test } from '@jest/globals';
import { idsIn, knownOf } from '../../../../src/console/ui/pick/typed-ids.ts';
import { listed } from '../../../../src/console/views/partnership/act/lists.ts';
import { asCode, asSlug } from '../../../../src/console/views/publish/audience/as-typed.ts';
import { statesIn } from '../../../../src/console/words/language-name.ts';

const LANGUAGES = ['en', 'es', 'fr', 'pt-BR', 'ru', 'zh', 'ar'];

test.each(LANGUAGES)('each State is found by its whole name, in %s', (language) => {
  const states = statesIn(language);
  const known = knownOf(states);
  expect(states.length).toBeGreaterThan(200);
  for (const { id, name, called } of states) {
    expect([called, idsIn(known, called, asCode)]).toEqual([called, [id]]);
    expect(idsIn(known, name.toUpperCase(), asCode)).toEqual([id]);
    expect(idsIn(known, id.toLowerCase(), asCode)).toEqual([id]);
  }
});

test.each(LANGUAGES)('a name that is not in the list is the code of no other State, in %s', (language) => {
  for (const { id, called } of statesIn(language)) {
    // As a form keeps and sends them.
    const sent = listed([...new Set(idsIn([], called, asCode))].join(', ').toUpperCase());
    expect([called, sent.filter((each) => /^[A-Z]{2}$/.test(each) && each !== id)]).toEqual([called, []]);
    expect(sent).toHaveLength(called.split(',').length);
  }
});

test('several are typed at once, by names, codes or short names', () => {
  expect(idsIn(knownOf(statesIn('fr')), 'bresil, XA; île de man,zz z', asCode)).toEqual([
    'BR',
    'XA',
    'IM',
    'zz_z',
  ]);
});

test('a member is the one with the name or short name; the name of one that is not listed is nobody else', () => {
  const known = knownOf([
    { id: 'water-of-the-river', name: 'River Water (water-of-the-river)', called: 'River Water' },
    { id: 'river-water', name: 'Old Mill (river-water)', called: 'Old Mill' },
    { id: 'acme', name: 'Acme, Inc. (acme)', called: 'Acme, Inc.' },
    { id: 'one', name: 'Twin (one)', called: 'Twin' },
    { id: 'other', name: 'Twin (other)', called: 'Twin' },
  ]);
  const idsOf = (typed: string): string[] => idsIn(known, typed, asSlug);
  expect(idsOf('River Water')).toEqual(['water-of-the-river']);
  expect(idsOf('river-water, Old Mill')).toEqual(['river-water', 'river-water']);
  expect(idsOf('Acme, Inc.')).toEqual(['acme']);
  expect(idsOf('no-such-member')).toEqual(['no-such-member']);
  // None of these is a short name, so that the hub refuses them.
  for (const typed of ['North Grid', 'Twin', 'Élan', 'Utilities of the North'])
    for (const id of idsOf(typed))
      expect([id, listed(id)]).toEqual([expect.not.stringMatching(/^[a-z0-9-]+$/), [id]]);
});
