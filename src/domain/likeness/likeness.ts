// How alike two warnings of different publishers are, by shared CVEs and observables, time, headline words and sectors.
// A high score links them as corroborating; a middling one asks a reviewer. The thresholds come from real warnings
// (docs/decisions/0010, bench/alike/likeness.md).

import { nicknamedCves, productsNamed, vendorsNamed } from './known-names.ts';

export type Traits = {
  readonly cves: readonly string[];
  /** Keys of the observables and patterns that every reader of the warning may read. */
  readonly observables: readonly string[];
  /** What the publisher says that it concerns. */
  readonly sectors: readonly string[];
  readonly words: readonly string[];
  /** Addresses of single documents that it refers to, in normal form. */
  readonly urls?: readonly string[];
  /** Keys of malware, campaigns and intrusion sets by all their names, that every reader of the warning may read. */
  readonly names?: readonly string[];
  /** When it was published, in milliseconds. */
  readonly at: number;
};

/** Score from 0 to 1, and the reasons as sentences, weightiest first. */
export type Likeness = { readonly score: number; readonly reasons: readonly string[] };
export type LikenessVerdict = 'LINK' | 'PROPOSE' | 'APART';

export const LINK_FROM = 0.72;
export const PROPOSE_FROM = 0.35;

const DAY_MS = 86_400_000;
/** Up to the first counts as the same time; past the second, as a different event. */
const SAME_DAYS = 7;
export const WINDOW_DAYS = 30;
export const WINDOW_MS = WINDOW_DAYS * DAY_MS;

const WEIGHTS = { alone: 0.35, time: 0.35, words: 0.2, sectors: 0.1 } as const;
const ENOUGH_WORDS = 2;

type Part = { readonly value: number; readonly reason: string | null };

/**
 * Null when they share nothing that tells of an event, name different CVEs, or are too far apart in time: then nothing else
 * counts.
 */
export const likenessOf = (first: Traits, second: Traits): Likeness | null => {
  const [one, other] = [withNicknames(first), withNicknames(second)];
  const content = contentOf(one, other);
  const days = Math.abs(one.at - other.at) / DAY_MS;
  if (content.value === 0 || days > WINDOW_DAYS) return null;
  const [time, words, sectors] = [timeOf(days), wordsOf(one, other), sectorsOf(one, other)];
  const { alone } = WEIGHTS;
  const trust =
    alone + WEIGHTS.time * time.value + WEIGHTS.words * words.value + WEIGHTS.sectors * sectors.value;
  const reasons = [content, time, words, sectors].flatMap(({ reason }) => (reason === null ? [] : [reason]));
  return { score: content.value * trust, reasons };
};

export const verdictOf = (score: number): LikenessVerdict => {
  if (score >= LINK_FROM) return 'LINK';
  return score >= PROPOSE_FROM ? 'PROPOSE' : 'APART';
};

const shared = (one: readonly string[], other: readonly string[]): string[] => {
  const held = new Set(other);
  return [...new Set(one)].filter((each) => held.has(each));
};

/** Half for the share of the union, half for the share of the smaller set. */
const overlapOf = (one: readonly string[], other: readonly string[]): number => {
  const count = shared(one, other).length;
  if (count === 0) return 0;
  const [few, all] = [Math.min(one.length, other.length), one.length + other.length - count];
  return count / all / 2 + count / few / 2;
};

/** A nickname in a headline names its CVEs. */
const withNicknames = (traits: Traits): Traits => {
  const cves = nicknamedCves(traits.words);
  return cves.length === 0 ? traits : { ...traits, cves: [...new Set([...traits.cves, ...cves])] };
};

/** The least that a CVE or observable in common counts where both name the same product, or the same maker. */
const SAME_PRODUCT = 0.92;
const SAME_VENDOR = 0.82;
/** One CVE of two long lists says nothing: a monthly collection has a hundred. */
const LEAST_OVERLAP = 0.2;
/** A document in common, or a product or a malware, and no CVE against it: a reviewer is asked, and nothing is linked. */
const SAME_DOCUMENT = 0.7;
const SAME_NAME = 0.55;

/** CVEs or observables, whichever agree more; documents; and names where one of the two names no CVE. */
const contentOf = (one: Traits, other: Traits): Part => {
  const [cves, observables] = [shared(one.cves, other.cves), shared(one.observables, other.observables)];
  const [urls, names] = [shared(one.urls ?? [], other.urls ?? []), namesOf(one, other)];
  const overlap = Math.max(overlapOf(one.cves, other.cves), overlapOf(one.observables, other.observables));
  const isApart = cves.length === 0 && one.cves.length > 0 && other.cves.length > 0;
  const vendors = shared(vendorsNamed(one.words), vendorsNamed(other.words));
  const floor = names.length > 0 ? SAME_PRODUCT : vendors.length > 0 ? SAME_VENDOR : 0;
  const agreed = overlap < LEAST_OVERLAP ? overlap : floor + (1 - floor) * overlap;
  const beside = isApart ? 0 : urls.length > 0 ? SAME_DOCUMENT : names.length > 0 ? SAME_NAME : 0;
  return { value: overlap === 0 ? beside : agreed, reason: reasonOf({ cves, observables, urls, names }) };
};

/** The products in both headlines, and what else both name. */
const namesOf = (one: Traits, other: Traits): string[] => [
  ...shared(productsNamed(one.words), productsNamed(other.words)),
  ...shared(one.names ?? [], other.names ?? []).map(nameIn),
];

/** The key of a named entity ends with its name. */
const nameIn = (key: string): string => key.slice(key.indexOf(':') + 1);

type Agreement = Readonly<Record<'cves' | 'observables' | 'urls' | 'names', readonly string[]>>;

const reasonOf = ({ cves, observables, urls, names }: Agreement): string | null => {
  const asserted = [
    ...(cves.length === 0 ? [] : [`Both name ${listed(cves)}`]),
    ...(observables.length === 0
      ? []
      : [`${observables.length} ${observables.length === 1 ? 'observable is' : 'observables are'} the same`]),
    ...(urls.length === 0 ? [] : ['Both refer to the same document']),
    // Beside those the words of the headlines say it.
    ...(names.length === 0 || cves.length + observables.length > 0
      ? []
      : [`Both are about ${listed(names)}`]),
  ];
  return asserted.length === 0 ? null : `${asserted.join('; ')}.`;
};

const MAX_LISTED = 3;
const listed = (values: readonly string[]): string => {
  const named = values.slice(0, MAX_LISTED).join(', ');
  return values.length > MAX_LISTED ? `${named} and ${values.length - MAX_LISTED} more` : named;
};

const timeOf = (days: number): Part => {
  const value = Math.min(1, Math.max(0, (WINDOW_DAYS - days) / (WINDOW_DAYS - SAME_DAYS)));
  const whole = Math.round(days);
  if (whole === 0) return { value, reason: 'Published on the same day.' };
  return { value, reason: `Published ${whole === 1 ? 'a day' : `${whole} days`} apart.` };
};

/** A name that both give is as good as two words. */
const wordsOf = (one: Traits, other: Traits): Part => {
  const words = shared(one.words, other.words);
  const value = namesOf(one, other).length > 0 ? 1 : Math.min(1, words.length / ENOUGH_WORDS);
  return { value, reason: words.length === 0 ? null : `Both headlines say ${listed(words)}.` };
};

/** Sectors do not count either way if one warning states none. */
const sectorsOf = (one: Traits, other: Traits): Part => {
  if (one.sectors.length === 0 || other.sectors.length === 0) return { value: 0.5, reason: null };
  const sectors = shared(one.sectors, other.sectors);
  if (sectors.length === 0) return { value: 0, reason: null };
  return {
    value: 0.5 + overlapOf(one.sectors, other.sectors) / 2,
    reason: `Both concern ${listed(sectors)}.`,
  };
};

const WORD = /[\p{L}\p{N}]+(?:[.-]+[\p{L}\p{N}]+)*/gu;
const SHORTEST_WORD = 3;
const MAX_WORDS = 40;

/** Words that nearly every warning has, in the most common languages; mostly names remain. */
const COMMON = new Set(
  `two three through into over under after before was were has have are its their via new
  vulnerability vulnerabilities critical update updates security warning alert advisory multiple exploited exploitation
  exploit active actively remote code execution zero-day day flaw patch product products affecting affects allows and the
  for with from der die das und von den mit für eine kritische sicherheitslücke sicherheitslücken schwachstelle
  schwachstellen aktiv ausgenutzt warnung des les dans une vulnérabilité vulnérabilités multiples critique alerte del los
  las una por vulnerabilidad vulnerabilidades crítica alerta di del della nel vulnerabilità critica een van het voor
  kwetsbaarheid kwetsbaarheden kritieke`
    .split(/\s+/)
    .map((word) => word.normalize('NFKD').replace(/\p{M}/gu, '')),
);

/** The distinctive words of a headline: no numbers, no CVEs, no words that every warning has. */
export const assertionWords = (headline: string): string[] => {
  const collapsed = headline.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const words = [...collapsed.matchAll(WORD)]
    .map(([word]) => word)
    .filter((word) => word.length >= SHORTEST_WORD && !/^(?:cve-|\d)/.test(word) && !COMMON.has(word));
  return [...new Set(words)].slice(0, MAX_WORDS);
};
