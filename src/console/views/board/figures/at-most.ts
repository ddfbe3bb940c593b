// So many at once; the others wait for their turn, in the order in which they came.

export type InTurn = <Result>(act: () => Promise<Result>) => Promise<Result>;

export const atMost = (most: number): InTurn => {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (act) => {
    if (running < most) running += 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await act();
    } finally {
      // Whoever goes leaves its place to the next.
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
};
