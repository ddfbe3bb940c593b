// Between a well-formed request and its execution: the document is read, the operation picked, its cost and rate held
// to the limits. The same for every transport of GraphQL.
import type { Actor } from '../domain/member.ts';
import { type Operation, pickOperation } from '../graphql/documents.ts';
import { type Checked, checked, refuse } from '../graphql/errors.ts';
import type { GraphqlRequest } from './graphql-request.ts';
import type { Room } from './room.ts';

const PUBLISHING = new Set([
  'publishWarning',
  'updateWarning',
  'cancelWarning',
  'publishPractice',
  'updatePractice',
  'withdrawPractice',
]);

/** A document that was not seen before costs its reading: so many request tokens a millisecond. */
const TOKENS_PER_MS = 0.5;

export const takeRequest = (room: Room, actor: Actor): Checked<null> => {
  const wait = room.requests.take(actor.key);
  return wait === null
    ? checked(null)
    : tooFast('RATE_LIMITED', 'This key sends more requests than it may.', wait);
};

const tooFast = (code: string, message: string, wait: number) =>
  refuse(429, code, `${message} Wait ${Math.max(1, Math.ceil(wait))} s.`, { retryAfterSeconds: wait });

export const prepareOperation = (
  room: Room,
  actor: Actor,
  request: GraphqlRequest,
  idempotencyKey?: string,
): Checked<Operation> => {
  const documents = readDocument(room, actor, request.query);
  if (!documents.ok) return documents;
  const picked = pickOperation(documents.value, request.operationName);
  if (!picked.ok) return picked;
  const operation = picked.value;
  const { queryCost, inputItems } = room.hub.config.limits;
  if (operation.inputItems(request.variables, inputItems) > inputItems) {
    const message = `The variables hold more than ${inputItems} fields and items of lists, what is of type JSON apart.`;
    return refuse(400, 'VARIABLES_TOO_LARGE', message);
  }
  const cost = operation.cost(request.variables);
  if (cost > queryCost) {
    const message = `The operation costs ${cost} points (fields times page sizes); at most ${queryCost} are taken.`;
    return refuse(400, 'QUERY_TOO_COSTLY', `${message} Ask for smaller pages or fewer fields.`);
  }
  if (operation.kind !== 'mutation') return picked;
  if (idempotencyKey !== undefined && operation.rootFields.length > 1) {
    const message = 'An Idempotency-Key stands for one act: send one mutation field a request.';
    return refuse(400, 'IDEMPOTENCY_KEY_AMBIGUOUS', message);
  }
  const acts = operation.rootFields.filter((name) => PUBLISHING.has(name)).length;
  const wait = acts === 0 ? null : room.publishes.take(actor.member.id, acts);
  return wait === null
    ? picked
    : tooFast('PUBLISH_RATE_LIMITED', 'Your organisation publishes faster than it may.', wait);
};

const readDocument = (room: Room, actor: Actor, text: string): Checked<readonly Operation[]> => {
  if (room.documents.isKnown(text)) return room.documents.read(text);
  const startedAt = performance.now();
  const read = room.documents.read(text);
  room.requests.charge(actor.key, (performance.now() - startedAt) * TOKENS_PER_MS);
  return read;
};
