// A question that costs the servers something, asked at most once in a while whoever asks, and never twice at once.

/** Answers what `ask` answered less than `milliseconds` ago, a rejection too. */
export const atMostEach = <Value>(
  milliseconds: number,
  ask: () => Promise<Value>,
): (() => Promise<Value>) => {
  let last: { readonly at: number; readonly answer: Promise<Value> } | null = null;
  return () => {
    const now = performance.now();
    if (last === null || now - last.at >= milliseconds) last = { at: now, answer: ask() };
    return last.answer;
  };
};
