// A warning in the language of its reader: the translation that fits best, by the look-up of RFC 4647 §3.4, or the text as
// its publisher wrote it. Deadlines come from the original, whatever is translated.
import type { Action, Translation } from '../warning.ts';

type Tagged = {
  readonly language: string;
  readonly translations: readonly Pick<Translation, 'language'>[];
};

export type Translated = {
  readonly language: string;
  readonly headline: string;
  readonly summary: string;
  readonly actions: readonly Action[];
  readonly translations: readonly Translation[];
  readonly practice?: { readonly steps: readonly string[] } | null;
};

/**
 * The item with its texts in the first of the wanted languages (BCP 47) that it has; `language` says which, and the original
 * takes the place of the translation.
 */
export const inLanguage = <Item extends Translated>(item: Item, wanted: readonly string[]): Item => {
  const tag = languageFor(item, wanted);
  const translation =
    tag === item.language ? undefined : item.translations.find(({ language }) => language === tag);
  if (translation === undefined) return item;
  const { language, headline, summary, actions: texts } = translation;
  const actions = item.actions.map((action, at) => ({ ...action, text: texts[at] ?? action.text }));
  const { practice } = item;
  const steps = practice?.steps.map((step, at) => texts[at] ?? step);
  const original = {
    language: item.language,
    headline: item.headline,
    summary: item.summary,
    actions: practice?.steps ?? item.actions.map(({ text }) => text),
  };
  return {
    ...item,
    language,
    translations: [original, ...item.translations.filter((each) => each !== translation)],
    headline,
    summary,
    actions,
    ...(practice == null ? {} : { practice: { ...practice, steps } }),
  } as Item;
};

/** The languages that it can be read in besides that of its texts. */
export const otherLanguages = ({
  language,
  translations,
}: Pick<Translated, 'language' | 'translations'>): string[] =>
  [...new Set(translations.map((each) => each.language))].filter((each) => each !== language);

/** The tag of the texts that are read then. */
export const languageFor = ({ language, translations }: Tagged, wanted: readonly string[]): string => {
  const known = [language, ...translations.map((each) => each.language)];
  for (const range of wanted) {
    if (range === '*') return language;
    const found = lookUp(known, range.toLowerCase());
    if (found !== undefined) return found;
  }
  return language;
};

/** The range itself, then shorter ones; at each length also a more specific text: pt is read as pt-BR where that is all. */
const lookUp = (known: readonly string[], range: string): string | undefined => {
  for (let left = range; left !== ''; left = left.slice(0, Math.max(0, left.lastIndexOf('-')))) {
    const exact = known.find((each) => each.toLowerCase() === left);
    const found = exact ?? known.find((each) => each.toLowerCase().startsWith(`${left}-`));
    if (found !== undefined) return found;
  }
  return undefined;
};
