// The fields in which two versions of a warning differ, each with both values, for a reader who may have both.
import type { Summary } from '../warning.ts';

export type FieldChange = {
  /** As the contract calls it. */
  readonly field: string;
  /** Null where there is none. */
  readonly before: unknown;
  readonly after: unknown;
};

type Value = (summary: Summary) => unknown;

/** In the order in which they are read; null for what no version has of its own. The type asks for each field. */
const VALUES: { readonly [Field in keyof Required<Summary>]: Value | null } = {
  headline: ({ headline }) => headline,
  summary: ({ summary }) => summary,
  actions: ({ actions }) => actions,
  practice: ({ practice }) => practice,
  level: ({ level }) => level ?? 'INFORMATION',
  answerBy: ({ answerBy }) => answerBy ?? null,
  severity: ({ severity }) => severity,
  urgency: ({ urgency }) => urgency,
  certainty: ({ certainty }) => certainty,
  validUntil: ({ validUntil }) => validUntil,
  contacts: ({ contacts }) => contacts,
  language: ({ language }) => language,
  translations: ({ translations }) => translations,
  sectorsConcerned: ({ sectorsConcerned }) => sectorsConcerned,
  countriesConcerned: ({ countriesConcerned }) => countriesConcerned,
  cves: ({ cves }) => cves,
  externalReferences: ({ externalReferences }) => externalReferences,
  // The values of the contract have no sign.
  tlp: ({ tlp }) => (tlp === 'UNKNOWN' ? null : tlp.replace('+', '_')),
  statements: ({ statements }) => statements,
  handling: ({ handling, statedHandling }) =>
    handling === undefined ? null : { ...handling, reference: statedHandling?.reference ?? null },
  // Within `handling`.
  statedHandling: null,
  cancelReason: ({ cancelReason }) => cancelReason,
  // Of the warning, or of the version as such: both are shown beside.
  id: null,
  version: null,
  kind: null,
  messageType: null,
  exercise: null,
  publisher: null,
  publishedAt: null,
  updatedAt: null,
  takenAt: null,
  sourceModified: null,
  issuer: null,
  changes: null,
  isNarrowing: null,
  recall: null,
  report: null,
  objectCount: null,
};

const NAMES: Partial<Record<keyof Summary, string>> = { tlp: 'marking' };

export const fieldChanges = (before: Summary, after: Summary): FieldChange[] =>
  (Object.keys(VALUES) as (keyof Summary)[]).flatMap((field) => {
    const [was, is] = [VALUES[field]?.(before) ?? null, VALUES[field]?.(after) ?? null];
    if (JSON.stringify(was) === JSON.stringify(is)) return [];
    return [{ field: NAMES[field] ?? field, before: was, after: is }];
  });
