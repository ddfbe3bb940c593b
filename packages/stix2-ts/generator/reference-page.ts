// Writes the registry as a page for readers (`docs/stix.generated.md`, by `npm run generate`): each STIX 2.1 type that
// Tocsin accepts, with its properties and their values.
import { contributing } from '../src/registry/contributing.ts';
import {
  isProperty,
  type Kind,
  type Properties,
  type RecordShape,
  type Rule,
  type Target,
} from '../src/registry/kinds.ts';
import { markingExtensions } from '../src/registry/marking-extensions.ts';
import { relationshipsOf } from '../src/registry/relationships.ts';
import { type ObjectClass, type TypeEntry, types } from '../src/registry/types.ts';
import * as vocabularies from '../src/registry/vocabularies.ts';

const targetWords: Readonly<Record<Exclude<Target, readonly string[]>, string>> = {
  any: 'anything',
  domain: 'a domain object',
  observable: 'an observable',
  'domain|observable': 'a domain object or observable',
  'observable|relationship': 'observables and relationship objects',
};

const plainWords: Readonly<Partial<Record<Kind['is'], string>>> = {
  binary: 'base64 text',
  boolean: 'true or false',
  contents: 'translations by language',
  container: 'observables by key (deprecated)',
  extensions: 'extensions by id or name',
  float: 'number',
  free: 'anything',
  hashes: 'hashes by algorithm',
  headers: 'lists of text by header field',
  hex: 'hexadecimal digits',
  integer: 'whole number',
  scalar: 'whole number or text',
  string: 'text',
  timestamp: 'timestamp',
};

const limits = (kind: Extract<Kind, { is: 'integer' | 'float' }>): string => {
  const { min, max } = kind;
  if (min === undefined && max === undefined) return '';
  return max === undefined ? `, at least ${min}` : `, ${min} to ${max}`;
};

function words(kind: Kind): string {
  switch (kind.is) {
    case 'string':
      return kind.form === undefined ? 'text' : `text (${kind.form})`;
    case 'integer':
    case 'float':
      return `${plainWords[kind.is]}${limits(kind)}`;
    case 'enum':
      return `one of [${kind.name}](#${kind.name})`;
    case 'vocabulary':
      return `[${kind.name}](#${kind.name})`;
    case 'identifier':
      return `reference to ${typeof kind.to === 'string' ? targetWords[kind.to] : kind.to.join(', ')}`;
    case 'list':
      return `list: ${words(kind.of)}`;
    case 'dictionary':
      return `dictionary: ${words(kind.of)}`;
    case 'record':
      return `[${kind.record.name}](#${kind.record.name})`;
    default:
      return plainWords[kind.is] ?? kind.is;
  }
}

function ruleWords(rule: Rule): string {
  switch (rule.rule) {
    case 'order':
      return `\`${rule.second}\` is ${rule.isStrict === true ? 'after' : 'not before'} \`${rule.first}\``;
    case 'someOf':
      return rule.names.length > 6
        ? 'at least one of its properties'
        : `at least one of ${rule.names.map((name) => `\`${name}\``).join(', ')}`;
    case 'notBoth':
      return `not both \`${rule.names[0]}\` and \`${rule.names[1]}\``;
    case 'needs':
      return `\`${rule.name}\` only with ${rule.others.map((name) => `\`${name}\``).join(' and ')}`;
    case 'advises':
      return `\`${rule.name}\` should come with \`${rule.other}\``;
    case 'excludes':
      return `no \`${rule.other}\` while \`${rule.name}\` is ${rule.value}`;
  }
}

function propertyTable(properties: Properties): string[] {
  const rows = Object.entries(properties).map(([name, entry]) => {
    const kind = isProperty(entry) ? entry.kind : entry;
    return `| \`${name}\` | ${words(kind)} | ${isProperty(entry) ? 'required' : ''} |`;
  });
  return ['| property | value | |', '|---|---|---|', ...rows, ''];
}

function shapeLines(shape: RecordShape, level: string): string[] {
  const rules = (shape.rules ?? []).map(ruleWords);
  return [
    `${level} ${shape.name}`,
    '',
    `STIX 2.1 §${shape.section}.${rules.length > 0 ? ` Rules: ${rules.join('; ')}.` : ''}`,
    '',
    ...propertyTable(shape.properties),
  ];
}

function typeLines({ type, shape, extensions }: TypeEntry): string[] {
  const made = contributing.get(type);
  const links = relationshipsOf(type);
  return [
    ...shapeLines(shape, '###'),
    ...(made === undefined
      ? []
      : [`Its id is made from ${made.map((name) => `\`${name}\``).join(', ')}.`, '']),
    ...(links.length === 0 ? [] : [`Relationships from it: ${links.join('; ')}.`, '']),
    ...extensions.flatMap((extension) => shapeLines(extension, '####')),
  ];
}

/** Records nested in other objects, each once, in order of first use. */
function recordsWithin(): RecordShape[] {
  const found = new Set<RecordShape>();
  const visit = (properties: Properties): void => {
    for (const entry of Object.values(properties)) visitKind(isProperty(entry) ? entry.kind : entry);
  };
  const visitKind = (kind: Kind): void => {
    if (kind.is === 'list' || kind.is === 'dictionary') visitKind(kind.of);
    else if (kind.is === 'record' && !found.has(kind.record)) {
      found.add(kind.record);
      visit(kind.record.properties);
    }
  };
  for (const { common, shape, extensions } of types.values()) {
    visit(common);
    visit(shape.properties);
    for (const extension of extensions) visit(extension.properties);
  }
  return [...found];
}

const chapters: readonly (readonly [ObjectClass, string])[] = [
  ['domain', 'Domain objects'],
  ['relationship', 'Relationship objects'],
  ['observable', 'Observables'],
  ['meta', 'Meta objects'],
];

function chapterLines(objectClass: ObjectClass, title: string): string[] {
  const entries = [...types.values()].filter((entry) => entry.objectClass === objectClass);
  const [first] = entries;
  const common = objectClass === 'meta' || first === undefined ? [] : propertyTable(first.common);
  return [
    `## ${title}`,
    '',
    ...(common.length === 0 ? [] : ['Common properties:', '', ...common]),
    ...entries.flatMap(typeLines),
  ];
}

function vocabularyLines(): string[] {
  const marking = markingExtensions.flatMap(({ properties }) =>
    Object.values(properties).map((entry) => (isProperty(entry) ? entry.kind : entry)),
  );
  const words = [...Object.values(vocabularies), ...marking].flatMap((kind) =>
    'is' in kind && (kind.is === 'enum' || kind.is === 'vocabulary') ? [[kind.name, kind] as const] : [],
  );
  return [...new Map(words).values()].flatMap((kind) => {
    const rule = kind.is === 'enum' ? 'No other values are allowed.' : 'Other terms give a warning.';
    return [`### ${kind.name}`, '', `${rule} ${kind.values.map((value) => `\`${value}\``).join(', ')}`, ''];
  });
}

/** The whole page as Markdown. */
export function referencePage(): string {
  return [
    '# STIX 2.1 in Tocsin',
    '',
    'Generated from `packages/stix2-ts/src/registry` by `npm run generate`; do not edit. The standard is STIX 2.1 with Errata 01 (2 April 2025).',
    'Custom properties, objects and extensions that are not listed here are kept and returned unchanged.',
    '',
    ...chapters.flatMap(([objectClass, title]) => chapterLines(objectClass, title)),
    '## Parts',
    '',
    ...recordsWithin().flatMap((shape) => shapeLines(shape, '###')),
    '## Vocabularies',
    '',
    ...vocabularyLines(),
  ].join('\n');
}
