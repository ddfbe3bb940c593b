// An answer that found nothing leaves at a whole multiple of a fixed time after its request was complete, so that the time
// of the search does not tell a hidden id from an absent one (I34). The timer starts before the search: when it fires does
// not depend on how long the search took.

export type AnswerFloor = {
  /** Something that was asked for by its id, or a page, is empty for this reader. */
  foundNothing(): void;
  /** Resolves when the answer may leave: at once if everything was found. */
  mayLeave(): Promise<void>;
  /** Ends the timer, for what answers as a stream. */
  stop(): void;
};

export const openAnswerFloor = (floorMs: number): AnswerFloor => {
  let isNothing = false;
  let leave: (() => void) | null = null;
  let timer: NodeJS.Timeout | undefined;
  const start = (): void => {
    timer = setTimeout(() => {
      if (leave !== null) leave();
      // The search takes longer than this: the answer leaves at the next multiple.
      else start();
    }, floorMs);
    timer.unref();
  };
  const stop = (): void => clearTimeout(timer);
  start();
  return {
    foundNothing: () => {
      isNothing = true;
    },
    mayLeave: () => {
      if (isNothing)
        return new Promise((resolve) => {
          leave = resolve;
        });
      stop();
      return Promise.resolve();
    },
    stop,
  };
};
