// The languages in which a person reads: --language, else the locale of the terminal (POSIX: LC_ALL, LC_MESSAGES, LANG).
import { type Command, InvalidArgumentError } from 'commander';
import { mayNameLanguage } from '../../domain/language-tag.ts';

export type LanguageOptions = { readonly language?: readonly string[] };

export const languageOption = (command: Command): Command =>
  command.option(
    '--language <tag...>',
    'the language of texts as their publishers give them, e.g. pt or pt-BR, best first (default: that of your locale)',
    tagsOf,
  );

const tagsOf = (tag: string, before: readonly string[] | undefined): readonly string[] => {
  if (!mayNameLanguage(tag)) throw new InvalidArgumentError('Write it like en, pt-BR or ar.');
  return [...(before ?? []), tag];
};

/** Language tags, the best first; none for the locales C and POSIX. */
export const languagesOf = ({ language }: LanguageOptions, env = process.env): readonly string[] => {
  if (language !== undefined) return language;
  const locale = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((each) => (each ?? '') !== '') ?? '';
  const tag = locale.replace(/[.@].*$/, '').replaceAll('_', '-');
  return tag === 'C' || tag === 'POSIX' || !mayNameLanguage(tag) ? [] : [tag];
};

/** The same as `Accept-Language`; without any, nothing is asked for. */
export const acceptLanguage = (languages: readonly string[]): Readonly<Record<string, string>> =>
  languages.length === 0 ? {} : { 'accept-language': languages.join(', ') };
