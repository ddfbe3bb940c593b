// The page of the store (docs/store.generated.md), made from the declarations: every collection with its fields, its
// indexes, how long it is kept, and first of all where data of persons may be.
import { type Declared, type Field, type Index, indexName } from './declare.ts';
import { COLLECTIONS } from './table.ts';

const HEAD = `<!-- Generated from src/store by \`npm run generate\`. Do not edit. -->

# What the hub stores

Every collection of its database in MongoDB, as it is declared in \`src/store\` (the table is
[collection/table.ts](../src/store/collection/table.ts)). A test holds a database that a hub opened to this page:
collections, indexes and validators, no more and no fewer. Why it is so says [decision 0012](decisions/0012-the-store-is-declared.md);
how a change of it reaches a database, [Upgrading](OPERATING.md#upgrading).

- **administered**: written by what people do, through a mongoose schema that refuses what is not declared.
- **native**: written by the pipeline, through the driver alone.
- **validated**: the server itself refuses other fields and types.
- **former**: only an older release that still runs beside this one reads or writes it.

## Where personal data may be
`;

export const storePage = (): string =>
  [HEAD, personalTable(), '## All collections\n', overview(), ...COLLECTIONS.map(section)].join('\n');

const row = (...cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;

const table = (head: readonly string[], rows: readonly string[]): string =>
  `${[row(...head), row(...head.map(() => '---')), ...rows].join('\n')}\n`;

const anchor = ({ stored }: Declared): string => `[\`${stored}\`](#${stored})`;

const personalTable = (): string =>
  table(
    ['collection', 'field', 'what', 'kept'],
    COLLECTIONS.flatMap((declared) =>
      Object.entries(declared.fields).flatMap(([name, { personal }]) =>
        personal === undefined ? [] : [row(anchor(declared), `\`${name}\``, personal, declared.kept)],
      ),
    ),
  );

const waysOf = ({ access, isValidated, isFormer }: Declared): string =>
  [access.toLowerCase(), ...(isValidated ? ['validated'] : []), ...(isFormer ? ['former'] : [])].join(', ');

const overview = (): string =>
  table(
    ['collection', 'what', 'written', 'kept'],
    COLLECTIONS.map((declared) => row(anchor(declared), declared.about, waysOf(declared), declared.kept)),
  );

const section = (declared: Declared): string =>
  [
    `## ${declared.stored}\n`,
    `${declared.about} Written: ${waysOf(declared)}. Kept: ${declared.kept}.\n`,
    table(
      ['field', 'type', 'what'],
      Object.entries(declared.fields).map(([name, field]) =>
        row(`\`${name}\``, typeOf(field), aboutOf(field)),
      ),
    ),
    indexLines(declared),
  ].join('\n');

const aboutOf = ({ about, enum: values, personal }: Field): string =>
  [
    about,
    ...(values === undefined || values.length > 10 ? [] : [`One of ${values.join(', ')}.`]),
    ...(personal === undefined ? [] : [`Personal: ${personal}.`]),
  ].join(' ');

const TYPE_NAMES: Readonly<Record<string, string>> = {
  String: 'text',
  Number: 'number',
  Boolean: 'yes or no',
  Date: 'instant',
  Buffer: 'bytes',
  ObjectId: 'object id',
  SchemaObjectId: 'object id',
  Mixed: 'any',
  SchemaMixed: 'any',
};

const typeOf = ({ type, required }: Field): string => {
  const name = Array.isArray(type)
    ? `list of ${typeOf(type[0] as Field)}`
    : (TYPE_NAMES[(type as { readonly name: string }).name] ?? 'any');
  return required ? name : `${name}, or none`;
};

const indexLines = ({ indexes, retired }: Declared): string => {
  const lines = [
    ...indexes.map((index) => `- index \`${indexName(index)}\`${rulesOf(index)}`),
    ...(retired ?? []).map((name) => `- retired: \`${name}\``),
  ];
  return lines.length === 0 ? 'No index but its id.\n' : `${lines.join('\n')}\n`;
};

const rulesOf = ({ unique, partialFilterExpression, expireAfterSeconds }: Index): string =>
  [
    ...(unique ? ['unique'] : []),
    ...(partialFilterExpression === undefined
      ? []
      : [`of those with \`${JSON.stringify(partialFilterExpression)}\``]),
    ...(expireAfterSeconds === undefined ? [] : [`rows go after ${expireAfterSeconds / 86_400} days`]),
  ]
    .map((rule) => `, ${rule}`)
    .join('');
