// What is typed where several are chosen from a list: what of the list fits it, and which of it is meant.

export type Pickable = {
  readonly id: string;
  readonly name: string;
  /** Its name alone, where `name` says more: whoever types it whole types this. */
  readonly called?: string;
};

/** With what it is found by, folded. */
export type Known = Pickable & { readonly key: string; readonly names: readonly string[] };

/** Letters alone: with or without their accents it is found. */
const folded = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim();

export const knownOf = (from: readonly Pickable[]): Known[] =>
  from.map((each) => {
    const key = folded(each.name);
    return { ...each, key, names: [key, folded(each.called ?? each.name), folded(each.id)] };
  });

/** What begins so first. */
export const fittingIn = (list: readonly Known[], typed: string): Pickable[] => {
  const word = folded(typed);
  const fitting = list.filter(({ key }) => key.includes(word));
  return word === ''
    ? fitting
    : [
        ...fitting.filter(({ key }) => key.startsWith(word)),
        ...fitting.filter(({ key }) => !key.startsWith(word)),
      ];
};

/** The one that is called so, or whose id it is; null where that is none of them, or several. */
const namedIn = (list: readonly Known[], typed: string): string | null => {
  const word = folded(typed);
  const named = list.filter(({ names }) => names.includes(word));
  return named.length === 1 ? (named[0]?.id ?? null) : null;
};

/** Each by its name in the list, or as it stands. A name may have a comma in it. */
export const idsIn = (list: readonly Known[], typed: string, asTyped: (part: string) => string): string[] => {
  const whole = namedIn(list, typed);
  if (whole !== null) return [whole];
  return typed
    .split(/[,;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => namedIn(list, part) ?? asTyped(part));
};
