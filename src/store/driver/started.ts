// Work that is started now and awaited later.

/**
 * The promise itself, with a handler: without one, a rejection that comes before the promise is awaited ends the process.
 * Whoever awaits it still gets the rejection.
 */
export const started = <Value>(promise: Promise<Value>): Promise<Value> => {
  promise.catch(() => undefined);
  return promise;
};
