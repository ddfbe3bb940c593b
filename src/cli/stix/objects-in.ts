// The objects of a file: a single object, a list, or the content of a bundle.
import { isRecord, type JsonRecord } from 'stix2-ts/stix-object';

export const objectsIn = (value: unknown): JsonRecord[] => {
  if (Array.isArray(value)) return value.flatMap((each) => (isRecord(each) ? contentsOf(each) : []));
  return isRecord(value) ? contentsOf(value) : [];
};

const contentsOf = (object: JsonRecord): JsonRecord[] => {
  if (object['type'] !== 'bundle') return [object];
  const { objects } = object;
  return Array.isArray(objects) ? objects.filter(isRecord) : [];
};
