// Every way out over HTTP, asked by one reader for everything there is: the answers as text.
import type { Agent } from 'node:http';
import type { Raw } from '../twins/answer.ts';
import { readSocket } from '../twins/requests/read-socket.ts';
import { sendTo, type TwinRequest } from '../twins/requests/send.ts';
import { everyRoot, everythingFrom, everythingOf } from '../twins/selections.ts';

export type Asked = { readonly way: string; readonly request: TwinRequest; readonly answer: Raw };

export type Asking = {
  readonly url: string;
  readonly agent: Agent;
  readonly token: string;
};

/** Ids to ask for, by what they name. */
export type Universe = {
  readonly warnings: readonly string[];
  readonly objects: readonly string[];
  /** Pairs, deliveries. */
  readonly others: readonly string[];
  /** Slugs of members that the reader may know of or not. */
  readonly members: readonly string[];
  /** Persons of the reader's member, itself among them where it is one. */
  readonly persons: readonly string[];
};

type Ask = (way: string, query: string, variables?: object) => Promise<Raw>;

const PAGE = 6;
const MOST_PAGES = 60;

/** Asked for by itself: what was taken out may be shown there, and nowhere else. */
const HISTORY = ['versions'];

/** Questions that are asked at once. */
const LANES = 4;

const inLanes = async <Each>(all: readonly Each[], act: (each: Each) => Promise<unknown>): Promise<void> => {
  const left = [...all];
  const lane = async (): Promise<void> => {
    for (let each = left.shift(); each !== undefined; each = left.shift()) await act(each);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
};

const textBetween = (text: string, pattern: RegExp): string | null => pattern.exec(text)?.[1] ?? null;

/** All pages of the feed under a filter; the cursors of each are in its answer. */
const feed = async (ask: Ask, filter: object): Promise<string | null> => {
  // What is nested is the same under every filter.
  const depth = Object.keys(filter).length === 0 ? 1 : 0;
  const query = `query ($after: String, $filter: FeedFilter) { feed(first: ${PAGE}, after: $after, filter: $filter) {
    edges { cursor node { ${everythingOf('Warning', depth, HISTORY)} } } pageInfo { hasNextPage endCursor } } }`;
  let after: string | null = null;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { body } = await ask('feed', query, { after, filter });
    const end = textBetween(body, /"endCursor":"([^"]+)"\}\}\}/);
    if (!body.includes('"hasNextPage":true') || end === null) return after ?? end;
    after = end;
  }
  return after;
};

/** All indicators, from the other end of the list, and those of single warnings. */
const indicators = async (ask: Ask, { warnings }: Universe): Promise<void> => {
  const query = `query ($after: String, $filter: IndicatorFilter) {
    indicators(first: ${PAGE}, after: $after, filter: $filter, order: OLDEST_FIRST) { ${everythingOf('IndicatorConnection', 1)} } }`;
  for (const exercise of [null, 'winter-drill']) {
    let after: string | null = null;
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const { body } = await ask('indicators', query, { after, filter: { exercise } });
      after = textBetween(body, /"endCursor":"([^"]+)"/);
      if (!body.includes('"hasNextPage":true') || after === null) break;
    }
  }
  for (const warning of warnings.filter((_, index) => index % 4 === 0))
    await ask('indicators', query, { after: null, filter: { warning } });
};

const FILTERS: readonly object[] = [
  {},
  { exercise: 'winter-drill' },
  { sectors: ['energy', 'health'] },
  { country: 'XA' },
  { severities: ['SEVERE'] },
  { kind: 'PRACTICE' },
  { text: 'warning 1' },
];

const byIds = async (ask: Ask, { warnings, objects, others }: Universe): Promise<void> => {
  const warning = `query ($id: ID!) { warning(id: $id) { ${everythingOf('Warning', 1, HISTORY)} } }`;
  const former = `query ($id: ID!) { warning(id: $id) { versions(first: 30) { ${everythingOf('WarningVersionConnection', 1)} }
    ${['from: 1', 'from: 1, to: 2', 'from: 3, to: 2'].map((range, at) => `d${at}: difference(${range}) { ${everythingOf('WarningDifference', 1)} }`).join(' ')} } }`;
  const held = `query ($id: ID!) { warning(id: $id) { objects(first: 20) { edges { node { ${everythingOf('StixObject', 0, HISTORY)} } } } } }`;
  const deliveries = `query ($id: ID!) { warning(id: $id) { deliveries(first: 40) { edges { node { ${everythingOf('Delivery', 1)} } } } } }`;
  await inLanes(warnings, async (id) => {
    await ask('warning', warning, { id });
    await ask('versions of a warning', former, { id });
    await ask('objects of a warning', held, { id });
    await ask('deliveries', deliveries, { id });
  });
  const object = `query ($id: ID!) { stixObject(id: $id) { ${everythingOf('StixObject', 1, HISTORY)} } }`;
  const versions = `query ($id: ID!) { stixObject(id: $id) { versions(first: 30) { edges { node { ${everythingOf('StixVersion', 1)} } } }
    difference(from: "2026-02-01T00:00:00.000Z") { ${everythingOf('StixDifference', 1)} } } }`;
  const selected = everythingFrom('stixVersions', 1);
  const history =
    selected === null ? null : `query ($id: ID!) { stixVersions(id: $id, first: 30) { ${selected} } }`;
  await inLanes(objects, async (id) => {
    await ask('object', object, { id });
    await ask('versions', versions, { id });
    if (history !== null) await ask('versions', history, { id });
  });
  const all = [...warnings, ...objects, ...others];
  await inLanes(nodesIn(all), (ids) => ask('node', NODES, ids));
  const nodes = 'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }';
  for (let from = 0; from < all.length; from += 100)
    await ask('nodes', nodes, { ids: all.slice(from, from + 100) });
};

/** As many root fields as an operation may have. */
const NODES_AT_ONCE = 10;
const NAMES = Array.from({ length: NODES_AT_ONCE }, (_, index) => `id${index}`);
const NODES = `query (${NAMES.map((name) => `$${name}: ID!`).join(', ')}) {
  ${NAMES.map((name) => `${name}: node(id: $${name}) { __typename id }`).join(' ')} }`;

/** Variables of `NODES`; the last ones repeat an id. */
const nodesIn = (ids: readonly string[]): Record<string, string>[] =>
  Array.from({ length: Math.ceil(ids.length / NODES_AT_ONCE) }, (_, turn) =>
    Object.fromEntries(
      NAMES.map((name, index) => [name, ids[turn * NODES_AT_ONCE + index] ?? ids.at(-1) ?? '']),
    ),
  );

const lists = async (ask: Ask): Promise<void> => {
  for (const field of ['duplicateProposals', 'objectDuplicateProposals'])
    await ask(field, `{ ${field}(first: 100) { ${everythingFrom(field, 1)} } }`);
  const preview = `query ($input: AudiencePreviewInput!) { audiencePreview(input: $input) { ${everythingOf('AudiencePreviewResult', 3)} } }`;
  for (const marking of ['CLEAR', 'AMBER'])
    await ask('audiencePreview', preview, {
      input: { marking, audience: { alternatives: [{ sectors: ['energy', 'health'] }] } },
    });
};

const refusals = async (ask: Ask, { warnings, objects }: Universe): Promise<void> => {
  const acknowledge = `mutation ($input: AcknowledgeWarningInput!) { acknowledgeWarning(input: $input) { ${everythingOf('AcknowledgeResult', 1)} } }`;
  const cancel = `mutation ($input: CancelWarningInput!) { cancelWarning(input: $input) { ${everythingOf('PublishResult', 1)} } }`;
  for (const id of warnings.filter((_, index) => index % 5 === 0)) {
    await ask('acknowledgeWarning', acknowledge, { input: { warning: id } });
    // No warning has this version: whoever may read it is told so, and nothing is cancelled.
    await ask('cancelWarning', cancel, { input: { id, expectedVersion: 999, reason: 'None.' } });
  }
  const ruling = `mutation ($one: ID!, $other: ID!) { undoObjectMerge(input: { one: $one, other: $other }) { ${everythingOf('ObjectDuplicateResult', 1)} } }`;
  // The same id twice: nothing is ruled on.
  for (const id of objects.filter((_, index) => index % 9 === 0))
    await ask('undoObjectMerge', ruling, { one: id, other: id });
};

/** What the hub holds of persons. */
const personsData = async (ask: Ask, { persons }: Universe): Promise<void> => {
  const held = 'query ($id: ID!) { personData(person: $id) }';
  for (const id of persons) await ask('personData', held, { id });
};

/** What else there is of a partnership: lists of every kind, and members one by one. */
const partnership = async (ask: Ask, { members }: Universe): Promise<void> => {
  for (const query of everyRoot(1, PARTNERS, ['feed', 'indicators'])) await ask('partnership', query);
  const facts = `query ($member: String!) { memberFacts(member: $member) { ${everythingOf('MemberFacts', 1)} } }`;
  const contacts = `query ($member: String!) { contacts(member: $member) { ${everythingFrom('contacts', 1)} } }`;
  for (const member of members) {
    await ask('partnership', facts, { member });
    await ask('partnership', contacts, { member });
  }
};
const PARTNERS = 30;

const STREAM_MS = 700;
const NEVER = 'no event contains this';

/** Asks everything; `note` gets each answer. */
export const askEverything = async (
  { url, agent, token }: Asking,
  universe: Universe,
  note: (asked: Asked) => void,
): Promise<void> => {
  const authorization = `Bearer ${token}`;
  const post = (query: string, variables: object, more: object = {}): TwinRequest => ({
    method: 'POST',
    path: '/graphql',
    headers: { authorization, 'content-type': 'application/json', ...more },
    body: JSON.stringify({ query, variables }),
  });
  const ask: Ask = async (way, query, variables = {}) => {
    const request = post(query, variables);
    const answer = await sendTo(url, agent, request).whole();
    // A query over a limit would read nothing, and find nothing.
    if (answer.status >= 500 || answer.body.includes('"QUERY_TOO_'))
      throw new Error(`${way} answered ${answer.status}: ${answer.body.slice(0, 300)}`);
    note({ way, request, answer });
    return answer;
  };
  let oldest: string | null = null;
  for (const filter of FILTERS) oldest = (await feed(ask, filter)) ?? oldest;
  await byIds(ask, universe);
  await indicators(ask, universe);
  await lists(ask);
  await refusals(ask, universe);
  await personsData(ask, universe);
  await partnership(ask, universe);
  const pages = [
    ...universe.warnings.map((id) => `/warnings/${id}`),
    ...['/schema.graphql', '/metrics', '/readyz', '/'],
  ];
  await inLanes(pages, async (path) => {
    const request: TwinRequest = { method: 'GET', path, headers: { authorization }, body: '' };
    note({
      way: path.startsWith('/warnings') ? 'page of a warning' : 'other pages',
      request,
      answer: await sendTo(url, agent, request).whole(),
    });
  });
  const query = `subscription ($after: String) { warningReceived(after: $after) { cursor node { ${everythingOf('Warning', 0)} } } }`;
  const request = post(query, { after: oldest }, { accept: 'text/event-stream' });
  const [body, events] = await Promise.all([
    sendTo(url, agent, request).until(NEVER, STREAM_MS),
    readSocket({ url, token, query, variables: { after: oldest } }, NEVER, STREAM_MS),
  ]);
  note({ way: 'stream', request, answer: { status: 200, headers: [], body } });
  note({ way: 'socket', request, answer: { status: 200, headers: [], body: events } });
};
