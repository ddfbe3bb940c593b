// Chance and time of a world whose twin must make the same draws: each act draws from a stream of its own, named by the
// caller, so that what only one of the twins does takes nothing from what both do.
import { createHash } from 'node:crypto';
import type { Clock } from '../../../src/outside/clock.ts';
import type { Entropy } from '../../../src/outside/entropy.ts';

export type Draws = {
  readonly entropy: Entropy;
  /** What follows draws from the stream of this name. */
  begin(name: string): void;
};

export const openDraws = (seed: number): Draws => {
  let stream = 'start';
  let drawn = 0;
  const bytes = (count: number): Buffer => {
    const blocks = Array.from({ length: Math.ceil(count / 32) }, () => {
      drawn += 1;
      return createHash('sha256').update(`${seed} ${stream} ${drawn}`).digest();
    });
    return Buffer.concat(blocks).subarray(0, count);
  };
  const uuid = (): string => {
    const hex = bytes(16).toString('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
  };
  return {
    entropy: { bytes, uuid },
    begin: (name) => {
      stream = name;
      drawn = 0;
    },
  };
};

export type SharedClock = { readonly clock: Clock; tick(ms: number): void };

export const openSharedClock = (at: string): SharedClock => {
  let nowMs = Date.parse(at);
  return {
    clock: { now: () => new Date(nowMs) },
    tick: (ms) => {
      nowMs += ms;
    },
  };
};
