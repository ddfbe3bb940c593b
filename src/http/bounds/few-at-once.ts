// Of the queries of one caller a few are worked on at once, and the others wait in order: a hundred that each ask for megabytes would
// otherwise hold everybody's for as long as all of them take (I20). What waits does so within its own time, and one whose time is up
// ends at its first read.

export type FewAtOnce = <Value>(caller: string, act: () => Promise<Value>) => Promise<Value>;

type Line = { inWork: number; readonly waiting: (() => void)[] };

/** More gains its caller nothing: they share one thread. */
export const QUERIES_AT_ONCE = 4;

export const openFewAtOnce = (most = QUERIES_AT_ONCE): FewAtOnce => {
  const lines = new Map<string, Line>();
  return async (caller, act) => {
    const line = lines.get(caller) ?? { inWork: 0, waiting: [] };
    lines.set(caller, line);
    // Whoever ends hands its place on.
    if (line.inWork < most) line.inWork += 1;
    else await new Promise<void>((resolve) => line.waiting.push(resolve));
    try {
      return await act();
    } finally {
      const next = line.waiting.shift();
      if (next === undefined) line.inWork -= 1;
      else next();
      if (line.inWork === 0) lines.delete(caller);
    }
  };
};
