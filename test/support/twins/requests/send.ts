// A client that shows raw answers.
import { type Agent, request as httpRequest } from 'node:http';
import type { Raw } from '../answer.ts';

export type TwinRequest = {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** How long a stream is read at most. */
export const STREAM_MS = 20_000;

/** `whole` reads an answer to its end, `until` a stream up to what contains `last`. */
export const sendTo = (url: string, agent: Agent, { method, path, headers, body }: TwinRequest) => {
  const { hostname, port } = new URL(url);
  const open = () =>
    httpRequest({
      hostname,
      port,
      agent,
      method,
      path,
      headers: { ...headers, 'content-length': Buffer.byteLength(body) },
    });
  return {
    whole: (): Promise<Raw> =>
      new Promise((resolve, reject) => {
        open()
          .on('error', reject)
          .on('response', (response) => {
            let text = '';
            response.setEncoding('utf8').on('data', (part: string) => {
              text += part;
            });
            response
              .on('error', reject)
              .on('end', () =>
                resolve({ status: response.statusCode ?? 0, headers: response.rawHeaders, body: text }),
              );
          })
          .end(body);
      }),
    until: (last: string, withinMs = STREAM_MS): Promise<string> =>
      new Promise((resolve, reject) => {
        let text = '';
        const done = (): void => {
          clearTimeout(late);
          sent.destroy();
          resolve(text);
        };
        // What came until then is the answer.
        const late = setTimeout(done, withinMs);
        const sent = open()
          .on('error', (error) => {
            clearTimeout(late);
            reject(error);
          })
          .on('response', (response) => {
            response.setEncoding('utf8').on('data', (part: string) => {
              text += part;
              if (text.includes(last) && text.endsWith('\n\n')) done();
            });
            response.on('end', done).on('error', () => undefined);
          });
        sent.end(body);
      }),
  };
};
