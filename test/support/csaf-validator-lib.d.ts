// What the tests use of Secvisogram's library, which has no types of its own.
declare module '@secvisogram/csaf-validator-lib/mandatoryTests.js' {
  const tests: Readonly<Record<string, (document: unknown) => { readonly isValid: boolean }>>;
  export = tests;
}

declare module '@secvisogram/csaf-validator-lib/schemaTests.js' {
  export function csaf_2_0(document: unknown): { readonly isValid: boolean };
}
