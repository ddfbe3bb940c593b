// Limits a costly question to one at a time and one per interval, however many callers ask.

/** Repeats the answer of `ask` for `milliseconds`, rejections included. */
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
