// Runs work one turn at a time: a wake during a turn causes one more turn after it.

export type Wakeable = {
  wake(): void;
  /** Starts no further turn, and returns when the last one has ended. */
  close(): Promise<void>;
};

/** `failed` gets what a turn throws; the next wake tries again. */
export const wakeable = (turn: () => Promise<void>, failed: (error: unknown) => void): Wakeable => {
  let underWay: Promise<void> | null = null;
  let isAgain = false;
  let isClosed = false;
  const wake = (): void => {
    if (isClosed) return;
    if (underWay !== null) {
      isAgain = true;
      return;
    }
    underWay = turn()
      .catch(failed)
      .finally(() => {
        underWay = null;
        if (!isAgain) return;
        isAgain = false;
        wake();
      });
  };
  return {
    wake,
    close: async () => {
      isClosed = true;
      await underWay;
    },
  };
};
