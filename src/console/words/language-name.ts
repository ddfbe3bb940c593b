// What a language is called in the language of the console; its tag where that is none.
export const languageName = (tag: string, spoken: string): string => {
  try {
    return new Intl.DisplayNames(spoken, { type: 'language', fallback: 'code' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
};

/** What a State is called in the language of the console; its code where that is none that it knows. */
export const stateName = (code: string, spoken: string): string => {
  // Codes for private use, which CLDR gives names that are no States.
  if (/^(AA|Q[M-Z]|X[A-Z]|ZZ)$/.test(code) && code !== 'XK') return code;
  try {
    return new Intl.DisplayNames(spoken, { type: 'region', fallback: 'code' }).of(code) ?? code;
  } catch {
    return code;
  }
};
