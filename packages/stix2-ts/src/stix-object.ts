// The shape every STIX object shares, and the three kinds of property value the room asks for again and again.

export type StixObject = {
  readonly type: string;
  readonly id: string;
  readonly [property: string]: unknown;
};

export type JsonRecord = { readonly [property: string]: unknown };

/** A JSON object (not null, not a list). */
export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An object with the two properties that make it addressable. */
export function isStixObject(value: unknown): value is StixObject {
  return isRecord(value) && typeof value['type'] === 'string' && typeof value['id'] === 'string';
}

/** The value of a property when it is a string. */
export function textOf(object: JsonRecord, property: string): string | undefined {
  const value = object[property];
  return typeof value === 'string' ? value : undefined;
}
