// The client certificate of a request: of its own TLS connection to the hub, or as a proxy that is named for it passes it on
// (RFC 9440). Only its public key counts, which is registered beforehand, so that no authority has to be trusted.
import { createHash, X509Certificate } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';
import { TLSSocket } from 'node:tls';

export type ClientCertificate = {
  /** SHA-256 of the SubjectPublicKeyInfo, in hex; null without a certificate that counts now. */
  of(request: Pick<IncomingMessage, 'headers' | 'socket'>): string | null;
};

const HEADER = 'client-cert';
const MAX_HEADER = 16_384;

/** `proxies` are addresses or ranges of those that check certificates, or null. */
export const openClientCertificate = (
  proxies: readonly string[] | null,
  now: () => Date,
): ClientCertificate => {
  const trusted = new BlockList();
  for (const each of proxies ?? []) {
    const [network = '', prefix] = each.split('/');
    const family = isIP(network) === 6 ? 'ipv6' : 'ipv4';
    if (prefix === undefined) trusted.addAddress(network, family);
    else trusted.addSubnet(network, Number(prefix), family);
  }
  const isTrusted = (address: string): boolean => {
    const plain = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
    return isIP(plain) !== 0 && trusted.check(plain, isIP(plain) === 6 ? 'ipv6' : 'ipv4');
  };
  return {
    of: ({ headers, socket }) => {
      // A browser sends a certificate by itself, so a page of another site could act with it.
      const site = headers['sec-fetch-site'];
      if (site !== undefined && site !== 'same-origin' && site !== 'none') return null;
      const certificate = certificateOf({ headers, socket }, isTrusted);
      if (certificate === null || !isValidAt(certificate, now())) return null;
      const key = certificate.publicKey.export({ type: 'spki', format: 'der' });
      return createHash('sha256').update(key).digest('hex');
    },
  };
};

const certificateOf = (
  { headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>,
  isTrusted: (address: string) => boolean,
): X509Certificate | null => {
  if (socket instanceof TLSSocket) return socket.getPeerX509Certificate() ?? null;
  const written = headers[HEADER];
  if (typeof written !== 'string' || !isTrusted(socket.remoteAddress ?? '')) return null;
  return readCertificate(written);
};

/** A byte sequence of RFC 9651: base64 between colons. Twice the header would be joined, and is no byte sequence. */
const readCertificate = (written: string): X509Certificate | null => {
  const [, base64] = /^:([A-Za-z0-9+/]+={0,2}):$/.exec(written.trim()) ?? [];
  if (base64 === undefined || written.length > MAX_HEADER) return null;
  try {
    return new X509Certificate(Buffer.from(base64, 'base64'));
  } catch {
    return null;
  }
};

const isValidAt = ({ validFromDate, validToDate }: X509Certificate, now: Date): boolean =>
  validFromDate <= now && now <= validToDate;
