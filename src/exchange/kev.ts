// CISA's catalogue of known exploited vulnerabilities: CVE -> date added, due date, required action, ransomware use.
import { isCve } from 'stix2-ts/entity';
import type { StixObject } from 'stix2-ts/stix-object';
import { isDate } from '../domain/warning-rules.ts';
import { cveReference, type EnrichmentFrame, type EnrichmentSource, enrichmentObject } from './enrichment.ts';
import type { LeftOut } from './published/published-file.ts';

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

export type KevSet = {
  readonly version: string;
  readonly byCve: ReadonlyMap<string, KevEntry>;
  readonly leftOut: readonly LeftOut[];
  /** How many entries the catalogue says that it has, null where it says nothing; and has. */
  readonly counted: { readonly stated: number | null; readonly found: number };
};

type RawEntry = Readonly<Record<string, unknown>>;

/** Reads the catalogue's JSON. `lastDay` (YYYY-MM-DD): on which an entry can have been added at the latest. */
export function readKev(json: string, lastDay = '9999-12-31'): KevSet {
  const raw = JSON.parse(json) as { catalogVersion?: unknown; count?: unknown; vulnerabilities?: unknown };
  const rows = Array.isArray(raw.vulnerabilities) ? (raw.vulnerabilities as RawEntry[]) : [];
  const entries = rows.map((row, at) => {
    const entry = entryFrom(row ?? {});
    return { entry, at, fault: faultOf(entry, lastDay) };
  });
  const leftOut = entries.flatMap(({ entry, at, fault }) =>
    fault === null
      ? []
      : [{ key: entry.cve, why: `vulnerabilities[${at}] ${entry.cve.slice(0, MOST_QUOTED)}: ${fault}` }],
  );
  return {
    version: typeof raw.catalogVersion === 'string' ? raw.catalogVersion : 'unknown',
    byCve: new Map(entries.flatMap(({ entry, fault }) => (fault === null ? [[entry.cve, entry]] : []))),
    leftOut,
    counted: { stated: typeof raw.count === 'number' ? raw.count : null, found: rows.length },
  };
}

const MOST_QUOTED = 40;

/** What of it would be told to readers and cannot be so. */
const faultOf = ({ cve, dateAdded, dueDate }: KevEntry, lastDay: string): string | null => {
  const quoted = (text: string): string => `"${text.slice(0, MOST_QUOTED)}"`;
  if (!isCve(cve)) return 'it names no CVE';
  if (!isDate(dateAdded)) return `it was added on ${quoted(dateAdded)}, which is no day`;
  if (dateAdded > lastDay) return `it was added on ${dateAdded}, which has not come`;
  return dueDate === '' || isDate(dueDate) ? null : `it is due on ${quoted(dueDate)}, which is no day`;
};

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
      .split(';')
      .map((part) => part.trim())
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
