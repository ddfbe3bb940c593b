// Writes the registry as TypeScript types (`src/objects.generated.ts`, by `npm run generate`), so that the type and the
// validation of a property come from one definition.
import {
  isProperty,
  type Kind,
  type Properties,
  type RecordShape,
  type Target,
} from '../src/registry/kinds.ts';
import { type ObjectClass, type TypeEntry, types } from '../src/registry/types.ts';

const HEAD = `// Generated from the registry of STIX 2.1 by \`npm run generate\`. Do not edit.

/** The id of an object of a type: \`malware--31b940d4-…\` (STIX 2.1 §2.9). */
export type Identifier<Type extends string = string> = \`\${Type}--\${string}\`;

/** A word of an open vocabulary (§2.14): one that the standard suggests, or another. */
export type OpenWord<Word extends string> = Word | (string & {});

/** Hashes by algorithm (§2.7): \`{"SHA-256": "…"}\`. */
export type Hashes = { readonly [algorithm: string]: string };
`;

const ACRONYMS: Readonly<Record<string, string>> = { ntfs: 'Ntfs', pdf: 'Pdf' };

/** The TypeScript name of a type or record: `ipv4-addr` becomes `Ipv4Addr`. */
export function typeName(name: string): string {
  const words = name.replace(/-type$/, '').split('-');
  return words.map((word) => ACRONYMS[word] ?? `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`).join('');
}

const plain: Readonly<Partial<Record<Kind['is'], string>>> = {
  binary: 'string',
  boolean: 'boolean',
  contents: '{ readonly [language: string]: { readonly [property: string]: unknown } }',
  container: '{ readonly [key: string]: { readonly type: string; readonly [property: string]: unknown } }',
  float: 'number',
  free: 'unknown',
  hashes: 'Hashes',
  headers: '{ readonly [field: string]: readonly string[] }',
  hex: 'string',
  integer: 'number',
  scalar: 'number | string',
  string: 'string',
  timestamp: 'string',
};

/** The whole file. Records follow the order in which types refer to them. */
export function objectTypes(): string {
  const records = new Map<string, string>();
  const written = [...types.values()].map((entry) => objectType(entry, records));
  return [HEAD, ...records.values(), ...written, unions()].join('\n');
}

function objectType(entry: TypeEntry, records: Map<string, string>): string {
  const { type: _, ...properties }: Properties = { ...entry.common, ...entry.shape.properties };
  const lines = Object.entries(properties).map(([name, definition]) => {
    if (name === 'id') return `  readonly id: Identifier<'${entry.type}'>;`;
    if (name === 'spec_version') return `  readonly spec_version${requiredMark(definition)}: '2.1';`;
    if (name === 'extensions') return `  readonly extensions?: ${extensionsType(entry.extensions, records)};`;
    return line(name, definition, records);
  });
  const body = [`  readonly type: '${entry.type}';`, ...lines].join('\n');
  return `/** STIX 2.1 §${parentSection(entry.shape.section)} */\nexport type ${typeName(entry.type)} = {\n${body}\n};\n`;
}

const parentSection = (section: string): string => section.split('.').slice(0, 2).join('.');

const requiredMark = (definition: Properties[string]): string =>
  isProperty(definition) && definition.isRequired ? '' : '?';

function line(name: string, definition: Properties[string], records: Map<string, string>): string {
  const kind = isProperty(definition) ? definition.kind : definition;
  const key = /^[a-z_][a-z0-9_]*$/i.test(name) ? name : `'${name}'`;
  return `  readonly ${key}${requiredMark(definition)}: ${kindType(kind, records)};`;
}

function kindType(kind: Kind, records: Map<string, string>): string {
  switch (kind.is) {
    case 'enum':
      return words(kind.values);
    case 'vocabulary':
      return `OpenWord<${words(kind.values)}>`;
    case 'identifier':
      return identifierType(kind.to);
    case 'list': {
      const item = kindType(kind.of, records);
      return `readonly ${/ \| /.test(item) ? `(${item})` : item}[]`;
    }
    case 'dictionary':
      return `{ readonly [key: string]: ${kindType(kind.of, records)} }`;
    case 'record':
      return recordType(kind.record, records);
    case 'extensions':
      return extensionsType([], records);
    default:
      return plain[kind.is] ?? 'unknown';
  }
}

const words = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(' | ');

function identifierType(to: Target): string {
  return typeof to === 'string' ? 'Identifier' : `Identifier<${words(to)}>`;
}

function recordType(shape: RecordShape, records: Map<string, string>): string {
  const name = typeName(shape.name);
  if (!records.has(name)) {
    // Reserve its place before visiting the properties, which may hold other records.
    records.set(name, '');
    const lines = Object.entries(shape.properties).map(([property, definition]) =>
      line(property, definition, records),
    );
    records.set(
      name,
      `/** STIX 2.1 §${shape.section} */\nexport type ${name} = {\n${lines.join('\n')}\n};\n`,
    );
  }
  return name;
}

function extensionsType(shapes: readonly RecordShape[], records: Map<string, string>): string {
  const known = shapes.map((shape) => `readonly '${shape.name}'?: ${recordType(shape, records)}; `).join('');
  return `{ ${known}readonly [extension: string]: unknown }`;
}

function unions(): string {
  const byClass = (objectClass: ObjectClass): string =>
    [...types.values()]
      .filter((entry) => entry.objectClass === objectClass)
      .map((entry) => typeName(entry.type))
      .join(' | ');
  const entries = [...types.keys()].map((type) => `  readonly '${type}': ${typeName(type)};`).join('\n');
  return `/** §4 */
export type DomainObject = ${byClass('domain')};

/** §5 */
export type RelationshipObject = ${byClass('relationship')};

/** §6 */
export type Observable = ${byClass('observable')};

/** §7 */
export type MetaObject = ${byClass('meta')};

/** Every object type of the standard, by its name. */
export type StixObjects = {
${entries}
};

export type StixType = keyof StixObjects;
`;
}
