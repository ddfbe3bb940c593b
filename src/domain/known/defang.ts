// Writes addresses so that nobody follows them by a click or a program: `hxxps://evil[.]example/a`, `198[.]51[.]100[.]7`. The
// texts are of producers, and may be long: each expression here goes over a text once, whatever stands in it.

/** Its scheme and authority, and what follows them, which stays as it is. */
const URL_TEXT = /\b(?<h>h)tt(?<s>ps?)(?<authority>:\/\/[^/\s'"?#]*)(?<rest>[^\s'"]*)/giu;

/** What a host name or an address may be in; the full stops of East Asian scripts are dots to a resolver. */
const RUN = /[\p{L}\p{N}_.。．｡-]+/gu;

/**
 * The last part of a host name, of two letters or more, behind another part. It begins directly behind a stop and is found once for
 * each: an expression of the whole name would begin anew in each of its parts.
 */
const LAST_PART =
  /(?<=[\w-][.。．｡])[a-z]{2,}(?![\w-])|(?<=[\p{L}\p{N}_-]\.)(?:xn--[\w-]+|\p{L}{2,})(?![\w-])/giu;

const IPV4 = /(?<![\w.-])(?:\d{1,3}\.){3}\d{1,3}(?![\w-])/gu;

/** All dots, and the other full stops between Latin letters: elsewhere they end sentences. */
const STOPS = /\.|(?<=[\w-])[。．｡](?=[\w-])/gu;

const MAIL = /@(?=[\p{L}\p{N}_-]+\[\.\])/gu;

/** A text in which addresses occur, such as a pattern or a URL. Hashes, words and numbers stay as they are. */
export const defanged = (text: string): string => {
  const parts: string[] = [];
  let from = 0;
  for (const found of text.matchAll(URL_TEXT)) {
    parts.push(withoutHosts(text.slice(from, found.index)), withoutScheme(found));
    from = found.index + found[0].length;
  }
  return [...parts, withoutHosts(text.slice(from))].join('').replace(MAIL, '[@]');
};

const withoutScheme = ({ groups: { h, s, authority = '', rest } = {} }: RegExpExecArray): string =>
  `${h}xx${s}${authority.replace(/[.。．｡]/g, '[.]')}${rest}`;

/** Also what is below a name, such as `*.evil.example`. */
const withoutHosts = (text: string): string =>
  text.replace(RUN, (run) => {
    let end = 0;
    for (const last of run.matchAll(LAST_PART)) end = last.index + last[0].length;
    return (
      run.slice(0, end).replace(STOPS, '[.]') +
      run.slice(end).replace(IPV4, (address) => address.replaceAll('.', '[.]'))
    );
  });
