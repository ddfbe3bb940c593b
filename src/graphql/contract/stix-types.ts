// Typed fields for the STIX types that people read most, generated from the STIX registry: schema/stix.generated.graphql and
// its resolvers. Every other type has `raw` only, because each typed field is another way for data to leave.

import { isProperty, type Kind, type Property, types } from 'stix2-ts/registry';
import type { VisibleObject } from '../../service/object/visible-object.ts';
import { propertyText, typeText } from './stix-texts.ts';

const TYPED = [
  ...['report', 'indicator', 'vulnerability', 'course-of-action', 'malware', 'attack-pattern'],
  ...['campaign', 'identity', 'infrastructure', 'sighting', 'note', 'observed-data'],
] as const;

const OTHER = 'StixOther';
/** One of the names below; only the generated types list them for TypeScript. */
export type StixTypeName = typeof OTHER;

const capitalised = (word: string): string => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;
const nameOf = (type: string): string => `Stix${type.split('-').map(capitalised).join('')}`;
const names: ReadonlyMap<string, string> = new Map(TYPED.map((type) => [type, nameOf(type)]));

/** The GraphQL type of an object. */
export const stixTypeName = (type: string): StixTypeName => (names.get(type) ?? OTHER) as StixTypeName;

/** Whole numbers beyond 32 bits do not fit an Int. */
const MAX_INT = 2 ** 31 - 1;

const sdlOf = (kind: Kind): string => {
  switch (kind.is) {
    case 'string':
    case 'hex':
    case 'binary':
    case 'enum':
    case 'vocabulary':
    // As text, to keep the digits that the producer wrote.
    case 'timestamp':
      return 'String';
    case 'identifier':
      return 'ID';
    case 'boolean':
      return 'Boolean';
    case 'integer':
      return (kind.max ?? Number.POSITIVE_INFINITY) <= MAX_INT ? 'Int' : 'Float';
    case 'float':
      return 'Float';
    case 'list':
      return `[${sdlOf(kind.of)}!]`;
    default:
      return 'JSON';
  }
};

type Field = { readonly name: string; readonly property: string; readonly sdl: string };

const fieldsOf = (type: string): Field[] => {
  const entry = types.get(type);
  return Object.entries(entry?.shape.properties ?? {}).map(([property, said]: [string, Kind | Property]) => ({
    name: property
      .split('_')
      .map((word, index) => (index === 0 ? word : capitalised(word)))
      .join(''),
    property,
    sdl: sdlOf(isProperty(said) ? said.kind : said),
  }));
};

/** The SDL. `shared` are the interface fields, which GraphQL requires each type to repeat. */
export const stixTypesSdl = (shared: string): string => {
  const typed = TYPED.map((type) => {
    const own = fieldsOf(type).map(
      ({ name, property, sdl }) =>
        `  ${described(name === property ? '' : `\`${property}\`: `, propertyText(type, property))}\n  ${name}: ${sdl}`,
    );
    const section = types.get(type)?.shape.section.replace(/\.1$/, '');
    const about = `${typeText(type)} \`${type}\`, STIX 2.1 §${section}. A field is null where the object does not have the property.`;
    return `${described('', about)}\ntype ${nameOf(type)} implements StixObject & Node {\n${shared}\n${own.join('\n')}\n}\n`;
  });
  const other = `"Any other type, custom ones included: its content is in \`raw\`."\ntype ${OTHER} implements StixObject & Node {\n${shared}\n}\n`;
  return [...typed, other].join('\n');
};

const described = (before: string, text: string): string => JSON.stringify(`${before}${text}`);

type Resolve = (source: VisibleObject) => unknown;

const resolversOf = (type: string): Record<string, Resolve> =>
  Object.fromEntries(
    fieldsOf(type).map(({ name, property }): [string, Resolve] => [
      name,
      ({ object }) => object[property] ?? null,
    ]),
  );

export const stixTypeResolvers = (): Record<string, Record<string, Resolve>> =>
  Object.fromEntries(TYPED.map((type) => [nameOf(type), resolversOf(type)]));
