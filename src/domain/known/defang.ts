// Writes addresses so that nobody follows them by a click or a program: `hxxps://evil[.]example/a`, `198[.]51[.]100[.]7`.

/** A URL's scheme and authority, and what follows them, which stays as it is. */
const URL_PARTS = String.raw`\b(?<h>h)tt(?<s>ps?)(?<authority>:\/\/[^/\s'"?#]*)(?<rest>[^\s'"]*)`;
/**
 * A host name, its last part of two letters or more, or an IPv4 address; also what is below a name (`*.evil.example`), and with the
 * full stops of East Asian scripts, which resolvers take for dots, between Latin letters.
 */
const HOST = String.raw`(?<![\w-])(?<host>\.*(?:[\w-]+[.。．｡])+[a-z]{2,}(?![\w-])|\.*(?:[\p{L}\p{N}_-]+\.)+(?:xn--[\w-]+|\p{L}{2,})|(?<!\.)(?:\d{1,3}\.){3}\d{1,3})(?![\w-])`;
const ADDRESS = new RegExp(`${URL_PARTS}|${HOST}`, 'giu');
const MAIL = /@(?=[\p{L}\p{N}_-]+\[\.\])/gu;

type Groups = Readonly<Record<'h' | 's' | 'authority' | 'rest' | 'host', string | undefined>>;

const withoutDots = (text: string): string => text.replace(/[.。．｡]/g, '[.]');

/** A text in which addresses occur, such as a pattern or a URL. Hashes, words and numbers stay as they are. */
export const defanged = (text: string): string =>
  text
    .replace(ADDRESS, (...found: readonly unknown[]) => {
      const { h, s, authority, rest, host } = found.at(-1) as Groups;
      return host === undefined ? `${h}xx${s}${withoutDots(authority ?? '')}${rest}` : withoutDots(host);
    })
    .replace(MAIL, '[@]');
