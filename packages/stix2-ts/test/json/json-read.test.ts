import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseJson, parseJsonInSlices } from '../../src/json/json-read.ts';
import { JSON_LIMITS } from '../../src/json/json-scan.ts';
import { randomOf } from '../support/random.ts';
import { seed } from '../support/seed.ts';

describe('reading', () => {
  test('broken text gives an error with its position', () => {
    expect(parseJson('{"a":1,}')).toMatchObject({ ok: false, code: 'JSON_SYNTAX', position: 7 });
    expect(parseJson('')).toMatchObject({ ok: false, code: 'JSON_SYNTAX', position: 0 });
    expect(parseJson('[1')).toMatchObject({ ok: false, code: 'JSON_SYNTAX', position: 2 });
    expect(parseJson('{"a":1,\n "b":}')).toMatchObject({ ok: false, code: 'JSON_SYNTAX', position: 13 });
  });

  test('reads back what JSON writes, and never throws', () => {
    const options = { seed: seed(), numRuns: 300 };
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const reading = parseJson(JSON.stringify(value));
        const isNamed = JSON.stringify(value).match(/"(?:__proto__|constructor|prototype)":/) !== null;
        if (reading.ok) expect(JSON.stringify(reading.value)).toBe(JSON.stringify(value));
        else expect(isNamed).toBe(true);
      }),
      options,
    );
    fc.assert(
      fc.property(fc.string(), (text) => typeof parseJson(text).ok === 'boolean'),
      options,
    );
  });
});

describe('reading in slices', () => {
  const pause = () => Promise.resolve();
  const both = async (text: string, piece: number) => {
    const whole = parseJson(text);
    const sliced = await parseJsonInSlices(text, JSON_LIMITS, pause, piece);
    if (whole.ok !== sliced.ok) throw new Error(`${piece}: one is read and one is not: ${text}`);
    if (!whole.ok && !sliced.ok) expect([sliced.code, sliced.path]).toEqual([whole.code, whole.path]);
    // Stringified, so that the order of keys is compared too.
    if (whole.ok && sliced.ok) expect(JSON.stringify(sliced.value)).toBe(JSON.stringify(whole.value));
    return whole.ok;
  };

  test.each([
    ['[1,2,[3,4,5,6],7]', true],
    ['{"a":{"b":[1,2,3],"c":"4"},"d":5,"7":[{}],"e\\u0066":[[0,0]]}', true],
    [' [ [ 1 , 2 ] , { } ] ', true],
    ['[[],[[]]]', true],
    ['[1,2,]', false],
    ['[,1,2]', false],
    ['[1,,2]', false],
    ['{"a":1,}', false],
    ['[1[2,3]]', false],
    ['[[2,3]4]', false],
    ['[-[2,3]]', false],
    ['[[2,3].5]', false],
    ['[tru[2,3]]', false],
    ['{"a":1[2,3]}', false],
    ['{[2,3]}', false],
    ['{"a"[2,3]}', false],
    ['{"a":[2,3}]', false],
    ['[[1,2,3}]', false],
    ['[1,2][3,4]', false],
    ['1[2,3]', false],
    ['[1,2]]', false],
    ['[[1,2]', false],
    ['{"a":"b', false],
  ])('%s', async (text, isRead) => {
    for (const piece of [1, 2, 3, 5, 8, 1_000])
      expect([piece, await both(text, piece)]).toEqual([piece, isRead]);
  });

  test('gives the same as JSON.parse, for valid and broken texts', async () => {
    const random = randomOf(seed());
    const values = fc.sample(fc.jsonValue({ maxDepth: 6 }), { seed: random.below(1e9), numRuns: 400 });
    let read = 0;
    let refused = 0;
    for (const value of values) {
      const text = JSON.stringify([value, value], null, random.below(3));
      for (let turn = 0; turn < 8; turn += 1) {
        const at = random.below(text.length);
        const wound = random.pick(['', ',', '[', ']', '{', '}', ':', '"', '0', '-', '\\', ' ', '[1,2,3]']);
        const wounded = text.slice(0, at) + wound + text.slice(at + random.below(2));
        for (const given of [text, wounded]) {
          if (await both(given, 1 + random.below(30))) read += 1;
          else refused += 1;
        }
      }
    }
    expect(Math.min(read, refused)).toBeGreaterThan(500);
  });

  test('pauses often for a long text and never for a short one', async () => {
    let pauses = 0;
    const counted = async () => {
      pauses += 1;
    };
    await parseJsonInSlices(`[${'{},'.repeat(1_000)}{}]`, JSON_LIMITS, counted);
    expect(pauses).toBe(0);
    const texts = {
      'many members': `[${'{},'.repeat(700_000)}{}]`,
      'many keys': `{${Array.from({ length: 140_000 }, (_, at) => `"key ${at}":[]`).join(',')}}`,
      'long within long': `${'[{"a":'.repeat(15)}[${'1,'.repeat(700_000)}1]${'}]'.repeat(15)}`,
    };
    for (const [name, text] of Object.entries(texts)) {
      pauses = 0;
      const reading = await parseJsonInSlices(text, JSON_LIMITS, counted);
      if (!reading.ok) throw new Error(`${name}: ${reading.message}`);
      expect(JSON.stringify(reading.value) === text).toBe(true);
      // Scanned first, then parsed.
      expect(pauses).toBeGreaterThan((2 * text.length) / 200_000);
    }
  });
});
