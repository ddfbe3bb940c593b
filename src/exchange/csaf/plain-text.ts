// Turns an advisory's text into one readable paragraph: drops white space, list marks and stray addresses, and shortens
// long text at a sentence or word boundary.

const ADDRESS = /\bhttps?:\/\/[^\s<>"')\]]+/gi;

export function withoutAddresses(text: string): string {
  return text.replace(ADDRESS, '').replace(/\(\s*\)|\[\s*\]/g, '');
}

const ACTING = /(?![\s\u0085])[\p{Cc}\p{Bidi_Control}]/gu;

export function oneParagraph(text: string): string {
  return (
    text
      .normalize('NFC')
      // Marks that turn the order of what follows: a title could show other words than it has (UTS #55). A control acts.
      .replace(ACTING, '')
      .replace(/^[ \t]*[-*•·–][ \t]+/gm, '')
      .replace(/[\s\u0085]+/g, ' ')
      .replace(/ ([,.;:!?])(?=\s|$)/g, '$1')
      .trim()
  );
}

const BLOCK =
  /<\/?(?:p|div|br|hr|li|ul|ol|dl|dt|dd|h[1-6]|table|thead|tbody|tr|td|th|blockquote|pre)(?:\s[^<>]{0,300})?\s?\/?>/gi;
const INLINE = /<\/?(?:a|b|i|u|em|strong|span|code|tt|kbd|sup|sub|font|small)(?:\s[^<>]{0,300})?>/gi;
const SIGNS: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  '#39': "'",
  nbsp: ' ',
};

/** HTML as text. What else stands in angle brackets ("<2.3", "<address>") stays. */
export function withoutMarkup(text: string): string {
  return text
    .replace(BLOCK, '\n')
    .replace(INLINE, '')
    .replace(/&(amp|lt|gt|quot|apos|#39|nbsp);/g, (whole, name: string) => SIGNS[name] ?? whole);
}

/** Without such characters at its end. A pattern of them that is bound to the end takes time by the square of the longest run. */
export function withoutEnd(text: string, isOfEnd: Pick<RegExp, 'test'>): string {
  let end = text.length;
  while (end > 0 && isOfEnd.test(text[end - 1] ?? '')) end -= 1;
  return text.slice(0, end);
}

/** The beginning of a text, for what looks closely at each word; whole words, and no half character. */
export function beginning(text: string, max: number): string {
  if (text.length <= max) return text;
  const head = text.slice(0, max);
  const space = head.lastIndexOf(' ');
  return space > max / 2 ? head.slice(0, space) : head.isWellFormed() ? head : head.slice(0, -1);
}

/** At most `max` characters, never splitting a code point: whole sentences if that keeps enough, else whole words. */
export function shortened(text: string, max: number): string {
  if (text.length <= max) return text;
  const cut = text.slice(0, max - 1);
  const head = cut.isWellFormed() ? cut : cut.slice(0, -1);
  const sentence = Math.max(head.lastIndexOf('. '), head.lastIndexOf('! '), head.lastIndexOf('? '));
  if (sentence >= max * 0.4) return head.slice(0, sentence + 1);
  const word = head.lastIndexOf(' ');
  return `${head.slice(0, word > max * 0.6 ? word : head.length).replace(/[\s,;:]+$/, '')}…`;
}
