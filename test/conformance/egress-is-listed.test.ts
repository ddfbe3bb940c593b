// T3, the inventory of egress: docs/egress.md against the real schema, routes, events, jobs, metrics, log lines, commands
// and file writers. Anything unlisted fails, and so does a listed item that does not exist.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Command } from 'commander';
import { GraphQLInterfaceType, GraphQLObjectType } from 'graphql';
import { Redis } from 'ioredis';
import ts from 'typescript';
import { addCommands, GROUPS } from '../../src/cli/commands.ts';
import { EVENTS } from '../../src/domain/record/entry.ts';
import { openSchema } from '../../src/graphql/schema.ts';
import { openApp } from '../../src/http/app.ts';
import { jobId } from '../../src/queue/jobs.ts';
import { openQueue } from '../../src/queue/queue.ts';
import { acknowledgeWarning } from '../../src/service/delivery/acknowledge-warning.ts';
import { openBroker } from '../../src/service/live/broker.ts';
import { publishWarning } from '../../src/service/warning/publish-warning.ts';
import { PATHS } from '../../workers/health/serve.ts';
import { CAUSES, HANDLERS } from '../../workers/table.ts';
import { hubFigures, workerFigures } from '../support/deploy/figures.ts';
import { draft, openTestHub, type TestHub } from '../support/hub.ts';

const ROOT = path.join(import.meta.dirname, '../..');
const page = readFileSync(path.join(ROOT, 'docs/egress.md'), 'utf8');

type Row = { readonly endpoint: string; readonly cells: readonly string[] };

/** The rows of the table under a heading, with trimmed cells. */
const rowsUnder = (heading: string): Row[] => {
  const section = page.split(/^## /m).find((part) => part.startsWith(`${heading}\n`));
  if (section === undefined) throw new Error(`docs/egress.md has no "## ${heading}"`);
  const rows = section.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('|---'));
  return rows.slice(1).map((line) => {
    const cells = line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim());
    return { endpoint: cells[0] ?? '', cells };
  });
};

const namesIn = (cell = ''): string[] => [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '');
const endpointsUnder = (heading: string): string[] =>
  rowsUnder(heading)
    .flatMap(({ endpoint }) => namesIn(endpoint).slice(0, 1))
    .sort();
const sorted = (names: Iterable<string>): string[] => [...new Set(names)].sort();

type FieldedType = GraphQLObjectType | GraphQLInterfaceType;
const fieldedTypes = (): FieldedType[] =>
  Object.values(openSchema().getTypeMap()).filter(
    (type): type is FieldedType =>
      (type instanceof GraphQLObjectType || type instanceof GraphQLInterfaceType) &&
      !type.name.startsWith('__') &&
      type.name !== 'Node',
  );
const ROOTS = new Set(['Query', 'Mutation', 'Subscription']);
/** Its own fields: those from an interface have their row there. */
const fieldsOf = (type: FieldedType): string[] => {
  const inherited = new Set(
    type.getInterfaces().flatMap((each) => (each.name === 'Node' ? [] : Object.keys(each.getFields()))),
  );
  return Object.keys(type.getFields())
    .filter((field) => !inherited.has(field))
    .map((field) => `${type.name}.${field}`);
};

let world: TestHub;
beforeAll(async () => {
  world = await openTestHub();
});
afterAll(() => world.close());

describe('GraphQL', () => {
  test('each root field has its row', () => {
    const real = fieldedTypes()
      .filter(({ name }) => ROOTS.has(name))
      .flatMap(fieldsOf);
    expect(real.length).toBeGreaterThan(10);
    expect(endpointsUnder('GraphQL: the roots')).toEqual(sorted(real));
  });

  test('each field of each type has its row, once', () => {
    const real = fieldedTypes()
      .filter(({ name }) => !ROOTS.has(name))
      .flatMap(fieldsOf);
    expect(real.length).toBeGreaterThan(100);
    const listed = rowsUnder('GraphQL: the fields').flatMap(({ endpoint, cells }) =>
      namesIn(cells[1]).map((field) => `${namesIn(endpoint)[0]}.${field}`),
    );
    expect(listed.toSorted()).toEqual(sorted(real));
  });

  test('each row names the function that decides, and it exists', async () => {
    const files = globSync('src/policy/**/*.ts', { cwd: ROOT });
    const modules = await Promise.all(files.map((file) => import(path.join(ROOT, file))));
    const known = new Set([...modules.flatMap((each) => Object.keys(each)), 'authenticate']);
    expect(known.has('decide')).toBe(true);
    for (const [heading, at] of [
      ['GraphQL: the roots', 2],
      ['GraphQL: the fields', 2],
      ['HTTP', 3],
      ['HTTP of the worker', 3],
    ] as const) {
      for (const { endpoint, cells } of rowsUnder(heading)) {
        const said = cells[at] ?? '';
        const functions = namesIn(said).filter((name) => /^[a-z]\w+$/.test(name) && name !== 'recipients');
        const isAsserted =
          functions.length > 0 || said === 'all' || said.startsWith('the row that contains it');
        expect([endpoint, isAsserted || namesIn(said).length > 0]).toEqual([endpoint, true]);
        for (const name of functions.filter((each) => !each.startsWith('object')))
          expect([endpoint, name, known.has(name)]).toEqual([endpoint, name, true]);
      }
    }
  });
});

test('each test that a row names exists', () => {
  const named = [...page.matchAll(/\b(?:journey|unit|conformance|fault)\/[\w/-]+/g)].map((match) => match[0]);
  expect(named.length).toBeGreaterThan(50);
  expect(sorted(named).filter((name) => !existsSync(path.join(ROOT, 'test', `${name}.test.ts`)))).toEqual([]);
});

describe('HTTP', () => {
  test('each route has its row', async () => {
    const broker = await openBroker(world.hub);
    const app = openApp(world.hub, broker);
    const server = createServer(app.app);
    app.attach(server);
    const { stack } = app.app.router as unknown as {
      stack: { route?: { path: string; methods: Record<string, boolean> } }[];
    };
    const routes = stack.flatMap(({ route }) => {
      const methods = Object.keys(route?.methods ?? {});
      // express stores `all` as every method that Node knows.
      const shown = methods.length > 20 ? ['all'] : methods;
      return shown.map((method) => `${method.toUpperCase()} ${route?.path}`);
    });
    expect(routes.length).toBeGreaterThan(4);
    // One upgrade listener, which accepts only the address of the GraphQL endpoint.
    expect(server.listenerCount('upgrade')).toBe(1);
    await app.close();
    await broker.close();
    expect(endpointsUnder('HTTP')).toEqual(sorted([...routes, 'UPGRADE /graphql']));
  });

  test('each page of the worker has its row', () => {
    expect(endpointsUnder('HTTP of the worker')).toEqual(sorted(PATHS.map((path) => `GET ${path}`)));
  });
});

describe('events and jobs', () => {
  test('each has its row', () => {
    expect(Object.keys(CAUSES).toSorted()).toEqual([...EVENTS].sort());
    expect(endpointsUnder('Events and jobs')).toEqual(
      sorted([...Object.keys(CAUSES), ...Object.keys(HANDLERS)]),
    );
  });

  test('Redis holds only the entry id and the name of a job', async () => {
    const queue = openQueue(world.redisUrl, world.database, () => undefined);
    const waiting = { job: 'target-warning', publisher: 'member--of-a-publisher', isUrgent: true } as const;
    await queue.enqueue([{ entry: 'f'.repeat(24), sequence: 1, ...waiting }]);
    const redis = new Redis(world.redisUrl);
    const key = `tocsin-${world.database}:line:${jobId(1, 'target-warning')}`;
    const held = await redis.hgetall(key);
    expect(JSON.stringify(held)).not.toContain(waiting.publisher);
    const all = await redis.keys(`tocsin-${world.database}*`);
    await redis.del(...all);
    await redis.quit();
    await queue.close();
    const data = JSON.parse(held['data'] ?? '{}');
    expect(data).toEqual({ entry: 'f'.repeat(24), job: 'target-warning' });
    for (const { endpoint, cells } of rowsUnder('Events and jobs')) {
      if (namesIn(endpoint)[0]?.includes('.') === false)
        expect([endpoint, namesIn(cells[1]).sort()]).toEqual([endpoint, Object.keys(data).sort()]);
    }
  });

  test('an entry’s subject is only ids and versions', async () => {
    const headline = 'A headline that no entry may hold';
    const published = await publishWarning(world.hub, await world.actor('cyberAgency'), draft({ headline }));
    if (!published.ok) throw new Error(JSON.stringify(published.problems));
    await world.drain();
    const request = { warning: published.value.warning, answer: 'ACTED', note: headline } as const;
    const answer = await acknowledgeWarning(world.hub, await world.actor('northGrid', 'analyst'), request);
    expect(answer).toMatchObject({ ok: true });
    await world.drain();
    const entries = await world.hub.entries.rows.find().toArray();
    expect(entries.length).toBeGreaterThan(3);
    expect(JSON.stringify(entries)).not.toContain(headline);
    const line = page.split('\n').find((each) => each.startsWith('A subject consists of'));
    for (const { subject } of entries) {
      expect(namesIn(line)).toEqual(expect.arrayContaining(Object.keys(subject)));
    }
  });
});

describe('metrics', () => {
  /** Every metric in the text has its row under the heading with its labels, and every row its metric. */
  const expectListed = (heading: string, text: string): void => {
    const rows = rowsUnder(heading);
    const rowOf = (name: string) =>
      rows.find(({ endpoint }) => {
        const [listed = ''] = namesIn(endpoint);
        return listed === name || (listed.endsWith('*') && name.startsWith(listed.slice(0, -1)));
      });
    const used = new Set<string>();
    const labels = new Map<string, Set<string>>();
    const types = [...text.matchAll(/^# TYPE (\S+) /gm)].map((match) => match[1] ?? '');
    expect(types.length).toBeGreaterThan(20);
    for (const name of types) {
      const row = rowOf(name);
      expect([name, row === undefined]).toEqual([name, false]);
      const [listed = ''] = namesIn(row?.endpoint);
      used.add(listed);
      const found = labels.get(listed) ?? new Set();
      labels.set(listed, found);
      const samples = text.matchAll(new RegExp(`^${name}(?:_bucket|_sum|_count)?\\{(.*)\\}`, 'gm'));
      for (const [, inside = ''] of samples)
        for (const [, label = ''] of inside.matchAll(/(\w+)="/g))
          if (label !== 'le' && label !== 'quantile') found.add(label);
    }
    expect(sorted(used)).toEqual(endpointsUnder(heading));
    for (const { endpoint, cells } of rows) {
      const [listed = ''] = namesIn(endpoint);
      const labelled = namesIn(cells[1]).sort();
      const real = [...(labels.get(listed) ?? [])].sort();
      if (listed.startsWith('tocsin_')) expect([listed, labelled]).toEqual([listed, real]);
      else expect([listed, labelled]).toEqual([listed, expect.arrayContaining(real)]);
    }
  };

  test('each of the hub has its row, with its labels', async () => {
    expectListed('Figures', await hubFigures(world.hub));
  });

  test('each of the worker has its row, with its labels', async () => {
    expectListed('Figures of the worker', await workerFigures(world));
  });
});

describe('log lines', () => {
  /** Messages of `log.info`, `warn` and `error` with their fields, as the source has them. */
  const logged = (): Map<string, Set<string>> => {
    const lines = new Map<string, Set<string>>();
    for (const file of globSync('{src,workers,seeds}/**/*.ts', { cwd: ROOT })) {
      const source = readFileSync(path.join(ROOT, file), 'utf8');
      if (!/\blog\.(?:info|warn|error)\(/.test(source)) continue;
      const visit = (node: ts.Node): void => {
        ts.forEachChild(node, visit);
        if (!ts.isCallExpression(node) || !/\blog\.(?:info|warn|error)$/.test(node.expression.getText()))
          return;
        const [fields, message] = node.arguments;
        if (fields === undefined || message === undefined || !ts.isObjectLiteralExpression(fields))
          throw new Error(`${file}: a log line has fields and a message`);
        const text = message
          .getText()
          .slice(1, -1)
          .replace(/\$\{[^}]*\}/g, '…');
        const names = fields.properties.map((each) => each.name?.getText() ?? '');
        lines.set(text, new Set([...(lines.get(text) ?? []), ...names]));
      };
      visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true));
    }
    return lines;
  };

  test('each has its row, with its fields', () => {
    const real = [...logged()].map(([message, fields]) => [message, [...fields].sort()] as const);
    expect(real.length).toBeGreaterThan(8);
    const listed = rowsUnder('Log lines').map(({ endpoint, cells }) => [
      namesIn(endpoint)[0] ?? '',
      namesIn(cells[1]).sort(),
    ]);
    expect(Object.fromEntries(listed)).toEqual(Object.fromEntries(real));
  });

  test('nothing else is printed by hub and worker', () => {
    const files = globSync('{src,workers}/**/*.{ts,tsx}', { cwd: ROOT }).filter(
      // The console runs in a browser, and its examples are of programs of others.
      (file) => !file.startsWith('src/cli/') && !file.startsWith('src/console/'),
    );
    const printing = files.filter((file) =>
      /\bconsole\.\w+\(|process\.std(?:out|err)/.test(readFileSync(path.join(ROOT, file), 'utf8')),
    );
    // Before anything is open: this Node is too old, or the configuration or the release does not fit.
    expect(printing.sort()).toEqual(['src/main.ts', 'src/service/health/start-or-exit.ts']);
  });
});

describe('the command line', () => {
  const leavesOf = (command: Command, before: string): string[] => {
    const name = `${before} ${command.name()}`.trim();
    return command.commands.length === 0 ? [name] : command.commands.flatMap((each) => leavesOf(each, name));
  };

  test('each command has its row', async () => {
    const program = new Command('tocsin');
    await addCommands(program, undefined);
    expect(program.commands.length).toBe(Object.values(GROUPS).flatMap((each) => Object.keys(each)).length);
    expect(endpointsUnder('The command line')).toEqual(sorted(leavesOf(program, '')));
  });
});

describe('files', () => {
  test('every file writer is listed', () => {
    const writes =
      /\b(?:writeFile|writeFileSync|appendFile|appendFileSync|createWriteStream|copyFile|copyFileSync|openSync)\(/;
    const real = globSync('{src,workers,seeds,bin,scripts}/**/*.{ts,mjs}', { cwd: ROOT }).filter((file) =>
      writes.test(readFileSync(path.join(ROOT, file), 'utf8')),
    );
    expect(real.length).toBeGreaterThan(4);
    const named = rowsUnder('Files').flatMap(({ cells }) => namesIn(cells.at(-1)));
    expect(sorted(named)).toEqual(sorted(real));
  });
});
