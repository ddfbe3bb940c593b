// Language tags of BCP 47 (RFC 5646). The parser is the domain's only package: it is pure, and a grammar with legacy
// tags, extensions and private use is not worth rewriting.
import { parse, type Schema } from 'bcp-47';

/** Whether the text is well-formed: language, script, region, variants, extensions; also legacy and private tags. */
export const isLanguageTag = (text: string): boolean => {
  const { language, irregular, regular, privateuse }: Schema = parse(text);
  return (language ?? irregular ?? regular ?? privateuse[0]) !== undefined;
};

/**
 * Whether it also may name a language today: one of two or three letters. The grammar keeps longer ones for a registration that
 * nobody has made, so that "english" is well-formed and names nothing.
 */
export const mayNameLanguage = (text: string): boolean =>
  isLanguageTag(text) && (parse(text).language ?? '').length <= 3;
