// Whether an issuer takes an advisory back or replaces it by another, and what it says of why (CSAF 2.1, profiles 6 and 7: the
// document has no products and no vulnerabilities any more). In 2.0 only a title can say it, and whoever writes one is free.
import type { CsafAdvisory } from '../csaf/document.ts';
import { oneParagraph, shortened } from '../csaf/plain-text.ts';

export type Ended = {
  readonly kind: 'WITHDRAWN' | 'SUPERSEDED';
  /** In the issuer's words where it gives any. */
  readonly reason: string;
};

const KINDS: ReadonlyMap<string, Ended['kind']> = new Map([
  ['csaf_withdrawn', 'WITHDRAWN'],
  ['csaf_superseded', 'SUPERSEDED'],
]);
const UNSAID = {
  WITHDRAWN: 'Its issuer withdrew the advisory.',
  SUPERSEDED: 'Its issuer replaced the advisory by another.',
} as const;

/** Null where the advisory stands. */
export function endedBy({ document }: CsafAdvisory, maxLength: number): Ended | null {
  const kind = KINDS.get(document.category.toLowerCase().replace(/[\s-]+/g, '_'));
  if (kind === undefined) return null;
  const notes = (document.notes ?? []).filter(({ category }) => category !== 'legal_disclaimer');
  const reasoning = /reason\w* (?:for|of) (?:the )?(?:withdraw|supers|revoc|retract)/i;
  const said =
    notes.find(({ title }) => reasoning.test(title ?? '')) ??
    notes.find(({ category }) => category === 'description') ??
    notes.find(({ category }) => category === 'summary');
  // §3.2.2.11 of 2.1: the summary of the reference begins with "Superseding Document".
  const by = (document.references ?? [])
    .filter(({ summary }) => kind === 'SUPERSEDED' && /supersed/i.test(summary))
    .map(({ summary, url }) => `${summary}: ${url}`);
  const parts = [said === undefined ? UNSAID[kind] : oneParagraph(said.text), ...by];
  return { kind, reason: shortened(oneParagraph(parts.join(' ')), maxLength) };
}

/** A title such as "WITHDRAWN: …" or "… (superseded)". */
export function saysItEnded({ document }: CsafAdvisory): boolean {
  const word =
    'withdrawn|retracted|revoked|rescinded|superseded|obsolete|zurückgezogen|ersetzt|ingetrokken|vervangen|retirée?|annulée?|retirad[oa]|revogad[oa]|ritirat[oa]|撤回|取り下げ|已撤销';
  return new RegExp(
    `^[\\s\\p{P}]*(?:${word})[\\s\\p{P}]*(?:[:：\\])–—-]|$)|[(\\[（](?:${word})[)\\]）]`,
    'iu',
  ).test(document.title);
}
