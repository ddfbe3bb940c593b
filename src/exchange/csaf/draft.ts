// The fields of a warning that an advisory provides: what a person reads first, and what targeting uses.

import type { Tlp } from 'stix2-ts/marking';
import type { Action, Certainty, ContactPoint, Severity, Urgency } from '../../domain/warning.ts';
import { type AreasReading, readAreasNote } from '../csaf-note/areas-note.ts';
import { hubSectorsOfReading, readSectorNote } from '../csaf-note/sector-note.ts';
import { actionsOf } from './actions.ts';
import type { CsafAdvisory } from './document.ts';
import { type Exploitation, gradingOf } from './grading.ts';
import { oneParagraph, shortened, withoutAddresses } from './plain-text.ts';
import { ownAddress } from './stix-parts.ts';
import type { Frame } from './stix-shape.ts';
import { normaliseTrackingId, toInstant } from './tracking.ts';

export type CsafDraft = {
  readonly headline: string;
  readonly summary: string;
  /** At most five, in the order to take them. An advisory never gives a deadline. */
  readonly actions: readonly Action[];
  readonly contacts: readonly ContactPoint[];
  /** The hub's sectors. Empty with `multipleSectors`, when the note says "multiple" without naming any. */
  readonly sectors: readonly string[];
  readonly multipleSectors: boolean;
  readonly unmappedSectors: readonly string[];
  readonly areas: AreasReading;
  readonly severity: Severity;
  readonly urgency: Urgency;
  readonly certainty: Certainty;
  readonly exploitation: Exploitation;
  readonly cvss: number | null;
  /** BCP 47; `und` when the advisory gives none. */
  readonly language: string;
  readonly tlp: Tlp;
  readonly publisher: { readonly name: string; readonly namespace: string };
  /** The normalised tracking id. */
  readonly externalId: string;
  readonly sourceVersion: string;
  readonly sourceModified: string;
  readonly published: string;
  readonly url: string | null;
  readonly cves: readonly string[];
  readonly cwes: readonly string[];
};

const UPDATE_MARK = / ?\( ?Update [A-Z0-9]{1,3} ?\) ?/gi;

/** The title without "(Update A)" and without a leading advisory id, which version and external id already give. */
export function headlineOf(advisory: CsafAdvisory): string {
  const { title, tracking } = advisory.document;
  const plain = oneParagraph(title).replace(UPDATE_MARK, ' ').trim();
  const hasId = plain.toUpperCase().startsWith(normaliseTrackingId(tracking.id));
  const rest = hasId ? plain.slice(normaliseTrackingId(tracking.id).length).replace(/^[\s_:–-]+/, '') : plain;
  return shortened(oneParagraph(rest === '' ? title : rest), 140);
}

export function draftOf(
  advisory: CsafAdvisory,
  frame: Frame,
  knownExploited?: ReadonlySet<string>,
): CsafDraft {
  const { tracking, publisher } = advisory.document;
  const vulnerabilities = advisory.vulnerabilities ?? [];
  const reading = readSectorNote(noteTitled(advisory, SECTORS_TITLE));
  return {
    headline: headlineOf(advisory),
    summary: summaryOf(advisory),
    actions: actionsOf(advisory).map((text) => ({ text, by: null })),
    contacts: contactsOf(publisher),
    sectors: hubSectorsOfReading(reading),
    multipleSectors: reading.multiple,
    unmappedSectors: reading.unmapped,
    areas: readAreasNote(noteTitled(advisory, AREAS_TITLE)),
    ...gradingOf(advisory, knownExploited),
    language: frame.language ?? 'und',
    tlp: frame.tlp,
    publisher: { name: publisher.name, namespace: publisher.namespace },
    externalId: normaliseTrackingId(tracking.id),
    sourceVersion: tracking.version,
    sourceModified: toInstant(tracking.current_release_date),
    published: toInstant(tracking.initial_release_date),
    url: ownAddress(advisory),
    cves: distinct(vulnerabilities.flatMap((vulnerability) => vulnerability.cve ?? [])),
    cwes: distinct(vulnerabilities.flatMap((vulnerability) => vulnerability.cwe?.id ?? [])),
  };
}

/** Matches a single word: real titles vary, and one is misspelt. */
const SECTORS_TITLE = /\bsectors?\b/i;
const AREAS_TITLE = /\bareas?\b.*\bdeployed\b|\bcountries\b/i;

export function noteTitled(advisory: CsafAdvisory, title: RegExp): string {
  const notes = advisory.document.notes ?? [];
  return notes.find((note) => note.category === 'other' && title.test(note.title ?? ''))?.text ?? '';
}

const SUMMARY_LENGTH = 700;

/**
 * The risk evaluation, else the summary, else the vulnerabilities' texts; a bare "ATTENTION: …" line counts as none.
 */
function summaryOf(advisory: CsafAdvisory): string {
  const notes = (advisory.document.notes ?? []).filter((note) => note.category === 'summary');
  const risk = notes.filter((note) => /risk/i.test(note.title ?? ''));
  const own = [...risk, ...notes].map((note) => note.text).find((text) => !/^\s*attention:/i.test(text));
  const text = own ?? vulnerabilityTexts(advisory) ?? notes[0]?.text ?? advisory.document.title;
  return shortened(oneParagraph(withoutAddresses(text)), SUMMARY_LENGTH);
}

/** Sentences about the assigned CVE number and vector, which add nothing for a reader. */
const BOOKKEEPING =
  /\bCVE-\d{4}-\d+ has been assigned[^.]{0,200}\.|A CVSS v\d[^;]{0,80}base score[^;]{0,80};\s?the CVSS vector string is\s?\([^)]{0,120}\)\.?/gi;

function vulnerabilityTexts(advisory: CsafAdvisory): string | undefined {
  const texts = (advisory.vulnerabilities ?? []).flatMap(
    (vulnerability) => vulnerability.notes?.[0]?.text ?? [],
  );
  const joined = texts.map((text) => text.replace(BOOKKEEPING, ' ').trim()).join(' ');
  return joined.trim() === '' ? undefined : joined;
}

const TELEPHONE = /\+?\d[\d\s().-]{6,18}\d/;

function contactsOf(publisher: CsafAdvisory['document']['publisher']): ContactPoint[] {
  const number = TELEPHONE.exec(publisher.contact_details ?? '')?.[0];
  return number === undefined ? [] : [{ name: publisher.name, number: number.trim(), hours: 'not stated' }];
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)];
}
