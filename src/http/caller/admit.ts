// Lets a caller in by its key. Failed keys are limited: by client address where the proxies in front of the hub are
// configured, else in one budget. Only their answer changes, so that a valid key is never refused for the failures of
// others, and no answer tells whether the id of a wrong key exists.
import type { IncomingMessage } from 'node:http';
import type { Actor } from '../../domain/member.ts';
import { type Checked, checked, refuse } from '../../graphql/errors.ts';
import { authenticate } from '../../service/access/authenticate.ts';
import { UNAUTHENTICATED } from '../answer.ts';
import type { HttpDeps } from '../http-deps.ts';

/** One budget for all addresses. */
const SHARED = '';

/** Where a request comes from; null when the hub cannot know it. */
export type From = {
  /** Whose failures are counted together. */
  readonly address: string | null;
  readonly exactAddress: string | null;
};

export const fromOf = (deps: Pick<HttpDeps, 'clientAddress'>, request: IncomingMessage): From => ({
  address: deps.clientAddress.of(request),
  exactAddress: deps.clientAddress.exactly(request),
});

export const admit = async (
  deps: Pick<HttpDeps, 'hub' | 'keyFailures' | 'uses'>,
  authorization: string | undefined,
  { address, exactAddress }: From,
): Promise<Checked<Actor>> => {
  const actor = await authenticate(deps.hub, authorization, exactAddress);
  if (actor !== null) {
    deps.uses.note(actor);
    return checked(actor);
  }
  // Without a key nothing was tried.
  const wait = authorization === undefined ? null : await deps.keyFailures.take(address ?? SHARED);
  if (wait === null) return { ok: false, refusal: UNAUTHENTICATED };
  const seconds = Math.max(1, Math.ceil(wait));
  const message = `This key is not valid, and too many keys were not. Wait ${seconds} s.`;
  return refuse('KEY_FAILURES_LIMITED', message, { retryAfterSeconds: wait });
};
