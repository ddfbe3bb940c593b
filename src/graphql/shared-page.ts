// Feed pages whose rows look the same to every reader. Which rows, and in what order, is decided for the reader on each
// request; the text of a row is rendered once per version and operation (docs/decisions/0005). Fields that depend on the
// reader are not on the list below; an operation that asks for one is executed normally.
import {
  type DefinitionNode,
  type DocumentNode,
  defaultFieldResolver,
  type ExecutionResult,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  getNamedType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { CompiledQuery } from 'graphql-jit';
import type { Item } from '../service/item/item.ts';
import type { Operation } from './documents.ts';
import { warningSource } from './present/warning.ts';
import type { RequestContext } from './request-context.ts';
import type { OperationRows, RowBytes } from './row-bytes.ts';

/** Fields of a warning that are the same for everyone who may read it. All others depend on the reader. */
export const SHARED: ReadonlySet<string> = new Set(
  `__typename id kind version messageType state headline summary language translations actions contacts urgency
  severity certainty effectiveUrgency effectiveCertainty raisedBecause validUntil level answerBy sectorsConcerned countriesConcerned marking markingInWords
  statements handling exercise publisher publishedAt updatedAt takenInAt sourceModified issuer cancelReason changes externalReferences cves practice`.split(
    /\s+/,
  ),
);

/** Fields below those that a resolver makes of nothing but the value that has them. */
export const SHARED_BELOW: ReadonlySet<string> = new Set(['Reason.isKnownToPublisher']);

export type SharedPage = {
  /** Null when anything failed; the operation is then executed normally. */
  run(context: RequestContext, variables: Readonly<Record<string, unknown>>): Promise<SharedResult | null>;
};

export type Compile = (schema: GraphQLSchema, document: DocumentNode, name?: string) => CompiledQuery | null;

export type SharedResult = ExecutionResult & {
  /** The rendered result with these `extensions` in UTF-8, in place of JSON.stringify of it. */
  readonly bytes: (extensions?: object) => Buffer;
};

/** Placeholder for a row in the frame. No name, number or cursor contains it. */
const SLOT = '@';

/** Null when the operation is not a plain feed page, or asks for fields that depend on the reader. */
export const planSharedPage = (
  schema: GraphQLSchema,
  operation: Operation,
  compile: Compile,
  rows: RowBytes,
): SharedPage | null => {
  const found = nodeOf(schema, operation);
  if (found === null) return null;
  const { feed, edges, node, fragments } = found;
  const frame = compile(schema, frameOf(operation, node), operation.name ?? undefined);
  const rendering = compile(renderingSchema(schema), renderingOf(node, fragments));
  if (frame === null || rendering === null) return null;
  const [feedKey, edgesKey, nodeKey] = [feed, edges, node].map(keyOf) as [string, string, string];
  const held = rows.open();
  const keyOfItem = openKeys(held);

  const rowsOf = async (items: readonly Item[], context: RequestContext): Promise<Buffer[] | null> => {
    const keys = items.map(keyOfItem);
    const found = keys.map((key) => held.get(key));
    const missing = items.filter((_, index) => found[index] === undefined);
    if (missing.length > 0) {
      const made = await rendering.query({ summaries: missing.map(warningSource) }, context, {});
      if (made.errors !== undefined) return null;
      const summaries = made.data?.['summaries'] as object[];
      keys.forEach((key, index) => {
        if (found[index] !== undefined) return;
        const row = Buffer.from(JSON.stringify(summaries.shift()));
        found[index] = row;
        held.put(key, row);
      });
    }
    return found as Buffer[];
  };

  return {
    run: async (context, variables) => {
      const result = (await frame.query(undefined, context, variables)) as ExecutionResult;
      if (result.data === undefined || result.data === null || result.errors !== undefined) return null;
      const page = result.data[feedKey] as { [key: string]: { [key: string]: unknown }[] };
      const list = page[edgesKey] ?? [];
      if (context.shown.length !== list.length) return null;
      const made = await rowsOf(context.shown, context);
      if (made === null) return null;
      for (const edge of list) edge[nodeKey] = SLOT;
      return { ...result, bytes: (extensions) => filled(framed(result, extensions), made) };
    },
  };
};

/** What an item's row depends on, and its key. The items of a version share its access facts, and mostly all of it. */
type Keyed = Pick<Item, 'state' | 'form' | 'grade'> & { readonly key: string };

const openKeys = ({ keyOf: named }: Pick<OperationRows, 'keyOf'>): ((item: Item) => string) => {
  const lately = new WeakMap<Item['access'], Keyed>();
  return ({ access, summary, state, form, grade }) => {
    const { urgency, certainty, because } = grade;
    const known = lately.get(access);
    if (known !== undefined && known.state === state && known.form === form && isSame(known.grade, grade)) {
      return known.key;
    }
    const key = named(summary.id, summary.version, state, form, urgency, certainty, because);
    lately.set(access, { state, form, grade, key });
    return key;
  };
};

const isSame = (one: Item['grade'], other: Item['grade']): boolean =>
  one.urgency === other.urgency && one.certainty === other.certainty && one.because === other.because;

const framed = (result: ExecutionResult, extensions: object | undefined): string[] =>
  JSON.stringify(extensions === undefined ? result : { ...result, extensions }).split(`"${SLOT}"`);

/**
 * The rows, each after its part of the frame. As bytes: a text of so many parts would be joined and encoded again for each
 * answer. A frame is ASCII, since it contains only names, numbers and cursors.
 */
const filled = (frame: readonly string[], rows: readonly Buffer[]): Buffer => {
  const length =
    frame.reduce((sum, part) => sum + part.length, 0) + rows.reduce((sum, row) => sum + row.length, 0);
  const page = Buffer.allocUnsafe(length);
  let at = 0;
  for (const [index, part] of frame.entries()) {
    at += page.write(part, at, 'latin1');
    at += rows[index]?.copy(page, at) ?? 0;
  }
  return page;
};

const keyOf = (field: FieldNode): string => (field.alias ?? field.name).value;

type Found = {
  readonly feed: FieldNode;
  readonly edges: FieldNode;
  readonly node: FieldNode;
  readonly fragments: readonly FragmentDefinitionNode[];
};

const nodeOf = (schema: GraphQLSchema, { document, name }: Operation): Found | null => {
  const root = document.definitions.find((each) => isOperation(each, name)) as OperationDefinitionNode;
  const fragments = document.definitions.filter((each) => each.kind === Kind.FRAGMENT_DEFINITION);
  const feed = fieldIn(root.selectionSet, ['feed'], 'feed');
  const edges = fieldIn(feed?.selectionSet, ['edges', 'pageInfo', '__typename'], 'edges');
  const node = fieldIn(edges?.selectionSet, ['node', 'cursor', '__typename'], 'node');
  if (feed === null || edges === null || node === null) return null;
  const asking = {
    fragments: new Map(fragments.map((each) => [each.name.value, each])),
    isAllowed: isShared,
  };
  const isAlike = asksOnly(node.selectionSet, warningType(schema), asking);
  return isAlike ? { feed, edges, node, fragments } : null;
};

const isOperation = (each: DefinitionNode, name: string | null): boolean =>
  each.kind === Kind.OPERATION_DEFINITION && (name === null || each.name?.value === name);

/** The only field of that name in a selection of allowed plain fields; null when there are others. */
const fieldIn = (
  set: SelectionSetNode | undefined,
  allowed: readonly string[],
  name: string,
): FieldNode | null => {
  const fields = set?.selections ?? [];
  if (!fields.every((each) => each.kind === Kind.FIELD && allowed.includes(each.name.value))) return null;
  const [field, ...others] = fields.filter((each) => each.kind === Kind.FIELD && each.name.value === name);
  return field?.kind === Kind.FIELD && others.length === 0 ? field : null;
};

export const warningType = (schema: GraphQLSchema): GraphQLObjectType =>
  schema.getType('Warning') as GraphQLObjectType;

/** What a selection is looked at with. `isAllowed` is asked of each field, by the type that it is a field of. */
export type Asking = {
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly isAllowed: (type: GraphQLObjectType, field: string) => boolean;
};

/** Whether all fields that a selection reaches, through fragments and below other fields, are allowed and take no arguments. */
export const asksOnly = (
  set: SelectionSetNode | undefined,
  type: GraphQLObjectType,
  asking: Asking,
): boolean =>
  (set?.selections ?? []).every((each) => {
    if (each.kind === Kind.INLINE_FRAGMENT) return asksOnly(each.selectionSet, type, asking);
    if (each.kind === Kind.FRAGMENT_SPREAD) {
      const fragment = asking.fragments.get(each.name.value);
      return fragment !== undefined && asksOnly(fragment.selectionSet, type, asking);
    }
    const name = each.name.value;
    if (!asking.isAllowed(type, name) || (each.arguments ?? []).length > 0) return false;
    if (each.selectionSet === undefined) return true;
    const below = getNamedType(type.getFields()[name]?.type);
    return isObjectType(below) && asksOnly(each.selectionSet, below, asking);
  });

/**
 * Of a warning what is listed; below it what is a property of a value that is shared itself. What a resolver makes may depend on who
 * asks (such as `Member.standing`), so it is shared only where it is listed.
 */
export const isShared = (type: GraphQLObjectType, field: string): boolean => {
  if (type.name === 'Warning') return SHARED.has(field);
  const { resolve } = type.getFields()[field] ?? {};
  const isProperty = resolve === undefined || resolve === defaultFieldResolver;
  return isProperty || SHARED_BELOW.has(`${type.name}.${field}`);
};

/** The operation with a cursor in the place of each row, so that nothing is made of the row itself. */
const frameOf = ({ document, name }: Operation, node: FieldNode): DocumentNode => {
  const replaced: FieldNode = {
    kind: Kind.FIELD,
    alias: node.alias ?? node.name,
    name: { kind: Kind.NAME, value: 'cursor' },
  };
  const walk = (set: SelectionSetNode): SelectionSetNode => ({
    ...set,
    selections: set.selections.map((each) => {
      if (each === node) return replaced;
      return each.kind === Kind.FIELD && each.selectionSet !== undefined
        ? { ...each, selectionSet: walk(each.selectionSet) }
        : each;
    }),
  });
  const definitions = document.definitions.flatMap((each): DefinitionNode[] =>
    isOperation(each, name) && each.kind === Kind.OPERATION_DEFINITION
      ? [{ ...each, selectionSet: walk(each.selectionSet) }]
      : [],
  );
  return { kind: Kind.DOCUMENT, definitions };
};

const renderingOf = (node: FieldNode, fragments: readonly FragmentDefinitionNode[]): DocumentNode => ({
  kind: Kind.DOCUMENT,
  definitions: [
    {
      kind: Kind.OPERATION_DEFINITION,
      operation: 'query' as OperationDefinitionNode['operation'],
      selectionSet: {
        kind: Kind.SELECTION_SET,
        selections: [
          {
            kind: Kind.FIELD,
            name: { kind: Kind.NAME, value: 'summaries' },
            ...(node.selectionSet === undefined ? {} : { selectionSet: node.selectionSet }),
          },
        ],
      },
    },
    ...fragments,
  ],
});

const made = new WeakMap<GraphQLSchema, GraphQLSchema>();

/** The types of the contract under a root that renders rows alone. */
const renderingSchema = (schema: GraphQLSchema): GraphQLSchema => {
  const held = made.get(schema);
  if (held !== undefined) return held;
  const type = new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(warningType(schema))));
  const query = new GraphQLObjectType({ name: 'Rendering', fields: { summaries: { type } } });
  const rendering = new GraphQLSchema({ query, assumeValid: true });
  made.set(schema, rendering);
  return rendering;
};
