// The contract taken apart: each definition of the SDL with the description above it.
export type Definition = { readonly name: string; readonly text: string };

const NAME = /^(?:type|input|enum|interface|union|scalar|directive|schema)\b ?@?(\w*)/m;
/** Where a definition begins: with its description, or at once. */
const BEGINS = /\n\n(?="|(?:type|input|enum|interface|union|scalar|directive|schema)\b)/;

/** Queries, mutations and subscriptions first, the others by name. */
const FIRST = ['Query', 'Mutation', 'Subscription'];
const rankOf = (name: string): number => (FIRST.includes(name) ? FIRST.indexOf(name) : FIRST.length);

export const definitionsIn = (sdl: string): Definition[] =>
  sdl
    .trim()
    .split(BEGINS)
    .map((text) => ({ name: NAME.exec(withoutDescription(text))?.[1] || 'schema', text }))
    .toSorted((one, other) => rankOf(one.name) - rankOf(other.name) || (one.name < other.name ? -1 : 1));

/** A line of a description may begin like a definition. */
const withoutDescription = (text: string): string => text.replace(/^"""[\s\S]*?"""\n|^"[^\n]*\n/, '');
