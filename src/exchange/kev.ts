// CISA's catalogue of known exploited vulnerabilities: CVE -> date added, due date, required action, ransomware use.
import type { StixObject } from 'stix2-ts/stix-object';
import { cveReference, type EnrichmentFrame, type EnrichmentSource, enrichmentObject } from './enrichment.ts';

export const KEV_SOURCE: EnrichmentSource = {
  name: 'kev',
  needs: 'cve',
  makes: ['note'],
  licence: 'CC0-1.0',
  version: '2025.05.22',
  freshForDays: 7,
  url: 'https://www.cisa.gov/known-exploited-vulnerabilities-catalog',
};

export type KevEntry = {
  readonly cve: string;
  readonly name: string;
  /** Whose product it is in, and which; absent in rows that an earlier release loaded. */
  readonly vendor?: string;
  readonly product?: string;
  /** A date without a time, YYYY-MM-DD. */
  readonly dateAdded: string;
  readonly dueDate: string;
  readonly requiredAction: string;
  readonly ransomware: 'Known' | 'Unknown';
  readonly cwes: readonly string[];
  /** The addresses in the entry's notes, which the catalogue joins with ` ; `. */
  readonly addresses: readonly string[];
};

export type KevSet = { readonly version: string; readonly byCve: ReadonlyMap<string, KevEntry> };

type RawEntry = Readonly<Record<string, unknown>>;

/** Reads the catalogue's JSON. Skips entries without a CVE. */
export function readKev(json: string): KevSet {
  const raw = JSON.parse(json) as { catalogVersion?: unknown; vulnerabilities?: unknown };
  const rows = Array.isArray(raw.vulnerabilities) ? (raw.vulnerabilities as RawEntry[]) : [];
  const entries = rows.map(entryFrom).filter((entry) => entry.cve !== '');
  return {
    version: typeof raw.catalogVersion === 'string' ? raw.catalogVersion : 'unknown',
    byCve: new Map(entries.map((entry) => [entry.cve, entry])),
  };
}

function entryFrom(raw: RawEntry): KevEntry {
  const text = (key: string) => (typeof raw[key] === 'string' ? raw[key].trim() : '');
  const cwes = raw['cwes'];
  return {
    cve: text('cveID').toUpperCase(),
    name: text('vulnerabilityName'),
    vendor: text('vendorProject'),
    product: text('product'),
    dateAdded: text('dateAdded'),
    dueDate: text('dueDate'),
    requiredAction: text('requiredAction'),
    ransomware: text('knownRansomwareCampaignUse').toLowerCase() === 'known' ? 'Known' : 'Unknown',
    cwes: Array.isArray(cwes) ? cwes.filter((cwe) => typeof cwe === 'string') : [],
    addresses: text('notes')
      .split(/\s*;\s*/)
      .filter((part) => /^https?:\/\/\S+$/.test(part)),
  };
}

/** A note on the vulnerability `subjectId`: it is exploited, since when, and by when to act. */
export function kevNote(
  frame: EnrichmentFrame,
  subjectId: string,
  entry: KevEntry,
  setVersion: string,
): StixObject {
  const ransomware = entry.ransomware === 'Known' ? 'known' : 'not known';
  return enrichmentObject(frame, 'note', `kev|${entry.cve}|${subjectId}`, {
    abstract: `${entry.cve} is known to be exploited (CISA KEV, added ${entry.dateAdded})`,
    content: [
      `${entry.name}.`,
      `Added to the catalogue of known exploited vulnerabilities on ${entry.dateAdded}.`,
      `Due date for US federal agencies: ${entry.dueDate}.`,
      `Use in ransomware campaigns: ${ransomware}.`,
      `Required action: ${entry.requiredAction}`,
    ].join('\n'),
    lang: 'en',
    object_refs: [subjectId],
    external_references: [
      cveReference(entry.cve),
      {
        source_name: 'cisa-kev',
        description: `Catalogue version ${setVersion}`,
        url: `${KEV_SOURCE.url}?search_api_fulltext=${entry.cve}`,
      },
    ],
  });
}
