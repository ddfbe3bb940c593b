// Between a well-formed request and its execution: a hash is resolved to its text, the document read, the operation
// picked, its cost and rate held to the limits. The same for every transport of GraphQL.
import type { Actor } from '../domain/member.ts';
import { type Operation, pickOperation } from '../graphql/documents.ts';
import { type Checked, checked, refuse } from '../graphql/errors.ts';
import { hashOfText } from '../graphql/persisted-texts.ts';
import type { GraphqlRequest, SentRequest } from './graphql-request.ts';
import type { HttpDeps } from './http-deps.ts';
import { takePublications } from './rate-limit.ts';

/** A document that was not seen before costs its reading: so many request tokens a millisecond. */
const TOKENS_PER_MS = 0.5;

/** The messages and statuses by which Apollo's and urql's clients know that they have to send the text. */
const NOT_KNOWN = refuse('PERSISTED_QUERY_NOT_FOUND');
const NOT_SUPPORTED = refuse('PERSISTED_QUERY_NOT_SUPPORTED');

/** The request with its text, which every limit then looks at: by its hash, or registered under it. */
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
  // Read first: no text is hashed that is over a limit, and none is kept that is refused.
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
    const message = `The variables hold more than ${inputItems} fields and items of lists, what is of type JSON apart.`;
    return refuse('VARIABLES_TOO_LARGE', message);
  }
  const cost = operation.cost(request.variables);
  if (cost > queryCost) {
    const message = `The operation costs ${cost} points (fields times page sizes); at most ${queryCost} are taken.`;
    return refuse('QUERY_TOO_COSTLY', `${message} Ask for smaller pages or fewer fields.`);
  }
  if (operation.kind !== 'mutation') return picked;
  if (idempotencyKey !== undefined && operation.rootFields.length > 1) {
    const message = 'An Idempotency-Key stands for one act: send one mutation field a request.';
    return refuse('IDEMPOTENCY_KEY_AMBIGUOUS', message);
  }
  const rate = takePublications(deps, actor, operation.publications);
  return rate.ok ? picked : rate;
};

const readDocument = (deps: HttpDeps, actor: Actor, text: string): Checked<readonly Operation[]> => {
  if (deps.documents.isKnown(text)) return deps.documents.read(text);
  const startedAt = performance.now();
  const read = deps.documents.read(text);
  deps.requests.charge(actor.key, (performance.now() - startedAt) * TOKENS_PER_MS);
  return read;
};
