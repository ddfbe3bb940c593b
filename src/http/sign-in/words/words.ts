// The words of the hub's own pages, in the languages of the console: one file for each. The types know the keys of English; a
// key that a language lacks fails a test, so none falls back.
import { readFileSync } from 'node:fs';
import type en from './en.json';

/** By BCP 47 tag, with the name that each has in itself. */
export const PAGE_LANGUAGES = {
  en: 'English',
  fr: 'Français',
  es: 'Español',
  'pt-BR': 'Português (Brasil)',
  ar: 'العربية',
  zh: '中文',
  ru: 'Русский',
} as const;

export type PageLanguage = keyof typeof PAGE_LANGUAGES;

export const TAGS = Object.keys(PAGE_LANGUAGES) as PageLanguage[];

export const isPageLanguage = (tag: string): tag is PageLanguage => Object.hasOwn(PAGE_LANGUAGES, tag);

/** What has forms for numbers is asked for by `counted`, since each language has other forms. */
type Whole<Part> = {
  readonly [Key in keyof Part as Key extends `${string}_${'one' | 'other'}`
    ? never
    : Key]: Part[Key] extends string ? string : Whole<Part[Key]>;
};
type Counts<Part> = { [Key in keyof Part]: Key extends `${infer Name}_other` ? Name : never }[keyof Part];

export type Words = Whole<typeof en>;
export type Counted<Section extends keyof typeof en> = Counts<(typeof en)[Section]>;

const parsed = (place: string): unknown =>
  JSON.parse(readFileSync(new URL(`${place}.json`, import.meta.url), 'utf8'));

const ofEach = <Part>(folder: string): ReadonlyMap<PageLanguage, Part> =>
  new Map(TAGS.map((tag) => [tag, parsed(`${folder}${tag}`) as Part]));

const WORDS = ofEach<Words>('./');

export const wordsOf = (language: PageLanguage): Words => {
  const words = WORDS.get(language);
  if (words === undefined) throw new Error(`no words for ${language}`);
  return words;
};
