// Does an act once under its Idempotency-Key (I18). The id of what it made is kept in the transaction that writes its line of the
// record, by whatever code writes that line: so no act that makes something has to hand the key on, and a repeat reads what was
// made as it is by then. What was shown once is in no answer that is kept.
import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { Actor } from '../../domain/member.ts';
import { type Outcome, type Problem, problem } from '../../domain/problem.ts';
import type { Hub } from '../../hub.ts';
import type { Session } from '../../store/connect.ts';
import { answerRow, type IdempotentRequest, idempotentRequest, storedAnswer } from './idempotency.ts';

type Deps = Pick<Hub, 'answers' | 'clock'>;

export type Asked = {
  readonly actor: Actor;
  /** Name of the mutation. */
  readonly operation: string;
  /** The Idempotency-Key; without one the act is done each time. */
  readonly key: string | undefined;
  readonly payload: unknown;
};

export type Work<Value> = {
  readonly act: () => Promise<Outcome<Value>>;
  /** What a repeat is answered: that which has this id, as this actor may read it now. */
  readonly again: (made: string) => Promise<Outcome<Value>>;
};

/** As kept: what was made, and by which of two that run at once. */
type Answer = { readonly made: string; readonly by: string };

type Under = {
  readonly keep: (made: string, session: Session) => Promise<void>;
  readonly forget: () => Promise<void>;
  isOver: boolean;
};

const under = new AsyncLocalStorage<Under>();

/** The same request was faster; the transaction that finds it writes nothing. */
class DoneMeanwhile extends Error {}

export const once = async <Value>(
  hub: Deps,
  { actor, operation, key, payload }: Asked,
  { act, again }: Work<Value>,
): Promise<Outcome<Value>> => {
  const asked = idempotentRequest(actor, operation, key, payload);
  if (!asked.ok) return asked;
  const request = asked.value;
  if (request === null) return act();
  const earlier = await storedAnswer<Answer>(hub, request);
  if (!earlier.ok) return earlier;
  if (earlier.value !== null) return again(earlier.value.made);
  const by = randomUUID();
  const outcome = await under.run(underKey(hub, request, by), () => done(act));
  if (outcome?.ok === true) return outcome;
  // Refused perhaps because the same request was faster: what it made is the answer to both.
  const meanwhile = await storedAnswer<Answer>(hub, request);
  if (!meanwhile.ok) return meanwhile;
  if (meanwhile.value !== null && meanwhile.value.by !== by) return again(meanwhile.value.made);
  // The other took back what it made, and was refused: this one is done anew.
  return outcome ?? once(hub, { actor, operation, key, payload }, { act, again });
};

/** Null where the same request was faster. */
const done = async <Value>(act: () => Promise<Outcome<Value>>): Promise<Outcome<Value> | null> => {
  const current = under.getStore();
  try {
    return await act();
  } catch (error) {
    if (error instanceof DoneMeanwhile) return null;
    throw error;
  } finally {
    // What the act has begun and does not wait for is no part of it.
    if (current !== undefined) current.isOver = true;
  }
};

const underKey = (hub: Deps, request: IdempotentRequest, by: string): Under => ({
  isOver: false,
  forget: () => hub.answers.forget(request.id),
  keep: async (made, session) => {
    const known = await hub.answers.find(request.id, session);
    if (known === null) {
      const answer = answerRow(request, { made, by } satisfies Answer);
      if (answer !== null) await hub.answers.keep({ ...answer, at: hub.clock.now() }, session);
      return;
    }
    // An act of several lines is known by its first one.
    if ((JSON.parse(known.answer) as Answer).by !== by) throw new DoneMeanwhile();
  },
});

/** Called where an act writes its line of the record, in the transaction; does nothing where no key stands for the act. */
export const keepMade = async (made: string, session: Session): Promise<void> => {
  const current = under.getStore();
  if (current !== undefined && !current.isOver) await current.keep(made, session);
};

/** Called where an act takes back what it made and refuses: its answer is the refusal, and a repeat is done anew. */
export const forgetMade = async (): Promise<void> => {
  await under.getStore()?.forget();
};

/** Why a repeat has no secret: a hub that could show it again would have to keep it. */
export const shownOnce = (path: string, remedy: string): Problem =>
  problem(
    'SHOWN_ONCE',
    path,
    'This was done before under the same Idempotency-Key, and what it opens with was shown then, once.',
    remedy,
  );
