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
