// The text of a feed row is rendered once and shared by all who may see it. It equals what graphql-js renders for each
// of them, for any selection, and changes with the warning.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { execute, parse } from 'graphql';
import { type Operation, openDocuments } from '../../../src/graphql/documents.ts';
import { openExecutor } from '../../../src/graphql/execute.ts';
import { openLoaders } from '../../../src/graphql/loaders.ts';
import type { RequestContext } from '../../../src/graphql/request-context.ts';
import { openSchema } from '../../../src/graphql/schema.ts';
import type { RunResult } from '../../../src/graphql/server.ts';
import { SHARED } from '../../../src/graphql/shared-page.ts';
import { openReceipts } from '../../../src/service/delivery/mark-received.ts';
import { cancelWarning } from '../../../src/service/warning/cancel-warning.ts';
import { publishWarning } from '../../../src/service/warning/publish-warning.ts';
import type { CastName } from '../../support/cast.ts';
import { draft, openTestHub, type TestHub } from '../../support/hub.ts';
import { randomOf } from '../../support/random.ts';
import { seed } from '../../support/seed.ts';

const READERS: readonly CastName[] = ['northGrid', 'cityHospital', 'riverWater', 'cyberAgency'];
const schema = openSchema();
let world: TestHub;
let receipts: ReturnType<typeof openReceipts>;
const warnings: string[] = [];

beforeAll(async () => {
  world = await openTestHub();
  receipts = openReceipts(world.hub);
  for (let index = 0; index < 12; index += 1) {
    const published = await publishWarning(
      world.hub,
      await world.actor('cyberAgency'),
      draft({
        headline: `Warning "${index}" – Ünïcode @ "@"`,
        summary: 'Two lines \u2028 of one text.',
        marking: index % 3 === 0 ? 'AMBER' : 'GREEN',
        audience: {
          alternatives:
            index % 2 === 0 ? [{ sectors: ['energy'] }] : [{ sectors: ['drinking-water', 'health'] }],
          excludes: [],
        },
      }),
    );
    if (!published.ok) throw new Error(JSON.stringify(published.problems));
    warnings.push(published.value.warning);
  }
  await world.drain();
});
afterAll(async () => {
  await receipts.close();
  await world.close();
});

const contextOf = async (name: CastName): Promise<RequestContext> => {
  const actor = await world.actor(name, 'analyst');
  return {
    hub: world.hub,
    broker: undefined as never,
    receipts,
    openings: undefined as never,
    observe: { published: () => undefined, refused: () => undefined },
    actor,
    foundNothing: () => undefined,
    requestId: 'test',
    idempotencyKey: undefined,
    lastEventId: null,
    signal: new AbortController().signal,
    loaders: openLoaders(world.hub, actor),
    shown: [],
    resumeAfter: null,
  };
};

/** As the server serialises a result. */
const resultText = (result: RunResult): string => String(result.bytes?.() ?? JSON.stringify(result));

const FIELDS = [
  ...['id', 'kind', 'version', 'messageType', 'state', 'headline', 'title: headline', 'summary', 'language'],
  ...[
    'actions { text by }',
    'contacts { n: name number hours }',
    'urgency',
    'severity',
    'validUntil',
    'level answerBy',
    'cves',
  ],
  ...[
    'sectorsConcerned',
    'countriesConcerned',
    'marking',
    'markingInWords',
    'publisher { id name }',
    'publishedAt takenInAt',
    '__typename',
    'sourceModified',
    'issuer',
    'cancelReason',
    'statements',
    'handling { __typename }',
  ],
  ...['effectiveUrgency', 'effectiveCertainty', 'raisedBecause', 'changes'],
  ...['practice { steps }', '... on Warning { certainty }', '...Rest', 'externalReferences { source id }'],
];
/** Fields that make a page specific to one reader. */
const OWN = [
  'whyMe { kind rule }',
  'myDelivery { channel }',
  'sources { warning }',
  'publisher { standing }',
];
const REST =
  'fragment Rest on Warning { updatedAt translations { language } ...More } fragment More on Warning { exercise }';

const read = (text: string): Operation => {
  const documents = openDocuments(schema, world.hub.config.limits).read(text);
  if (!documents.ok) throw new Error(JSON.stringify(documents));
  const [operation] = documents.value;
  if (operation === undefined) throw new Error('an operation');
  return operation;
};

test('every field that is taken to be the same for all readers is asked here', () => {
  const asked = new Set([...FIELDS, REST].join(' ').match(/\w+/g));
  expect([...SHARED].filter((field) => !asked.has(field))).toEqual([]);
});

test('equals the text of graphql-js for any selection and reader', async () => {
  const random = randomOf(seed());
  const executor = openExecutor(schema);
  let rows = 0;
  for (let turn = 0; turn < 60; turn += 1) {
    const some = [...FIELDS, ...(turn % 3 === 0 ? OWN : [])].filter(() => random.chance(0.4));
    const body = ['id', ...some].join(' ');
    const page = turn % 2 === 0 ? 'pageInfo { hasNextPage endCursor }' : '';
    const rest = body.includes('...Rest') ? REST : '';
    const text = `query Q($first: Int) { f: feed(first: $first) { ${page} edges { c: cursor node { ${body} } __typename } } } ${rest}`;
    const operation = read(text);
    const variableValues = { first: 1 + random.below(12) };
    for (const name of [...READERS, ...READERS]) {
      const contextValue = await contextOf(name);
      const wanted = await execute({ schema, document: parse(text), contextValue, variableValues });
      const got = await executor.run(operation, await contextOf(name), variableValues);
      expect(resultText(got)).toBe(JSON.stringify(wanted));
      rows += (JSON.stringify(wanted).match(/"c":/g) ?? []).length;
    }
  }
  expect(rows).toBeGreaterThan(1_000);
});

test('a cancelled warning is shown as such at once', async () => {
  const executor = openExecutor(schema);
  const operation = read('{ feed { edges { node { id version state messageType } } } }');
  const ask = async () => resultText(await executor.run(operation, await contextOf('northGrid'), {}));
  for (let turn = 0; turn < 3; turn += 1) await ask();
  const [id = ''] = warnings;
  expect(await ask()).toContain(`{"id":"${id}","version":1,"state":"ACTIVE","messageType":"ALERT"}`);
  const reason = 'It was a mistake.';
  const cancelled = await cancelWarning(world.hub, await world.actor('cyberAgency'), {
    id,
    expectedVersion: 1,
    reason,
  });
  expect(cancelled.ok).toBe(true);
  await world.drain();
  const after = await ask();
  expect(after).toContain(`{"id":"${id}","version":2,"state":"CANCELLED","messageType":"CANCEL"}`);
  expect(after).not.toContain(`{"id":"${id}","version":1,`);
});

test('what is for operators alone is not shared with who asks in the same words', async () => {
  const executor = openExecutor(schema);
  const operation = read('{ feed { edges { node { publisher { slug standing } } } } }');
  const plain = await contextOf('northGrid');
  const operator = { ...plain, actor: { ...plain.actor, roles: ['analyst', 'hub-operator'] as const } };
  const ask = async (context: RequestContext) => resultText(await executor.run(operation, context, {}));
  for (let turn = 0; turn < 3; turn += 1) {
    expect(await ask({ ...operator })).toContain('"standing":"MEMBER"');
    expect(await ask({ ...plain })).not.toContain('MEMBER');
  }
});
