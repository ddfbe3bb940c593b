// Generates docs/store.generated.md from the declarations: every collection with its fields, indexes and retention, and
// first of all where personal data may be.
import { type Declared, type Field, type Index, indexName } from './declare.ts';
import { COLLECTIONS } from './table.ts';

const HEAD = `<!-- Generated from src/store by \`npm run generate\`. Do not edit. -->

# What the hub stores

Every collection of the hub's database in MongoDB, as declared in \`src/store\` (listed in
[collection/table.ts](../src/store/collection/table.ts)). A test checks that a database opened by a hub has exactly these
collections, indexes and validators. [Decision 0012](decisions/0012-the-store-is-declared.md) says why;
[Upgrading](OPERATING.md#upgrading) says how a change reaches a database.

- **administered**: written by people's acts, through a mongoose schema that refuses undeclared fields.
- **native**: written by the pipeline, through the driver alone.
- **validated**: the server itself refuses other fields and types.
- **former**: only an older release that runs beside this one reads or writes it.

## Stored names that differ from the code's words

During an upgrade, hubs of the release before read and write the same database, so these stored names keep an older word:

| stored | in code and documents |
| --- | --- |
| \`thing\`, \`things\`, \`thing_pairs\` | entity, or the advisory that a warning is about; pairs of entities |
| \`isQuiet\` | silent: it notifies nobody |
| \`hasTwin\` | it has a duplicate |
| states \`FOLDED\` and \`APART\` | duplicate, shown collapsed; distinct |
| \`envelope\` and \`card\` in \`content\` | access facts; summary |
| \`tellings\`, \`key_uses\` | assertions and keys of objects, now in \`object_context\` |

## Where personal data may be
`;

export const storePage = (): string =>
  [HEAD, personalTable(), '## All collections\n', overview(), ...COLLECTIONS.map(section)].join('\n');

const row = (...cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;

const table = (head: readonly string[], rows: readonly string[]): string =>
  `${[row(...head), row(...head.map(() => '---')), ...rows].join('\n')}\n`;

const anchor = ({ stored }: Declared): string => `[\`${stored}\`](#${stored.toLowerCase()})`;

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
