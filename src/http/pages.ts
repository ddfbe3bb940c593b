// The plain pages: one warning as text for one who may read it, a start page without data, health, and the figures.
import type { Request, Response } from 'express';
import type { Actor } from '../domain/member.ts';
import { mayRoleSeeTotals } from '../policy/grants.ts';
import { authenticate } from '../service/access/authenticate.ts';
import { printWarning } from '../service/print/print-warning.ts';
import { isStoreUnreachable, missingForService } from '../service/health/store-health.ts';
import { INTERNAL, sendProblem, sendText, UNAUTHENTICATED, UNAVAILABLE } from './answer.ts';
import { takeRequest } from './prepare.ts';
import { type Room, reporter } from './room.ts';

const TEXT = 'text/plain; charset=utf-8';

const START = `Tocsin

The alarm bell of a partnership: early warnings and best practices between agencies and operators of
critical infrastructure, in STIX 2.1, over GraphQL.

  /graphql           the endpoint: POST, GET for queries, SSE and WebSocket for subscriptions
  /warnings/{id}     one warning as plain text
  /healthz  /readyz  for those who run it

Every request but health needs a key: Authorization: Bearer toc_...
How to begin: README.md, docs/ARCHITECTURE.md and schema/*.graphql in the source.
`;

export const startPage = (_request: Request, response: Response): void =>
  sendText(response, 200, TEXT, START);

export const notFoundPage = (_request: Request, response: Response): void =>
  sendProblem(response, 404, 'NOT_FOUND', 'There is nothing here under this address for you.');

type Door = (room: Room) => (request: Request, response: Response) => Promise<void>;
type Page = (room: Room, actor: Actor, request: Request, response: Response) => Promise<void>;

/** A page for those with a key: authenticated, held to its rate, counted; what fails is masked. */
const guarded =
  (page: Page): Door =>
  (room) =>
  async (request, response) => {
    const startedAt = performance.now();
    try {
      const actor = await authenticate(room.hub, request.headers.authorization);
      if (actor === null) refusePage(response, UNAUTHENTICATED);
      else {
        const rate = takeRequest(room, actor);
        if (rate.ok) await page(room, actor, request, response);
        else refusePage(response, rate.refusal);
      }
    } catch (error) {
      const refusal = isStoreUnreachable(error) ? UNAVAILABLE : INTERNAL;
      reporter(room, String(response.getHeader('x-request-id')))(error, refusal.code);
      refusePage(response, refusal);
    }
    room.metrics.request('page', response.statusCode, performance.now() - startedAt);
  };

const refusePage = (response: Response, refusal: typeof UNAUTHENTICATED): void => {
  for (const [name, value] of Object.entries(refusal.headers ?? {})) response.setHeader(name, value);
  if (refusal.retryAfterSeconds !== undefined) {
    response.setHeader('retry-after', String(Math.max(1, Math.ceil(refusal.retryAfterSeconds))));
  }
  sendProblem(response, refusal.status, refusal.code, refusal.message);
};

export const warningPage = guarded(async (room, actor, request, response) => {
  const print = await printWarning(room.hub, actor, String(request.params['id']));
  if (print === null) {
    notFoundPage(request, response);
    return;
  }
  room.receipts.note(actor, print.item, false);
  sendText(response, 200, TEXT, print.text);
});

/** Totals tell of what one may not see (I5): for who runs the hub, and to everyone else it is not there. */
export const metricsPage = guarded(async (room, actor, request, response) => {
  if (!mayRoleSeeTotals(actor.role)) {
    notFoundPage(request, response);
    return;
  }
  const { type, text } = await room.metrics.text();
  sendText(response, 200, type, text);
});

export const healthPage = (_request: Request, response: Response): void =>
  sendText(response, 200, TEXT, 'ok\n');

export const readyPage: Door = (room) => async (_request, response) => {
  const missing = [...(room.isClosing ? ['hub-closing'] : []), ...(await missingForService(room.hub))];
  if (missing.length === 0) sendText(response, 200, TEXT, 'ready\n');
  else sendProblem(response, 503, 'NOT_READY', `Missing: ${missing.join(', ')}.`);
};
