// The vocabulary of the registry: the kinds of value that STIX properties hold (STIX 2.1 §2). Validation compiles the
// tables; the TypeScript types and the documentation are generated from them.

/** Forms of a string, checked by `validation/forms.ts`. */
export type Form =
  | 'charset'
  | 'cpe'
  | 'domain'
  | 'email'
  | 'ipv4'
  | 'ipv6'
  | 'language'
  | 'lowercase'
  | 'mac'
  | 'mime'
  | 'relationship'
  | 'termName'
  | 'uri'
  | 'uriAdvised';

/** Allowed targets of a reference: any object, classes of objects, or named types. */
export type Target =
  | 'any'
  | 'domain'
  | 'observable'
  | 'domain|observable'
  | 'observable|relationship'
  | readonly string[];

export type Kind =
  | { readonly is: 'string'; readonly form?: Form }
  | {
      readonly is:
        | 'boolean'
        | 'hex'
        | 'binary'
        | 'hashes'
        | 'container'
        | 'headers'
        | 'extensions'
        | 'contents'
        | 'scalar'
        | 'free';
    }
  | { readonly is: 'integer' | 'float'; readonly min?: number; readonly max?: number }
  /** `digits`: the minimum number of fraction digits; `isWholeSecond`: the fraction must be zero or absent. */
  | { readonly is: 'timestamp'; readonly digits?: number; readonly isWholeSecond?: true }
  | { readonly is: 'enum' | 'vocabulary'; readonly name: string; readonly values: readonly string[] }
  | { readonly is: 'identifier'; readonly to: Target }
  | { readonly is: 'list'; readonly of: Kind }
  | { readonly is: 'dictionary'; readonly of: Kind }
  | { readonly is: 'record'; readonly record: RecordShape };

export type Property = { readonly kind: Kind; readonly isRequired: boolean };

export type Properties = { readonly [name: string]: Kind | Property };

/** Rules between the properties of a type, as far as a table can express them. */
export type Rule =
  /** The second time is not before the first, or with `isStrict`, after it. */
  | { readonly rule: 'order'; readonly first: string; readonly second: string; readonly isStrict?: true }
  | { readonly rule: 'someOf'; readonly names: readonly string[] }
  | { readonly rule: 'notBoth'; readonly names: readonly [string, string] }
  /** If `name` is present, so are all the others. */
  | { readonly rule: 'needs'; readonly name: string; readonly others: readonly string[] }
  /** If `name` is present, the other should be. */
  | { readonly rule: 'advises'; readonly name: string; readonly other: string }
  /** If `name` has this value, `other` is absent. */
  | { readonly rule: 'excludes'; readonly name: string; readonly value: boolean; readonly other: string };

export type RecordShape = {
  readonly name: string;
  readonly section: string;
  readonly properties: Properties;
  readonly rules?: readonly Rule[];
};

export const string: Kind = { is: 'string' };
export const boolean: Kind = { is: 'boolean' };
export const hex: Kind = { is: 'hex' };
export const binary: Kind = { is: 'binary' };
export const hashes: Kind = { is: 'hashes' };
/** A whole number or a string. */
export const scalar: Kind = { is: 'scalar' };
export const free: Kind = { is: 'free' };
/** Header fields by name, each with a list of strings (§6.6.1, §6.12.2). */
export const headers: Kind = { is: 'headers' };
export const timestamp: Kind = { is: 'timestamp' };
export const integer: Kind = { is: 'integer' };
export const natural: Kind = { is: 'integer', min: 0 };
export const float: Kind = { is: 'float' };

export function required(kind: Kind): Property {
  return { kind, isRequired: true };
}

export function formed(form: Form): Kind {
  return { is: 'string', form };
}

export function between(min: number, max: number): Kind {
  return { is: 'integer', min, max };
}

export function ref(...types: readonly string[]): Kind {
  return { is: 'identifier', to: types };
}

export function refTo(to: Target): Kind {
  return { is: 'identifier', to };
}

export function listOf(of: Kind): Kind {
  return { is: 'list', of };
}

export function dictionaryOf(of: Kind): Kind {
  return { is: 'dictionary', of };
}

export function record(shape: RecordShape): Kind {
  return { is: 'record', record: shape };
}

export function isProperty(entry: Kind | Property): entry is Property {
  return 'kind' in entry;
}
