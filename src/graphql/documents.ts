// Query texts, made ready once: scanned, parsed, shaped, validated and priced; the last thousand are kept.
// The order is that of cost to us, cheapest look first (trust.md §5, M9-M12).
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { type Checked, checked, refuse } from './errors.ts';
import { type Cost, costOf } from './limits/cost.ts';
import { type InputItems, inputItemsOf } from './limits/input-items.ts';
import type { Limits } from './limits/limits.ts';
import { checkShape, operationsOf, rootFieldsOf } from './limits/shape.ts';
import { textDepth } from './limits/text-depth.ts';

export type Operation = {
  readonly document: DocumentNode;
  readonly name: string | null;
  readonly kind: OperationDefinitionNode['operation'];
  readonly rootFields: readonly string[];
  readonly hasDirectives: boolean;
  readonly cost: Cost;
  readonly inputItems: InputItems;
  /** How often it was asked for: what is asked for again is worth compiling. */
  uses: number;
};

export type Documents = {
  /** The operations of a text, or why it is refused. */
  read(text: string): Checked<readonly Operation[]>;
  isKnown(text: string): boolean;
};

const KEPT = 1_000;
/** Longer texts are nearly all literals, and would fill the memory with what comes once. */
const MAX_KEPT_LENGTH = 16_384;
const MAX_ERRORS = 5;

export const openDocuments = (schema: GraphQLSchema, limits: Limits): Documents => {
  const kept = new Map<string, readonly Operation[]>();
  // graphql-js checks the schema itself with the first document: nobody should wait for that.
  readText(schema, limits, '{ __typename }');
  return {
    isKnown: (text) => kept.has(text),
    read: (text) => {
      const known = kept.get(text);
      if (known !== undefined) {
        // Newest last: the first of the map is then the one unused for longest.
        kept.delete(text);
        kept.set(text, known);
        return checked(known);
      }
      const read = readText(schema, limits, text);
      if (!read.ok || text.length > MAX_KEPT_LENGTH) return read;
      kept.set(text, read.value);
      if (kept.size > KEPT) kept.delete(kept.keys().next().value ?? '');
      return read;
    },
  };
};

const readText = (schema: GraphQLSchema, limits: Limits, text: string): Checked<readonly Operation[]> => {
  if (Buffer.byteLength(text) > limits.queryBytes) {
    return refuse(
      'QUERY_TOO_LARGE',
      `A query text has at most ${limits.queryBytes} bytes; put values in variables.`,
    );
  }
  if (textDepth(text, limits.textDepth) > limits.textDepth) {
    return refuse('QUERY_TOO_NESTED', `Brackets are nested more than ${limits.textDepth} deep.`);
  }
  const parsed = parseText(text, limits);
  if (!parsed.ok) return parsed;
  const document = parsed.value;
  const shape = checkShape(document, limits);
  if (!shape.ok) return shape;
  const errors = validate(schema, document, specifiedRules, { maxErrors: MAX_ERRORS });
  if (errors.length > 0) {
    const message = 'The query does not fit the schema.';
    return refuse('GRAPHQL_VALIDATION_FAILED', message, { errors, isOfForm: false });
  }
  return checked(
    operationsOf(document).map((operation) => operationOf(schema, limits, document, operation, text)),
  );
};

const parseText = (text: string, limits: Limits): Checked<DocumentNode> => {
  try {
    return checked(parse(text, { maxTokens: limits.queryTokens }));
  } catch (error) {
    // graphql-js tells of both by throwing; there is no other way to ask it.
    if (!(error instanceof GraphQLError)) return refuse('QUERY_TOO_NESTED', 'The query text cannot be read.');
    if (error.message.includes('tokens')) {
      return refuse('QUERY_TOO_LONG', `A query has at most ${limits.queryTokens} tokens.`);
    }
    const errors = [error];
    return refuse('GRAPHQL_PARSE_FAILED', error.message, { errors, isOfForm: false });
  }
};

const operationOf = (
  schema: GraphQLSchema,
  limits: Limits,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  text: string,
): Operation => ({
  document,
  name: operation.name?.value ?? null,
  kind: operation.operation,
  rootFields: rootFieldsOf(document, operation),
  hasDirectives: text.includes('@'),
  cost: costOf(schema, document, operation, limits.pageSize),
  inputItems: inputItemsOf(schema, operation),
  uses: 0,
});

/** The operation that a request means. */
export const pickOperation = (operations: readonly Operation[], name: string | null): Checked<Operation> => {
  const [only, ...others] = operations;
  const picked =
    name === null ? (others.length === 0 ? only : undefined) : operations.find((each) => each.name === name);
  if (picked !== undefined) return checked(picked);
  const form = { isOfForm: false };
  const missing = 'The document has several operations: say which one by operationName.';
  return name === null && only !== undefined
    ? refuse('OPERATION_NAME_MISSING', missing, form)
    : refuse('OPERATION_UNKNOWN', 'The document has no operation of that name.', form);
};
