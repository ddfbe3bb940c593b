// The same Idempotency-Key with the same payload gets the same stored answer, for at least a week (I18).
import { createHash } from 'node:crypto';
import type { Actor } from '../../domain/member.ts';
import { accepted, type Outcome, problem, refused } from '../../domain/problem.ts';
import type { Hub } from '../../hub.ts';

export type IdempotentRequest = { readonly id: string; readonly request: string };

const MAX_KEY = 255;

/** Identifies the stored answer of (client, operation, key) and its payload; null when no key was sent. */
export const idempotentRequest = (
  actor: Actor,
  operation: string,
  key: string | undefined,
  payload: unknown,
): Outcome<IdempotentRequest | null> => {
  if (key === undefined) return accepted(null);
  if (key.length === 0 || key.length > MAX_KEY) {
    return refused(
      problem(
        'IDEMPOTENCY_KEY_MALFORMED',
        '$',
        `An Idempotency-Key has 1 to ${MAX_KEY} characters.`,
        'Send a UUID.',
      ),
    );
  }
  const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
  return accepted({
    id: digest(JSON.stringify([actor.key, operation, key])),
    request: digest(JSON.stringify(payload)),
  });
};

/** The stored answer, or null the first time; refused when the key was used for something else. */
export const storedAnswer = async <Answer>(
  hub: Pick<Hub, 'answers'>,
  request: IdempotentRequest | null,
): Promise<Outcome<Answer | null>> => {
  if (request === null) return accepted(null);
  const row = await hub.answers.find(request.id);
  if (row === null) return accepted(null);
  if (row.request === request.request) return accepted(JSON.parse(row.answer) as Answer);
  return refused(
    problem(
      'IDEMPOTENCY_KEY_REUSED',
      '$',
      'This Idempotency-Key was used with another payload.',
      'Use a new key for each new request; repeat a key only with the same request.',
    ),
  );
};

/** The row that stores an answer, to be written in the transaction of the act. */
export const answerRow = (request: IdempotentRequest | null, answer: unknown) =>
  request === null ? null : { _id: request.id, request: request.request, answer: JSON.stringify(answer) };
