// The texts of an item in a language, chosen as letters and the command line choose. A translation may say less than the original: what it
// lacks is said as it was written.
import { languageFor } from '../../../domain/reading/reading-language.ts';

export type Text = { readonly text: string; readonly language: string };

export type Texts = {
  readonly language: string;
  readonly headline: string;
  readonly summary: string;
  /** All of them, in the order of the actions, or of the steps of a practice. */
  readonly actions: readonly Text[];
};

type Said = {
  readonly language: string;
  readonly headline: string;
  readonly summary: string;
  readonly translations: readonly (Omit<Said, 'translations' | 'actions' | 'practice'> & {
    readonly actions: readonly string[];
  })[];
  readonly actions: readonly { readonly text: string }[];
  readonly practice: { readonly steps: readonly string[] } | null;
};

const base = (tag: string): string => tag.toLowerCase().split('-')[0] ?? '';

/** Of one language, whatever the country. */
export const isNear = (one: string, other: string): boolean => base(one) === base(other);

/** In that language, or a near one; else as it was written. */
export const textsIn = (item: Said, wanted: string): Texts => {
  const original = item.practice?.steps ?? item.actions.map(({ text }) => text);
  const tag = languageFor(item, [wanted]);
  const found =
    tag === item.language ? undefined : item.translations.find(({ language }) => language === tag);
  const { language, headline, summary } = found ?? item;
  const actions = original.map((text, at) => {
    const translated = found?.actions[at];
    return translated === undefined ? { text, language: item.language } : { text: translated, language };
  });
  return { language, headline, summary, actions };
};
