// Which subscriptions show every reader the same of an event, or the same to all who have it for the same reason: their text is
// then made once (docs/decisions/0030). Any other field depends on the reader.
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';
import type { Operation } from '../documents.ts';
import { type Asking, asksOnly, isShared, warningType } from '../shared-page.ts';

export type EventShape = {
  /** What the event looks like depends on its reader beyond the reason. */
  readonly isOwn: boolean;
  readonly asksReason: boolean;
  /** The variables that its text may depend on: all but those that only say what to subscribe to. */
  readonly variables: readonly string[];
};

const REASON = 'whyMe';
/** Of an edge of the stream. All are the same for every reader with the same filter. */
const OF_EDGE: ReadonlySet<string> = new Set(['cursor', 'occasion', '__typename']);

export const eventShapeOf = (schema: GraphQLSchema, { document, name }: Operation): EventShape => {
  const operation = operationIn(document, name);
  const fragments = new Map(
    document.definitions.flatMap((each) =>
      each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [],
    ),
  );
  const root = operation.selectionSet.selections[0];
  const variables = variablesIn(operation, fragments.values());
  if (root?.kind !== Kind.FIELD || root.name.value !== 'warningReceived')
    return { isOwn: true, asksReason: true, variables };
  let asksReason = false;
  const asking: Asking = {
    fragments,
    isAllowed: (type, field) => {
      const isReason = type.name === 'Warning' && field === REASON;
      asksReason ||= isReason;
      return isReason || isShared(type, field);
    },
  };
  const isOwn = !edgeAsksOnly(root.selectionSet, warningType(schema), asking);
  return { isOwn, asksReason, variables };
};

const edgeAsksOnly = (
  set: SelectionSetNode | undefined,
  warning: GraphQLObjectType,
  asking: Asking,
): boolean =>
  (set?.selections ?? []).every((each) => {
    if (each.kind === Kind.INLINE_FRAGMENT) return edgeAsksOnly(each.selectionSet, warning, asking);
    if (each.kind === Kind.FRAGMENT_SPREAD) {
      const fragment = asking.fragments.get(each.name.value);
      return fragment !== undefined && edgeAsksOnly(fragment.selectionSet, warning, asking);
    }
    if (each.name.value === 'node') return asksOnly(each.selectionSet, warning, asking);
    return OF_EDGE.has(each.name.value);
  });

const operationIn = (document: DocumentNode, name: string | null): OperationDefinitionNode =>
  document.definitions.find(
    (each) => each.kind === Kind.OPERATION_DEFINITION && (name === null || each.name?.value === name),
  ) as OperationDefinitionNode;

/** The arguments of the root field choose what comes, and not what is shown of it. */
const variablesIn = (
  { selectionSet }: OperationDefinitionNode,
  fragments: Iterable<FragmentDefinitionNode>,
): string[] => {
  const found = new Set<string>();
  const shown = [
    ...selectionSet.selections.map((each) => (each.kind === Kind.FIELD ? { ...each, arguments: [] } : each)),
    ...fragments,
  ];
  for (const each of shown) visit(each, { Variable: ({ name }) => void found.add(name.value) });
  return [...found].sort();
};
