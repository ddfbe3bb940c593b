// What a language is called in the language of the console; its tag where that is none.
export const languageName = (tag: string, spoken: string): string => {
  try {
    return new Intl.DisplayNames(spoken, { type: 'language', fallback: 'code' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
};

/** Several names in a line, as a language writes them: `A, B, C`, `A، B`, `A、B`. */
export const listIn = (names: readonly string[], spoken: string): string =>
  new Intl.ListFormat(spoken, { type: 'conjunction', style: 'narrow' }).format(names);

/** Codes for private use, which CLDR gives names that are no States. */
const PRIVATE = /^(?:AA|Q[M-Z]|X[A-JL-Z]|ZZ)$/;

/** What a State is called in the language of the console; its code where that is none that it knows. */
export const stateName = (code: string, spoken: string): string => {
  if (PRIVATE.test(code)) return code;
  try {
    return new Intl.DisplayNames(spoken, { type: 'region', fallback: 'code' }).of(code) ?? code;
  } catch {
    return code;
  }
};

/** Codes without a State, which a name stands for all the same. */
const NO_STATE = /^(?:AC|CP|CQ|DG|EA|EU|EZ|IC|TA|UN)$/;
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

const isCurrent = (code: string): boolean => new Intl.Locale(`und-${code}`).region === code;

/** As it is called, and with its code behind that. */
type State = { readonly id: string; readonly name: string; readonly called: string };

/** All States, as they are called in the language of the console; by name. */
export const statesIn = (spoken: string): readonly State[] => {
  const names = new Intl.DisplayNames(spoken, { type: 'region', fallback: 'none' });
  return LETTERS.flatMap((first) => LETTERS.map((second) => first + second))
    .filter((code) => !PRIVATE.test(code) && !NO_STATE.test(code) && isCurrent(code))
    .flatMap((id) => {
      const called = names.of(id);
      return called === undefined ? [] : [{ id, name: `${called} (${id})`, called }];
    })
    .toSorted((one, other) => one.name.localeCompare(other.name, spoken));
};
