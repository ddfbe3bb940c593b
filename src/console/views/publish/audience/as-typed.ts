// What is typed beside a list and is no name in it. Only what is just one short name, or one code, is taken for it; all else stays one
// whole, which the hub refuses: a part of a name may be the code of another country, and what is made of a name that of another member.

/** Forms keep lists of words: what has blanks is kept in one by this, which neither has. */
const inOne = (part: string): string => part.trim().replaceAll(/\s+/g, '_');

/** A short name has no blank and no capital. */
export const asSlug = (part: string): string => inOne(part);

export const asCode = (part: string): string =>
  /^[a-z]{2}$/i.test(part.trim()) ? part.trim().toUpperCase() : inOne(part);
