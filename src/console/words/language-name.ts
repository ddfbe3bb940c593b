// What a language is called in the language of the console; its tag where that is none.
export const languageName = (tag: string, spoken: string): string => {
  try {
    return new Intl.DisplayNames(spoken, { type: 'language', fallback: 'code' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
};
