// Where browsers reach the hub: an origin as they send it.

/** Scheme, host and, where it is not the usual one, port. */
export const isOrigin = (text: string): boolean =>
  URL.canParse(text) && /^https?:/.test(text) && new URL(text).origin === text;

/** As `URL` writes them: every form of an IPv4 address becomes four numbers. */
const ADDRESS = /^\[|^\d+(?:\.\d+){3}$/;

/** Browsers give passkeys and secure cookies to https and to localhost only; an address is no RP id of WebAuthn. */
export const isHubOrigin = (text: string): boolean => {
  if (!isOrigin(text)) return false;
  const { protocol, hostname } = new URL(text);
  return hostname === 'localhost' || (protocol === 'https:' && !ADDRESS.test(hostname));
};
