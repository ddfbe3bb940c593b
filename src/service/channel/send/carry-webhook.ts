// One attempt at a webhook: what is sent, and what its answer means.
import type { Attempt } from '../../../domain/channel/attempt.ts';
import { retryAfterMs } from '../../../domain/channel/retry.ts';
import type { ProblemCode } from '../../../domain/problem-codes/catalogue.ts';
import type { WebhookAnswer, WebhookFault } from '../../../outside/outbound/webhooks.ts';
import type { Letter } from '../compose/letter.ts';
import type { Carry } from './carry.ts';
import { webhookHeaders } from './sign-webhook.ts';

const CAUSE_OF: Readonly<Record<Exclude<WebhookFault, 'ABORTED'>, ProblemCode>> = {
  ADDRESS: 'ENDPOINT_ADDRESS_REFUSED',
  LATE: 'ENDPOINT_TIMED_OUT',
  TLS: 'ENDPOINT_TLS',
  UNREACHABLE: 'ENDPOINT_UNREACHABLE',
};

export const carryWebhook: Carry = async (
  hub,
  { delivery, endpoint, letter },
  { secrets, allowed, signal },
) => {
  const at = hub.clock.now();
  const body = JSON.stringify({ type: letter.type, timestamp: at.toISOString(), data: letter.data });
  const headers = webhookHeaders(secrets, { id: delivery._id, at, body });
  const answer = await hub.outbound.webhooks.post({ url: endpoint.address, headers, body, signal }, allowed);
  if (answer.fault === 'ABORTED') return null;
  return attemptOf({ ...answer, fault: answer.fault }, { letter, body, now: at });
};

type Sent = { readonly letter: Letter; readonly body: string; readonly now: Date };

/** What a receiver means by its answer. */
const attemptOf = (
  answer: WebhookAnswer & { readonly fault: Exclude<WebhookFault, 'ABORTED'> | null },
  { letter, body, now }: Sent,
): Attempt => {
  const { status, fault, retryAfter } = answer;
  const cause = fault === null ? causeOf(status ?? 0, answer.body, letter) : CAUSE_OF[fault];
  return {
    cause,
    status,
    tookMs: answer.tookMs,
    request: body,
    answer: answer.body,
    waitMs: cause === 'ENDPOINT_BUSY' ? retryAfterMs(retryAfter, now.getTime()) : null,
    isFinal: status === 410,
    disables: status === 410 ? 'GONE' : null,
  };
};

const causeOf = (status: number, answer: string, { expects }: Letter): ProblemCode | null => {
  if (status >= 200 && status < 300)
    return expects === undefined || holds(answer, expects) ? null : 'CHALLENGE_NOT_ANSWERED';
  if (status === 410) return 'ENDPOINT_GONE';
  if (status === 429 || status === 503) return 'ENDPOINT_BUSY';
  if (status >= 300 && status < 400) return 'ENDPOINT_REDIRECTED';
  return status >= 400 && status < 500 ? 'ENDPOINT_REFUSED' : 'ENDPOINT_FAILED';
};

const AS_JSON = /^\{\s*"challenge"\s*:\s*"([A-Z0-9-]{1,64})"\s*\}$/;

/** The challenge alone, or as JSON. An address that repeats whatever it is sent proves nothing. */
const holds = (answer: string, expected: string): boolean => {
  const text = answer.trim();
  return text === expected || AS_JSON.exec(text)?.[1] === expected;
};
