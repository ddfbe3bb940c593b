// Alike warnings on a sample of real data: reports of the same event are found, advisories that merely share a CVE are
// not joined, and each reason can be shown to a person. Full figures: bench/alike/likeness.md.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import {
  type Advisory,
  assertedByAdvisory,
  assertedByNetwork,
  figuresOf,
  type NetworkEvent,
} from '../../../../bench/alike/likeness-figures.ts';
import {
  assertionWords,
  likenessOf,
  type Traits,
  verdictOf,
} from '../../../../src/domain/likeness/likeness.ts';

const fixture = <Value>(name: string): Value =>
  JSON.parse(
    readFileSync(new URL(`../../../fixtures/alike-warnings/${name}.json`, import.meta.url), 'utf8'),
  ) as Value;
const DAY_MS = 86_400_000;
const traits = (changes: Partial<Traits> = {}): Traits => ({
  cves: ['CVE-2024-0001'],
  observables: [],
  sectors: ['energy'],
  words: ['ivanti', 'connect'],
  at: 0,
  ...changes,
});
const verdict = (changes: Partial<Traits>, of: Partial<Traits> = {}) =>
  verdictOf(likenessOf(traits(of), traits(changes))?.score ?? 0);

describe('on real warnings', () => {
  const network = (mode: 'WHOLE' | 'PART' | 'TITLE') =>
    fixture<NetworkEvent[]>('csirts-events').flatMap((event) => assertedByNetwork(event, mode));
  const advisories = fixture<Advisory[]>('cisa-advisories').map((advisory) => assertedByAdvisory(advisory));

  test('reports by several agencies of one event are linked, and nothing else', () => {
    const whole = figuresOf(network('WHOLE'));
    expect(whole.truth).toBeGreaterThan(500);
    expect(whole.linkedRight).toBe(whole.linked);
    // One event has no CVE at all, so nothing links it.
    const silent = figuresOf(network('WHOLE').filter(({ traits: { cves } }) => cves.length === 0)).truth;
    expect(whole.linkedRight / (whole.truth - silent)).toBeGreaterThan(0.95);
  });

  test('where each names only a part, most unlinked pairs are proposed', () => {
    const part = figuresOf(network('PART'));
    expect(part.linkedRight).toBe(part.linked);
    expect(part.linked).toBeGreaterThan(100);
    expect(part.linkedRight / part.truth).toBeGreaterThan(0.5);
    expect((part.linkedRight + part.proposedRight) / part.truth).toBeGreaterThan(0.8);
    expect(part.proposedRight / part.proposed).toBeGreaterThan(0.95);
  });

  test('where titles alone tell, they are proposed by product, and hardly anything else is', () => {
    const title = figuresOf(network('TITLE'));
    expect(title.linkedRight).toBe(title.linked);
    expect((title.linkedRight + title.proposedRight) / title.truth).toBeGreaterThan(0.1);
    expect(title.proposedRight / title.proposed).toBeGreaterThan(0.9);
  });

  test('advisories that share a CVE are never linked, even if each had another publisher', () => {
    const figures = figuresOf(advisories);
    expect(figures.warnings).toBeGreaterThan(30);
    expect(figures).toMatchObject({ truth: 0, linked: 0 });
    expect(figures.proposed).toBeLessThanOrEqual(2);
  });
});

describe('what counts', () => {
  test('without a common CVE or observable, or weeks apart, nothing else counts', () => {
    expect(likenessOf(traits(), traits({ cves: ['CVE-2024-0002'] }))).toBeNull();
    expect(likenessOf(traits(), traits({ at: 31 * DAY_MS }))).toBeNull();
    expect(likenessOf(traits({ cves: [] }), traits({ cves: [] }))).toBeNull();
  });

  test('the same CVE on the same day links; weeks later, or one of many, it is proposed', () => {
    expect(verdict({})).toBe('LINK');
    expect(verdict({ words: [] })).toBe('LINK');
    expect(verdict({ at: 28 * DAY_MS })).toBe('PROPOSE');
    const many = Array.from({ length: 5 }, (_, index) => `CVE-2024-000${index + 1}`);
    const ofNobody = { words: ['gateway', 'connect'] };
    expect(verdict({ cves: many, ...ofNobody }, ofNobody)).toBe('PROPOSE');
    // Both say whose product it is.
    expect(verdict({ cves: many })).toBe('LINK');
    const [long, other] = [0, 90].map((from) =>
      Array.from({ length: 100 }, (_, index) => `CVE-2025-${1_000 + from + index}`),
    );
    expect(verdict({ cves: long ?? [] }, { cves: other ?? [] })).toBe('APART');
    expect(verdict({ cves: many, words: [], sectors: ['health'], at: 20 * DAY_MS })).toBe('APART');
  });

  test('is symmetric, and gives its reasons', () => {
    const one = traits({ observables: ['a', 'b'] });
    const other = traits({ observables: ['b', 'c'], words: ['ivanti'], at: 3 * DAY_MS });
    expect(likenessOf(one, other)?.score).toBe(likenessOf(other, one)?.score);
    expect(likenessOf(one, other)?.reasons).toEqual([
      'Both name CVE-2024-0001; 1 observable is the same.',
      'Published 3 days apart.',
      'Both headlines say ivanti.',
      'Both concern energy.',
    ]);
  });

  test('distinctive words are names, not words of every warning', () => {
    expect(
      assertionWords('Kritische Sicherheitslücken in Ivanti Connect Secure: CVE-2024-1 (aktiv), 2024'),
    ).toEqual(['ivanti', 'connect', 'secure']);
  });
});
