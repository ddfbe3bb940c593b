// What the reader of twin worlds asks and does: operations drawn at random over every root field and page. The same requests
// go to both twins.
import { makeAudience, makeTlp } from '../world/worlds.ts';
import { cursorName } from './answer.ts';
import { get, graphql, idOf, itemId, type Operation, objectId, type ScriptState } from './requests/asking.ts';
import { everythingFrom, everythingOf } from './selections.ts';
import { acknowledge, correct, publish, ruleObjects, rulePair, tlpName } from './writing.ts';

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

/** In which direction a list is read, and from when on. */
const direction = ({ random }: ScriptState) => ({
  order: random.pick(['NEWEST_FIRST', 'OLDEST_FIRST']),
  since: random.chance(0.2) ? random.pick(['2020-01-01T00:00:00Z', '2026-03-01T12:00:00Z']) : null,
});

const INDICATOR_FILTERS: readonly object[] = [
  {},
  { exercise: 'winter-drill' },
  { value: '198.51.100.7' },
  { types: ['ipv4-addr', 'file'] },
  { malware: 'Nightjar', isValid: true },
  { technique: 'T1190' },
  { text: 'warning 1' },
];

const indicators = (state: ScriptState): Operation => {
  const { random, cursors } = state;
  const filter = random.chance(0.2) ? { warning: itemId(state) } : random.pick(INDICATOR_FILTERS);
  const held = random.chance(0.3) ? cursors.find((each) => each.filter === filter) : undefined;
  const query = `query ($first: Int, $after: String, $filter: IndicatorFilter, $order: FeedOrder!, $since: DateTime) {
    indicators(first: $first, after: $after, filter: $filter, order: $order, since: $since) {
      ${everythingOf('IndicatorConnection', 1)} } }`;
  const variables = { first: 1 + random.below(6), after: held?.name ?? null, filter, ...direction(state) };
  return {
    name: 'indicators',
    request: graphql(state, query, variables),
    learn: (answer) => {
      const [, number] = /"endCursor":"cursor<(\d+)>/.exec(answer) ?? [];
      if (number !== undefined && cursors.length < 400)
        cursors.push({ name: cursorName(Number(number)), filter });
    },
  };
};

const nodes = (state: ScriptState): Operation => {
  const ids = [itemId(state), objectId(state), idOf(state, () => true, 'duplicate')];
  return {
    name: 'nodes',
    request: graphql(state, 'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }', { ids }),
  };
};

const feed = (state: ScriptState): Operation => {
  const { random, cursors } = state;
  const usable = cursors.filter((each) => FILTERS.includes(each.filter));
  const held = random.chance(0.4) && usable.length > 0 ? random.pick(usable) : null;
  const filter = held !== null && random.chance(0.9) ? held.filter : random.pick(FILTERS);
  const query = `query ($first: Int, $after: String, $filter: FeedFilter, $order: FeedOrder!, $since: DateTime) {
    feed(first: $first, after: $after, filter: $filter, order: $order, since: $since) {
      edges { cursor node { ${everythingOf('Warning', 1)} } } pageInfo { ${everythingOf('PageInfo', 0)} } } }`;
  const variables = { first: 1 + random.below(8), after: held?.name ?? null, filter, ...direction(state) };
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
    // What is nested deeper is asked for by itself too.
    const depth = type !== 'StixObject' && state.random.chance(0.2) ? 2 : 1;
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

const versionsOf = (state: ScriptState): Operation => {
  const query = `query ($id: ID!, $to: Int) { warning(id: $id) { versions(first: 2) { ${everythingOf('WarningVersionConnection', 1)} }
    difference(from: 1, to: $to) { ${everythingOf('WarningDifference', 1)} } } }`;
  const variables = { id: itemId(state), to: state.random.pick([null, 2, 3]) };
  return { name: 'versions of a warning', request: graphql(state, query, variables) };
};

const objectsOf = (state: ScriptState): Operation => {
  const query = `query ($id: ID!) { warning(id: $id) { bundle objects(first: 8) { ${everythingOf('StixObjectConnection', 1)} } } }`;
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
  [3, nodes],
  [6, indicators],
  [6, versions],
  [6, versionsOf],
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
