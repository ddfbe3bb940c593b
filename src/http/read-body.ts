// Reads the body of a POST within its limits. Counts the bytes received; content-length is not trusted.
import type { IncomingMessage } from 'node:http';
import type { Limits } from '../config/config.ts';
import { type Checked, checked, refuse } from '../graphql/errors.ts';
import { parseBodyJson } from '../graphql/limits/request-json.ts';

const LINGER_MS = 1_000;

/** UTF-8 JSON of at most `bytes` bytes, within the limits on depth, keys, values and strings. */
export const readJsonBody = async (
  request: IncomingMessage,
  limits: Limits,
  bytes: number,
): Promise<Checked<unknown>> => {
  const [type, ...parameters] = (request.headers['content-type'] ?? '').toLowerCase().split(';');
  const charset = parameters.map((each) => each.trim()).find((each) => each.startsWith('charset='));
  const isUtf8 = charset === undefined || /^charset="?utf-?8"?$/.test(charset);
  const isPlain = (request.headers['content-encoding'] ?? 'identity') === 'identity';
  if (type?.trim() !== 'application/json' || !isUtf8 || !isPlain) {
    return refuse('MEDIA_TYPE_UNSUPPORTED', 'Send application/json in UTF-8, uncompressed.');
  }
  const body = await readBody(request, bytes);
  return body.ok ? parseBodyJson(body.value, limits) : body;
};

const readBody = (request: IncomingMessage, limit: number): Promise<Checked<string>> => {
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced > limit) return Promise.resolve(tooLarge(request, limit));
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const stop = (answer: Checked<string>): void => {
      request.off('data', take).off('end', end).off('error', broken).off('close', broken);
      resolve(answer);
    };
    const take = (chunk: Buffer): void => {
      size += chunk.length;
      if (size > limit) stop(tooLarge(request, limit));
      else chunks.push(chunk);
    };
    const end = (): void => stop(checked(Buffer.concat(chunks).toString('utf8')));
    const broken = (): void => stop(refuse('BODY_INCOMPLETE', 'The body is incomplete.'));
    request.on('data', take).on('end', end).on('error', broken).on('close', broken);
  });
};

/** Discards the rest for a moment, so that the client can read the response, then cuts the connection. */
const tooLarge = (request: IncomingMessage, limit: number): Checked<string> => {
  request.resume();
  const { socket } = request;
  setTimeout(() => {
    if (!request.complete) socket.destroy();
  }, LINGER_MS).unref();
  const message = `The body has more than ${limit} bytes.`;
  return refuse('BODY_TOO_LARGE', message, { headers: { connection: 'close' } });
};
