// The enrichment sources behind one interface: what each is, which key it needs, how its published text becomes rows,
// and which objects with the hub's identity a row adds to a subject.

import type { StixObject } from 'stix2-ts/stix-object';
import { type AttackTechniques, readAttackNames } from '../../exchange/attack.ts';
import {
  CAPEC_SOURCE,
  type CapecPattern,
  type CapecSet,
  readCapecLinks,
  weaknessObjects,
} from '../../exchange/capec.ts';
import { CVSS_SOURCE, type CvssScore, cvssNote, readCvss } from '../../exchange/cvss.ts';
import type { EnrichmentFrame, EnrichmentSource } from '../../exchange/enrichment.ts';
import { EPSS_SOURCE, type EpssScore, epssNote, readEpss } from '../../exchange/epss.ts';
import { KEV_SOURCE, type KevEntry, kevNote, readKev } from '../../exchange/kev.ts';
import { readCapecRelease } from '../../exchange/published/capec-bundle.ts';
import { cvssOfRecords, ssvcOfRecords } from '../../exchange/published/cve-records.ts';
import type { LeftOut, PublishedFile, PublishedSet } from '../../exchange/published/published-file.ts';
import {
  listIdsIn,
  readListFiles,
  unusedAmong,
  withLists,
} from '../../exchange/published/warning-list-files.ts';
import { SECTOR_SOURCE, sectorNote, sectorsByTerm } from '../../exchange/sector-reading.ts';
import { readSsvc, SSVC_SOURCE, type SsvcEntry, ssvcNote } from '../../exchange/ssvc.ts';
import {
  openWarningLists,
  readWarningLists,
  WARNING_LIST_IDS,
  WARNING_LIST_SOURCE,
  type WarningList,
  warningListNote,
} from '../../exchange/warning-lists.ts';

export type ReferenceTexts = { readonly [file: string]: string };

/** A whole set as a text has it. */
export type ReadSet = {
  readonly version: string;
  readonly rows: ReadonlyMap<string, string>;
  readonly leftOut?: readonly LeftOut[];
  readonly counted?: { readonly stated: number | null; readonly found: number };
};

export type Source = {
  readonly facts: EnrichmentSource;
  /** Files of `data/` that the shipped set is read from, or that an operator passes to a refresh. */
  readonly files: readonly string[];
  /** Not shipped: it is empty until an operator loads its file. */
  readonly isGiven?: true;
  /** How an object's key is looked up in all rows of the set, held in memory; by default it is the key of a row. */
  open?(rows: ReadonlyMap<string, string>): (key: string) => readonly string[];
  /** Prefixes of the object keys to re-check when rows change; by default the changed keys are object keys. */
  readonly usedBy?: readonly string[];
  /** Rows (JSON) by key, and the version that the published text states. `lastDay`: that an entry can be of. */
  read(texts: ReferenceTexts, lastDay?: string): ReadSet;
  /**
   * The set as its source publishes it, in files of any names; null for files of another form, which `read` may know. `held`
   * and `version` are what is loaded.
   */
  published?(files: readonly PublishedFile[], loaded: Loaded): PublishedSet | null;
  /** Without the named parts; null where a name is not in the set. */
  without?(names: readonly string[], loaded: Loaded): PublishedSet | null;
  make(frame: EnrichmentFrame, subject: string, key: string, row: string, version: string): StixObject[];
};

export type Loaded = { readonly held: ReadonlyMap<string, string>; readonly version: string };

const fileOf = (texts: ReferenceTexts, file: string): string => texts[file] ?? '';

const rowsOf = <Value>(entries: Iterable<readonly [string, Value]>): Map<string, string> =>
  new Map([...entries].map(([key, value]) => [key, JSON.stringify(value)]));

const kev: Source = {
  facts: KEV_SOURCE,
  files: ['kev/known-exploited.json'],
  read: (texts, lastDay) => {
    const { byCve, ...others } = readKev(fileOf(texts, 'kev/known-exploited.json'), lastDay);
    return { ...others, rows: rowsOf(byCve) };
  },
  make: (frame, subject, _key, row, version) => [
    kevNote(frame, subject, JSON.parse(row) as KevEntry, version),
  ],
};

const ssvc: Source = {
  facts: SSVC_SOURCE,
  files: ['ssvc/ssvc.csv'],
  read: (texts) => ({ version: SSVC_SOURCE.version, rows: rowsOf(readSsvc(fileOf(texts, 'ssvc/ssvc.csv'))) }),
  published: (files, { version }) => atLeast(ssvcOfRecords(files), version),
  make: (frame, subject, _key, row) => [ssvcNote(frame, subject, JSON.parse(row) as SsvcEntry)],
};

/** One row per weakness holds everything that the chain CWE → CAPEC → ATT&CK says about it. */
export type WeaknessRow = {
  readonly releasedAt: string;
  readonly patterns: readonly CapecPattern[];
  readonly techniques: Readonly<Record<string, string>>;
};

const CAPEC_FILES = [
  'capec/capec-links.csv',
  'capec/capec-patterns.csv',
  'attack-enterprise/technique-names.csv',
] as const;

const capec: Source = {
  facts: CAPEC_SOURCE,
  files: CAPEC_FILES,
  read: (texts) => {
    const set = readCapecLinks(fileOf(texts, CAPEC_FILES[0]), fileOf(texts, CAPEC_FILES[1]));
    const names = namesOf(fileOf(texts, CAPEC_FILES[2]));
    return { version: CAPEC_SOURCE.version, rows: rowsOf(weaknessRows(set, names)) };
  },
  published: (files, { held, version }) => {
    const release = readCapecRelease(files);
    if (release === null) return null;
    const known = [...held.values()].map((row) => JSON.parse(row) as WeaknessRow);
    // Names that the files do not bring stay as they are.
    const names = new Map([
      ...known.flatMap(({ techniques }) => Object.entries(techniques)),
      ...[...release.techniques].map(([id, { name }]) => [id, name] as const),
    ]);
    const rows =
      release.capec === null
        ? [...held].map(([cwe, row]) => [cwe, renamed(JSON.parse(row) as WeaknessRow, names)] as const)
        : weaknessRows(release.capec, names);
    const base = release.capec?.version ?? version;
    const parts = release.attackVersion === null ? [] : [release.attackVersion];
    return { version: withParts(base, parts), rows: rowsOf(rows), isWhole: true, gone: [] };
  },
  make: (frame, subject, key, row) => {
    const { releasedAt, patterns, techniques } = JSON.parse(row) as WeaknessRow;
    const set: CapecSet = {
      releasedAt,
      patterns: new Map(patterns.map((pattern) => [pattern.id, pattern])),
      byCwe: new Map([[key, patterns.map(({ id }) => id)]]),
    };
    const named: AttackTechniques = new Map(
      Object.entries(techniques).map(([id, name]) => [id, { id, name, stixId: null, isWithdrawn: false }]),
    );
    return weaknessObjects(frame, subject, key, { capec: set, techniques: named });
  },
};

const weaknessRows = (set: CapecSet, names: ReadonlyMap<string, string>): [string, WeaknessRow][] =>
  [...set.byCwe].map(([cwe, ids]) => {
    const patterns = ids.flatMap((id) => set.patterns.get(id) ?? []);
    return [cwe, renamed({ releasedAt: set.releasedAt, patterns, techniques: {} }, names)];
  });

const renamed = (row: WeaknessRow, names: ReadonlyMap<string, string>): WeaknessRow => {
  const techniques = row.patterns.flatMap((pattern) => pattern.techniques);
  const named = techniques.flatMap((id) => (names.has(id) ? [[id, names.get(id) ?? ''] as const] : []));
  return { ...row, techniques: Object.fromEntries(named) };
};

/** Records of some CVEs do not make a set older than it is. */
const atLeast = (set: PublishedSet | null, version: string): PublishedSet | null =>
  set === null || !/^\d{4}-/.test(version) || set.version > version ? set : { ...set, version };

const MOST_PARTS = 5;

/** The version of a set of which parts were renewed by themselves: `3.9; ATT&CK 18.1`. */
const withParts = (base: string, parts: readonly string[]): string => {
  const names = new Set(parts.map((part) => part.slice(0, part.lastIndexOf(' '))));
  const [first = '', ...former] = base.split('; ');
  const kept = former.filter((part) => !names.has(part.slice(0, part.lastIndexOf(' '))));
  return [first, ...[...kept, ...parts].slice(-MOST_PARTS)].join('; ');
};

const namesOf = (csv: string): Map<string, string> =>
  new Map([...readAttackNames(csv)].map(([id, { name }]) => [id, name]));

const cvss: Source = {
  facts: CVSS_SOURCE,
  files: ['cvss/cvss.csv'],
  read: (texts) => ({ version: CVSS_SOURCE.version, rows: rowsOf(readCvss(fileOf(texts, 'cvss/cvss.csv'))) }),
  published: (files, { version }) => atLeast(cvssOfRecords(files), version),
  make: (frame, subject, key, row) => [cvssNote(frame, subject, key, JSON.parse(row) as CvssScore[])],
};

const EPSS_FILE = 'epss/epss_scores-current.csv';

const epss: Source = {
  facts: EPSS_SOURCE,
  files: [EPSS_FILE],
  isGiven: true,
  read: (texts) => {
    const { byCve, ...others } = readEpss(fileOf(texts, EPSS_FILE));
    return { ...others, rows: rowsOf(byCve) };
  },
  make: (frame, subject, key, row, version) => [
    epssNote(frame, subject, key, { ...(JSON.parse(row) as EpssScore), version }),
  ],
};

const LISTS = 'warning-lists/';

const warningLists: Source = {
  facts: WARNING_LIST_SOURCE,
  files: WARNING_LIST_IDS.map((id) => `${LISTS}${id}.json`),
  usedBy: ['ip:', 'host:', 'url:', 'hash:'],
  read: (texts) => {
    const lists = Object.entries(texts).map(
      ([file, text]) => [file.slice(LISTS.length, -'.json'.length), text] as const,
    );
    return { version: WARNING_LIST_SOURCE.version, rows: rowsOf(readWarningLists(new Map(lists))) };
  },
  published: (files, { held, version }) => {
    const found = readListFiles(files);
    if (found === null) return null;
    const { lists, passedOver } = found;
    const set = withLists(held, lists, []);
    const unused = unusedAmong(lists);
    const parts = lists
      .filter(({ id }) => !unused.includes(id))
      .map((list) => `${list.id} ${list.version || 'without version'}`);
    return {
      ...set,
      version: withParts(version === '' ? 'single lists' : version, parts),
      passedOver,
      unused,
    };
  },
  without: (names, { held, version }) => {
    const known = listIdsIn(held);
    return names.every((name) => known.has(name))
      ? {
          ...withLists(held, [], names),
          version: withParts(
            version,
            names.map((name) => `${name} removed`),
          ),
        }
      : null;
  },
  open: openWarningLists,
  make: (frame, subject, key, row) =>
    (JSON.parse(row) as WarningList[]).map((list) => warningListNote(frame, subject, key, list)),
};

const sectorReading: Source = {
  facts: SECTOR_SOURCE,
  files: [],
  read: () => {
    const terms = [...sectorsByTerm()].map(([term, sectors]) => [`sector:${term}`, sectors] as const);
    return { version: SECTOR_SOURCE.version, rows: rowsOf(terms) };
  },
  make: (frame, subject, key, row) => [
    sectorNote(frame, subject, key.slice('sector:'.length), JSON.parse(row) as string[]),
  ],
};

export const SOURCES: readonly Source[] = [kev, ssvc, capec, cvss, epss, warningLists, sectorReading];

/** The prefixes of the object keys that are looked up, by what a source needs. */
const PREFIXES: Readonly<Record<EnrichmentSource['needs'], readonly string[]>> = {
  value: ['ip:', 'host:', 'url:', 'hash:'],
  cve: ['CVE-'],
  cwe: ['CWE-'],
  sector: ['sector:'],
};

const NEEDS = Object.entries(PREFIXES) as readonly (readonly [
  EnrichmentSource['needs'],
  readonly string[],
])[];

/** The kind of source that an object's key is for; null if there is none. */
export const needOf = (key: string): EnrichmentSource['needs'] | null =>
  NEEDS.find(([, prefixes]) => prefixes.some((prefix) => key.startsWith(prefix)))?.[0] ?? null;
