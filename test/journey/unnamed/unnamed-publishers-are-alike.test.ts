// Whoever must not be named cannot be told apart (I33): in five hubs that differ only in which of five candidates published
// without its name, several readers get the same bytes, although the candidates assert the same objects under their names,
// openly, more strictly or out of sight.
import { afterAll, expect, test } from '@jest/globals';
import { createClient } from 'graphql-sse';
import { eventually, startProcess } from '../../support/processes.ts';
import {
  CANDIDATES,
  LAST_HEADLINE,
  OBJECT_IDS,
  OUTSIDER,
  openUnnamedWorld,
  READERS,
  type UnnamedWorld,
} from '../../support/world/alike/unnamed-world.ts';

const ITEM = `id kind version messageType state headline summary sectorsConcerned countriesConcerned marking publishedAt updatedAt
  publisher { id slug name kind country } whyMe { kind rule } handling { inWords } corroboration
  sources { warning marking publishedAt pair publisher { id slug name } }
  related { kind reasons pair warning { id publisher { slug } } } myDelivery { id version }`;
const FEED = `query ($after: String, $filter: FeedFilter) { feed(first: 3, after: $after, filter: $filter) {
  edges { cursor node { ${ITEM} } } pageInfo { hasNextPage endCursor } } }`;
const WARNING = `query ($id: ID!) { warning(id: $id) { ${ITEM} bundle
  objects(first: 50) { edges { cursor node { id marking raw sources { id: objectId marking warning publisher { slug } } } } } } }`;
const OBJECT = `query ($id: ID!) { stixObject(id: $id) { id marking raw corroboration
  sources { id: objectId marking warning publisher { id slug } }
  references { edges { node { id: targetId object { id } } } } enrichment { id marking raw } revokedBy { id slug }
  warnings(first: 20) { edges { cursor node { id publisher { slug } } } }
  versions(first: 2) { edges { cursor node { modified marking isLatest revoked raw source { slug } } }
    pageInfo { hasNextPage endCursor } } } }`;
const MORE = `query ($id: ID!, $after: String) { stixObject(id: $id) { versions(first: 2, after: $after) {
  edges { cursor node { modified marking isLatest revoked source { slug } } } pageInfo { hasNextPage endCursor } } } }`;
const PROPOSALS = `{ duplicateProposals(first: 50) { edges { node { id reasons score warnings { id } } } }
  objectDuplicateProposals(first: 50) { edges { node { reasons objects { id marking } } } } }`;
const ACCEPT = `mutation ($one: ID!, $other: ID!) { acceptObjectDuplicate(input: { one: $one, other: $other }) {
  pair { state reasons objects { id } } refusals { code path message } } }`;
const NEED_HELP = `mutation ($warning: ID!) { acknowledgeWarning(input: { warning: $warning, answer: NEED_HELP }) {
  refusals { code } } }`;
const CASES = `{ cases { edges { node { warning version member { slug } organisation owner { slug name } state dueAt isOverdue
  notes { isOfAsker text } } } } }`;
const PUBLISH = `mutation ($input: PublishWarningInput!) { publishWarning(input: $input) {
  recipients findings { code path message } refusals { code path message } } }`;
/** Without what the workers add while the event is on its way. */
const RECEIVED = `subscription { warningReceived { cursor node { id kind version messageType state headline summary
  sectorsConcerned countriesConcerned marking publishedAt updatedAt publisher { id slug name kind country } whyMe { kind rule }
  handling { inWords } sources { warning marking publishedAt publisher { id slug name } } } } }`;

const opened: UnnamedWorld[] = [];
afterAll(async () => {
  for (const { endpoint } of opened) await endpoint.close();
});

/** Cursors are sealed with the key of each hub, and a served bundle has a new id each time. */
const normal = (text: string): string => {
  const known = new Map<string, string>();
  return text
    .replaceAll(/"((?:end)?[cC]ursor)":"([^"]+)"/g, (_, name: string, cursor: string) => {
      if (!known.has(cursor)) known.set(cursor, `cursor ${known.size}`);
      return `"${name}":"${known.get(cursor)}"`;
    })
    .replaceAll(/"bundle--[0-9a-f-]{36}"/g, '"bundle--"');
};

const askAs =
  ({ endpoint }: UnnamedWorld, token: string) =>
  async (query: string, variables: object = {}) => {
    const { status, body } = await endpoint.ask(token, query, variables);
    if (status !== 200 || body.errors !== undefined) throw new Error(JSON.stringify(body));
    return body.data;
  };

/** Everything that one reader gets, by what it asked. */
const seenBy = async (world: UnnamedWorld, index: number, events: readonly unknown[]) => {
  const token = world.tokens[index] ?? '';
  const ask = askAs(world, token);
  const seen: Record<string, unknown> = { events };
  for (const filter of [{}, { text: 'gale' }, { severities: ['SEVERE'] }]) {
    const pages: unknown[] = [];
    for (let after: string | null = null; ; ) {
      const page = await ask(FEED, { after, filter });
      pages.push(page);
      if (!page.feed.pageInfo.hasNextPage) break;
      after = page.feed.pageInfo.endCursor;
    }
    seen[`feed ${JSON.stringify(filter)}`] = pages;
  }
  for (const id of world.warnings) {
    seen[id] = await ask(WARNING, { id });
    seen[`page of ${id}`] = (await world.endpoint.get(token, `/warnings/${id}`)).body;
  }
  for (const id of OBJECT_IDS) {
    const first = await ask(OBJECT, { id });
    const after = first.stixObject?.versions.pageInfo.endCursor ?? null;
    seen[id] = [first, await ask(MORE, { id, after })];
  }
  return seen;
};

/** What the reviewer may do, and what that shows. */
const reviewed = async (world: UnnamedWorld) => {
  const ask = askAs(world, world.tokens[1] ?? '');
  const [one, other] = OBJECT_IDS.filter((id) => id.startsWith('intrusion-set--'));
  const raw = (await ask(OBJECT, { id: OBJECT_IDS[0] })).stixObject.raw;
  const bundle = { type: 'bundle', id: 'bundle--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f', objects: [raw] };
  const input = {
    ...{ headline: 'Passed on', summary: 'As it came', language: 'en', actions: [], contacts: [] },
    ...{ urgency: 'IMMEDIATE', severity: 'MINOR', certainty: 'OBSERVED', marking: 'GREEN' },
    audience: { alternatives: [{ members: ['other-teller'] }] },
  };
  const changed = { ...bundle, objects: [{ ...raw, name: 'Another content' }] };
  return {
    proposals: await ask(PROPOSALS),
    ruling: await ask(ACCEPT, { one, other }),
    sources: [await ask(OBJECT, { id: one }), await ask(OBJECT, { id: other })],
    passedOn: await ask(PUBLISH, { input: { ...input, bundle } }),
    conflict: await ask(PUBLISH, { input: { ...input, bundle: changed } }),
  };
};

/** Who asks for help with each of them, and who it is told helps. */
const helped = async (world: UnnamedWorld) => {
  const ask = askAs(world, world.tokens[0] ?? '');
  for (const warning of world.warnings) await ask(NEED_HELP, { warning });
  const cases: { warning: string }[] = (await ask(CASES)).cases.edges.map(
    ({ node }: { node: { warning: string } }) => node,
  );
  return cases.sort((one, other) => (one.warning < other.warning ? -1 : 1));
};

const printed = async ({ endpoint, tokens, warnings }: UnnamedWorld): Promise<unknown> => {
  const env = { TOCSIN_URL: endpoint.url, TOCSIN_KEY: tokens[0] ?? '', NO_COLOR: '1' };
  const all: unknown[] = [];
  for (const args of [['feed'], ['warning', 'show', warnings.at(-1) ?? '']]) {
    const command = startProcess('src/cli/main.ts', env, args);
    expect(await command.ended()).toBe(0);
    all.push(command.said());
  }
  return all;
};

const transcriptOf = async (chosen: number): Promise<Record<string, string>> => {
  const world = await openUnnamedWorld(chosen);
  opened.push(world);
  await world.openly();
  const events = READERS.map((): unknown[] => []);
  const clients = world.tokens.map((token, index) => {
    const client = createClient({
      url: `${world.endpoint.url}/graphql`,
      headers: { authorization: `Bearer ${token}` },
    });
    client.subscribe(
      { query: RECEIVED },
      {
        next: (event) => events[index]?.push(event),
        error: (reason) => events[index]?.push({ failed: String(reason) }),
        complete: () => undefined,
      },
    );
    return client;
  });
  const isOpen = async (): Promise<boolean> => world.endpoint.broker.counts().streams === READERS.length;
  await eventually(
    'each reader has a stream',
    async () => (await isOpen()) || events.some((each) => each.length > 0),
  );
  expect(events).toEqual(READERS.map(() => []));
  await world.unnamed();
  await world.endpoint.broker.wake();
  const isAll = (each: readonly unknown[]): boolean => JSON.stringify(each).includes(LAST_HEADLINE);
  await eventually('each reader has the last event', async () => events.every(isAll));
  for (const client of clients) client.dispose();
  const transcript: Record<string, string> = {};
  for (const [index, { member }] of READERS.entries()) {
    const seen = await seenBy(world, index, events[index] ?? []);
    for (const [what, answer] of Object.entries(seen))
      transcript[`${member.slug}: ${what}`] = normal(JSON.stringify(answer));
  }
  transcript['on the command line'] = normal(JSON.stringify(await printed(world)));
  transcript['as who needs help'] = JSON.stringify(await helped(world));
  transcript['as a reviewer'] = normal(JSON.stringify(await reviewed(world)));
  return transcript;
};

/** Where two texts begin to differ; null where they are equal. */
const differing = (one: string, other: string): string | null => {
  if (one === other) return null;
  let at = 0;
  while (one[at] === other[at]) at += 1;
  const around = (text: string): string => text.slice(Math.max(0, at - 200), at + 200);
  return `${around(one)}\n${around(other)}`;
};

test('five candidates give the same bytes to every reader', async () => {
  const expected = await transcriptOf(0);
  const text = JSON.stringify(expected);
  // The questions reach what could tell: unnamed sources beside named ones, two versions at one moment, a revocation.
  expect(text).toContain('withheld');
  expect(text).toContain(CANDIDATES[0].slug);
  expect(Object.keys(expected).length).toBeGreaterThan(50);
  expect(expected['as who needs help']).toContain('"owner":null');
  expect(expected['as who needs help']).toContain(`"owner":{"slug":"${OUTSIDER.slug}"`);
  for (let chosen = 1; chosen < CANDIDATES.length; chosen += 1) {
    const got = await transcriptOf(chosen);
    expect(Object.keys(got)).toEqual(Object.keys(expected));
    for (const [what, answer] of Object.entries(expected))
      expect([chosen, what, differing(answer, got[what] ?? '')]).toEqual([chosen, what, null]);
  }
});
