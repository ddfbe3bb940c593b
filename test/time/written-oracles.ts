// The oracles that no argument of type ID gives: pages, filters, cursors, keys, what others registered, persons, and
// publications of what somebody else published unseen.

import { randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { newIdentifier } from 'stix2-ts/identifier';
import { personIdOf } from '../../src/domain/access/former-name.ts';
import { hashOfText } from '../../src/graphql/persisted-texts.ts';
import { SESSION_COOKIE } from '../../src/http/sign-in/cookies.ts';
import { createKey } from '../../src/service/access/create-key.ts';
import { revokeKey } from '../../src/service/access/revoke-key.ts';
import { begin } from '../../src/service/credential/sign-in.ts';
import { sealPage } from '../../src/service/cursor.ts';
import { checkFilter } from '../../src/service/item/item.ts';
import { publishWarning } from '../../src/service/warning/publish-warning.ts';
import { CAST } from '../support/cast.ts';
import { draft } from '../support/hub.ts';
import { bundleOf, made } from '../support/objects.ts';
import { to } from '../support/publish.ts';
import { inTurn, type Oracle, post, type Side } from './oracle.ts';
import { times } from './pool.ts';
import { READER } from './time-world.ts';

const page: Oracle = {
  name: 'GET /warnings/:id',
  isHeld: true,
  sides: async ({ reader, ids: { warning } }) => {
    const side =
      (pool: readonly string[]): Side =>
      (nth) => ({
        method: 'GET',
        path: `/warnings/${inTurn(pool, nth)}`,
        headers: { authorization: `Bearer ${reader}` },
      });
    return { absent: side(warning.absent), hidden: side(warning.hidden), forbidden: side(warning.forbidden) };
  },
};

/** For a person of the reader's member that has signed in. */
const htmlPage: Oracle = {
  name: 'GET /warnings/:id/page',
  isHeld: true,
  sides: async ({ endpoint: { hub }, ids: { warning } }) => {
    const { persons } = await hub.directory.current();
    const person = persons.get(personIdOf(`${CAST[READER].slug}/publisher`));
    if (person === undefined) throw new Error('the reader has a key of a person');
    const visitor = { range: null, browser: null };
    const { secret } = await begin(hub, { person, way: 'PASSKEY', credential: null, visitor });
    const side =
      (pool: readonly string[]): Side =>
      (nth) => ({
        method: 'GET',
        path: `/warnings/${inTurn(pool, nth)}/page`,
        headers: { host: new URL(hub.origin).host, cookie: `${SESSION_COOKIE}=${secret}` },
      });
    return { absent: side(warning.absent), hidden: side(warning.hidden), forbidden: side(warning.forbidden) };
  },
};

const FEED = `query ($after: String, $filter: FeedFilter) {
  feed(first: 5, after: $after, filter: $filter) { edges { node { id } } pageInfo { hasNextPage } } }`;

const exercise: Oracle = {
  name: 'Query.feed(filter.exercise)',
  isHeld: true,
  sides: async ({ reader, ids: { exercise: of } }) => {
    const side =
      (pool: readonly string[]): Side =>
      (nth) =>
        post(reader, { query: FEED, variables: { filter: { exercise: inTurn(pool, nth) } } });
    return { absent: side(of.absent), hidden: side(of.hidden), forbidden: side(of.forbidden) };
  },
};

/** Two cursors before the same page: of a warning that the reader sees, and of one between that it does not. */
const cursor: Oracle = {
  name: 'Query.feed(after): a cursor of others',
  isHeld: false,
  sides: async ({ reader, endpoint: { hub }, warnings, ids }) => {
    const filter = checkFilter({});
    if (!filter.ok) throw new Error('the empty filter is valid');
    const rows = await hub.feed.rows
      .find({ warning: { $in: [...warnings, ...ids.warning.forbidden] }, sector: '*' })
      .sort({ sequence: 1 })
      .toArray();
    const oldest = rows.find(({ warning }) => warning === warnings[1]);
    const before = rows.filter(({ sequence = 0 }) => sequence < (oldest?.sequence ?? 0)).at(-1);
    const side = (sequence: number | undefined): Side => {
      const [after] = sealPage(hub.cursorKey, filter.value.binding, [sequence ?? 0]);
      return () => post(reader, { query: FEED, variables: { after } });
    };
    return { visible: side(oldest?.sequence), hidden: side(before?.sequence) };
  },
};

/** A well-formed key with this id and a secret that nobody was given. */
const guessOf = (id: string): string => {
  const body = `toc_hub_${id}_${randomBytes(32).toString('base64url').replaceAll('_', '-')}`;
  return `${body}_${crc32(body).toString(16).padStart(8, '0')}`;
};

const idOf = (token: string): string => token.split('_')[2] ?? '';
const ROLE = { query: '{ me { role } }' };

const keys: Oracle = {
  name: 'the id of a key',
  isHeld: false,
  sides: async ({ endpoint }) => {
    const known = idOf(await endpoint.token('northGrid', 'analyst'));
    const revoked = await endpoint.token('northGrid', 'reader');
    await revokeKey(endpoint.hub, idOf(revoked));
    const guesses = (count: number, idAt: () => string) => times(count, () => guessOf(idAt()));
    const side =
      (pool: readonly string[]): Side =>
      (nth) =>
        post(inTurn(pool, nth), ROLE);
    return {
      unknown: side(guesses(64, () => randomBytes(8).toString('hex'))),
      known: side(guesses(64, () => known)),
      revoked: side([revoked]),
    };
  },
};

const registered: Oracle = {
  name: 'the hash of a text that another key registered',
  isHeld: false,
  sides: async ({ reader, endpoint }) => {
    const query = 'query Others { me { role } }';
    const extensions = (text: string) => ({ persistedQuery: { version: 1, sha256Hash: hashOfText(text) } });
    await endpoint.post(
      await endpoint.token('northGrid', 'analyst'),
      JSON.stringify({ query, extensions: extensions(query) }),
    );
    const unknown = post(reader, { extensions: extensions('query Nobody { me { role } }') });
    const others = post(reader, { extensions: extensions(query) });
    return { unknown: () => unknown, others: () => others };
  },
};

const UPDATE = `mutation ($input: CancelWarningInput!) {
  cancelWarning(input: $input) { refusals { code message path remedy } } }`;

const idempotency: Oracle = {
  name: 'an Idempotency-Key that another key used',
  isHeld: true,
  sides: async ({ reader, endpoint, ids }) => {
    const cancel = (id: string, header: string, token: string) =>
      post(
        token,
        { query: UPDATE, variables: { input: { id, expectedVersion: 1, reason: 'It was a mistake.' } } },
        { 'idempotency-key': header },
      );
    const agency = await endpoint.actor('cyberAgency');
    const published = await publishWarning(endpoint.hub, agency, draft());
    if (!published.ok) throw new Error('a draft is published');
    const { headers, body = '' } = cancel(
      published.value.warning,
      'used',
      await endpoint.token('cyberAgency'),
    );
    const answer = await endpoint.post(null, body, { ...headers });
    if (answer.body.data?.cancelWarning?.refusals.length !== 0) throw new Error(JSON.stringify(answer.body));
    const side =
      (header: string): Side =>
      (nth) =>
        cancel(inTurn(ids.warning.absent, nth), header, reader);
    return { unused: side('free'), used: side('used') };
  },
};

const PREVIEW = `query ($input: AudiencePreviewInput!) {
  audiencePreview(input: $input) { preview { receives { member { slug } } } refusals { code } } }`;

const person: Oracle = {
  name: 'a person of the audience',
  isHeld: false,
  sides: async ({ reader, endpoint }) => {
    // One whose key was revoked: whoever has no way in looks like nobody.
    const former = {
      member: CAST.northGrid.slug,
      role: 'analyst',
      person: `${CAST.northGrid.slug}/former`,
    } as const;
    const key = await createKey(endpoint.hub, former);
    if (!key.ok) throw new Error(JSON.stringify(key.problems));
    await revokeKey(endpoint.hub, key.value.id);
    const side = (name: string): Side => {
      const audience = { alternatives: [{ persons: [`${CAST.northGrid.slug}/${name}`] }] };
      const request = post(reader, { query: PREVIEW, variables: { input: { marking: 'RED', audience } } });
      return () => request;
    };
    return { unknown: side('nobody1'), former: side('former') };
  },
};

const PUBLISH = `mutation ($input: PublishWarningInput!) {
  publishWarning(input: $input) { recipients findings { code } refusals { code message path } } }`;
const AT_ONCE = 500;

/** Each id is published once. Hidden ones were published before, to others. */
const duplicates: Oracle = {
  name: 'Mutation.publishWarning: an object that somebody else published unseen',
  isHeld: false,
  sides: async ({ reader, endpoint }, requests) => {
    const creator = newIdentifier('identity');
    const tools = () => times(requests, () => made('tool', { name: 'offered', created_by_ref: creator }));
    const [fresh, hidden] = [tools(), tools()];
    const agency = await endpoint.actor('cyberAgency');
    for (let from = 0; from < hidden.length; from += AT_ONCE) {
      const objects = hidden.slice(from, from + AT_ONCE).map((tool) => ({ ...tool, name: 'kept' }));
      const bundle = bundleOf(...objects);
      const unseen = draft({ audience: to('riverWater'), marking: 'AMBER+STRICT', bundle });
      const published = await publishWarning(endpoint.hub, agency, unseen);
      if (!published.ok) throw new Error(JSON.stringify(published.problems));
    }
    const { kind: _, ...input } = draft({ audience: to('northGrid') });
    const side =
      (objects: readonly object[]): Side =>
      (nth) =>
        post(reader, { query: PUBLISH, variables: { input: { ...input, bundle: bundleOf(objects[nth]) } } });
    return { fresh: side(fresh), hidden: side(hidden) };
  },
};

export const written: readonly Oracle[] = [
  page,
  htmlPage,
  exercise,
  cursor,
  keys,
  registered,
  idempotency,
  person,
  duplicates,
];
