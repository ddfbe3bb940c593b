// The CSAF validator ships no types.
type Judgement = {
  readonly isValid: boolean;
  readonly errors: readonly { readonly message?: string; readonly instancePath: string }[];
};
type Judge = (document: unknown) => Judgement;

declare module '@secvisogram/csaf-validator-lib/mandatoryTests.js' {
  const tests: Readonly<Record<string, Judge>>;
  export = tests;
}

declare module '@secvisogram/csaf-validator-lib/schemaTests.js' {
  export const csaf_2_0: Judge;
}
