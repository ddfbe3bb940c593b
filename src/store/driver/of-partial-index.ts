// MongoDB takes a partial index of rows in which a field is a text for a query that says itself that it is one, and for no other: not
// for one that asks for a text, whatever that may be. Without it the query reads every row of the collection.

/** That the field has this text, where an index holds only rows in which it is a text. */
export const theText = (text: string) => ({ $eq: text, $type: 'string' }) as const;

/** That the field has one of these texts, likewise. */
export const oneOfTexts = (texts: Iterable<string>) => ({ $in: [...texts], $type: 'string' as const });
