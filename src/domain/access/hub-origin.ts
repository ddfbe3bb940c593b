// Where browsers reach the hub: an origin as they send it.
import { isIP } from 'node:net';

/** Scheme, host and, where it is not the usual one, port. */
export const isOrigin = (text: string): boolean =>
  URL.canParse(text) && /^https?:/.test(text) && new URL(text).origin === text;

/** Browsers give passkeys and secure cookies to https and to localhost only; an address is no RP id of WebAuthn. */
export const isHubOrigin = (text: string): boolean => {
  if (!isOrigin(text)) return false;
  const { protocol, hostname } = new URL(text);
  return hostname === 'localhost' || (protocol === 'https:' && isIP(hostname.replace(/^\[|\]$/g, '')) === 0);
};
