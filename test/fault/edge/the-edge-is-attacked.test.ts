// A share of the suites that `npm run prove` runs in full: mutated requests, operations and frames, connections that are
// never finished, and shutdown with unfinished business.
import { expect, test } from '@jest/globals';
import { endInTime } from '../../prove/edge/drain.ts';
import { attackByOperations } from '../../prove/edge/graphql-fuzz.ts';
import { attackByHalfConnections } from '../../prove/edge/half-open.ts';
import { attackByRawRequests } from '../../prove/edge/raw-http.ts';
import { attackByFrames } from '../../prove/edge/websocket-fuzz.ts';
import type { ChunkResult } from '../../prove/suite.ts';
import { seed } from '../../support/seed.ts';

const say = (): void => undefined;
const share = (count: number) => ({ count, seed: seed(), say });

const holds = ({ counted, failures, figures }: ChunkResult, count: number): void => {
  process.stdout.write(`${counted}: ${JSON.stringify(figures)}\n`);
  // How long a turn of the event loop takes is judged by `npm run prove`, on a quiet machine.
  expect(failures.filter((line) => !line.startsWith('a turn of '))).toEqual([]);
  expect(counted).toBeGreaterThanOrEqual(count);
};

test('mutated raw requests', async () => holds(await attackByRawRequests(share(1_000)), 1_000));

test('mutated operations', async () => holds(await attackByOperations(share(300)), 300));

test('mutated WebSocket frames', async () => holds(await attackByFrames(share(400)), 400));

test('connections that are never finished', async () =>
  holds(await attackByHalfConnections(share(300)), 300));

test('SIGTERM with unfinished business', async () => holds(await endInTime(share(4)), 4));
