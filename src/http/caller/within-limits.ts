// The time of an act: it ends when the operation's time is up, and, unless it changes something, when its client has
// disconnected. The act's reads then stop within one batch (store/driver/act-time.ts).
import type { Response } from 'express';
import type { HttpDeps } from '../http-deps.ts';

/** The client whose leaving ends the act; null for an act that is finished for a client that has left. */
type Waiting = { readonly client: Response | null };

/** Null when the act has not answered in its time; whatever it does afterwards is nobody's answer. */
export const withinLimits = async <Value>(
  { hub }: Pick<HttpDeps, 'hub'>,
  { client }: Waiting,
  act: (signal: AbortSignal) => Promise<Value>,
): Promise<Value | null> => {
  const { operationMs } = hub.config.limits;
  const over = new AbortController();
  const ended = Promise.withResolvers<null>();
  const end = (): void => {
    over.abort();
    ended.resolve(null);
  };
  const timer = setTimeout(end, operationMs);
  client?.once('close', end);
  if (client?.destroyed === true) end();
  const time = { signal: over.signal, untilMs: performance.now() + operationMs, end };
  try {
    return await Promise.race([hub.database.inTime(time, () => act(over.signal)), ended.promise]);
  } finally {
    clearTimeout(timer);
    client?.off('close', end);
  }
};
