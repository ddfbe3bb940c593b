// What a small publication costs the database: each command is a round trip that the publisher waits for, and nothing
// that was just written is read again for the answer.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newIdentifier } from 'stix2-ts/identifier';
import { openTestEndpoint, type TestEndpoint } from '../../support/endpoint.ts';
import { draft } from '../../support/hub.ts';
import { bundleOf, made } from '../../support/objects.ts';

let endpoint: TestEndpoint;
let token = '';
beforeAll(async () => {
  endpoint = await openTestEndpoint();
  token = await endpoint.token('cyberAgency');
  // From its second publication on, a member's identity object exists.
  await publish(null);
});
afterAll(() => endpoint.close());

const QUERY = `mutation ($input: PublishWarningInput!) {
  publishWarning(input: $input) { warning { id headline publisher { slug } state whyMe { kind } } refusals { code } }
}`;

const publish = async (bundle: unknown) => {
  const { kind: _, ...input } = draft({ headline: 'A small one', bundle });
  const { body } = await endpoint.ask(token, QUERY, { input });
  return body.data.publishWarning;
};

/** Commands of one publication by collection, of those the publisher waits for. */
const commandsOf = async (act: () => Promise<void>): Promise<string[]> => {
  const { db } = endpoint.hub.database.connection;
  if (db === undefined) throw new Error('a connection has a database');
  // The directory cache refreshes from time to time, whoever publishes.
  await endpoint.hub.directory.current();
  await db.command({ profile: 2 });
  await act();
  await db.command({ profile: 0 });
  const profiled = await db.collection('system.profile').find().sort({ ts: 1 }).toArray();
  await db.collection('system.profile').drop();
  return profiled
    .map(({ op, ns }) => `${op} ${String(ns).split('.')[1]}`)
    .filter((name) => /objects|warnings|links|feed|entries|answers/.test(name));
};

const WRITES = ['insert warnings', 'insert objects', 'insert links', 'insert feed', 'insert entries'];

/** What its publisher published before, for what is unusual about it: read beside the rest (prepare-version.ts). */
const BEFORE = 'query warnings';

/** Some reads are sent at once, in any order; the writes follow in theirs. */
const expectCommands = (commands: readonly string[], reads: readonly string[]): void => {
  expect(commands.slice(0, reads.length).toSorted()).toEqual(reads.toSorted());
  expect(commands.slice(reads.length)).toEqual(WRITES);
};

test('without a bundle: two reads at once, and the writes of its transaction', async () => {
  const commands = await commandsOf(async () => {
    expect(await publish(null)).toMatchObject({
      warning: {
        headline: 'A small one',
        publisher: { slug: 'cyber-agency' },
        state: 'ACTIVE',
        whyMe: { kind: 'OWN' },
      },
      refusals: [],
    });
  });
  expectCommands(commands, ['query objects', BEFORE]);
});

test('with a bundle: four reads, whatever the store holds', async () => {
  const tools = Array.from({ length: 9 }, () =>
    made('tool', { id: newIdentifier('tool'), name: 'Lockpick' }),
  );
  const commands = await commandsOf(async () => {
    expect((await publish(bundleOf(...tools))).refusals).toEqual([]);
  });
  expectCommands(commands, ['query objects', BEFORE, 'command warnings', 'query objects']);
});

test('the immediate answer equals a later read', async () => {
  const { warning } = await publish(null);
  const query =
    'query ($id: ID!) { warning(id: $id) { id headline publisher { slug } state whyMe { kind } } }';
  expect((await endpoint.ask(token, query, { id: warning.id })).body.data.warning).toEqual(warning);
});
