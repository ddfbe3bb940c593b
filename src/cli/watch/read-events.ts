// Server-sent events of an open response (WHATWG HTML §9.2.6), parsed by eventsource-parser. Comments keep the connection alive.
import { createParser } from 'eventsource-parser';

export type ServerEvent = { readonly id: string | null; readonly event: string; readonly data: string };

/** Characters per event. Far more than a hub sends; it stops a server from filling the memory. */
const MAX_EVENT = 16 * 1024 * 1024;

/**
 * Ends when the server ends the stream. Rejects when the connection is lost or silent for `silenceMs`, or when an event
 * is longer than 16 million characters.
 */
export async function* readEvents(response: Response, silenceMs: number): AsyncGenerator<ServerEvent> {
  if (response.body === null) return;
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  const events: ServerEvent[] = [];
  let fault: Error | null = null;
  const parser = createParser({
    maxBufferSize: MAX_EVENT,
    onEvent: ({ id, event, data }) => events.push({ id: id ?? null, event: event ?? 'message', data }),
    onError: (error) => {
      // The standard says to ignore unknown fields.
      if (error.type === 'max-buffer-size-exceeded') fault = error;
    },
  });
  try {
    for (;;) {
      const { done, value } = await within(reader.read(), silenceMs);
      if (done) return;
      parser.feed(value);
      yield* events.splice(0);
      if (fault !== null) throw fault;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

const within = async <Value>(promise: Promise<Value>, ms: number): Promise<Value> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The hub was silent for too long.')), ms);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
};
