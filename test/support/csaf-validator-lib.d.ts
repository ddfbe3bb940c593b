<<<<<<< ours
// The CSAF validator ships no types.
type Judgement = {
  readonly isValid: boolean;
  readonly errors: readonly { readonly message?: string; readonly instancePath: string }[];
};
type Judge = (document: unknown) => Judgement;

declare module '@secvisogram/csaf-validator-lib/mandatoryTests.js' {
  const tests: Readonly<Record<string, Judge>>;
=======
// What the tests use of Secvisogram's library, which has no types of its own.
declare module '@secvisogram/csaf-validator-lib/mandatoryTests.js' {
  const tests: Readonly<Record<string, (document: unknown) => { readonly isValid: boolean }>>;
>>>>>>> theirs
  export = tests;
}

declare module '@secvisogram/csaf-validator-lib/schemaTests.js' {
<<<<<<< ours
  export const csaf_2_0: Judge;
=======
  export function csaf_2_0(document: unknown): { readonly isValid: boolean };
>>>>>>> theirs
}
