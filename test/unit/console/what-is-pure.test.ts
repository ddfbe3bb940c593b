// Small rules of the console that need no browser: which key was pressed, which order rows keep, what may stand in the address,
// what the window is called, what a form becomes.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { AskError } from '../../../src/console/app/ask.ts';
import { keyName } from '../../../src/console/app/key-name.ts';
import { TITLES, titleOf } from '../../../src/console/app/titles.ts';
import { sentencesOf } from '../../../src/console/ui/act/sentences.ts';
import { whyFailed } from '../../../src/console/ui/act/why-failed.ts';
import { rulesIn, saidOfUse } from '../../../src/console/ui/handling/rules.ts';
import { partOfBundle } from '../../../src/console/ui/indicator/part-of-bundle.ts';
import { toBlockIn, valuesIn } from '../../../src/console/ui/indicator/to-block.ts';
import { keptOrder, withAdded } from '../../../src/console/ui/order/kept-order.ts';
import { durationIn } from '../../../src/console/ui/time/duration.ts';
import { further, goesOn, MOST_PAGES, START, WANTED } from '../../../src/console/views/board/looking.ts';
import { mayBeInAddress } from '../../../src/console/views/floor/word-in-address.ts';
import {
  fieldsOf,
  isFilled,
  payloadOf,
  WITHOUT_END,
} from '../../../src/console/views/partnership/approvals/propose/forms.ts';
import { asWritten } from '../../../src/console/views/publish/as-written.ts';
import {
  type Alternative,
  emptyForm,
  NOTHING_SAID,
  referencesOf,
} from '../../../src/console/views/publish/form.ts';
import {
  type Current,
  changedIn,
  correctedPractice,
  formOf,
  objectsBetween,
} from '../../../src/console/views/publish/former.ts';
import { readPasted, sortPasted } from '../../../src/console/views/publish/paste.ts';
import { asFallen, ifProviderFalls, providerOf } from '../../../src/console/views/sectors/what-if.ts';
import { quietWith } from '../../../src/console/views/subscriptions/subscription-form.ts';

describe('a key', () => {
  const plain = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
  const named = (key: string, code: string, more: Partial<typeof plain> = {}) =>
    keyName({ ...plain, key, code, ...more });

  test('is the same on a layout that writes no Latin', () => {
    expect(named('k', 'KeyK', { ctrlKey: true })).toBe('mod+k');
    expect(named('л', 'KeyK', { ctrlKey: true })).toBe('mod+k');
    expect(named('ن', 'KeyK', { metaKey: true })).toBe('mod+k');
    expect(named('о', 'KeyJ')).toBe('j');
    expect(named('ظ', 'Slash')).toBe('/');
    expect(named('؟', 'Slash', { shiftKey: true })).toBe('?');
  });

  test('is what is written on it where that is Latin', () => {
    // German: k stays k; French: the key beside Shift writes `!`, and `/` is Shift with the one before it.
    expect(named('/', 'Period', { shiftKey: true })).toBe('/');
    expect(named('!', 'Slash')).toBe('!');
    // Dvorak: the place of k writes t.
    expect(named('t', 'KeyK', { ctrlKey: true })).toBeNull();
  });

  test('is none with Alt, and none without a character', () => {
    expect(named('j', 'KeyJ', { altKey: true })).toBeNull();
    expect(named('Enter', 'Enter')).toBeNull();
  });
});

test('rows keep the order that they had; new ones come behind, as they came', () => {
  const ids = fc.uniqueArray(fc.integer({ min: 0, max: 40 }).map(String), { maxLength: 12 });
  fc.assert(
    fc.property(ids, ids, (before, rows) => {
      const kept = keptOrder(before, rows, (row) => row);
      const old = before.filter((id) => rows.includes(id));
      const fresh = rows.filter((id) => !before.includes(id));
      expect(kept).toEqual([...old, ...fresh]);
    }),
  );
});

test('rows that came later do not swap either: each has its place from when it came', () => {
  const ids = fc.uniqueArray(fc.integer({ min: 0, max: 40 }).map(String), { maxLength: 12 });
  fc.assert(
    fc.property(ids, ids, (first, second) => {
      const before = withAdded(first, second);
      const kept = keptOrder(before, second, (row) => row);
      const swapped = keptOrder(before, second.toReversed(), (row) => row);
      expect(swapped).toEqual(kept);
      expect(withAdded(before, second.toReversed())).toBe(before);
    }),
  );
});

test('what one published is looked for up to so many pages, and as many again when somebody says so', () => {
  const readUntil = (until: typeof START, ownOfPage: number, pages = 0): number =>
    goesOn({ own: pages * ownOfPage, pages }, until) ? readUntil(until, ownOfPage, pages + 1) : pages;
  expect(readUntil(START, 0)).toBe(MOST_PAGES);
  expect(readUntil(START, WANTED)).toBe(1);
  expect(readUntil(further({ own: 0, pages: MOST_PAGES }), 0)).toBe(2 * MOST_PAGES);
});

test('a word stands in the address only when all that it finds is read, and none above TLP:GREEN', () => {
  const [clear, green, amber] = ['CLEAR', 'GREEN', 'AMBER'].map((marking) => ({ marking }));
  if (clear === undefined || green === undefined || amber === undefined) throw new Error('three markings');
  expect(mayBeInAddress([clear, green], false)).toBe(true);
  // The row behind those that are loaded can be any.
  expect(mayBeInAddress([clear, green], true)).toBe(false);
  expect(mayBeInAddress([clear, amber], false)).toBe(false);
  expect(mayBeInAddress([{ marking: null }], false)).toBe(false);
  expect(mayBeInAddress([], false)).toBe(false);
});

test('each view of the router has a title of its own', () => {
  const router = readFileSync(path.join(import.meta.dirname, '../../../src/console/app/router.tsx'), 'utf8');
  const routes = [...router.matchAll(/path: '([^']+)'/g)].map(([, route = '']) => route);
  expect(routes.sort()).toEqual(Object.keys(TITLES).sort());
  expect(new Set(Object.values(TITLES)).size).toBe(routes.length);
  expect([titleOf('/elsewhere'), titleOf(undefined)]).toEqual([null, null]);
});

test('an address that is not whole yet is no reason to fall over: the hub says what is wrong', () => {
  expect(referencesOf('https://')).toEqual([{ source: 'https://' }]);
  expect(referencesOf('https://example.org/a\nVendor X-12 https://example.org/b\ncve-2026-12345')).toEqual([
    { source: 'example.org', url: 'https://example.org/a' },
    { source: 'Vendor', id: 'X-12', url: 'https://example.org/b' },
    { source: 'cve', id: 'CVE-2026-12345' },
  ]);
});

test('what one loses when a member falls that one depends on, by what one declared', () => {
  const edges = [
    { provider: 'north-grid', service: 'power', strength: 0.9, redundancy: 0.5, bufferHours: 8 },
    { provider: 'north-grid', service: 'steam', strength: 0.8, redundancy: 0, bufferHours: null },
    { provider: 'telco', service: 'lines', strength: 1, redundancy: 0, bufferHours: 1 },
  ];
  const hits = ifProviderFalls('north-grid', edges, 24);
  expect(hits.map(({ sector, strength, hours }) => [sector, strength, hours])).toEqual([
    ['steam', 0.8, null],
    ['power', 0.45, 8],
  ]);
  // Before its buffer is over it is not felt.
  expect(ifProviderFalls('north-grid', edges, 4).map(({ sector }) => sector)).toEqual(['steam']);
  expect([providerOf(asFallen('telco')), providerOf('energy/gas')]).toEqual(['telco', null]);
});

test('indicators that are taken along bring their markings and who made them, and nothing else', () => {
  const objects = [
    {
      type: 'indicator',
      id: 'indicator--1',
      created_by_ref: 'identity--1',
      granular_markings: [{ marking_ref: 'marking-definition--2', selectors: ['pattern'] }],
    },
    { type: 'indicator', id: 'indicator--2' },
    { type: 'identity', id: 'identity--1', object_marking_refs: ['marking-definition--1'] },
    { type: 'marking-definition', id: 'marking-definition--1' },
    { type: 'marking-definition', id: 'marking-definition--2' },
    { type: 'malware', id: 'malware--1', object_marking_refs: ['marking-definition--1'] },
  ];
  const part = partOfBundle({ type: 'bundle', objects }, new Set(['indicator--1']), 'bundle--x');
  expect(part['objects']).toEqual([objects[0], objects[2], objects[3], objects[4]]);
  expect(partOfBundle(null, new Set(['indicator--1']), 'bundle--x')['objects']).toEqual([]);
});

test('what a correction changes: fields by what they say, objects by what becomes of each', () => {
  const [a, b] = [
    { type: 'malware', id: 'malware--1', name: 'One' },
    { type: 'tool', id: 'tool--1' },
  ];
  const former = {
    ...emptyForm('WARNING', 'en'),
    headline: 'Before',
    bundle: { id: 'bundle--1', objects: [a, b] },
  };
  expect(changedIn(former, { ...former, bundle: { id: 'bundle--2', objects: [b, a] } })).toEqual([]);
  // Restrictions that were opened and left empty are none.
  expect(changedIn(former, { ...former, handling: NOTHING_SAID })).toEqual([]);
  const handling = { ...NOTHING_SAID, until: '2030-01-31T18:00' };
  expect(changedIn(former, { ...former, handling })).toEqual(['handling']);
  const renamed = { ...a, name: 'Two' };
  const bundle = { id: 'bundle--3', objects: [renamed, { type: 'tool', id: 'tool--2' }] };
  expect(changedIn(former, { ...former, headline: 'After', bundle })).toEqual(['headline', 'bundle']);
  expect(objectsBetween(former.bundle, bundle)).toEqual({ added: 1, removed: 1, changed: 1 });
  expect(objectsBetween(null, former.bundle)).toEqual({ added: 2, removed: 0, changed: 0 });
});

test('of a practice that is corrected each step and each source that was not touched stays as it was written', () => {
  const reference = { source: 'Vendor ', id: null, url: 'https://example.org/a' };
  const current = {
    id: 'practice--1',
    kind: 'PRACTICE',
    version: 1,
    language: 'en',
    headline: 'Valves',
    actions: [],
    contacts: [],
    countriesConcerned: [],
    sectorsConcerned: [],
    translations: [],
    externalReferences: [reference, { source: 'Other', id: null, url: null }],
    summary: 'S',
    exercise: null,
    validUntil: null,
    answerBy: null,
    practice: { kind: 'OPERATIONS', problem: 'P', steps: ['Close it:\n- slowly\n- by hand', 'Look'] },
    bundle: null,
  } as unknown as Current;
  const form = formOf(current);
  const corrected = correctedPractice({ ...form, steps: form.steps.replace('Look', 'Look twice') }, current);
  expect(corrected.steps).toEqual(['Close it:\n- slowly\n- by hand', 'Look twice']);
  expect(corrected.externalReferences[0]).toBe(reference);
  expect(correctedPractice(form, current).steps).toEqual(current.practice?.steps);
});

test('quiet hours never end when they begin, unless somebody says so', () => {
  const never = { quietFrom: '', quietUntil: '' };
  expect(quietWith(never, { quietFrom: '23:30' })).toEqual({ quietFrom: '23:30', quietUntil: '06:00' });
  expect(quietWith(never, { quietFrom: '06:00' })).toEqual({ quietFrom: '06:00', quietUntil: '22:00' });
  expect(quietWith(never, { quietUntil: '22:00' })).toEqual({ quietFrom: '06:00', quietUntil: '22:00' });
  expect(quietWith(never, { quietUntil: '07:00' })).toEqual({ quietFrom: '22:00', quietUntil: '07:00' });
  const night = { quietFrom: '22:00', quietUntil: '06:00' };
  expect(quietWith(night, { quietFrom: '21:00' })).toEqual({ quietFrom: '21:00', quietUntil: '06:00' });
  expect(quietWith(night, { quietUntil: '' })).toEqual(never);
});

test('what a correction changes is told with the zone of an instant, and a language by its name', () => {
  const form = {
    ...emptyForm('WARNING', 'en'),
    actions: [{ text: 'Act', by: '2026-11-28T02:54' }],
    validUntil: '2026-11-28T02:54',
    language: 'fr',
    translations: [{ language: 'es', headline: 'Aviso', summary: 'Texto', actions: ['Actuar'] }],
  };
  expect(asWritten('validUntil', form, 'en')).toBe('2026-11-28 02:54Z');
  expect(asWritten('answerBy', form, 'en')).toBe('');
  expect(asWritten('actions', form, 'en')).toBe('Act (2026-11-28 02:54Z)');
  expect(asWritten('language', form, 'en')).toBe('French');
  expect(asWritten('language', { ...form, language: 'not a tag' }, 'en')).toBe('not a tag');
  const contacts = [
    { name: 'Desk', number: '', hours: '' },
    { name: '', number: '', hours: '' },
    { name: 'Night', number: '+1', hours: '24x7' },
  ];
  expect(asWritten('contacts', { ...form, contacts }, 'en')).toBe('Desk\nNight, +1, 24x7');
  expect(asWritten('contacts', { ...form, contacts }, 'zh')).toBe('Desk\nNight、+1、24x7');
  expect(asWritten('contacts', { ...form, contacts }, 'ar')).not.toContain(',');
  expect(asWritten('translations', form, 'pt-BR')).toBe('espanhol: Aviso\nTexto\nActuar');
});

describe('what is pasted', () => {
  const empty = emptyForm('WARNING', 'en');
  const changesOf = (file: object) => {
    const pasted = readPasted(JSON.stringify(file));
    if (!('changes' in pasted)) throw new Error(pasted.kind);
    return pasted.changes;
  };
  const csaf = {
    document: { title: 'Valve firmware', lang: 'de', distribution: { tlp: { label: 'WHITE' } } },
  };
  const bundle = { type: 'bundle', id: 'bundle--1', objects: [{ type: 'report', name: 'Report' }] };

  test('fills what is empty, and nothing that the file does not have', () => {
    const changes = changesOf(csaf);
    expect(changes).toEqual({ headline: 'Valve firmware', language: 'de', marking: 'CLEAR' });
    expect(sortPasted(changes, empty, { isCorrection: false, empty })).toEqual({ free: changes, filled: {} });
    expect(changesOf(bundle)).toEqual({ bundle, headline: 'Report' });
  });

  test('is refused where nothing could write it down again, and cut between characters', () => {
    const nested = (levels: number): string =>
      `{"type":"bundle","objects":[${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}]}`;
    expect(readPasted(nested(90)).kind).toBe('STIX');
    expect(readPasted(nested(20_000)).kind).toBe('TOO_DEEP');
    expect(readPasted('{"document":null}').kind).toBe('UNKNOWN');
    const { headline } = changesOf({ document: { title: `${'x'.repeat(139)}\u{1F6A8} alarm` } });
    expect(headline).toBe('x'.repeat(139));
  });

  test('replaces what somebody wrote only when they say so', () => {
    const form = { ...empty, headline: 'Mine', summary: 'Mine too' };
    expect(sortPasted(changesOf(bundle), form, { isCorrection: false, empty })).toEqual({
      free: { bundle },
      filled: { headline: 'Report' },
    });
  });

  test('does not touch the marking of what is corrected', () => {
    const form = { ...empty, headline: 'Former', marking: 'AMBER' as const };
    const { free, filled } = sortPasted(changesOf(csaf), form, { isCorrection: true, empty });
    expect(free).toEqual({});
    // The language is that of the texts, and goes with them.
    expect(filled).toEqual({ headline: 'Valve firmware', language: 'de' });
  });
});

describe('what is said of the use of a warning', () => {
  const open = { permittedActions: 'EXTERNALLY_VISIBLE_DIRECT_ACTIONS', unmodifiedResale: 'MAY' };

  test('leaves out what asks nothing, unless that is what is proposed', () => {
    const said = { ...open, encryptInTransit: 'MUST', providerAttribution: null };
    expect(rulesIn(said, { isWhole: false })).toEqual([['encryptInTransit', 'MUST']]);
    expect(rulesIn(open, { isWhole: true })).toEqual(Object.entries(open));
  });

  test('is loosened by another end, or by none at all', () => {
    const audience = emptyForm('WARNING', 'en').alternatives[0] as Alternative;
    const kind = 'LOOSEN_HANDLING';
    const about = { warning: 'warning--1', expectedVersion: '3' };
    expect(isFilled(kind, { texts: about, audience })).toBe(false);
    const later = { texts: { ...about, until: '2030-02-01T10:30' }, audience };
    expect(payloadOf(kind, later)).toEqual({
      warning: 'warning--1',
      expectedVersion: 3,
      handling: { until: '2030-02-01T10:30:00.000Z' },
    });
    const endless = { texts: { ...later.texts, end: WITHOUT_END }, audience };
    expect(fieldsOf(kind, endless)).not.toContain('until');
    expect(isFilled(kind, endless)).toBe(true);
    const proposed = payloadOf(kind, endless);
    expect(proposed['handling']).toEqual({ until: null });
    // Whoever approves it is told so.
    expect(saidOfUse(proposed)).toEqual({ until: null });
    expect(
      saidOfUse({ handling: { until: null, reference: null, encryptInTransit: 'MAY', more: 3 } }),
    ).toEqual({
      until: null,
      encryptInTransit: 'MAY',
    });
  });
});

test('what the hub says to do about a refusal is said beside the words of its code, whatever these are', () => {
  const busy = { code: 'BUSY', message: 'Somebody else changed it.', remedy: 'Read it again, then decide.' };
  expect(sentencesOf([busy])).toEqual(['Somebody else changed it. Read it again, then decide.']);
  const unknown = (slug: string) => ({
    code: 'MEMBER_UNKNOWN',
    message: `No "${slug}".`,
    remedy: 'Give a slug.',
  });
  const other = { code: 'MEMBER_UNKNOWN', message: 'It is no sharing centre.', remedy: 'Leave it out.' };
  expect(sentencesOf([unknown('a'), other, unknown('b'), unknown('a')])).toEqual([
    'No "a".',
    'No "b". Give a slug.',
    'It is no sharing centre. Leave it out.',
  ]);
  expect(sentencesOf([{ code: 'MARKING_UNUSUAL', message: 'Not lately.' }])).toEqual(['Not lately.']);
});

test('a fault of the console is not called one of the hub, and says what broke', () => {
  expect(whyFailed(new TypeError('Failed to fetch dynamically imported module'))).toEqual({
    known: null,
    text: 'Failed to fetch dynamically imported module',
    code: null,
    requestId: null,
  });
  const failed = new AskError('INTERNAL', 'Masked.', { status: 500, requestId: 'r-1' });
  expect(whyFailed(failed)).toEqual({ known: 'INTERNAL', text: null, code: 'INTERNAL', requestId: 'r-1' });
  const later = new AskError('NOT_YET_KNOWN', 'It is so.');
  expect(whyFailed(later)).toMatchObject({ known: null, text: 'It is so.', code: 'NOT_YET_KNOWN' });
});

test('an indicator is judged once, however often it is shown', () => {
  let read = 0;
  const indicator = {
    isValid: true,
    get pattern() {
      read += 1;
      return "[ipv4-addr:value = '198.51.100.7' OR ipv4-addr:value = '10.0.0.1']";
    },
    patternType: 'stix',
    values: ['198.51.100.7', '10.0.0.1', ''].map((value) => ({
      type: 'ipv4-addr',
      property: 'value',
      value,
    })),
  } as Parameters<typeof toBlockIn>[0];
  for (let time = 0; time < 3; time += 1)
    expect(valuesIn([indicator, indicator], toBlockIn)).toEqual(['198.51.100.7']);
  expect(read).toBe(1);
  expect([...toBlockIn({ ...indicator, isValid: false })]).toEqual([]);
});

test('durations are said in the two largest parts', () => {
  const [minute, hour] = [60_000, 3_600_000];
  expect(
    [6 * minute, 59.6 * minute, 65 * minute, 40 * hour, 24 * hour, 0].map((ms) => durationIn('en', ms)),
  ).toEqual(['6 min', '1 hr', '1 hr 5 min', '1 day 16 hr', '1 day', '0 min']);
});
