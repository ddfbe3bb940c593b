// Limits a costly question to one at a time and one per interval, however many callers ask.

/** Repeats the answer of `ask` for `milliseconds`, rejections included; asks again only once it has answered. */
export const atMostEach = <Value>(
  milliseconds: number,
  ask: () => Promise<Value>,
): (() => Promise<Value>) => {
  let last: { readonly at: number; readonly answer: Promise<Value> } | null = null;
  let isAsking = false;
  const answered = (): void => {
    isAsking = false;
  };
  return () => {
    const now = performance.now();
    if (last === null || (!isAsking && now - last.at >= milliseconds)) {
      isAsking = true;
      last = { at: now, answer: ask() };
      last.answer.then(answered, answered);
    }
    return last.answer;
  };
};
