// One request and its whole response over node:http. Loading `fetch` would cost a command more CPU than all its own work.
import type { IncomingMessage, RequestOptions } from 'node:http';

export type Answered = { readonly status: number; readonly text: string };

export type Asked = {
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly timeoutMs: number;
};

/** Rejects with the network error, or with a TimeoutError. */
export const httpExchange = async (url: string, asked: Asked): Promise<Answered> => {
  const { request } = url.startsWith('https:') ? await import('node:https') : await import('node:http');
  const signal = AbortSignal.timeout(asked.timeoutMs);
  const { method, body } = asked;
  const options: RequestOptions = { method, signal, headers: headersOf(asked) };
  try {
    return await new Promise<Answered>((resolve, reject) => {
      const sent = request(url, options, (response) => textOf(response).then(resolve, reject));
      sent.on('error', reject);
      sent.end(body);
    });
  } catch (error) {
    throw signal.aborted ? signal.reason : error;
  }
};

const headersOf = ({ headers, body }: Asked): Record<string, string> => ({
  ...headers,
  ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }),
});

const textOf = async (response: IncomingMessage): Promise<Answered> => {
  response.setEncoding('utf8');
  let text = '';
  for await (const chunk of response) text += String(chunk);
  return { status: response.statusCode ?? 0, text };
};
