// Codes of countries. ISO 3166 is the list; what it gives to users (AA, QM to QZ, XA to XZ, ZZ) stands for what has none.

const USERS = /^(?:AA|Q[M-Z]|X[A-Z]|ZZ)$/;

/** The code that is meant where another is written: UK is GB, and former States lead to their successors. Null where none is. */
export const countryMeant = (code: string): string | null => {
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
