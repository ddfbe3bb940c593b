// Prepares a well-formed request for execution: resolves a hash to its text, reads the document, picks the operation and
// checks its cost and rate. Every GraphQL transport uses it.
import type { Actor } from '../../domain/member.ts';
import { type Operation, pickOperation } from '../../graphql/documents.ts';
import { type Checked, checked, refuse } from '../../graphql/errors.ts';
import { mayPublish } from '../../graphql/limits/body-bytes.ts';
import { hashOfText } from '../../graphql/persisted-texts.ts';
import type { HttpDeps } from '../http-deps.ts';
import { takePublications } from '../rate-limit.ts';
import type { GraphqlRequest, SentRequest } from './request.ts';

/** A request covers so many points of its operation, and so many tokens or bytes of a text that is new to the hub. */
const COVERED = { points: 1_000, tokens: 100, bytes: 16 * 1024 };

/** Apollo and urql recognise these messages and statuses, and then send the text. */
const NOT_KNOWN = refuse('PERSISTED_QUERY_NOT_FOUND');
const NOT_SUPPORTED = refuse('PERSISTED_QUERY_NOT_SUPPORTED');

/** Completes a request with the text for its hash, or registers the text it brings. Every limit then applies to the text. */
export const resolveText = (
  deps: HttpDeps,
  actor: Actor,
  { query, hash, ...sent }: SentRequest,
): Checked<GraphqlRequest> => {
  if (hash === null) return checked({ query: query ?? '', ...sent });
  const holder = { key: actor.key, member: actor.member.id };
  const found = deps.persisted.find(holder, hash);
  if (query === null && found !== null) return checked({ query: found, ...sent });
  if (query === null) return deps.hub.config.limits.persistedQueries === 0 ? NOT_SUPPORTED : NOT_KNOWN;
  if (query === found) return checked({ query, ...sent });
  // Read first, so that a text over a limit is not hashed and a refused one is not kept.
  const documents = readDocument(deps, actor, query);
  if (!documents.ok) return documents;
  if (hashOfText(query) !== hash) return refuse('PERSISTED_QUERY_MISMATCH');
  deps.persisted.keep(holder, hash, query);
  return checked({ query, ...sent });
};

export const prepareOperation = (
  deps: HttpDeps,
  actor: Actor,
  request: GraphqlRequest,
  idempotencyKey?: string,
): Checked<Operation> => {
  const documents = readDocument(deps, actor, request.query);
  if (!documents.ok) return documents;
  const picked = pickOperation(documents.value, request.operationName);
  if (!picked.ok) return picked;
  const operation = picked.value;
  const { queryCost, inputItems } = deps.hub.config.limits;
  if (operation.inputItems(request.variables, inputItems) > inputItems) {
    const message = `The variables contain more than ${inputItems} fields and list items, not counting values of type JSON.`;
    return refuse('VARIABLES_TOO_LARGE', message);
  }
  const cost = operation.cost(request.variables);
  if (cost > queryCost) {
    const message = `The operation costs ${cost} points (fields times page sizes); at most ${queryCost} are allowed.`;
    return refuse('QUERY_TOO_COSTLY', `${message} Ask for smaller pages or fewer fields.`);
  }
  // What is asked is charged, never the time it takes, which depends on what else the machine does.
  deps.requests.charge(actor.key, beyondOne(cost / COVERED.points));
  if (operation.kind !== 'mutation') return picked;
  if (idempotencyKey !== undefined && operation.rootFields.length > 1) {
    const message = 'An Idempotency-Key covers one act: send one mutation field per request.';
    return refuse('IDEMPOTENCY_KEY_AMBIGUOUS', message);
  }
  return picked;
};

/**
 * Takes what a mutation publishes from the rate of its organisation, once nothing but its acts can refuse it. A key that may not
 * publish takes it from its own rate: it cannot hold up those that may (I20).
 */
export const takePublished = async (
  deps: HttpDeps,
  actor: Actor,
  { publications }: Operation,
): Promise<Checked<null>> => {
  if (mayPublish(actor)) return takePublications(deps, actor, publications);
  deps.requests.charge(actor.key, publications);
  return checked(null);
};

/** What an operation costs, for the `extensions` of its result. */
export type Price = {
  readonly cost: {
    /** Fields times page sizes. */
    readonly points: number;
    /** The most that one operation may cost. */
    readonly limit: number;
    /** As how many requests it counts. */
    readonly requests: number;
  };
};

export const priceOf = (
  { hub }: Pick<HttpDeps, 'hub'>,
  operation: Operation,
  variables: GraphqlRequest['variables'],
): Price => {
  const points = operation.cost(variables);
  return {
    cost: { points, limit: hub.config.limits.queryCost, requests: 1 + beyondOne(points / COVERED.points) },
  };
};

const readDocument = (deps: HttpDeps, actor: Actor, text: string): Checked<readonly Operation[]> => {
  if (deps.documents.isKnown(text)) return deps.documents.read(text);
  const read = deps.documents.read(text);
  // A text that is refused may have been refused at its last token.
  const { queryTokens } = deps.hub.config.limits;
  const tokens = read.ok
    ? (read.value[0]?.document.tokenCount ?? queryTokens)
    : Math.min(queryTokens, text.length);
  deps.requests.charge(actor.key, beyondOne(Math.max(tokens / COVERED.tokens, text.length / COVERED.bytes)));
  return read;
};

/** What costs as many requests costs so many more than the one that it came with. */
const beyondOne = (requests: number): number => Math.max(0, Math.ceil(requests) - 1);
