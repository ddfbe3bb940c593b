// Damaged advisories: each is either refused with code and path, or becomes valid STIX and a draft; nothing throws.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { bundleOf } from 'stix2-ts/bundle';
import { validateBundle } from 'stix2-ts/validate';
import { contentFingerprint } from '../../../../src/exchange/csaf/fingerprint.ts';
import { readCsaf } from '../../../../src/exchange/csaf/read-csaf.ts';
import { seed } from '../../../support/seed.ts';
import { seedAdvisories } from '../real-input.ts';

/** Mulberry32: small, and deterministic on every machine. */
function randomFrom(start: number): (below: number) => number {
  let state = start;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const JUNK: readonly unknown[] = [
  ...[
    null,
    true,
    0,
    -1,
    1e308,
    '',
    ' ',
    'x',
    [],
    {},
    [null],
    'CVE-2020-0001',
    'https://example.org/ x',
    '\ud800',
  ],
  ...[
    '2024-02-30T00:00:00Z',
    '9999-12-31T23:59:59Z',
    '\u0000',
    '(Update A)',
    'i-default',
    'AMBER',
    '__proto__',
    '🙂',
  ],
];

type Place = { readonly holder: Record<string, unknown>; readonly key: string };

function placesIn(value: unknown, found: Place[] = []): Place[] {
  if (typeof value !== 'object' || value === null) return found;
  const holder = value as Record<string, unknown>;
  for (const key of Object.keys(holder)) {
    found.push({ holder, key });
    placesIn(holder[key], found);
  }
  return found;
}

function damage(advisory: unknown, random: (below: number) => number): void {
  const places = placesIn(advisory);
  const { holder, key } = places[random(places.length)]!;
  const other = places[random(places.length)]!;
  const kind = random(4);
  if (kind === 0) delete holder[key];
  else if (kind === 1) holder[key] = structuredClone(other.holder[other.key]);
  else if (kind === 2 && typeof holder[key] === 'string')
    holder[key] = `${holder[key]}${String(JUNK[random(JUNK.length)])}`;
  else holder[key] = structuredClone(JUNK[random(JUNK.length)]);
}

describe('damaged advisories', () => {
  test('600 of them are refused with a path, or become valid STIX', () => {
    const random = randomFrom(seed());
    const files = seedAdvisories();
    const counts = { taken: 0, refused: 0 };
    for (let round = 0; round < 600; round += 1) {
      const advisory: unknown = JSON.parse(readFileSync(files[random(files.length)]!, 'utf8'));
      for (let times = 1 + random(3); times > 0; times -= 1) damage(advisory, random);
      const reading = readCsaf(JSON.stringify(advisory));
      if (!reading.ok) {
        counts.refused += 1;
        for (const { code, path } of reading.problems) expect(`${code} ${path}`).toMatch(/^CSAF_[A-Z_]+ \$/);
        continue;
      }
      counts.taken += 1;
      expect(contentFingerprint(reading.advisory)).toMatch(/^[0-9a-f]{64}$/);
      const { findings } = validateBundle(bundleOf(reading.stix));
      expect(findings.filter(({ level }) => level === 'error')).toEqual([]);
    }
    expect(Math.min(counts.taken, counts.refused)).toBeGreaterThan(5);
  });
});
