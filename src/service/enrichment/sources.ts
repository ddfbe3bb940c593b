// The enrichment sources, each behind the same four questions: what it is, which key it needs, how its published text
// becomes rows, and which objects of the hub's identity a row makes beside a subject.

import { type AttackTechniques, readAttackNames } from '../../exchange/attack.ts';
import {
  CAPEC_SOURCE,
  type CapecPattern,
  type CapecSet,
  readCapecLinks,
  weaknessObjects,
} from '../../exchange/capec.ts';
import type { EnrichmentFrame, EnrichmentSource } from '../../exchange/enrichment.ts';
import { KEV_SOURCE, type KevEntry, kevNote, readKev } from '../../exchange/kev.ts';
import { readSsvc, SSVC_SOURCE, type SsvcEntry, ssvcNote } from '../../exchange/ssvc.ts';
import type { StixObject } from '../../stix/stix-object.ts';

export type ReferenceTexts = { readonly [file: string]: string };

export type Source = {
  readonly facts: EnrichmentSource;
  /** Files of `data/` that the shipped set is read from. */
  readonly files: readonly string[];
  /** Key → row (JSON), and the version that the published text itself names. */
  read(texts: ReferenceTexts): { readonly version: string; readonly rows: ReadonlyMap<string, string> };
  make(frame: EnrichmentFrame, subject: string, key: string, row: string, version: string): StixObject[];
};

const fileOf = (texts: ReferenceTexts, file: string): string => texts[file] ?? '';

const rowsOf = <Value>(entries: Iterable<readonly [string, Value]>): Map<string, string> =>
  new Map([...entries].map(([key, value]) => [key, JSON.stringify(value)]));

const kev: Source = {
  facts: KEV_SOURCE,
  files: ['kev/known-exploited.json'],
  read: (texts) => {
    const { version, byCve } = readKev(fileOf(texts, 'kev/known-exploited.json'));
    return { version, rows: rowsOf(byCve) };
  },
  make: (frame, subject, _key, row, version) => [
    kevNote(frame, subject, JSON.parse(row) as KevEntry, version),
  ],
};

const ssvc: Source = {
  facts: SSVC_SOURCE,
  files: ['ssvc/ssvc.csv'],
  read: (texts) => ({ version: SSVC_SOURCE.version, rows: rowsOf(readSsvc(fileOf(texts, 'ssvc/ssvc.csv'))) }),
  make: (frame, subject, _key, row) => [ssvcNote(frame, subject, JSON.parse(row) as SsvcEntry)],
};

/** One row per weakness holds all that the chain CWE → CAPEC → ATT&CK says of it. */
type WeaknessRow = {
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
    const rows = [...set.byCwe].map(([cwe, ids]): [string, WeaknessRow] => {
      const patterns = ids.flatMap((id) => set.patterns.get(id) ?? []);
      const techniques = patterns.flatMap((pattern) => pattern.techniques);
      const named = techniques.flatMap((id) => (names.has(id) ? [[id, names.get(id) ?? ''] as const] : []));
      return [cwe, { releasedAt: set.releasedAt, patterns, techniques: Object.fromEntries(named) }];
    });
    return { version: CAPEC_SOURCE.version, rows: rowsOf(rows) };
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
    return weaknessObjects(frame, subject, key, set, named);
  },
};

const namesOf = (csv: string): Map<string, string> =>
  new Map([...readAttackNames(csv)].map(([id, { name }]) => [id, name]));

export const SOURCES: readonly Source[] = [kev, ssvc, capec];

/** CVE or CWE: which of an object's keys a source is asked for. */
export const answersTo = ({ facts }: Source, key: string): boolean =>
  key.startsWith(`${facts.needs.toUpperCase()}-`);
