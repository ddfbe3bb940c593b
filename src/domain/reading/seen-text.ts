// What of a text the eye sees. Blanks, controls and characters without a width show nothing: a text of these alone is missing.
// What they do within a text stays: joiners spell Persian and make emoji.

const SEEN = /[^\s\p{Cc}\p{Z}\p{Default_Ignorable_Code_Point}\u2800\ufff9-\ufffb]/u;

/** Whether nothing of the text can be seen. Half a character counts as seen, and is refused as such elsewhere. */
export const isBlank = (text: string): boolean => !SEEN.test(text);

/** The text, or null where nothing of it can be seen. */
export const seenOrNull = (text: string | null): string | null =>
  text === null || isBlank(text) ? null : text;

/** What breaks a line, turns its direction or acts on a terminal. */
const OUT_OF_LINE = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/u;

/** The first character that a text of one line must not have, as `U+202E`; null for none. */
export const outOfLine = (text: string): string | null => {
  const code = OUT_OF_LINE.exec(text)?.[0].codePointAt(0);
  return code === undefined ? null : `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
};

const BREAKS = /[\s\u0085]+/gu;
const ACTING = /[\p{Cc}\p{Bidi_Control}]/gu;

/** What somebody else wrote, as a text of one line. */
export const onOneLine = (text: string): string => text.replace(BREAKS, ' ').replace(ACTING, '').trim();
