// Texts as a terminal may be given them: without control characters or bidirectional overrides. Loads nothing.

/** C0 and C1 controls except line feed, and the marks that change text direction. */
const CONTROLS = /(?!\n)[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** Removes characters that could move the cursor, ring the terminal bell or disguise the text. */
export const tidy = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(/\t/g, ' ').replace(CONTROLS, '');

/**
 * A text as a terminal may be given it: line feeds, tabs and, where `isStyled`, the styles of this program stay; a line break of
 * another form is a line feed.
 */
export const forTerminal = (text: string, isStyled: boolean): string =>
  text
    .replace(/\r\n?/g, '\n')
    .split(isStyled ? OWN_STYLES : /(?!)/)
    .map((part, at) => (at % 2 === 1 ? part : part.replace(CONTROLS_BUT_TABS, '')))
    .join('');

const CONTROLS_BUT_TABS = new RegExp(`(?!\\t)${CONTROLS.source}`, 'gu');
/** Bold, dim, inverse and the colours of `styled`; no text can hide or move anything with them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the escape character begins a style
const OWN_STYLES = /(\u001b\[(?:1|2|7|22|27|3[1-6]|39)m)/;

/** JSON that says the same without a character that a terminal acts on. */
export const escapedJson = (json: string): string =>
  json.replace(CONTROLS, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
