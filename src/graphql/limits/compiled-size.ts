// How much code graphql-jit would write for an operation: a field below an interface is compiled once for each type that
// implements it, and so is everything below that field. Compiling is one turn of the event loop (I21), so an operation
// beyond a bound is executed by graphql-js.
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

type Sizing = {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly most: number;
};

/** Fields that would be compiled; at most a little over `most`, where counting ends. The document is valid. */
export const compiledSize = (
  schema: GraphQLSchema,
  document: DocumentNode,
  name: string | null,
  most: number,
): number => {
  const operation = document.definitions.find(
    (each): each is OperationDefinitionNode =>
      each.kind === Kind.OPERATION_DEFINITION && (name === null || each.name?.value === name),
  );
  const root = operation === undefined ? undefined : schema.getRootType(operation.operation);
  if (operation === undefined || root === undefined || root === null) return 0;
  const fragments = new Map(
    document.definitions.flatMap((each) =>
      each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [],
    ),
  );
  return sizeOf({ schema, fragments, most }, root, operation.selectionSet);
};

const sizeOf = (sizing: Sizing, type: GraphQLNamedType, set: SelectionSetNode): number => {
  const { schema, fragments, most } = sizing;
  const times = isAbstractType(type) ? schema.getPossibleTypes(type).length : 1;
  let size = 0;
  for (const each of set.selections) {
    if (size > most) return size;
    if (each.kind === Kind.FIELD) {
      const field =
        isObjectType(type) || isInterfaceType(type) ? type.getFields()[each.name.value] : undefined;
      const below =
        field === undefined || each.selectionSet === undefined
          ? 0
          : sizeOf(sizing, getNamedType(field.type), each.selectionSet);
      size += times * (1 + below);
      continue;
    }
    const part = each.kind === Kind.FRAGMENT_SPREAD ? fragments.get(each.name.value) : each;
    if (part === undefined) continue;
    const on = part.typeCondition === undefined ? type : schema.getType(part.typeCondition.name.value);
    if (on !== undefined) size += sizeOf(sizing, on, part.selectionSet);
  }
  return size;
};
