// An act whose time is up answers with that, whoever notices it first: the timer of the request, or a read of the act.
import { EventEmitter } from 'node:events';
import { expect, test } from '@jest/globals';
import { withinLimits } from '../../../src/http/caller/within-limits.ts';
import type { HttpDeps } from '../../../src/http/http-deps.ts';
import { inTime, stopWhenOver } from '../../../src/store/driver/act-time.ts';

const OPERATION_MS = 20;
const deps = {
  hub: { config: { limits: { operationMs: OPERATION_MS } }, database: { inTime } },
} as unknown as Pick<HttpDeps, 'hub'>;

/** Keeps the event loop, so that no timer fires. */
const work = (ms: number): void => {
  const until = performance.now() + ms;
  while (performance.now() < until);
};

test('a read that finds the time up before the timer fires ends the act, and its failure is no answer', async () => {
  let signal: AbortSignal | null = null;
  const answer = await withinLimits(deps, { client: null }, async (given) => {
    signal = given;
    await Promise.resolve();
    work(OPERATION_MS * 2);
    stopWhenOver();
    return 'read';
  });
  expect(answer).toBeNull();
  expect(signal).toMatchObject({ aborted: true });
});

test('an act that waits for ever is ended by the timer', async () => {
  expect(await withinLimits(deps, { client: null }, () => new Promise(() => undefined))).toBeNull();
});

test('work that is done when its time is noticed is answered', async () => {
  const act = async (): Promise<string> => {
    work(OPERATION_MS * 2);
    return 'done';
  };
  expect(await withinLimits(deps, { client: null }, act)).toBe('done');
});

test('an act fails for its own reasons within its time, and ends with its client', async () => {
  const own = withinLimits(deps, { client: null }, () => Promise.reject(new Error('its own')));
  await expect(own).rejects.toThrow('its own');
  const client = new EventEmitter() as unknown as NonNullable<Parameters<typeof withinLimits>[1]['client']>;
  const left = withinLimits(deps, { client }, () => new Promise(() => undefined));
  client.emit('close');
  expect(await left).toBeNull();
  expect(client.listenerCount('close')).toBe(0);
});
