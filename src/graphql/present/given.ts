// An input of a mutation as the services take it: what is left out or null is absent.

/** The properties that have a value. */
export type Present<Input> = {
  [Name in keyof Input as null extends Input[Name]
    ? never
    : undefined extends Input[Name]
      ? never
      : Name]: Input[Name];
} & { [Name in keyof Input]?: Exclude<Input[Name], null | undefined> };

export const givenIn = <Input extends object>(input: Input): Present<Input> =>
  Object.fromEntries(
    Object.entries(input).filter(([, value]) => value !== null && value !== undefined),
  ) as Present<Input>;
