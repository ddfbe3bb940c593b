// The console's GraphQL documents: types for the console by the codegen client preset, and the texts by hash for the hub,
// which knows the documents of its own clients from the start. Part of `npm run generate`.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../setup/node24.mjs';

const operations = path.join(root, 'src/console/operations');
const types = path.join(root, 'src/console/operations/graphql.generated.ts');
const texts = path.join(root, 'src/operations/console-documents.generated.ts');

const HEAD = '// Generated from src/console/operations by `npm run generate`. Do not edit.\n';

/** The generated files, by name. */
export async function consoleDocuments() {
  const { codegen } = await import('@graphql-codegen/core');
  const { preset } = await import('@graphql-codegen/client-preset');
  const { buildSchema, parse } = await import('graphql');
  const folder = path.join(root, 'schema');
  const sdl = filesIn(folder)
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  const documents = filesIn(operations).map((location) => {
    const rawSDL = readFileSync(location, 'utf8');
    return { location, rawSDL, document: parse(rawSDL) };
  });
  const sections = await preset.buildGeneratesSection({
    baseOutputDir: `${operations}/`,
    schema: parse(sdl),
    schemaAst: buildSchema(sdl),
    documents,
    config: {
      documentMode: 'string',
      useTypeImports: true,
      scalars: { DateTime: 'string', JSON: 'unknown' },
    },
    presetConfig: {
      fragmentMasking: false,
      persistedDocuments: { mode: 'replaceDocumentWithHash', hashAlgorithm: 'sha256' },
    },
    plugins: [],
    pluginMap: {},
  });
  const written = new Map();
  for (const section of sections) written.set(path.basename(section.filename), await codegen(section));
  const byHash = JSON.parse(written.get('persisted-documents.json'));
  const listed = Object.values(byHash).sort();
  return [
    [types, `${HEAD}${withoutTexts(written.get('graphql.ts'))}`],
    [
      texts,
      `${HEAD}export const CONSOLE_DOCUMENTS: readonly string[] = ${JSON.stringify(listed, null, 2)};\n`,
    ],
  ];
}

/** A document of the console is its hash and its types; the preset would also keep the texts of the fragments. */
const DOCUMENT_TYPE = `/** A document that the hub knows by its hash, with the types of its variables and its result. */
export type TypedDocumentString<Result, Variables> = {
  readonly __meta__: { readonly hash: string };
  readonly __types__?: (variables: Variables) => Result;
};
`;

const withoutTexts = (text) => {
  const end = text.indexOf('export class TypedDocumentString');
  const documents = text.slice(end).match(/^export const \w+Document = \{.*$/gm) ?? [];
  const types = text.slice(0, end).replace(/^import type .*\n/m, '');
  return `${types}${DOCUMENT_TYPE}${documents.join('\n')}\n`;
};

const filesIn = (folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.graphql'))
    .sort()
    .map((name) => path.join(folder, name));
