// What the reader of twin worlds asks and does: operations drawn at random over every root field and page, on ids that it
// has seen, on ids of what is hidden from it, and on ids that nobody has. The same requests go to both twins.
import type { StixObject } from 'stix2-ts/stix-object';
import type { Member } from '../../../src/domain/member.ts';
import type { Draft } from '../../../src/domain/warning.ts';
import type { Random } from '../random.ts';
import { type Act, bundleOf, correctionOf, makePublication } from '../world/acts.ts';
import { makeAudience, makeTlp } from '../world/worlds.ts';
import { cursorName } from './answer.ts';
import { everythingFrom, everythingOf } from './selections.ts';
import type { TwinRequest } from './send.ts';
import type { TwinPartnership } from './twin-partnership.ts';

export type ScriptState = {
  readonly random: Random;
  readonly twins: TwinPartnership;
  readonly token: string;
  /** Ids in answers so far, by prefix. */
  readonly seen: Map<string, Set<string>>;
  /** Ids of what is hidden, and the objects themselves. */
  readonly secretIds: string[];
  readonly secretObjects: StixObject[];
  /** Own warnings, with their last version and what was published. */
  readonly own: { id: string; version: number; readonly draft: Draft }[];
  /** Names of cursors, with the filter for which they are valid. */
  readonly cursors: { readonly name: string; readonly filter: object }[];
};

/** A request, and what to learn from its answer. */
export type Operation = {
  readonly name: string;
  readonly request: TwinRequest;
  readonly learn?: (answer: string) => void;
};

const ID = /\b([a-z][a-z0-9-]*)--[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** Keeps the ids and cursors of an answer. */
export const learn = ({ seen }: ScriptState, answer: string): void => {
  for (const [id, prefix = ''] of answer.matchAll(ID)) {
    const known = seen.get(prefix) ?? new Set<string>();
    if (known.size < 400) known.add(id);
    seen.set(prefix, known);
  }
};

export const graphql = (
  { token }: Pick<ScriptState, 'token'>,
  query: string,
  variables: object = {},
  headers: Readonly<Record<string, string>> = {},
): TwinRequest => ({
  method: 'POST',
  path: '/graphql',
  headers: {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    accept: 'application/json',
    ...headers,
  },
  body: JSON.stringify({ query, variables }),
});

const get = ({ token }: ScriptState, path: string): TwinRequest => ({
  method: 'GET',
  path,
  headers: { authorization: `Bearer ${token}` },
  body: '',
});

const isItem = (prefix: string): boolean => prefix === 'warning' || prefix === 'practice';
const NO_OBJECTS = new Set([
  'warning',
  'practice',
  'delivery',
  'member',
  'duplicate',
  'object-duplicate',
  'bundle',
]);

/** An id: mostly one that was seen, often a hidden one, sometimes one that nobody has. */
const idOf = (state: ScriptState, isWanted: (prefix: string) => boolean, absent: string): string => {
  const { random, seen, secretIds } = state;
  const known = [...seen].flatMap(([prefix, ids]) => (isWanted(prefix) ? [...ids] : []));
  const hidden = secretIds.filter((id) => isWanted(id.slice(0, id.indexOf('--'))));
  const draw = random.below(20);
  if (draw < 12 && known.length > 0) return random.pick(known);
  if (draw < 19 && hidden.length > 0) return random.pick(hidden);
  return `${absent}--${random.uuid()}`;
};
const itemId = (state: ScriptState): string => idOf(state, isItem, 'warning');
const objectId = (state: ScriptState): string => idOf(state, (prefix) => !NO_OBJECTS.has(prefix), 'tool');
const namedId = (state: ScriptState): string =>
  idOf(state, (prefix) => ['tool', 'malware'].includes(prefix), 'tool');

const FILTERS: readonly object[] = [
  {},
  {},
  { exercise: 'winter-drill' },
  { sectors: ['energy', 'health'] },
  { country: 'XA' },
  { severities: ['SEVERE'] },
  { kind: 'PRACTICE' },
  { text: 'warning 1' },
  { text: 'adv-26-101' },
];

const feed = (state: ScriptState): Operation => {
  const { random, cursors } = state;
  const held = random.chance(0.4) && cursors.length > 0 ? random.pick(cursors) : null;
  const filter = held !== null && random.chance(0.9) ? held.filter : random.pick(FILTERS);
  const query = `query ($first: Int, $after: String, $filter: FeedFilter) {
    feed(first: $first, after: $after, filter: $filter) {
      edges { cursor node { ${everythingOf('Warning', 1)} } } pageInfo { ${everythingOf('PageInfo', 0)} } } }`;
  const variables = { first: 1 + random.below(12), after: held?.name ?? null, filter };
  return {
    name: 'feed',
    request: graphql(state, query, variables),
    learn: (answer) => {
      for (const [, number] of answer.matchAll(/cursor<(\d+)>/g))
        if (cursors.length < 400) cursors.push({ name: cursorName(Number(number)), filter });
    },
  };
};

const byId =
  (name: string, type: string, pick: (state: ScriptState) => string) =>
  (state: ScriptState): Operation => {
    const depth = type === 'StixObject' ? 1 : 1 + state.random.below(2);
    return {
      name,
      request: graphql(state, `query ($id: ID!) { ${name}(id: $id) { ${everythingOf(type, depth)} } }`, {
        id: pick(state),
      }),
    };
  };

const node = (state: ScriptState): Operation => {
  const [first = ''] = state.random.some(['warning', 'object', 'any'], 1, 1);
  const id =
    first === 'warning'
      ? itemId(state)
      : first === 'object'
        ? objectId(state)
        : idOf(state, () => true, 'delivery');
  const query = `query ($id: ID!) { node(id: $id) { __typename id
    ... on Warning { ${everythingOf('Warning', 0)} } ... on StixObject { ${everythingOf('StixObject', 0)} }
    ... on Delivery { ${everythingOf('Delivery', 1)} } } }`;
  return { name: 'node', request: graphql(state, query, { id }) };
};

const versions = (state: ScriptState): Operation => {
  const id = objectId(state);
  const history = everythingFrom('stixVersions', 1);
  if (history !== null && state.random.chance(0.5)) {
    const query = `query ($id: ID!) { stixVersions(id: $id, first: 3) { ${history} } }`;
    return { name: 'stixVersions', request: graphql(state, query, { id }) };
  }
  const query = `query ($id: ID!) { stixObject(id: $id) { versions(first: 2) { ${everythingOf('StixVersionConnection', 1)} }
    revokedBy { slug } difference(from: "2026-02-01T00:00:00.000Z") { ${everythingOf('StixDifference', 1)} } } }`;
  return { name: 'versions', request: graphql(state, query, { id }) };
};

const objectsOf = (state: ScriptState): Operation => {
  const query = `query ($id: ID!) { warning(id: $id) { bundle objects(first: 20) { ${everythingOf('StixObjectConnection', 1)} } } }`;
  return { name: 'objects', request: graphql(state, query, { id: itemId(state) }) };
};

const proposals =
  (field: string) =>
  (state: ScriptState): Operation => ({
    name: field,
    request: graphql(
      state,
      `query ($first: Int) { ${field}(first: $first) { ${everythingFrom(field, 1)} } }`,
      {
        first: 1 + state.random.below(20),
      },
    ),
  });

const deliveries = (state: ScriptState): Operation => {
  const id = state.own.length > 0 ? state.random.pick(state.own).id : itemId(state);
  const query = `query ($id: ID!) { warning(id: $id) { version deliveries(first: 50) { ${everythingOf('DeliveryConnection', 2)} } } }`;
  return { name: 'deliveries', request: graphql(state, query, { id }) };
};

/** An audience whose persons exist. */
const audienceOf = ({ random, twins }: ScriptState, marking: ReturnType<typeof makeTlp>) =>
  makeAudience(random, twins.members, marking);

const preview = (state: ScriptState): Operation => {
  const { random } = state;
  const marking = makeTlp(random);
  const input = { marking: tlpName(marking), audience: audienceOf(state, marking), exercise: null };
  const query = `query ($input: AudiencePreviewInput!) { audiencePreview(input: $input) { ${everythingOf('AudiencePreviewResult', 3)} } }`;
  return { name: 'audiencePreview', request: graphql(state, query, { input }) };
};

const tlpName = (tlp: string): string => tlp.replace('+', '_');

/** Adds to a bundle what probes for the hidden: its ids, its values, its objects. */
const withProbes = (
  state: ScriptState,
  { object: first }: { readonly object: StixObject | undefined },
): StixObject[] => {
  const { random, secretObjects } = state;
  const made = (type: string, more: object): StixObject => ({
    type,
    spec_version: '2.1',
    id: `${type}--${random.uuid()}`,
    created: '2026-02-01T00:00:00.000Z',
    modified: '2026-02-01T00:00:00.000Z',
    ...more,
  });
  const probes: StixObject[] = [];
  if (random.chance(0.5))
    probes.push(made('note', { content: 'Seen?', object_refs: [objectId(state), objectId(state)] }));
  if (random.chance(0.4) && first !== undefined)
    probes.push(
      made('relationship', {
        relationship_type: 'related-to',
        source_ref: first.id,
        target_ref: objectId(state),
      }),
    );
  if (random.chance(0.3))
    probes.push(
      made('report', {
        name: 'A report that asks',
        report_types: ['threat-report'],
        published: '2026-02-01T00:00:00.000Z',
        object_refs: [objectId(state), objectId(state)],
      }),
    );
  if (random.chance(0.4) && secretObjects.length > 0) {
    const object = random.pick(secretObjects);
    const isChanged = random.chance(0.5) && object['name'] !== undefined;
    probes.push(isChanged ? { ...object, name: 'Another name' } : object);
  }
  return probes;
};

const drawn = (state: ScriptState): Act => {
  const { random, twins } = state;
  const { slug } = twins.reader.member;
  const members = twins.members.map((member): Member => ({ ...member, mayPublish: member.slug === slug }));
  const act = makePublication(random, members, random.below(1_000));
  if (random.chance(0.35)) return act;
  const objects = act.given.map(({ object }) => object);
  const probed = new Map(
    [...objects, ...withProbes(state, { object: objects.at(-1) })].map((each) => [each.id, each]),
  );
  const bundle =
    probed.size === 0
      ? null
      : bundleOf(
          random,
          [...probed.values()].map((object) => ({ object, tlp: null })),
        );
  return { ...act, draft: { ...act.draft, bundle, allowEmptyAudience: random.chance(0.7) } };
};

/** A draft has the fields of the input, but for its kind and the spelling of the marking. */
const inputOf = (draft: Draft, isWhole: boolean): object => {
  const {
    kind: _,
    practiceKind,
    ...rest
  } = (isWhole ? draft : { ...correctionOf(draft), kind: null }) as Record<string, unknown>;
  const marking = rest['marking'];
  return {
    ...rest,
    ...(typeof marking === 'string' ? { marking: tlpName(marking) } : {}),
    ...(practiceKind === undefined ? {} : { kind: practiceKind }),
  };
};

const publish = (state: ScriptState): Operation => {
  const { random } = state;
  const { draft } = drawn(state);
  const [field, type] =
    draft.kind === 'WARNING'
      ? ['publishWarning', 'PublishWarningInput']
      : ['publishPractice', 'PublishPracticeInput'];
  const query = `mutation ($input: ${type}!) { ${field}(input: $input) { ${everythingOf('PublishResult', 2)} } }`;
  const headers: Record<string, string> = random.chance(0.3)
    ? { 'idempotency-key': `key-${random.below(6)}` }
    : {};
  return {
    name: field,
    request: graphql(state, query, { input: inputOf(draft, true) }, headers),
    learn: (answer) => {
      const [, id] = /"warning":\{"id":"([^"]+)"/.exec(answer) ?? [];
      if (id !== undefined && state.own.every((each) => each.id !== id))
        state.own.push({ id, version: 1, draft });
    },
  };
};

/** Of an own warning, or of one that is another's or hidden. */
const correct = (state: ScriptState): Operation => {
  const { random, own } = state;
  const known = random.chance(0.7) && own.length > 0 ? random.pick(own) : undefined;
  const id = known?.id ?? itemId(state);
  const draft = { ...drawn(state).draft, kind: known?.draft.kind ?? 'WARNING' } as Draft;
  const noun = (known?.draft.kind ?? 'WARNING') === 'WARNING' ? 'Warning' : 'Practice';
  const isEnd = random.chance(0.3);
  const verb = isEnd ? (noun === 'Warning' ? 'cancel' : 'withdraw') : 'update';
  const name = `${verb}${noun}`;
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  const expectedVersion = known?.version ?? 1;
  const merged =
    known === undefined ? draft : { ...known.draft, bundle: draft.bundle, headline: draft.headline };
  const input = { id, expectedVersion, ...(isEnd ? { reason: 'It was nothing.' } : inputOf(merged, false)) };
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { ${everythingOf('PublishResult', 1)} } }`;
  return {
    name,
    request: graphql(state, query, { input }),
    learn: (answer) => {
      const [, version] = /"warning":\{"id":"[^"]+".*?"version":(\d+)/.exec(answer) ?? [];
      if (known !== undefined && version !== undefined) known.version = Number(version);
    },
  };
};

const acknowledge = (state: ScriptState): Operation => {
  const input = { warning: itemId(state), answer: 'AFFECTED', note: 'We are looking.' };
  const query = `mutation ($input: AcknowledgeWarningInput!) { acknowledgeWarning(input: $input) { ${everythingOf('AcknowledgeResult', 2)} } }`;
  return { name: 'acknowledgeWarning', request: graphql(state, query, { input }) };
};

const rulePair = (state: ScriptState): Operation => {
  const name = state.random.pick(['acceptDuplicate', 'rejectDuplicate', 'undoMerge']);
  const id = idOf(state, (prefix) => prefix === 'duplicate', 'duplicate');
  const query = `mutation ($id: ID!) { ${name}(id: $id) { ${everythingOf('DuplicateResult', 1)} } }`;
  return { name, request: graphql(state, query, { id }) };
};

const ruleObjects = (state: ScriptState): Operation => {
  const name = state.random.pick(['acceptObjectDuplicate', 'rejectObjectDuplicate', 'undoObjectMerge']);
  const query = `mutation ($one: ID!, $other: ID!) { ${name}(one: $one, other: $other) { ${everythingOf('ObjectDuplicateResult', 1)} } }`;
  return { name, request: graphql(state, query, { one: namedId(state), other: namedId(state) }) };
};

const PAGES = ['/', '/healthz', '/readyz', '/nothing-here', '/.well-known/security.txt'];

const page = (state: ScriptState): Operation => {
  const { random } = state;
  const path = random.chance(0.8) ? `/warnings/${itemId(state)}` : random.pick(PAGES);
  return { name: `GET ${path.replace(/--.*/, '')}`, request: get(state, path) };
};

const small = (state: ScriptState): Operation => {
  const query = `{ me { ${everythingOf('Me', 1)} } sectors { ${everythingOf('SectorDirectory', 1)} }
    enrichmentSources { ${everythingOf('EnrichmentSource', 0)} } }`;
  return { name: 'me', request: graphql(state, query) };
};

const byUrl = (state: ScriptState): Operation => {
  const query = `{ warning(id: "${itemId(state)}") { id headline } stixObject(id: "${objectId(state)}") { id marking } }`;
  return { name: 'GET /graphql', request: get(state, `/graphql?query=${encodeURIComponent(query)}`) };
};

const malformed = (state: ScriptState): Operation => {
  const id = itemId(state);
  const query = state.random.pick([
    `{ warning(id: "${id}") { nothing } }`,
    `{ warning(id: "${id}" { id } }`,
    '{ feed(first: 500) { edges { cursor } } }',
  ]);
  return { name: 'an invalid query', request: graphql(state, query) };
};

/** How often each is drawn. */
const TABLE: readonly (readonly [number, (state: ScriptState) => Operation])[] = [
  [14, feed],
  [14, byId('warning', 'Warning', itemId)],
  [16, byId('stixObject', 'StixObject', objectId)],
  [6, node],
  [6, versions],
  [5, objectsOf],
  [4, proposals('duplicateProposals')],
  [4, proposals('objectDuplicateProposals')],
  [5, deliveries],
  [12, preview],
  [10, publish],
  [6, correct],
  [6, acknowledge],
  [5, rulePair],
  [5, ruleObjects],
  [4, page],
  [1, small],
  [2, byUrl],
  [1, malformed],
];
const TOTAL = TABLE.reduce((sum, [weight]) => sum + weight, 0);

export const drawOperation = (state: ScriptState): Operation => {
  let at = state.random.below(TOTAL);
  for (const [weight, operation] of TABLE) {
    if (at < weight) return operation(state);
    at -= weight;
  }
  return feed(state);
};

/** The last operation: after the receipts are written, everything that the reader has been sent. */
export const ownDeliveries = (state: ScriptState): Operation => {
  const query =
    '{ feed(first: 100) { edges { node { id myDelivery { state sentAt receivedAt acknowledgedAt answer } } } } }';
  return { name: 'myDelivery', request: graphql(state, query) };
};
