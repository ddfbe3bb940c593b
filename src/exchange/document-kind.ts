// Which kind of document a value is, by what only that kind has: for a file that was given to the wrong command.

export type DocumentKind = 'STIX_BUNDLE' | 'STIX_OBJECT' | 'CSAF_ADVISORY';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const documentKind = (value: unknown): DocumentKind | null => {
  if (Array.isArray(value)) return documentKind(value[0]) === 'STIX_OBJECT' ? 'STIX_OBJECT' : null;
  if (!isObject(value)) return null;
  const { type, id, objects, document } = value;
  if (type === 'bundle' && (Array.isArray(objects) || typeof id === 'string')) return 'STIX_BUNDLE';
  if (typeof type === 'string' && typeof id === 'string' && id.startsWith(`${type}--`)) return 'STIX_OBJECT';
  return isObject(document) && typeof document['csaf_version'] === 'string' ? 'CSAF_ADVISORY' : null;
};
