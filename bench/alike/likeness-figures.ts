// Measures how well alike warnings are found, against data with known answers. Pure; used by bench/alike/likeness.ts
// and by a test on part of the data. Every assertion gets its own publisher: the worst case for joining too much.
import { createHash } from 'node:crypto';
import { assertionWords, likenessOf, type Traits, verdictOf } from '../../src/domain/likeness/likeness.ts';

/** A warning as somebody published it, and the event that it is really about. */
export type Asserted = { readonly event: string; readonly publisher: string; readonly traits: Traits };

export type Figures = {
  readonly warnings: number;
  /** Pairs by different publishers that are really about one event. */
  readonly truth: number;
  readonly linked: number;
  readonly linkedRight: number;
  readonly proposed: number;
  readonly proposedRight: number;
};

export type Advisory = {
  readonly id: string;
  readonly headline: string;
  readonly cves: readonly string[];
  readonly published: string;
  readonly sectors: readonly string[];
};

export type NetworkEvent = {
  readonly event: string;
  readonly year: string;
  readonly cves: readonly string[];
  readonly national_warnings: readonly { organisation: string; title: string; url: string }[];
};

/**
 * WHOLE: each warning names all CVEs of the event, within ten days; PART: some of them, within three weeks; TITLE: only
 * those in its title.
 */
export const MODES = ['WHOLE', 'PART', 'TITLE'] as const;
export type Mode = (typeof MODES)[number];

const DAY_MS = 86_400_000;
const SPREAD_DAYS: Readonly<Record<Mode, number>> = { WHOLE: 10, PART: 21, TITLE: 21 };
const SHARE_NAMED = 0.6;

/** A number from 0 up to 1 derived from a text: the same text always gives the same number. */
const chanceOf = (text: string): number =>
  createHash('sha256').update(text).digest().readUInt32BE(0) / 2 ** 32;

const CVE = /CVE-\d{4}-\d{4,}/g;

export const assertedByAdvisory = (advisory: Advisory, publisher = advisory.id): Asserted => ({
  event: advisory.id,
  publisher,
  traits: {
    cves: advisory.cves,
    observables: [],
    sectors: advisory.sectors,
    words: assertionWords(advisory.headline),
    at: Date.parse(advisory.published),
  },
});

/** Joins the spellings of one CSIRT: CERT.at, CERT-AT. */
const sameSpelling = (organisation: string): string =>
  organisation
    .toLowerCase()
    .replace(/[^a-z]/g, '')
    .replace(/^cncs$/, 'certpt');

export const assertedByNetwork = (
  { event, year, cves, national_warnings }: NetworkEvent,
  mode: Mode,
): Asserted[] =>
  national_warnings.map(({ organisation, title, url }) => {
    const inTitle = [...`${title} ${url}`.toUpperCase().matchAll(CVE)].map(([cve]) => cve);
    const part = cves.filter((cve) => chanceOf(`${cve} ${url}`) < SHARE_NAMED);
    const named = {
      WHOLE: cves,
      PART: [...(part.length > 0 ? part : cves.slice(0, 1)), ...inTitle],
      TITLE: inTitle,
    };
    const days = Math.floor(chanceOf(`${event} ${url}`) * SPREAD_DAYS[mode]);
    return {
      event,
      publisher: sameSpelling(organisation),
      traits: {
        cves: [...new Set(named[mode])],
        observables: [],
        sectors: [],
        words: assertionWords(title),
        at: Date.parse(`${year}-06-01T00:00:00Z`) + days * DAY_MS,
      },
    };
  });

export const figuresOf = (asserted: readonly Asserted[]): Figures => {
  const figures = {
    warnings: asserted.length,
    truth: 0,
    linked: 0,
    linkedRight: 0,
    proposed: 0,
    proposedRight: 0,
  };
  for (const [index, one] of asserted.entries()) {
    for (const other of asserted.slice(index + 1)) {
      if (one.publisher === other.publisher) continue;
      const isRight = Number(one.event === other.event);
      figures.truth += isRight;
      const verdict = verdictOf(likenessOf(one.traits, other.traits)?.score ?? 0);
      figures.linked += Number(verdict === 'LINK');
      figures.linkedRight += verdict === 'LINK' ? isRight : 0;
      figures.proposed += Number(verdict === 'PROPOSE');
      figures.proposedRight += verdict === 'PROPOSE' ? isRight : 0;
    }
  }
  return figures;
};
