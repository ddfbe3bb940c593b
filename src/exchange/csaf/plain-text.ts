// Makes one readable paragraph out of an advisory's text: white space, list marks and stray addresses go, and what is
// too long ends with a whole sentence or word.

const ADDRESS = /\bhttps?:\/\/[^\s<>"')\]]+/gi;

export function withoutAddresses(text: string): string {
  return text.replace(ADDRESS, '').replace(/\(\s*\)|\[\s*\]/g, '');
}

export function oneParagraph(text: string): string {
  return text
    .normalize('NFC')
    .replace(/^[ \t]*[-*•·–][ \t]+/gm, '')
    .replace(/\s+/g, ' ')
    .replace(/ ([,.;:!?])(?=\s|$)/g, '$1')
    .trim();
}

/** At most `max` characters (code points never split): whole sentences if they are not too few, else whole words. */
export function shortened(text: string, max: number): string {
  if (text.length <= max) return text;
  const cut = text.slice(0, max - 1);
  const head = cut.isWellFormed() ? cut : cut.slice(0, -1);
  const sentence = Math.max(head.lastIndexOf('. '), head.lastIndexOf('! '), head.lastIndexOf('? '));
  if (sentence >= max * 0.4) return head.slice(0, sentence + 1);
  const word = head.lastIndexOf(' ');
  return `${head.slice(0, word > max * 0.6 ? word : head.length).replace(/[\s,;:]+$/, '')}…`;
}
