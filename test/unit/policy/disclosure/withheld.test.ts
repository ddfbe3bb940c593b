// What is withheld from a summary, and where traces of a publisher that must not be named are found.
import { describe, expect, test } from '@jest/globals';
import type { Summary } from '../../../../src/domain/warning.ts';
import { decideObject } from '../../../../src/policy/decide.ts';
import {
  doesBetrayPublisher,
  hasTrace,
  mayNamePublisher,
  shownSummary,
} from '../../../../src/policy/view.ts';
import { plainAccess, plainActor, plainMember } from '../world.ts';

const publisher = plainMember('member--publisher');
const reader = plainActor(plainMember('member--reader'));
const unnamed = plainAccess({ unnamed: { traces: ['north grid', 'ng'] } });
const newCard = (): Summary =>
  ({ publisher: { slug: 'publisher' }, headline: 'x', tlp: 'GREEN' }) as unknown as Summary;

describe('a summary', () => {
  test('of a publisher that must not be named has a placeholder instead', () => {
    const summary = newCard();
    expect(shownSummary(reader, { summary, access: unnamed }, 0)).toEqual({
      form: 'unnamed',
      summary: {
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
    expect(summary.publisher.slug).toBe('publisher');
  });

  test('whose marking is out of force is marked as unknown', () => {
    const summary = newCard();
    const access = plainAccess({ validity: { fromMs: null, untilMs: 10 } });
    expect(shownSummary(plainActor(publisher), { summary, access }, 9)).toEqual({ form: 'whole', summary });
    expect(shownSummary(plainActor(publisher), { summary, access }, 10)).toEqual({
      form: 'out-of-force',
      summary: { ...summary, tlp: 'UNKNOWN' },
    });
    const both = { ...unnamed, ...access };
    expect(shownSummary(reader, { summary, access: both }, 10).form).toBe('unnamed');
    expect(shownSummary(plainActor(publisher), { summary, access: both }, 10).form).toBe('out-of-force');
  });

  test('has each form once, so that results can be cached by form', () => {
    const summary = newCard();
    const access = { ...unnamed, validity: { fromMs: null, untilMs: 10 } };
    const forms = [reader, plainActor(publisher)].map(
      (actor) => shownSummary(actor, { summary, access }, 10).summary,
    );
    expect(forms[0]).not.toBe(forms[1]);
    for (const [at, actor] of [reader, plainActor(publisher)].entries())
      expect(shownSummary(actor, { summary, access }, 10).summary).toBe(forms[at]);
    expect(shownSummary(reader, { summary: newCard(), access }, 10).summary).not.toBe(forms[0]);
  });
});

test('an object that names a publisher who must not be named is forbidden by the marking', () => {
  const access = { ...unnamed, audience: { alternatives: [{}], excludes: [] } };
  const object = { tlp: null, text: () => 'told by North Grid' };
  expect(decideObject(reader, access, object, 0)).toEqual({ allowed: false, because: 'MARKING_FORBIDS' });
  const elsewhere = { ...access, audience: { alternatives: [{ members: ['member--x'] }], excludes: [] } };
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
    expect(doesBetrayPublisher(reader, plainAccess(), never)).toBe(false);
    expect(doesBetrayPublisher(plainActor(publisher), unnamed, never)).toBe(false);
    expect(doesBetrayPublisher(reader, unnamed, () => 'north grid')).toBe(true);
    expect([mayNamePublisher(reader, unnamed), mayNamePublisher(plainActor(publisher), unnamed)]).toEqual([
      false,
      true,
    ]);
    expect(mayNamePublisher(reader, plainAccess())).toBe(true);
  });
});
