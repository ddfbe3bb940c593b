// What the head of a request must be before anything looks at it: one address that can be read, and no header twice of
// which a proxy and the hub could each believe another one (RFC 9112 §3.2).
import type { IncomingMessage } from 'node:http';
import { type RequestRefusal, refusalOf } from '../graphql/errors.ts';

/** Node keeps the first of these and drops the others, or joins them to one value. */
const ONCE: ReadonlySet<string> = new Set([
  'host',
  'authorization',
  'content-type',
  'content-encoding',
  'idempotency-key',
  'last-event-id',
]);

/** Why the head cannot be served, or null. */
export const headRefusal = ({ url = '', rawHeaders }: IncomingMessage): RequestRefusal | null => {
  if (!isAddress(url)) return ADDRESS_MALFORMED;
  const seen = new Set<string>();
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at]?.toLowerCase() ?? '';
    if (!ONCE.has(name)) continue;
    if (seen.has(name)) return refusalOf('HEADER_REPEATED', `The header ${name} may occur once.`);
    seen.add(name);
    if (name === 'host' && !isHost(rawHeaders[at + 1] ?? '')) return HOST_MALFORMED;
  }
  return null;
};

export const ADDRESS_MALFORMED = refusalOf('ADDRESS_MALFORMED', 'The address cannot be read.');
const HOST_MALFORMED = refusalOf(
  'ADDRESS_MALFORMED',
  'The header host is not the name or address of a host.',
);

/** A path, a whole address as a proxy sends it, or the `*` of OPTIONS. A URL parser finds a host in `http:///x`. */
const isAddress = (url: string): boolean =>
  url.startsWith('/') || url === '*' || (/^https?:\/\/[^/?#\\]/i.test(url) && URL.canParse(url));

/** An empty one is valid (RFC 9112 §3.2). */
const isHost = (host: string): boolean =>
  host === '' || (!/[\s/?#@\\]/.test(host) && URL.canParse(`http://${host}`));
