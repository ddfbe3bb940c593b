// Reads the plain facts of a CSAF document a second time, straight from its JSON, as the intake must give them.
import type { CsafReading } from '../../src/exchange/csaf/read-csaf.ts';

type Json = Readonly<Record<string, unknown>>;
type Reading = Extract<CsafReading, { ok: true }>;

export const FIELDS = [
  'id',
  'version',
  'date',
  'marking',
  'language',
  'title',
  'CVEs',
  'CVSS vectors',
  'products',
] as const;
export type Field = (typeof FIELDS)[number];

const at = (value: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>((inner, key) => (inner as Json | null | undefined)?.[key], value);
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** Every value under this key, anywhere below. */
const below = (value: unknown, key: string): unknown[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([name, each]) => [...(name === key ? [each] : []), ...below(each, key)]);

const sorted = (values: readonly unknown[]): string => JSON.stringify([...new Set(values)].sort());

const TLP: Readonly<Record<string, string>> = { WHITE: 'CLEAR' };

/** What the document says and what the intake read, by field. */
export const fieldsOf = (
  text: string,
  reading: Reading,
): Record<Field, readonly [said: string, read: string]> => {
  const document = JSON.parse(text) as Json;
  const { draft, stix } = reading;
  const tracking = at(document, 'document', 'tracking');
  const label = at(document, 'document', 'distribution', 'tlp', 'label');
  const references = stix.flatMap((object) => list(object['external_references']) as Json[]);
  const leaves = [
    ...below(at(document, 'product_tree'), 'product'),
    ...list(at(document, 'product_tree', 'full_product_names')),
    ...below(at(document, 'product_tree'), 'full_product_name'),
  ];
  const words = (each: unknown): string => String(each).replace(/\s+/g, ' ').trim();
  const software = stix.filter(({ type }) => type === 'software');
  return {
    id: [words(at(tracking, 'id')).toUpperCase(), draft.externalId],
    version: [String(at(tracking, 'version')), draft.sourceVersion],
    date: [new Date(String(at(tracking, 'current_release_date'))).toISOString(), draft.sourceModified],
    marking: [label === undefined ? 'AMBER' : (TLP[String(label)] ?? String(label)), draft.tlp],
    language: [String(at(document, 'document', 'lang') ?? 'und').toLowerCase(), draft.language.toLowerCase()],
    title: [String(at(document, 'document', 'title')), String(stix[0]?.['name'])],
    CVEs: [
      sorted(list(document['vulnerabilities']).flatMap((one) => at(one, 'cve') ?? [])),
      sorted(draft.cves),
    ],
    'CVSS vectors': [
      sorted(below(document['vulnerabilities'], 'vectorString')),
      sorted(
        references
          .filter(({ source_name: name }) => /^cvss-v/.test(String(name)))
          .map((one) => one['external_id']),
      ),
    ],
    // Products of one name, vendor and version are one object, so that there are never more objects than products.
    products: [
      String(leaves.length > 0),
      String(software.length > 0 && software.length <= leaves.length) === 'true' || leaves.length === 0
        ? String(leaves.length > 0)
        : `${software.length} of ${leaves.length}`,
    ],
  };
};
