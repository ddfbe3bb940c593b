// The fields of a warning that an advisory provides: what a person reads first, and what targeting uses.

import type { Tlp } from 'stix2-ts/marking';
import { isBlank, onOneLine } from '../../domain/reading/seen-text.ts';
import type { Action, Certainty, ContactPoint, Severity, Urgency } from '../../domain/warning.ts';
import { actionsOf } from '../csaf-action/actions.ts';
import { phrasesIn } from '../csaf-action/phrases.ts';
import type { Exploitation } from '../csaf-grade/exploitation.ts';
import { gradingOf } from '../csaf-grade/grading.ts';
import { countingVulnerabilities } from '../csaf-grade/product-standing.ts';
import { type AreasReading, readAreasNote } from '../csaf-note/areas-note.ts';
import { hubSectorsOfReading, readSectorNote } from '../csaf-note/sector-note.ts';
import { summaryOf } from '../csaf-note/summary-note.ts';
import { telephoneIn } from '../csaf-note/telephone.ts';
import type { CsafAdvisory } from './document.ts';
import { beginning, oneParagraph, shortened } from './plain-text.ts';
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
  /** No listed product is affected: this alarms nobody. */
  readonly affectsNothing: boolean;
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
  /** Those of vulnerabilities that affect some product; what a catalogue says of the others raises no grade. */
  readonly affectingCves: readonly string[];
  readonly cwes: readonly string[];
};

const UPDATE_MARK = / ?\( ?Update [A-Z0-9]{1,3} ?\) ?/gi;

/** The title without "(Update A)" and without a leading advisory id, which version and external id already give. */
export function headlineOf(advisory: CsafAdvisory): string {
  const { title, tracking } = advisory.document;
  const plain = oneParagraph(title).replace(UPDATE_MARK, ' ').trim();
  const hasId = plain.toUpperCase().startsWith(normaliseTrackingId(tracking.id));
  const rest = hasId ? plain.slice(normaliseTrackingId(tracking.id).length).replace(/^[\s_:–-]+/, '') : plain;
  const headline = shortened(oneParagraph(rest === '' ? title : rest), 140);
  return isBlank(headline) ? onOneLine(tracking.id) : headline;
}

/** Its namespace where nothing of its name can be seen. */
export function issuerName({ name, namespace }: CsafAdvisory['document']['publisher']): string {
  return onOneLine(isBlank(name) ? namespace : name);
}

export function draftOf(
  advisory: CsafAdvisory,
  frame: Frame,
  knownExploited?: ReadonlySet<string>,
): CsafDraft {
  const { tracking, publisher } = advisory.document;
  const vulnerabilities = advisory.vulnerabilities ?? [];
  const grading = gradingOf(advisory, knownExploited);
  const cves = distinct(vulnerabilities.flatMap((vulnerability) => vulnerability.cve ?? []));
  const reading = readSectorNote(notesTitled(advisory, SECTORS_TITLE));
  return {
    ...(grading.affectsNothing ? clearedTexts(advisory, cves) : statedTexts(advisory)),
    actions: actionsOf(advisory).map((text) => ({ text, by: null })),
    contacts: contactsOf(publisher),
    sectors: hubSectorsOfReading(reading),
    multipleSectors: reading.multiple,
    unmappedSectors: reading.unmapped,
    areas: readAreasNote(notesTitled(advisory, AREAS_TITLE)),
    ...grading,
    language: frame.language ?? 'und',
    tlp: frame.tlp,
    publisher: { name: issuerName(publisher), namespace: publisher.namespace },
    externalId: normaliseTrackingId(tracking.id),
    sourceVersion: tracking.version,
    sourceModified: toInstant(tracking.current_release_date),
    published: toInstant(tracking.initial_release_date),
    url: ownAddress(advisory),
    cves,
    affectingCves: distinct(countingVulnerabilities(advisory).flatMap(({ cve }) => cve ?? [])),
    cwes: distinct(vulnerabilities.flatMap((vulnerability) => vulnerability.cwe?.id ?? [])),
  };
}

type Texts = Pick<CsafDraft, 'headline' | 'summary'>;

const statedTexts = (advisory: CsafAdvisory): Texts => ({
  headline: headlineOf(advisory),
  summary: summaryOf(advisory),
});

/** Says first that nothing is affected: a title like "CVE-… in OpenSSL" reads as an alarm. */
function clearedTexts(advisory: CsafAdvisory, cves: readonly string[]): Texts {
  const phrases = phrasesIn(advisory.document.lang);
  const { headline, summary } = statedTexts(advisory);
  const named = cves.length > 3 ? `${cves.slice(0, 3).join(', ')} …` : cves.join(', ');
  const isSaid = headline.toLowerCase().includes(phrases.notAffected.toLowerCase());
  return {
    headline: isSaid ? headline : shortened(`${phrases.notAffected}: ${headline}`, 140),
    summary: `${phrases.affectsNothing(named)} ${summary}`,
  };
}

/** Matches one of two words: real titles vary, and some are misspelt. */
const SECTORS_TITLE = /\bsectors?\b|\bcritical inf?r?a?\w*structure\b/i;
const AREAS_TITLE = /\bareas?\b.*\bdeployed\b|\bcountries\b/i;

/** Real notes of sectors and countries, and details of contact, are far shorter. */
const MOST_READ = 2_000;

/** The texts of all notes with such a title, whatever their category; issuers do not agree on one. */
function notesTitled(advisory: CsafAdvisory, title: RegExp): string {
  return (advisory.document.notes ?? [])
    .filter((note) => note.category !== 'legal_disclaimer' && title.test(note.title ?? ''))
    .map((note) => beginning(note.text, MOST_READ))
    .join('; ');
}

function contactsOf(publisher: CsafAdvisory['document']['publisher']): ContactPoint[] {
  const number = telephoneIn(beginning(publisher.contact_details ?? '', MOST_READ));
  return number === null
    ? []
    : [{ name: issuerName(publisher), number: onOneLine(number), hours: 'not stated' }];
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)];
}
