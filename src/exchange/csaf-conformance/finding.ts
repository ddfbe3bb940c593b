// A failed mandatory test of CSAF 2.0 §6.1: its number in the standard, the JSON path and what is wrong.

export type Finding = { readonly test: string; readonly path: string; readonly message: string };
