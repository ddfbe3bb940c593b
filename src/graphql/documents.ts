// Prepares each query text once: scan, parse, check the shape, validate, price. Keeps the last thousand, within
// a budget of bytes, so that what is repeated is read and charged once, however long it is.
// Cheaper checks run first (M9-M12).
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { publicationsIn } from './act.ts';
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
  /** How many root fields take a publication from the rate limit. */
  readonly publications: number;
  readonly hasDirectives: boolean;
  readonly cost: Cost;
  readonly inputItems: InputItems;
  /** Number of uses: compiling pays only from the second on. */
  uses: number;
};

export type Documents = {
  /** The operations in a text, or why it is refused. */
  read(text: string): Checked<readonly Operation[]>;
  isKnown(text: string): boolean;
};

/** Of all kept texts together, in texts and in bytes, about. */
const KEPT = 1_000;
const KEPT_BYTES = 64 * 1024 * 1024;
/** What a token of a parsed and priced document takes. */
const BYTES_PER_TOKEN = 300;
const MAX_ERRORS = 5;

/** `own` are the documents of our own clients: always cached, and an invalid one throws here. */
export const openDocuments = (
  schema: GraphQLSchema,
  limits: Limits,
  own: readonly string[] = [],
): Documents => {
  const kept = new LRUCache<string, readonly Operation[]>({
    max: KEPT,
    maxSize: KEPT_BYTES,
    sizeCalculation: ([first], text) =>
      2 * text.length + BYTES_PER_TOKEN * (first?.document.tokenCount ?? limits.queryTokens),
  });
  // graphql-js validates the schema with the first document. Do it now, not during a request.
  readText(schema, limits, '{ __typename }');
  const pinned = pinnedOf(schema, limits, own);
  return {
    isKnown: (text) => pinned.has(text) || kept.has(text),
    read: (text) => {
      const owned = pinned.get(text);
      if (owned !== undefined) return checked(owned);
      const known = kept.get(text);
      if (known !== undefined) return checked(known);
      const read = readText(schema, limits, text);
      if (read.ok) kept.set(text, read.value);
      return read;
    },
  };
};

type Pinned = ReadonlyMap<string, readonly Operation[]>;

/** Of this process, by the limits by which they were read: they are many, and each is checked against the schema. */
const pinnedBy = new WeakMap<GraphQLSchema, Map<string, Pinned>>();

const pinnedOf = (schema: GraphQLSchema, limits: Limits, own: readonly string[]): Pinned => {
  const kept = pinnedBy.get(schema) ?? new Map<string, Pinned>();
  pinnedBy.set(schema, kept);
  const by = JSON.stringify([limits, own]);
  const pinned = kept.get(by) ?? new Map(own.map((text) => [text, readOwn(schema, limits, text)]));
  kept.set(by, pinned);
  return pinned;
};

const readOwn = (schema: GraphQLSchema, limits: Limits, text: string): readonly Operation[] => {
  const read = readText(schema, limits, text);
  if (read.ok) return read.value;
  const { code, message, errors } = read.refusal;
  const reasons = errors?.map((error) => error.message).join(' ') ?? message;
  throw new Error(`A document of our own clients is refused (${code}): ${reasons}\n${text}`);
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
    const message = 'The query does not match the schema.';
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
    // graphql-js throws for both, and its message is the only difference.
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
): Operation => {
  const rootFields = rootFieldsOf(document, operation);
  return {
    document,
    name: operation.name?.value ?? null,
    kind: operation.operation,
    rootFields,
    publications: operation.operation === 'mutation' ? publicationsIn(schema, rootFields) : 0,
    hasDirectives: text.includes('@'),
    cost: costOf(schema, document, operation, limits.pageSize),
    inputItems: inputItemsOf(schema, operation),
    uses: 0,
  };
};

/** The operation that a request selects. */
export const pickOperation = (operations: readonly Operation[], name: string | null): Checked<Operation> => {
  const [only, ...others] = operations;
  const picked =
    name === null ? (others.length === 0 ? only : undefined) : operations.find((each) => each.name === name);
  if (picked !== undefined) return checked(picked);
  const form = { isOfForm: false };
  const missing = 'The document has several operations: name one in operationName.';
  return name === null && only !== undefined
    ? refuse('OPERATION_NAME_MISSING', missing, form)
    : refuse('OPERATION_UNKNOWN', 'The document has no operation of that name.', form);
};
