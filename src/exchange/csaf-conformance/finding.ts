// What a mandatory test of CSAF 2.0 §6.1 found: its number in the standard, where, and what is wrong.

export type Finding = { readonly test: string; readonly path: string; readonly message: string };
