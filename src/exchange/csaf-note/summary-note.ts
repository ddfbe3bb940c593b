// Chooses the text of an advisory that tells a person what it is about. Issuers put it into notes of different categories,
// beside notes that say who assigned the CVE, what the product is, or which terms apply.
import type { CsafAdvisory, CsafNote, CsafVulnerability } from '../csaf/document.ts';
import { oneParagraph, shortened, withoutAddresses, withoutEnd, withoutMarkup } from '../csaf/plain-text.ts';

const SUMMARY_LENGTH = 700;

/** Titles of notes that are true and tell nothing of the danger. */
const BESIDE = new RegExp(
  [
    'assigning cna|customer action|additional (?:resources|information)|disclaimer|terms? of use|legal|copyright|licen[cs]e',
    'patchnames|product description|produktbeschreibung|productbeschrijving|betroffene betriebssysteme|operating systems?',
    'cvss score|cwe-\\d+|^(?:kans|schade|dragers|chance|damage)$|kans/schade|general (?:security )?(?:recommendations?|measures)',
    'recommended practices?|headquarters|countries|areas deployed|sectors?$|contact|acknowledg|revision|support|version information',
    'solution|remediation|oplossing|lösung|maßnahme|mitigation|workaround|fixed software|source$|exploitation and public',
    'author comment|products? confirmed|vulnerable products|^ssvc$|exploitability$|statement$|purchas|distribution|profile|background',
  ].join('|'),
  'i',
);

const isTelling = ({ category, title }: CsafNote): boolean =>
  category !== 'legal_disclaimer' && !BESIDE.test(title?.trim() ?? '');

/**
 * The risk evaluation, else the summary, the description or the details, else the vulnerabilities' texts; at most 700
 * characters. A bare "ATTENTION: …" line and a text that only repeats the title count as none.
 */
export function summaryOf(advisory: CsafAdvisory): string {
  const { title, notes = [] } = advisory.document;
  const own = (category: CsafNote['category']): CsafNote[] =>
    notes.filter((note) => note.category === category && isTelling(note) && !repeats(note.text, title));
  const summaries = own('summary');
  const risk = summaries.filter((note) => /risk/i.test(note.title ?? ''));
  const stated = [...risk, ...summaries]
    .map(({ text }) => text)
    .find((text) => !/^\s*attention:/i.test(text));
  const text =
    stated ??
    joined(own('description')) ??
    vulnerabilityTexts(advisory) ??
    joined(own('details')) ??
    summaries[0]?.text ??
    joined(own('general').filter((note) => /detail|summary|overview/i.test(note.title ?? ''))) ??
    title;
  return shortened(oneParagraph(withoutAddresses(withoutMarkup(text))), SUMMARY_LENGTH);
}

function joined(notes: readonly CsafNote[]): string | undefined {
  const text = notes.map((note) => note.text.trim()).join(' ');
  return text === '' ? undefined : text;
}

function repeats(text: string, title: string): boolean {
  const plain = (each: string): string => withoutEnd(oneParagraph(each).toLowerCase(), /[.\s]/);
  return plain(title).includes(plain(text));
}

/** Sentences about the assigned CVE number and vector, which add nothing for a reader. */
const BOOKKEEPING =
  /\bCVE-\d{4}-\d+ has been assigned[^.]{0,200}\.|A CVSS v\d[^;]{0,80}base score[^;]{0,80};\s?the CVSS vector string is\s?\([^)]{0,120}\)\.?/gi;

function vulnerabilityTexts(advisory: CsafAdvisory): string | undefined {
  const texts = (advisory.vulnerabilities ?? []).flatMap((vulnerability) => textOf(vulnerability) ?? []);
  const whole = [...new Set(texts.map((text) => text.replace(BOOKKEEPING, ' ').trim()))].join(' ');
  return whole.trim() === '' ? undefined : whole;
}

/** A note that describes it, else its title with what the questions and answers say. */
function textOf({ notes = [], title }: CsafVulnerability): string | undefined {
  const telling = notes.filter(isTelling);
  const described = telling.find(({ category }) => ['description', 'summary', 'details'].includes(category));
  if (described !== undefined) return described.text;
  const further = telling.map(({ text }) => text.trim()).filter((text) => text.split(/\s+/).length >= 4);
  const name = title === undefined ? undefined : `${withoutEnd(title.trim(), /[.\s]/)}.`;
  const parts = [...(name === undefined ? [] : [name]), ...further];
  return parts.length === 0 ? undefined : parts.join(' ');
}
