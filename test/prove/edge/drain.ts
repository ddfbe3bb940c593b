// SIGTERM while clients have every kind of unfinished business with a process: it ends by itself, in time.
import { draft, openTestHub, type TestHub } from '../../support/hub.ts';
import { hubEnvironment, type Process, startHub, startProcess } from '../../support/processes.ts';
import { type Random, randomOf } from '../../support/random.ts';
import type { ChunkResult } from '../suite.ts';
import type { Attack } from './attacked-hub.ts';
import { openConnection } from './connection.ts';

const WITHIN_MS = 12_000;
const HOST = 'Host: hub\r\n';
const JSON_TYPE = 'Content-Type: application/json\r\n';

/** Tries that run beside each other: most of the time one waits for the end of its process. */
const LANES = 2;

/** Every fourth try ends a worker, the others a hub. */
export const endInTime = async ({ count, seed, say }: Attack): Promise<ChunkResult> => {
  const world = await openTestHub();
  const failures: string[] = [];
  let longest = 0;
  try {
    const keys = {
      reader: await world.token('northGrid', 'analyst'),
      publisher: await world.token('cyberAgency', 'publisher'),
    };
    let next = 0;
    const endOne = async (turn: number): Promise<void> => {
      const random = randomOf(seed + turn);
      const { what, process } = turn % 4 === 3 ? await busyWorker(world) : await busyHub(world, random, keys);
      const began = performance.now();
      const late = setTimeout(() => void process.kill('SIGKILL'), 3 * WITHIN_MS);
      await process.kill('SIGTERM');
      clearTimeout(late);
      const tookMs = performance.now() - began;
      const code = await process.ended();
      longest = Math.max(longest, tookMs);
      if (tookMs > WITHIN_MS || code !== 0) {
        failures.push(
          `ended after ${Math.round(tookMs)} ms with ${code} (seed ${seed}, try ${turn}): ${what}`,
        );
      }
      if (turn % 10 === 9) say(`${turn + 1} of ${count} ended`);
    };
    const lane = async (): Promise<void> => {
      while (next < count) {
        next += 1;
        await endOne(next - 1);
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
  } finally {
    await world.close();
  }
  return { counted: count, failures, figures: { 'longest end ms': Math.round(longest) } };
};

type Busy = { readonly what: string; readonly process: Process };

const busyWorker = async (world: TestHub): Promise<Busy> => {
  const process = startProcess('workers/main.ts', await hubEnvironment(world));
  await process.saw('the worker is ready');
  return { what: 'a worker', process };
};

const busyHub = async (
  world: TestHub,
  random: Random,
  keys: Readonly<Record<'reader' | 'publisher', string>>,
): Promise<Busy> => {
  const env = await hubEnvironment(world);
  const process = await startHub(env);
  const kinds: Readonly<Record<string, string>> = kindsOfBusiness(keys);
  const chosen = random.some(Object.keys(kinds), 1, 6);
  for (const kind of chosen) {
    for (let times = 1 + random.below(4); times > 0; times -= 1) {
      const { socket, opened } = openConnection(Number(env['TOCSIN_PORT']));
      await opened;
      socket.pause().write(kinds[kind] ?? '');
    }
  }
  // Some of it has arrived, some has not.
  await new Promise((resolve) => setTimeout(resolve, random.below(120)));
  return { what: chosen.join(', '), process };
};

const kindsOfBusiness = ({ reader, publisher }: Readonly<Record<'reader' | 'publisher', string>>) => {
  const bearer = (token: string): string => `Authorization: Bearer ${token}\r\n`;
  const post = `POST /graphql HTTP/1.1\r\n${HOST}${JSON_TYPE}`;
  const whole = (token: string, query: string, variables = {}): string => {
    const body = JSON.stringify({ query, variables });
    return `${post}${bearer(token)}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
  };
  const stream = (query: string): string =>
    `GET /graphql?query=${encodeURIComponent(query)} HTTP/1.1\r\n${HOST}${bearer(reader)}Accept: text/event-stream\r\n\r\n`;
  const { kind: _, ...input } = draft({ headline: 'While it closes' });
  const SCHEMA = '{ __schema { types { name description fields { name description } } } }';
  const PUBLISH =
    'mutation ($input: PublishWarningInput!) { publishWarning(input: $input) { warning { id } } }';
  return {
    nothing: '',
    'half a head': `GET /healthz HTTP/1.1\r\n${HOST}X-Half`,
    'a second half head': `GET /healthz HTTP/1.1\r\n${HOST}\r\nGET /heal`,
    'an idle connection': `GET /healthz HTTP/1.1\r\n${HOST}\r\n`,
    'half a body without a key': `${post}Content-Length: 900\r\n\r\n{`,
    'half a body': `${post}${bearer(reader)}Content-Length: 900\r\n\r\n{"query`,
    'half a large body': `${post}${bearer(publisher)}Content-Length: 8000000\r\n\r\n${'x'.repeat(500_000)}`,
    'half a chunked body': `${post}${bearer(publisher)}Transfer-Encoding: chunked\r\n\r\nffff\r\n{`,
    'a publication': whole(publisher, PUBLISH, { input }),
    'answers that nobody reads': whole(reader, SCHEMA).repeat(90),
    'a stream': stream('subscription { warningReceived { cursor } }'),
    'a stream of heartbeats': stream('subscription { heartbeat }'),
    'a socket without a key': `GET /graphql HTTP/1.1\r\n${HOST}Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n`,
  };
};
