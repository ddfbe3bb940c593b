// `npm run generate`: the resolver types out of schema/*.graphql, into src/graphql/types.generated.ts, and the page of the
// STIX registry, into docs/stix.generated.md. With --check nothing is written, and a file that is not fresh ends with 1.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fail, ready, root } from './setup/node24.mjs';

const target = path.join(root, 'src/graphql/types.generated.ts');
const page = path.join(root, 'docs/stix.generated.md');

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
  // The mapping of SDL types to those of our rooms, the context and the scalars: the topic of the graphql room.
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
      // exactOptionalPropertyTypes: an input left out and an input of `undefined` are both what graphql gives
      maybeValue: 'T | null | undefined',
      ...(existsSync(mappers) ? JSON.parse(readFileSync(mappers, 'utf8')) : {}),
    },
  });
  return `// Generated from schema/*.graphql by \`npm run generate\`. Do not edit.\n${written}`;
}

async function generatePage() {
  const { referencePage } = await import('../src/stix/registry/reference-page.ts');
  return referencePage();
}

function settle(file, fresh) {
  const name = path.relative(root, file);
  const isFresh = existsSync(file) && readFileSync(file, 'utf8') === fresh;
  if (process.argv.includes('--check')) {
    if (!isFresh)
      throw Object.assign(new Error(`${name} is not fresh: run \`npm run generate\`.`), {
        name: 'SetupError',
      });
    process.stdout.write(`${name} is fresh.\n`);
    return;
  }
  if (!isFresh) writeFileSync(file, fresh);
  process.stdout.write(`${name} ${isFresh ? 'was fresh' : 'is written'}.\n`);
}

async function main() {
  await ready(import.meta.url);
  settle(target, await generate());
  settle(page, await generatePage());
}

main().catch(fail);
