// Counts items and objects in the variables of an operation, by their declared types. graphql-js coerces all of them in one
// turn of the event loop, so their number is limited. Values of the scalar JSON pass through as they are; their consumer
// limits them.
import {
  type GraphQLInputType,
  type GraphQLSchema,
  getNullableType,
  isInputObjectType,
  isInputType,
  isListType,
  type OperationDefinitionNode,
  typeFromAST,
} from 'graphql';

/** Stops counting past `limit`; never throws. */
export type InputItems = (variables: Readonly<Record<string, unknown>>, limit: number) => number;

export const inputItemsOf = (schema: GraphQLSchema, operation: OperationDefinitionNode): InputItems => {
  const declared = (operation.variableDefinitions ?? []).flatMap(({ variable, type: node }) => {
    const type = typeFromAST(schema, node);
    return isInputType(type) ? [{ name: variable.name.value, type }] : [];
  });
  return (variables, limit) =>
    declared.reduce(
      (sum, { name, type }) => (sum > limit ? sum : sum + count(variables[name], type, limit - sum)),
      0,
    );
};

/** Recurses as deep as the JSON of the variables, which is limited. */
const count = (value: unknown, type: GraphQLInputType, limit: number): number => {
  if (typeof value !== 'object' || value === null) return 0;
  const inner = getNullableType(type);
  let sum = 0;
  if (isListType(inner)) {
    const items: readonly unknown[] = Array.isArray(value) ? value : [value];
    for (const item of items) {
      sum += 1 + count(item, inner.ofType, limit - sum);
      if (sum > limit) break;
    }
  } else if (isInputObjectType(inner)) {
    for (const [name, field] of Object.entries(inner.getFields())) {
      if (!Object.hasOwn(value, name)) continue;
      sum += 1 + count((value as Record<string, unknown>)[name], field.type, limit - sum);
      if (sum > limit) break;
    }
  }
  return sum;
};
