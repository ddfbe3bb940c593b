// Reads the body of a POST within its limits. Without a key no body is read (spine.ts).
import type { IncomingMessage } from 'node:http';
import type { Actor } from '../domain/member.ts';
import { messageOf } from '../domain/problem-codes/catalogue.ts';
import { type Checked, refuse } from '../graphql/errors.ts';
import { bodyBytesOf } from '../graphql/limits/body-bytes.ts';
import { parseBodyJson } from '../graphql/limits/request-json.ts';
import type { Hub } from '../hub.ts';
import { utf8TextOf } from '../outside/utf8-text.ts';
import { type Bodies, tooLarge } from './bounds/bodies.ts';

type ReadDeps = { readonly hub: Pick<Hub, 'config'>; readonly bodies: Bodies };
type Sender = { readonly request: IncomingMessage; readonly actor: Actor };

/** UTF-8 JSON, with or without a byte order mark, within the limits on bytes (by key), depth, keys, values and strings. */
export const readJsonBody = async (
  { hub, bodies }: ReadDeps,
  { request, actor }: Sender,
): Promise<Checked<unknown>> => {
  const bytes = bodyBytesOf(actor, hub.config.limits);
  const [type, ...parameters] = (request.headers['content-type'] ?? '').toLowerCase().split(';');
  const charset = parameters.map((each) => each.trim()).find((each) => each.startsWith('charset='));
  const isUtf8 = charset === undefined || /^charset="?utf-?8"?$/.test(charset);
  const isPlain = (request.headers['content-encoding'] ?? 'identity') === 'identity';
  if (type?.trim() !== 'application/json' || !isUtf8 || !isPlain) {
    return refuse('MEDIA_TYPE_UNSUPPORTED', 'Send application/json in UTF-8, uncompressed.');
  }
  const announced = announcedBytes(request, bytes);
  if (announced > bytes) return { ok: false, refusal: tooLarge(bytes) };
  const body = await bodies.receive(request, actor, announced);
  if (!body.ok) return body;
  const text = utf8TextOf(body.value);
  return text === null
    ? refuse('BODY_NOT_UTF_8', messageOf('BODY_NOT_UTF_8'))
    : parseBodyJson(text, hub.config.limits);
};

/** A chunked body announces nothing and may have as much as the limit. */
const announcedBytes = ({ headers }: IncomingMessage, limit: number): number =>
  headers['transfer-encoding'] === undefined ? Number(headers['content-length'] ?? 0) : limit;
