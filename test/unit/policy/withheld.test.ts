// What is withheld of a summary, and where the trace of a publisher that must not be named is found.
import { describe, expect, test } from '@jest/globals';
import type { Card } from '../../../src/domain/warning.ts';
import { decideObject } from '../../../src/policy/decide.ts';
import { doesBetrayPublisher, hasTrace, mayNamePublisher, shownCard } from '../../../src/policy/view.ts';
import { plainActor, plainEnvelope, plainMember } from './world.ts';

const publisher = plainMember('member--publisher');
const reader = plainActor(plainMember('member--reader'));
const unnamed = plainEnvelope({ unnamed: { traces: ['north grid', 'ng'] } });
const newCard = (): Card =>
  ({ publisher: { slug: 'publisher' }, headline: 'x', tlp: 'GREEN' }) as unknown as Card;

describe('a summary', () => {
  test('of a publisher that must not be named has another in its place', () => {
    const card = newCard();
    expect(shownCard(reader, { card, envelope: unnamed }, 0)).toEqual({
      form: 'unnamed',
      card: {
        headline: 'x',
        tlp: 'GREEN',
        publisher: {
          id: 'member--00000000-0000-4000-8000-000000000000',
          slug: 'withheld',
          name: 'Withheld by the publisher',
          kind: 'HUB',
          country: 'ZZ',
        },
      },
    });
    expect(card.publisher.slug).toBe('publisher');
  });

  test('whose marking is out of force is marked as not understood', () => {
    const card = newCard();
    const envelope = plainEnvelope({ validity: { fromMs: null, untilMs: 10 } });
    expect(shownCard(plainActor(publisher), { card, envelope }, 9)).toEqual({ form: 'whole', card });
    expect(shownCard(plainActor(publisher), { card, envelope }, 10)).toEqual({
      form: 'out-of-force',
      card: { ...card, tlp: 'UNKNOWN' },
    });
    const both = { ...unnamed, ...envelope };
    expect(shownCard(reader, { card, envelope: both }, 10).form).toBe('unnamed');
    expect(shownCard(plainActor(publisher), { card, envelope: both }, 10).form).toBe('out-of-force');
  });

  test('has each form once, so that what is made of it can be kept under it', () => {
    const card = newCard();
    const envelope = { ...unnamed, validity: { fromMs: null, untilMs: 10 } };
    const forms = [reader, plainActor(publisher)].map(
      (actor) => shownCard(actor, { card, envelope }, 10).card,
    );
    expect(forms[0]).not.toBe(forms[1]);
    for (const [at, actor] of [reader, plainActor(publisher)].entries())
      expect(shownCard(actor, { card, envelope }, 10).card).toBe(forms[at]);
    expect(shownCard(reader, { card: newCard(), envelope }, 10).card).not.toBe(forms[0]);
  });
});

test('an object that names a publisher who must not be named is forbidden by the marking', () => {
  const envelope = { ...unnamed, audience: { alternatives: [{}], excludes: [] } };
  const object = { tlp: null, text: () => 'told by North Grid' };
  expect(decideObject(reader, envelope, object, 0)).toEqual({ allowed: false, because: 'MARKING_FORBIDS' });
  const elsewhere = { ...envelope, audience: { alternatives: [{ members: ['member--x'] }], excludes: [] } };
  // What one may not read at all is not looked into.
  expect(decideObject(reader, elsewhere, object, 0)).toEqual({ allowed: false, because: 'NOT_ADDRESSED' });
});

describe('a trace', () => {
  test.each([
    ['North Grid', true],
    ['told by NORTH GRID.', true],
    ['(ng)', true],
    ['north gridded', false],
    ['xnorth grid', false],
    ['north grid2', false],
    ['2north grid', false],
    ['énorth grid', false],
    ['north gridé', false],
    ['north-grid', false],
    ['song, ng', true],
    ['ngng ng', true],
    ['ngng', false],
    ['', false],
  ])('%s: %s', (text, isThere) => {
    expect(hasTrace(unnamed, () => text)).toBe(isThere);
  });

  test('is looked for only where the publisher must not be named, and not for its own members', () => {
    const never = (): string => {
      throw new Error('the text is not needed');
    };
    expect(hasTrace({}, never)).toBe(false);
    expect(doesBetrayPublisher(reader, plainEnvelope(), never)).toBe(false);
    expect(doesBetrayPublisher(plainActor(publisher), unnamed, never)).toBe(false);
    expect(doesBetrayPublisher(reader, unnamed, () => 'north grid')).toBe(true);
    expect([mayNamePublisher(reader, unnamed), mayNamePublisher(plainActor(publisher), unnamed)]).toEqual([
      false,
      true,
    ]);
    expect(mayNamePublisher(reader, plainEnvelope())).toBe(true);
  });
});
