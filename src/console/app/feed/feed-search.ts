// What the address of the floor says: its filters, as plain texts.
export type Search = Record<string, unknown>;
/** An optional text of the address; an empty one is none. */
export const text = (search: Search, name: string): string | undefined => {
  const value = search[name];
  return value === undefined || value === '' || typeof value === 'object' ? undefined : String(value);
};
export const flag = (search: Search, name: string): true | undefined =>
  search[name] === undefined || search[name] === false ? undefined : true;

export type FeedSearch = {
  sector?: string | undefined;
  severity?: string | undefined;
  urgency?: string | undefined;
  country?: string | undefined;
  kind?: string | undefined;
  exercise?: string | undefined;
  text?: string | undefined;
};

export const feedSearch = (search: Search): FeedSearch => ({
  sector: text(search, 'sector'),
  severity: text(search, 'severity'),
  urgency: text(search, 'urgency'),
  country: text(search, 'country'),
  kind: text(search, 'kind'),
  exercise: text(search, 'exercise'),
  text: text(search, 'text'),
});

/** The named texts of an address, and nothing else of it. */
export const texts =
  <Name extends string>(...names: readonly Name[]) =>
  (search: Search): { [Each in Name]?: string | undefined } => {
    const found: { [Each in Name]?: string | undefined } = {};
    for (const name of names) found[name] = text(search, name);
    return found;
  };
