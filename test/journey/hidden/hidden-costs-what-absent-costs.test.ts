// What is hidden is asked of the database as what is absent (I34): for each oracle of T7 all sides cause the same commands,
// and are answered alike; an answer that found nothing is held back until its time. Nothing is timed here: `npm run prove`
// does that.
import { Agent } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openSchema } from '../../../src/graphql/schema.ts';
import { commandsOf, monitored } from '../../support/database/commands.ts';
import { testServers } from '../../support/database/database.ts';
import { isSmallShare, seed } from '../../support/seed.ts';
import { send, toldBy } from '../../time/measure.ts';
import type { Oracle } from '../../time/oracle.ts';
import { idPlaces, KNOWN_PLACES, namedPlaces, nameOf, ORACLES } from '../../time/oracles.ts';
import { openTimeWorld, type TimeWorld } from '../../time/time-world.ts';

const MINUTES_MS = '600000';
const ROUNDS = 4;

let servers: Awaited<ReturnType<typeof testServers>>;
let world: TimeWorld;
/** The same, with answers that are held back for longer than any test runs. */
let held: TimeWorld;
const agent = new Agent({ keepAlive: true });
beforeAll(async () => {
  servers = await testServers();
  const MONGODB_URL = monitored(servers.mongodbUrl);
  world = await openTimeWorld({ MONGODB_URL, TOCSIN_NOT_FOUND_MS: '1' });
  held = await openTimeWorld({ TOCSIN_NOT_FOUND_MS: MINUTES_MS });
});
afterAll(async () => {
  agent.destroy();
  await world.endpoint.close();
  await held.endpoint.close();
  await servers.stop();
});

test('every argument of a root field that is an id or names somebody has an oracle, and no other', () => {
  const schema = openSchema();
  const places = [...idPlaces(schema), ...namedPlaces(schema)].map(nameOf);
  expect(places.length).toBeGreaterThan(12);
  expect([...KNOWN_PLACES].sort()).toEqual(places.sort());
});

test('there are oracles beside those of the schema', () => {
  expect(ORACLES.length).toBeGreaterThan(KNOWN_PLACES.length + 7);
  expect(new Set(ORACLES.map(({ name }) => name)).size).toBe(ORACLES.length);
});

/** A run of everything takes every second one, by its seed (in CI the round's); by itself the file takes all. */
const chosen = isSmallShare() ? ORACLES.filter((_, at) => at % 2 === seed() % 2) : ORACLES;
const cases = chosen.map((oracle) => [oracle.name, oracle] as const);

describe('the same commands and answers on every side', () => {
  test.each<readonly [string, Oracle]>(cases)('%s', async (_, oracle) => {
    const sides = Object.entries(await oracle.sides(world, ROUNDS + 1));
    expect(sides.length).toBeGreaterThan(1);
    const ask = (nth: number, side: (typeof sides)[number][1]) => send(world.endpoint.url, agent, side(nth));
    // The first request of a text is read, and the third compiled.
    for (const [, side] of sides) for (let nth = 0; nth < ROUNDS; nth += 1) await ask(nth, side);
    const seen: { side: string; told: string; commands: string[] }[] = [];
    for (const [name, side] of sides) {
      let told = '';
      const commands = await commandsOf(world.endpoint, async () => {
        told = toldBy(await ask(ROUNDS, side));
      });
      seen.push({ side: name, told, commands });
    }
    const [base, ...others] = seen;
    expect(base?.told).toMatch(/^(200|401|404) /);
    for (const other of others) expect({ ...other, side: base?.side }).toEqual(base);
  });
});

describe('an answer that found nothing is held back', () => {
  /** Whether the answers, asked for at once, are still missing after others have long come. */
  const isHeld = async (oracle: Oracle): Promise<Readonly<Record<string, boolean>>> => {
    const found: Record<string, boolean> = {};
    const waiting = new Agent();
    const asked = Object.entries(await oracle.sides(held, 2)).map(([name, side]) => {
      found[name] = true;
      const end = (): void => {
        found[name] = false;
      };
      // One that fails is not held back either.
      return send(held.endpoint.url, waiting, side(0)).then(end, end);
    });
    for (let turn = 0; turn < 10; turn += 1)
      await held.endpoint.ask(held.reader, '{ me { role } feed(first: 5) { edges { node { id } } } }');
    const whileWaiting = { ...found };
    waiting.destroy();
    await Promise.all(asked);
    return whileWaiting;
  };

  test.each<readonly [string, Oracle]>(cases.filter(([, oracle]) => oracle.isHeld))(
    '%s',
    async (_, oracle) => {
      const sides = await isHeld(oracle);
      expect(sides).toEqual(Object.fromEntries(Object.keys(sides).map((name) => [name, true])));
    },
  );

  test('so is one to a key or token that is none, whatever part of it is known', async () => {
    const { url } = held.endpoint;
    const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const claims = { iss: 'https://accounts.example.org', sub: 'sensor', exp: 4_000_000_000 };
    for (const token of [`${part({ alg: 'RS256' })}.${part(claims)}.AAAA`, `${held.reader}0`]) {
      const stopping = new AbortController();
      let hasCome = false;
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
      const body = JSON.stringify({ query: '{ me { role } }' });
      const end = (): void => {
        hasCome = true;
      };
      const asked = fetch(`${url}/graphql`, { method: 'POST', headers, body, signal: stopping.signal });
      const ended = asked.then(end, end);
      for (let turn = 0; turn < 10; turn += 1) await held.endpoint.ask(held.reader, '{ me { role } }');
      expect(hasCome).toBe(false);
      stopping.abort();
      await ended;
    }
  });

  test('one that found what was asked for is not', async () => {
    const [id = ''] = held.warnings;
    const query =
      'query ($id: ID!, $object: ID!) { warning(id: $id) { id } node(id: $id) { id } stixObject(id: $object) { id } }';
    const answer = await held.endpoint.ask(held.reader, query, { id, object: held.object });
    expect(answer.body.data).toEqual({ warning: { id }, node: { id }, stixObject: { id: held.object } });
    expect((await held.endpoint.get(held.reader, `/warnings/${id}`)).status).toBe(200);
  });
});
