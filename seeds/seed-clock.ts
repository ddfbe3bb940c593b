// The hub's clock and entropy during seeding: each act has its own time, and a warning the same id on every machine.
// Secrets and salts stay random.
import { randomBytes, randomUUID } from 'node:crypto';
import { identifierFor } from '../src/exchange/identifier-for.ts';
import type { Clock } from '../src/outside/clock.ts';
import type { Entropy } from '../src/outside/entropy.ts';

export type SeedClock = {
  readonly clock: Clock;
  readonly entropy: Entropy;
  /** Plays one act at its own time; ids made during it are derived from its name. Acts must not overlap. */
  play<Result>(name: string, at: Date, act: () => Promise<Result>): Promise<Result>;
};

export const uuidOf = (name: string): string => identifierFor('story', name).slice('story--'.length);

export const openSeedClock = (): SeedClock => {
  let playing: { readonly name: string; readonly at: Date; made: number } | null = null;
  const uuid = (): string => {
    if (playing === null) return randomUUID();
    playing.made += 1;
    return uuidOf(playing.made === 1 ? playing.name : `${playing.name}/${playing.made}`);
  };
  return {
    clock: { now: () => playing?.at ?? new Date() },
    entropy: { uuid, bytes: randomBytes },
    play: async (name, at, act) => {
      playing = { name, at, made: 0 };
      try {
        return await act();
      } finally {
        playing = null;
      }
    },
  };
};
