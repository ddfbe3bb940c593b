// Keeps the values that are valid now: `TOCSIN_URL=… TOCSIN_KEY=… node block-list.mjs STATE.json` prints them, one a line, and on
// stderr what it leaves out. It polls the feed, which has what `indicators` has not: that a warning was corrected, cancelled,
// recalled or taken away.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const FEED = `query ($after: String) { feed(first: 100, order: OLDEST_FIRST, after: $after) {
  edges { node { id messageType takenInAt recall { warning } } } pageInfo { hasNextPage endCursor } } }`;
const INDICATORS = `query ($warning: ID!, $after: String) {
  indicators(first: 200, order: OLDEST_FIRST, after: $after, filter: { warning: $warning, isValid: true }) {
    edges { node { values { value warningLists } validUntil warning { validUntil } } } pageInfo { hasNextPage endCursor } } }`;

/** The hub looks values up in the lists of common false positives just after it took a warning in: until then none is on any. */
const LOOKED_UP_AFTER_MS = 60_000;

/** `waiting` has the warnings whose values are taken at a later poll, with when the hub took them in. */
export const emptyState = () => ({ cursor: null, held: {}, waiting: {} });

/** What is held after everything new; `ask(query, variables)` answers with the `data` of one request. */
export const poll = async (ask, { cursor, held, waiting }, now = new Date()) => {
  for (let hasNext = true; hasNext; ) {
    const { feed } = await ask(FEED, { after: cursor });
    for (const { node } of feed.edges) {
      // Whatever came from the version before goes, and of a notice what it is about.
      for (const id of [node.id, ...(node.recall === null ? [] : [node.recall.warning])]) {
        delete held[id];
        delete waiting[id];
      }
      if (node.messageType !== 'CANCEL') waiting[node.id] = node.takenInAt;
    }
    cursor = feed.pageInfo.endCursor;
    hasNext = feed.pageInfo.hasNextPage;
  }
  for (const [id, takenInAt] of Object.entries(waiting)) {
    if (now.getTime() - Date.parse(takenInAt) < LOOKED_UP_AFTER_MS) continue;
    held[id] = await validIn(ask, id);
    delete waiting[id];
  }
  return { cursor, held, waiting };
};

const validIn = async (ask, warning) => {
  const found = [];
  for (let after = null, hasNext = true; hasNext; ) {
    const { indicators } = await ask(INDICATORS, { warning, after });
    for (const { node } of indicators.edges) {
      const ends = [node.validUntil, node.warning.validUntil].filter((each) => each !== null);
      const until = ends.toSorted()[0] ?? null;
      for (const { value, warningLists } of node.values) found.push({ value, lists: warningLists, until });
    }
    after = indicators.pageInfo.endCursor;
    hasNext = indicators.pageInfo.hasNextPage;
  }
  return found;
};

/** An end that comes by the clock is no event: each value keeps the earlier of its own and its warning's. */
const heldAt = ({ held }, now) =>
  Object.values(held)
    .flat()
    .filter(({ until }) => until === null || Date.parse(until) > now.getTime());

/** Values that are mostly no sign of an attack, such as public resolvers: by value the names of the lists that it is on. */
export const leftOutAt = (state, now) => {
  const listed = new Map();
  for (const { value, lists } of heldAt(state, now))
    if (lists.length > 0) listed.set(value, [...new Set([...(listed.get(value) ?? []), ...lists])]);
  return listed;
};

/** To block: what nobody may want to reach. */
export const valuesAt = (state, now) => {
  const leftOut = leftOutAt(state, now);
  const values = heldAt(state, now).map(({ value }) => value);
  return [...new Set(values)].filter((value) => !leftOut.has(value));
};

const askOf = (url, token) => async (query, variables) => {
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await answer.json();
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return data;
};

/** One that an earlier form of this example wrote does not say which values are on lists: everything is read anew. */
const stateIn = (file) => {
  const state = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : emptyState();
  return state.waiting === undefined ? emptyState() : state;
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [, , file = 'block-list.json'] = process.argv;
  const now = new Date();
  const state = await poll(askOf(process.env.TOCSIN_URL, process.env.TOCSIN_KEY), stateIn(file), now);
  writeFileSync(file, JSON.stringify(state));
  for (const value of valuesAt(state, now)) console.log(value);
  for (const [value, lists] of leftOutAt(state, now))
    console.error(
      `Left out: ${JSON.stringify(value)}, on ${lists.join('; ')}. Look twice before you block it.`,
    );
  const count = Object.keys(state.waiting).length;
  if (count > 0)
    console.error(
      `${count} just taken in: its values come with the next run, once the hub has looked them up.`,
    );
}
