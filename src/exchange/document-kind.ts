// Which kind of document a value is, by what only that kind has: for a file that was given to the wrong command.

export type DocumentKind = 'stix-bundle' | 'stix-object' | 'csaf-advisory';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const documentKind = (value: unknown): DocumentKind | null => {
  if (Array.isArray(value)) return documentKind(value[0]) === 'stix-object' ? 'stix-object' : null;
  if (!isObject(value)) return null;
  const { type, id, objects, document } = value;
  if (type === 'bundle' && (Array.isArray(objects) || typeof id === 'string')) return 'stix-bundle';
  if (typeof type === 'string' && typeof id === 'string' && id.startsWith(`${type}--`)) return 'stix-object';
  return isObject(document) && typeof document['csaf_version'] === 'string' ? 'csaf-advisory' : null;
};
