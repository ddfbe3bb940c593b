// A share of the suites that `npm run prove` runs in full, on one hub: mutated requests, operations and frames, readers that
// never read, connections that are never finished; and shutdown with unfinished business.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type OpenAttackedHub, openAttackedHub } from '../../prove/edge/attacked-hub.ts';
import { endInTime } from '../../prove/edge/drain.ts';
import { sendOperations } from '../../prove/edge/graphql-fuzz.ts';
import { leaveHalfOpen } from '../../prove/edge/half-open.ts';
import { sendRawRequests } from '../../prove/edge/raw-http.ts';
import { ENV, readSlowly } from '../../prove/edge/slow-readers.ts';
import { sendFrames } from '../../prove/edge/websocket-fuzz.ts';
import type { ChunkResult } from '../../prove/suite.ts';
import { seed } from '../../support/seed.ts';

/** Bodies that do not come, and sockets that do not authenticate, end sooner than by default. */
const SOON = { TOCSIN_MIN_BYTES_PER_SECOND: '8000000', TOCSIN_SOCKET_INIT_MS: '2000' };

let hub: OpenAttackedHub;
beforeAll(async () => {
  hub = await openAttackedHub({ ...ENV, ...SOON });
});
afterAll(async () => {
  await hub.close();
});

const say = (): void => undefined;
const share = (count: number) => ({ count, seed: seed(), say });

/** How long a turn of the event loop or a wait takes is judged by `npm run prove`, on a quiet machine. */
const OF_TIME = /^a (?:turn|wait) of /;

const holds = ({ counted, failures, figures }: ChunkResult, count: number): void => {
  process.stdout.write(`${counted}: ${JSON.stringify(figures)}\n`);
  expect(failures.filter((line) => !OF_TIME.test(line))).toEqual([]);
  expect(counted).toBeGreaterThanOrEqual(count);
};

test('mutated raw requests', async () =>
  holds(await hub.during((attacked) => sendRawRequests(attacked, share(1_000))), 1_000));

test('mutated operations', async () =>
  holds(await hub.during((attacked) => sendOperations(attacked, share(300))), 300));

test('mutated WebSocket frames', async () =>
  holds(await hub.during((attacked) => sendFrames(attacked, share(400))), 400));

test('readers that never read, among good ones', async () => {
  const plan = { events: 100, stalledStreams: 10, stalledSockets: 4, goodReaders: 6, say };
  holds(await hub.during((attacked) => readSlowly(attacked, plan)), 100);
});

test('connections that are never finished, and SIGTERM with unfinished business', async () => {
  const [open, ended] = await Promise.all([
    hub.during((attacked) => leaveHalfOpen(attacked, share(300), { forIdle: false })),
    endInTime(share(4)),
  ]);
  holds(open, 300);
  holds(ended, 4);
});
