// Keeps quiet streams alive: each is pinged every twelve seconds, by one timer for all of them, a twelfth each second.

export type Pings = {
  /** The result ends it. */
  add(ping: () => void): () => void;
  close(): void;
};

const EACH_MS = 1_000;
const TURNS = 12;

export const openPings = (): Pings => {
  const turns = Array.from({ length: TURNS }, () => new Set<() => void>());
  let turn = 0;
  let added = 0;
  const timer = setInterval(() => {
    turn += 1;
    for (const ping of turns[turn % TURNS] ?? []) ping();
  }, EACH_MS);
  timer.unref();
  return {
    add: (ping) => {
      added += 1;
      const turnOfIt = turns[added % TURNS];
      turnOfIt?.add(ping);
      return () => void turnOfIt?.delete(ping);
    },
    close: () => clearInterval(timer),
  };
};
