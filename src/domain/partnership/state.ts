// The entry of a State: which code stands for it, and how it writes its name itself. ISO 3166 is the list of codes; whose name
// is written how is the State's own word, so two persons of the hub enter what it says.

export type StateEntry = {
  /** ISO 3166-1 alpha-2; user-assigned codes (AA, QM to QZ, XA to XZ, ZZ) for what has none. */
  readonly code: string;
  /** In its own language and script. */
  readonly name: string;
  /** In Latin letters, where that is another. */
  readonly latinName: string | null;
  readonly addedAt: Date;
};

export const isStateCode = (code: string): boolean => /^[A-Z]{2}$/.test(code);

/** What ISO gives to users. */
const USERS = /^(?:AA|Q[M-Z]|X[A-Z]|ZZ)$/;

/** The code that is meant where another is written: UK is GB, and former States lead to their successors. Null where none is. */
const countryMeant = (code: string): string | null => {
  if (!/^[A-Z]{2}$/.test(code) || USERS.test(code)) return null;
  const { region } = new Intl.Locale(`und-${code}`);
  return region === undefined || region === code ? null : region;
};

/** Why this is no code of a country; null where it may be one. */
export const countryFault = (code: string): string | null => {
  if (!/^[A-Z]{2}$/.test(code)) return `"${code}" is not a country code.`;
  const other = countryMeant(code);
  return other === null ? null : `"${code}" is not a country code of ISO 3166-1. Did you mean ${other}?`;
};
