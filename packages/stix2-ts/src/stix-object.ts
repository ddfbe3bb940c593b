// The shape that all STIX objects share, and helpers for reading untyped properties.

export type StixObject = {
  readonly type: string;
  readonly id: string;
  readonly [property: string]: unknown;
};

export type JsonRecord = { readonly [property: string]: unknown };

/** Whether the value is a JSON object (not null, not a list). */
export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether the value is an object with a type and an id. */
export function isStixObject(value: unknown): value is StixObject {
  return isRecord(value) && typeof value['type'] === 'string' && typeof value['id'] === 'string';
}

/** The value of a property if it is a string. */
export function textOf(object: JsonRecord, property: string): string | undefined {
  const value = object[property];
  return typeof value === 'string' ? value : undefined;
}
