// The cookies of the hub. `__Host-` ties them to this host and to TLS (or localhost); the session's is Strict, so that no other
// site's page can use it; the one for the way to an identity provider and back is Lax, since that way is foreign. What a
// provider proved for somebody who is signed in waits in a Strict one until it is confirmed. The language of the pages is no
// secret: Lax, so that a link from elsewhere is answered in it. No script reads it either: the page of the console is told.

export const SESSION_COOKIE = '__Host-tocsin';
export const TRIP_COOKIE = '__Host-tocsin-trip';
export const ACCOUNT_COOKIE = '__Host-tocsin-account';
export const LANGUAGE_COOKIE = '__Host-tocsin-language';
const TRIP_SECONDS = 600;
const YEAR_SECONDS = 365 * 86_400;

/** The value of a cookie; null when it is not there, or there twice: then nobody can say which is meant. */
export const cookieIn = (header: string | undefined, name: string): string | null => {
  const values = (header ?? '')
    .split(';')
    .map((each) => each.trim())
    .filter((each) => each.startsWith(`${name}=`))
    .map((each) => each.slice(name.length + 1));
  return values.length === 1 ? (values[0] ?? null) : null;
};

const ATTRIBUTES = 'Path=/; Secure; HttpOnly';

/** It ends with the hub's own limits at the latest; `seconds` is when the browser forgets it. */
export const sessionCookie = (secret: string, seconds: number): string =>
  `${SESSION_COOKIE}=${secret}; ${ATTRIBUTES}; SameSite=Strict; Max-Age=${Math.max(0, Math.floor(seconds))}`;

export const NO_SESSION_COOKIE = `${SESSION_COOKIE}=; ${ATTRIBUTES}; SameSite=Strict; Max-Age=0`;

export const tripCookie = (text: string): string =>
  `${TRIP_COOKIE}=${text}; ${ATTRIBUTES}; SameSite=Lax; Max-Age=${TRIP_SECONDS}`;

export const accountCookie = (text: string): string =>
  `${ACCOUNT_COOKIE}=${text}; ${ATTRIBUTES}; SameSite=Strict; Max-Age=${TRIP_SECONDS}`;

export const NO_ACCOUNT_COOKIE = `${ACCOUNT_COOKIE}=; ${ATTRIBUTES}; SameSite=Strict; Max-Age=0`;

export const NO_TRIP_COOKIE = `${TRIP_COOKIE}=; ${ATTRIBUTES}; SameSite=Lax; Max-Age=0`;

/** `language`: one of the pages', by its tag. */
export const languageCookie = (language: string): string =>
  `${LANGUAGE_COOKIE}=${language}; ${ATTRIBUTES}; SameSite=Lax; Max-Age=${YEAR_SECONDS}`;
