// The languages of the console. Each is loaded by itself, in two parts (scripts/console/later-words.mjs); a key that a language lacks
// fails a test, so none falls back.
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { readChoice } from '../app/choices.ts';
import type en from './en.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'words';
    resources: { words: typeof en };
  }
}

/** By BCP 47 tag, with the name that each has in itself. */
export const LANGUAGES = {
  en: 'English',
  fr: 'Français',
  es: 'Español',
  'pt-BR': 'Português (Brasil)',
  ar: 'العربية',
  zh: '中文',
  ru: 'Русский',
} as const;

export type Language = keyof typeof LANGUAGES;

type Part = { default: Partial<typeof en> };
type Loaders = Record<string, () => Promise<Part>>;
const FIRST = import.meta.glob<Part>('./*.json', { query: '?first' });
const LATER = import.meta.glob<Part>('./*.json', { query: '?later' });

const isLanguage = (tag: string): tag is Language => Object.hasOwn(LANGUAGES, tag);

/** What was chosen here, else on the hub's own pages, or the first language of the browser that the console has. */
const preferred = (): Language => {
  for (const chosen of [readChoice('language'), document.documentElement.dataset['language']])
    if (chosen != null && isLanguage(chosen)) return chosen;
  for (const tag of navigator.languages) {
    const [base = ''] = tag.toLowerCase().split('-');
    const found = (Object.keys(LANGUAGES) as Language[]).find(
      (each) => each.toLowerCase().split('-')[0] === base,
    );
    if (found !== undefined) return found;
  }
  return 'en';
};

export const startWords = async (): Promise<void> => {
  await i18next.use(initReactI18next).init({
    lng: 'dev',
    ns: ['words'],
    defaultNS: 'words',
    fallbackLng: false,
    returnNull: false,
    resources: {},
    interpolation: { escapeValue: false },
  });
  await speak(preferred());
};

let isWhole = false;
/** The language that the console is being switched to: its words are on their way. */
let coming: Language | null = null;

const add = async (loaders: Loaders, language: Language): Promise<void> => {
  const load = loaders[`./${language}.json`];
  if (load === undefined) throw new Error(`no words for ${language}`);
  const { default: words } = await load();
  i18next.addResourceBundle(language, 'words', words, true, true);
};

/** What some views say besides (`LATER_VIEWS`): it comes with the first of them. */
export const wholeWords = async (): Promise<void> => {
  isWhole = true;
  await Promise.all([spoken(), ...(coming === null ? [] : [coming])].map((each) => add(LATER, each)));
};

/** Switches the console to a language, with its direction of writing. */
export const speak = async (language: Language): Promise<void> => {
  coming = language;
  await Promise.all((isWhole ? [FIRST, LATER] : [FIRST]).map((loaders) => add(loaders, language)));
  await i18next.changeLanguage(language);
  if (coming === language) coming = null;
  document.documentElement.lang = language;
  document.documentElement.dir = language === 'ar' ? 'rtl' : 'ltr';
};

/** Between a first and what comes of it. Texts do not mirror an arrow where they run from right to left. */
export const onward = (): string => (spoken() === 'ar' ? '←' : '→');

export const spoken = (): Language => (isLanguage(i18next.language) ? i18next.language : 'en');
