// `npm run generate` writes the generated files. From the STIX registry: schema/stix.generated.graphql,
// docs/stix.generated.md and packages/stix2-ts/src/objects.generated.ts. From schema/*.graphql: the resolver types in
// src/graphql/types.generated.ts, and the shapes of the inputs that `tocsin` checks before it sends them in
// src/operations/input-shapes.generated.ts. From the store's declarations: docs/store.generated.md. From the catalogue of codes: the
// tables of docs/errors.md. From the tables of the policy: docs/roles.generated.md. From the whole contract: docs/schema.generated.graphql, docs/graphql.generated.md and the lists of
// docs/schema-changes.md. From src/console/operations: the console's types and documents. With --check nothing is written, and a stale file exits with 1.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fail, ready, root } from './setup/node24.mjs';

const target = path.join(root, 'src/graphql/types.generated.ts');
const page = path.join(root, 'docs/stix.generated.md');
const store = path.join(root, 'docs/store.generated.md');
const errors = path.join(root, 'docs/errors.md');
const typed = path.join(root, 'schema/stix.generated.graphql');
const roles = path.join(root, 'docs/roles.generated.md');
const contract = path.join(root, 'docs/schema.generated.graphql');
const reference = path.join(root, 'docs/graphql.generated.md');
const changes = path.join(root, 'docs/schema-changes.md');
const shapes = path.join(root, 'src/operations/input-shapes.generated.ts');
const objects = path.join(root, 'packages/stix2-ts/src/objects.generated.ts');

async function generate() {
  const { codegen } = await import('@graphql-codegen/core');
  const { parse } = await import('graphql');
  const plugins = {
    typescript: await import('@graphql-codegen/typescript'),
    resolvers: await import('@graphql-codegen/typescript-resolvers'),
  };
  const folder = path.join(root, 'schema');
  const topics = readdirSync(folder)
    .filter((name) => name.endsWith('.graphql'))
    .sort();
  const sdl = topics.map((name) => readFileSync(path.join(folder, name), 'utf8')).join('\n');
  // Maps SDL types to our own types, the context and the scalars.
  const mappers = path.join(root, 'src/graphql/mappers.json');
  const written = await codegen({
    filename: target,
    schema: parse(sdl),
    documents: [],
    plugins: [{ typescript: {} }, { resolvers: {} }],
    pluginMap: plugins,
    config: {
      enumsAsTypes: true,
      useTypeImports: true,
      // Under exactOptionalPropertyTypes: graphql passes an absent input as absent or as `undefined`.
      maybeValue: 'T | null | undefined',
      ...(existsSync(mappers) ? JSON.parse(readFileSync(mappers, 'utf8')) : {}),
    },
  });
  return `// Generated from schema/*.graphql by \`npm run generate\`. Do not edit.\n${written}`;
}

async function generateTyped() {
  const { parse, print } = await import('graphql');
  const { stixTypesSdl } = await import('../src/graphql/contract/stix-types.ts');
  const contract = parse(readFileSync(path.join(root, 'schema/stix.graphql'), 'utf8'));
  const shared = contract.definitions.find((each) => each.name?.value === 'StixObject');
  const fields = shared.fields.map((field) => print(field).replaceAll(/^(?=.)/gm, '  '));
  return `# Generated from the registry of STIX by \`npm run generate\`. Do not edit.\n\n${stixTypesSdl(fields.join('\n'))}`;
}

/** What `tocsin` lets a person write in a file. */
const DRAFTS = ['PublishWarningInput', 'UpdateWarningInput', 'PublishPracticeInput', 'UpdatePracticeInput'];

/** The inputs above and what they contain, so that a client without a GraphQL library can check one. */
async function generateShapes() {
  const { parse } = await import('graphql');
  const folder = path.join(root, 'schema');
  const sdl = readdirSync(folder).filter((name) => name.endsWith('.graphql'));
  const { definitions } = parse(sdl.map((name) => readFileSync(path.join(folder, name), 'utf8')).join('\n'));
  const byName = new Map(definitions.map((each) => [each.name?.value, each]));
  const [inputs, enums] = [{}, {}];
  const open = [...DRAFTS];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const definition = byName.get(name);
    if (definition?.kind === 'EnumTypeDefinition') {
      enums[name] = definition.values.map((value) => value.name.value);
    } else if (definition?.kind === 'InputObjectTypeDefinition' && inputs[name] === undefined) {
      inputs[name] = Object.fromEntries(definition.fields.map((field) => [field.name.value, shapeOf(field)]));
      open.push(...Object.values(inputs[name]).map(({ type }) => type));
    }
  }
  const sorted = (table) =>
    Object.fromEntries(Object.entries(table).sort(([one], [other]) => (one < other ? -1 : 1)));
  const written = JSON.stringify({ inputs: sorted(inputs), enums: sorted(enums) }, null, 2);
  return `// Generated from schema/*.graphql by \`npm run generate\`. Do not edit.\nexport const INPUT_SHAPES = ${written} as const;\n`;
}

/** The named type of a field, whether it is a list of it, and whether it must be given. */
function shapeOf({ type, defaultValue }) {
  const isRequired = type.kind === 'NonNullType' && defaultValue === undefined;
  let [inner, isList] = [type, false];
  while (inner.kind !== 'NamedType') {
    if (inner.kind === 'ListType') isList = true;
    inner = inner.type;
  }
  return { type: inner.name.value, isList, isRequired };
}

/** Fills the tables of codes in the hand-written page, each between its two comments. */
async function fillErrors() {
  const { CODE_SECTIONS } = await import('../src/domain/problem-codes/catalogue.ts');
  const filled = new Set();
  const fresh = readFileSync(errors, 'utf8').replace(
    /(<!-- codes: (\w+) -->\n).*?(<!-- end of codes -->)/gs,
    (_, begin, section, end) => {
      filled.add(section);
      return `${begin}${codeTable(CODE_SECTIONS[section])}${end}`;
    },
  );
  const missing = Object.keys(CODE_SECTIONS).filter((section) => !filled.has(section));
  if (missing.length > 0)
    throw new Error(`docs/errors.md has no place for the codes of: ${missing.join(', ')}`);
  return fresh;
}

const SAID_WITH = new Set(['refused', 'kept', 'refused or kept']);

function codeTable(section) {
  const rows = Object.entries(section).map(([code, { reportedAs, where, wrong, remedy }]) => {
    const how =
      typeof reportedAs === 'number' || SAID_WITH.has(reportedAs) ? `${reportedAs}, ${where}` : where;
    return `| \`${code}\` | ${how} | ${wrong} | ${remedy} |`;
  });
  return ['| code | where | what was wrong | what to do |', '|---|---|---|---|', ...rows, ''].join('\n');
}

async function generatePage() {
  const { referencePage } = await import('../packages/stix2-ts/generator/reference-page.ts');
  return referencePage();
}

async function generateObjects() {
  const { objectTypes } = await import('../packages/stix2-ts/generator/object-types.ts');
  return objectTypes();
}

async function generateStore() {
  const { storePage } = await import('../src/store/collection/store-page.ts');
  return storePage();
}

/** The pages about the contract, by file. */
async function generateContract() {
  const { openSchema } = await import('../src/graphql/schema.ts');
  const { CONTRACT_VERSION, contractOf } = await import('../src/graphql/contract/contract.ts');
  const { contractPage, fillChanges } = await import('./contract-pages.mjs');
  const schema = openSchema();
  const textOf = (version) => readFileSync(path.join(root, `docs/contract/${version}.graphql`), 'utf8');
  return [
    [contract, contractOf(schema).text],
    [reference, contractPage(schema, CONTRACT_VERSION)],
    [changes, fillChanges(readFileSync(changes, 'utf8'), schema, textOf)],
  ];
}

function settle(file, fresh) {
  const name = path.relative(root, file);
  const isFresh = existsSync(file) && readFileSync(file, 'utf8') === fresh;
  if (process.argv.includes('--check')) {
    if (!isFresh)
      throw Object.assign(new Error(`${name} is stale: run \`npm run generate\`.`), {
        name: 'SetupError',
      });
    process.stdout.write(`${name} is up to date.\n`);
    return;
  }
  if (!isFresh) writeFileSync(file, fresh);
  process.stdout.write(`${name} ${isFresh ? 'is up to date' : 'written'}.\n`);
}

async function main() {
  await ready(import.meta.url);
  // First the SDL, since the resolver types are generated from it.
  settle(typed, await generateTyped());
  settle(target, await generate());
  settle(shapes, await generateShapes());
  settle(page, await generatePage());
  settle(objects, await generateObjects());
  settle(store, await generateStore());
  settle(errors, await fillErrors());
  settle(roles, (await import('../src/policy/roles-page.ts')).rolesPage());
  for (const [file, text] of await generateContract()) settle(file, text);
  const { consoleDocuments } = await import('./console/documents.mjs');
  for (const [file, text] of await consoleDocuments()) settle(file, text);
}

main().catch(fail);
