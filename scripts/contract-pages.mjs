// Writes the pages about the GraphQL contract from the live schema: the reference page, and of docs/schema-changes.md the
// lists of what changed since the contract before.
import {
  buildSchema,
  findSchemaChanges,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
} from 'graphql';

const ROOTS = ['Query', 'Mutation', 'Subscription'];

const cell = (text) => (text ?? '').replaceAll(/\s+/g, ' ').replaceAll('|', '\\|').trim();
const byDefault = ({ default: given }) =>
  given?.value === undefined ? '' : `, \`${JSON.stringify(given.value)}\` when left out`;
const deprecated = ({ deprecationReason }) =>
  deprecationReason == null ? '' : ` **Deprecated:** ${cell(deprecationReason)}`;
const meaning = (element) => `${cell(element.description)}${deprecated(element)}`;
const table = (heads, rows) =>
  rows.length === 0
    ? []
    : [
        `| ${heads.join(' | ')} |`,
        `|${'---|'.repeat(heads.length)}`,
        ...rows.map((row) => `| ${row.join(' | ')} |`),
        '',
      ];

const argumentRows = (args) =>
  args.map((arg) => [`\`${arg.name}\``, `\`${arg.type}\`${byDefault(arg)}`, cell(arg.description)]);

const rootPart = (type) => [
  `## ${type.name}`,
  '',
  ...(type.description == null ? [] : [cell(type.description), '']),
  ...Object.values(type.getFields()).flatMap((field) => [
    `### ${field.name}: \`${field.type}\``,
    '',
    meaning(field),
    '',
    ...table(['argument', 'type', 'meaning'], argumentRows(field.args)),
  ]),
];

const argumentsIn = (args) =>
  args.length === 0
    ? ''
    : ` Arguments: ${args.map((arg) => `\`${arg.name}: ${arg.type}\`${byDefault(arg)} (${cell(arg.description)})`).join('; ')}`;

/** Its own fields: those from an interface are under the interface. */
const ownFields = (type) => {
  const inherited = new Set(type.getInterfaces().flatMap((each) => Object.keys(each.getFields())));
  const own = Object.values(type.getFields()).filter(({ name }) => !inherited.has(name));
  return type.getInterfaces().some(({ name }) => name !== 'Node') ? own : Object.values(type.getFields());
};

const fieldedPart = (type) => [
  `### ${type.name}`,
  '',
  ...(type.getInterfaces().length === 0
    ? []
    : [
        `Implements ${type
          .getInterfaces()
          .map(({ name }) => `\`${name}\``)
          .join(', ')}.`,
        '',
      ]),
  cell(type.description),
  '',
  ...table(
    ['field', 'type', 'meaning'],
    ownFields(type).map((field) => [
      `\`${field.name}\``,
      `\`${field.type}\``,
      `${meaning(field)}${argumentsIn(field.args)}`,
    ]),
  ),
];

const inputPart = (type) => [
  `### ${type.name}`,
  '',
  cell(type.description),
  '',
  ...table(
    ['field', 'type', 'meaning'],
    Object.values(type.getFields()).map((field) => [
      `\`${field.name}\``,
      `\`${field.type}\`${byDefault(field)}`,
      meaning(field),
    ]),
  ),
];

const enumPart = (type) => [
  `### ${type.name}`,
  '',
  cell(type.description),
  '',
  ...table(
    ['value', 'meaning'],
    type.getValues().map((value) => [`\`${value.name}\``, meaning(value)]),
  ),
];

const scalarPart = (type) => [
  `### ${type.name}`,
  '',
  `${cell(type.description)} Specified by ${type.specifiedByURL}.`,
  '',
];

/** The reference page, in Markdown. */
export const contractPage = (schema, version) => {
  const types = Object.values(schema.getTypeMap())
    .filter((type) => !isIntrospectionType(type) && !ROOTS.includes(type.name))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
  const part = (title, is, write) => [`## ${title}`, '', ...types.filter(is).flatMap(write)];
  return [
    `# The GraphQL contract, version ${version}`,
    '',
    'Generated from `schema/*.graphql` by `npm run generate`. Do not edit. The same text as SDL is in',
    '[schema.generated.graphql](schema.generated.graphql), and a hub gives its own at `/schema.graphql` and in GraphiQL.',
    '[INTEGRATING](INTEGRATING.md) shows how to use it, [schema-changes](schema-changes.md) what changed.',
    '',
    ...ROOTS.flatMap((root) => rootPart(schema.getType(root))),
    ...part('Objects and interfaces', (type) => isObjectType(type) || isInterfaceType(type), fieldedPart),
    ...part('Inputs', isInputObjectType, inputPart),
    ...part('Enums', isEnumType, enumPart),
    ...part('Scalars', (type) => isScalarType(type) && !isSpecifiedScalarType(type), scalarPart),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n');
};

/** What changed in what a client sees, but for descriptions: `isBreaking` says whether it can break one. */
export const contractChanges = (before, schema) =>
  findSchemaChanges(buildSchema(before), schema)
    .filter(({ type }) => type !== 'DESCRIPTION_CHANGED')
    .map(({ type, description }) => ({ isBreaking: BREAKING.test(type), description: cell(description) }))
    .sort((one, other) => (one.description < other.description ? -1 : 1));

const BREAKING = /_REMOVED|CHANGED_KIND$|^REQUIRED_|^IMPLEMENTED_INTERFACE_REMOVED|_DEFAULT_VALUE_CHANGE$/;

/** Fills each list of docs/schema-changes.md between its two comments; `textOf` gives the contract of a version. */
export const fillChanges = (page, schema, textOf) =>
  page.replace(
    /(<!-- changes since (\S+) -->\n).*?(<!-- end of changes -->)/gs,
    (_, begin, version, end) => `${begin}${changeList(contractChanges(textOf(version), schema))}${end}`,
  );

const changeList = (changes) => {
  const list = (title, isBreaking) => {
    const lines = changes
      .filter((each) => each.isBreaking === isBreaking)
      .map(({ description }) => `- ${description}`);
    return lines.length === 0 ? [] : [`${title}:`, '', ...lines, ''];
  };
  return ['', ...list('Removed or changed', true), ...list('Added', false)].join('\n').concat('\n');
};
