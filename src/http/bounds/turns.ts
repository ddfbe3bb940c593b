// Large bodies are worked on a few at a time, because a body that is being parsed and published takes many times its size.
// Members take turns, so that one that sends many does not make the others wait behind all of them (I20).

export type Turns = {
  /** Calls `go` when it is this body's turn, perhaps at once. Returns what ends the turn, or the wait for it. */
  ask(member: string, bytes: number, go: () => void): () => void;
  waiting(): number;
};

type Waiting = { readonly bytes: number; readonly go: () => void };

/** Together the bodies in work have at most so many bytes; a larger one is worked on alone. */
export const openTurns = (limitBytes: number): Turns => {
  /** By member, the next one first. */
  const queues = new Map<string, Waiting[]>();
  let inWork = 0;

  const next = (): void => {
    for (const [member, [first, ...rest]] of queues) {
      if (first === undefined || (inWork > 0 && inWork + first.bytes > limitBytes)) return;
      queues.delete(member);
      if (rest.length > 0) queues.set(member, rest);
      inWork += first.bytes;
      first.go();
    }
  };
  return {
    ask: (member, bytes, go) => {
      let state: 'WAITING' | 'WORKING' | 'ENDED' = 'WAITING';
      const entry = {
        bytes,
        go: () => {
          state = 'WORKING';
          go();
        },
      };
      queues.set(member, [...(queues.get(member) ?? []), entry]);
      next();
      return () => {
        if (state === 'WORKING') inWork -= bytes;
        if (state === 'WAITING') {
          const left = (queues.get(member) ?? []).filter((each) => each !== entry);
          if (left.length > 0) queues.set(member, left);
          else queues.delete(member);
        }
        state = 'ENDED';
        next();
      };
    },
    waiting: () => [...queues.values()].reduce((sum, queue) => sum + queue.length, 0),
  };
};
