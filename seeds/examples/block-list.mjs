// Keeps the values that are valid now: `TOCSIN_URL=… TOCSIN_KEY=… node block-list.mjs STATE.json` prints them, one a line.
// It polls the feed, which has what `indicators` has not: that a warning was corrected, cancelled, recalled or taken away.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const FEED = `query ($after: String) { feed(first: 100, order: OLDEST_FIRST, after: $after) {
  edges { node { id messageType recall { warning } } } pageInfo { hasNextPage endCursor } } }`;
const INDICATORS = `query ($warning: ID!, $after: String) {
  indicators(first: 200, order: OLDEST_FIRST, after: $after, filter: { warning: $warning, isValid: true }) {
    edges { node { values { value } validUntil warning { validUntil } } } pageInfo { hasNextPage endCursor } } }`;

export const emptyState = () => ({ cursor: null, held: {} });

/** What is held after everything new; `ask(query, variables)` answers with the `data` of one request. */
export const poll = async (ask, { cursor, held }) => {
  for (let hasNext = true; hasNext; ) {
    const { feed } = await ask(FEED, { after: cursor });
    for (const { node } of feed.edges) {
      // Whatever came from the version before goes, and of a notice what it is about.
      delete held[node.id];
      if (node.recall !== null) delete held[node.recall.warning];
      if (node.messageType !== 'CANCEL') held[node.id] = await validIn(ask, node.id);
    }
    cursor = feed.pageInfo.endCursor;
    hasNext = feed.pageInfo.hasNextPage;
  }
  return { cursor, held };
};

const validIn = async (ask, warning) => {
  const found = [];
  for (let after = null, hasNext = true; hasNext; ) {
    const { indicators } = await ask(INDICATORS, { warning, after });
    for (const { node } of indicators.edges) {
      const ends = [node.validUntil, node.warning.validUntil].filter((each) => each !== null);
      for (const { value } of node.values) found.push({ value, until: ends.toSorted()[0] ?? null });
    }
    after = indicators.pageInfo.endCursor;
    hasNext = indicators.pageInfo.hasNextPage;
  }
  return found;
};

/** An end that comes by the clock is no event: each value keeps the earlier of its own and its warning's. */
export const valuesAt = ({ held }, now) => [
  ...new Set(
    Object.values(held)
      .flat()
      .filter(({ until }) => until === null || Date.parse(until) > now.getTime())
      .map(({ value }) => value),
  ),
];

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

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [, , file = 'block-list.json'] = process.argv;
  const before = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : emptyState();
  const state = await poll(askOf(process.env.TOCSIN_URL, process.env.TOCSIN_KEY), before);
  writeFileSync(file, JSON.stringify(state));
  for (const value of valuesAt(state, new Date())) console.log(value);
}
