// Keeps the values that are valid now: `TOCSIN_URL=… TOCSIN_KEY=… node block-list.mjs STATE.json` prints them, one a line, and on
// stderr what it leaves out. It polls the feed, which has what `indicators` has not: that a warning was corrected, cancelled,
// recalled or taken away.
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';

const FEED = `query ($after: String) { feed(first: 100, order: OLDEST_FIRST, after: $after) {
  edges { node { id messageType takenInAt recall { warning } } } pageInfo { hasNextPage endCursor } } }`;
const INDICATORS = `query ($warning: ID!, $after: String) {
  indicators(first: 200, order: OLDEST_FIRST, after: $after, filter: { warning: $warning, isValid: true }) {
    edges { node { valueCount values { value warningLists notToBlock } validUntil warning { validUntil } } } pageInfo { hasNextPage endCursor } } }`;

/** The hub looks values up in the lists of common false positives just after it took a warning in: until then none is on any. */
const LOOKED_UP_AFTER_MS = 60_000;

/**
 * `waiting` has the warnings whose values are taken at a later poll, with when the hub took them in; `cut` those with patterns of more
 * than a hundred values, with how many are not held.
 */
export const emptyState = (now = new Date()) => ({
  begunAt: now.toISOString(),
  cursor: null,
  held: {},
  waiting: {},
  cut: {},
});

/** No row of the feed tells what became valid by the clock since, nor what one may not read any more. */
const BEGINS_ANEW_AFTER_MS = 24 * 3_600_000;
/** The hub does not know the place any more: it was restored, or has replaced the key of its cursors. */
const PLACE_IS_LOST = new Set(['RESYNC', 'CURSOR_INVALID']);

/** Goes on from what is held; once a day, and where its place is lost, from the beginning. */
export const pollOrBegin = async (ask, state, now = new Date()) => {
  const isOld = now.getTime() - Date.parse(state.begunAt) >= BEGINS_ANEW_AFTER_MS;
  try {
    return await poll(ask, isOld ? emptyState(now) : state, now);
  } catch (error) {
    if (!PLACE_IS_LOST.has(error.code)) throw error;
    return poll(ask, emptyState(now), now);
  }
};

/** What is held after everything new; `ask(query, variables)` answers with the `data` of one request. */
export const poll = async (ask, { begunAt, cursor, held, waiting, cut = {} }, now = new Date()) => {
  for (let hasNext = true; hasNext; ) {
    const { feed } = await ask(FEED, { after: cursor });
    for (const { node } of feed.edges) {
      // Whatever came from the version before goes, and of a notice what it is about.
      for (const id of [node.id, ...(node.recall === null ? [] : [node.recall.warning])]) {
        delete held[id];
        delete waiting[id];
        delete cut[id];
      }
      if (node.messageType !== 'CANCEL') waiting[node.id] = node.takenInAt;
    }
    cursor = feed.pageInfo.endCursor;
    hasNext = feed.pageInfo.hasNextPage;
  }
  for (const [id, takenInAt] of Object.entries(waiting)) {
    if (now.getTime() - Date.parse(takenInAt) < LOOKED_UP_AFTER_MS) continue;
    try {
      const { found, missing } = await validIn(ask, id);
      held[id] = found;
      if (missing > 0) cut[id] = missing;
      delete waiting[id];
    } catch (error) {
      // One warning that cannot be read stops no other: it waits for the next run. A hub that is away, or a place that is lost, is told.
      if (error.code === undefined || PLACE_IS_LOST.has(error.code)) throw error;
    }
  }
  return { begunAt, cursor, held, waiting, cut };
};

const validIn = async (ask, warning) => {
  const found = [];
  let missing = 0;
  for (let after = null, hasNext = true; hasNext; ) {
    const { indicators } = await ask(INDICATORS, { warning, after });
    for (const { node } of indicators.edges) {
      const ends = [node.validUntil, node.warning.validUntil].filter((each) => each !== null);
      const until = ends.toSorted()[0] ?? null;
      missing += node.valueCount - node.values.length;
      for (const { value, warningLists: lists, notToBlock } of node.values)
        found.push({ value, lists, notToBlock, until });
    }
    after = indicators.pageInfo.endCursor;
    hasNext = indicators.pageInfo.hasNextPage;
  }
  return { found, missing };
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

/** To block: what nobody may want to reach, and what is a sign by itself. */
export const valuesAt = (state, now) => {
  const leftOut = leftOutAt(state, now);
  const alone = heldAt(state, now).filter(({ notToBlock }) => notToBlock === null);
  return [...new Set(alone.map(({ value }) => value))].filter((value) => !leftOut.has(value));
};

const WHY_NOT = {
  ONLY_TOGETHER: 'a sign only together with others',
  SPECIAL_NETWORK: 'private, special or too wide',
  UNUSUAL_FORM: 'in a form that a firewall may read as another value',
};

/** Values that no indicator names so that they may be blocked: by value why. */
export const neverAt = (state, now) => {
  const held = heldAt(state, now);
  const alone = new Set(held.filter(({ notToBlock }) => notToBlock === null).map(({ value }) => value));
  const listed = leftOutAt(state, now);
  const never = held.filter(({ value }) => !alone.has(value) && !listed.has(value));
  return new Map(never.map(({ value, notToBlock }) => [value, WHY_NOT[notToBlock] ?? notToBlock]));
};

export const askOf = (url, token) => async (query, variables) => {
  const send = () =>
    fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
  let answer = await send();
  // Who publishes very much makes many pages of it: they are read as fast as the key may.
  for (; answer.status === 429; answer = await send())
    await sleep(1_000 * (Number(answer.headers.get('retry-after')) || 1));
  const { data, errors } = await answer.json();
  if (errors !== undefined)
    throw Object.assign(new Error(JSON.stringify(errors)), { code: errors[0]?.extensions?.code });
  return data;
};

/** Where there is none, or one of an earlier form of this example or half of one, everything is read anew. */
const stateIn = (file, now) => {
  try {
    const state = JSON.parse(readFileSync(file, 'utf8'));
    return state.begunAt === undefined ? emptyState(now) : state;
  } catch (error) {
    if (error.code !== 'ENOENT' && !(error instanceof SyntaxError)) throw error;
    return emptyState(now);
  }
};

/** Whole or not at all, as on a full disk, and for nobody else: it says what one may read. */
const keep = (file, state) => {
  const half = `${file}.${process.pid}.half`;
  try {
    writeFileSync(half, JSON.stringify(state), { mode: 0o600 });
    renameSync(half, file);
  } finally {
    rmSync(half, { force: true });
  }
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [, , file = 'block-list.json'] = process.argv;
  const now = new Date();
  const ask = askOf(process.env.TOCSIN_URL, process.env.TOCSIN_KEY);
  const state = await pollOrBegin(ask, stateIn(file, now), now);
  keep(file, state);
  for (const value of valuesAt(state, now)) console.log(value);
  for (const [value, lists] of leftOutAt(state, now))
    console.error(
      `Left out: ${JSON.stringify(value)}, on ${lists.join('; ')}. Look twice before you block it.`,
    );
  for (const [value, why] of neverAt(state, now))
    console.error(`Left out: ${JSON.stringify(value)}, ${why}.`);
  for (const [warning, missing] of Object.entries(state.cut))
    console.error(
      `${missing} more of long patterns are not here: tocsin indicator list ${warning} --plain has them.`,
    );
  const count = Object.keys(state.waiting).length;
  if (count > 0)
    console.error(
      `${count} just taken in, or not readable yet: its values come with the next run, once the hub has looked them up.`,
    );
}
