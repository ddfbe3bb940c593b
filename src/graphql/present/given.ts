// The fields of an input that were given: GraphQL has null where a client leaves one out or empties it.

type Given<Input> = { [Field in keyof Input]: Exclude<Input[Field], null | undefined> };

export const given = <Input extends object>(input: Input): Given<Input> =>
  Object.fromEntries(
    Object.entries(input).filter(([, value]) => value !== null && value !== undefined),
  ) as Given<Input>;
