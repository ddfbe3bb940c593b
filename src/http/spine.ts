// The one way of a request through the hub: authenticate, take the rate of the act, read the body within limits, act,
// answer. A resource says what it needs of that and what it does; a new one is a file with a `keyed` or `open` in it and a
// row in app.ts. Nothing is done for a client that is gone meanwhile.
import type { Request, Response } from 'express';
import type { ActRate } from '../domain/act-rate.ts';
import type { Actor } from '../domain/member.ts';
import { type Checked, checked, type RequestRefusal } from '../graphql/errors.ts';
import { authenticate } from '../service/access/authenticate.ts';
import { isStoreUnreachable } from '../service/health/store-health.ts';
import { INTERNAL, problemReply, type Reply, sendReply, UNAUTHENTICATED, UNAVAILABLE } from './answer.ts';
import { type HttpDeps, reporter } from './http-deps.ts';
import type { OperationClass } from './metrics.ts';
import { takeRate, takeVisit } from './rate-limit.ts';

/** One request on its way. */
export type Call = { readonly request: Request; readonly response: Response; readonly id: string };

/** The same, by somebody whose key was let in. */
export type KeyedCall = Call & { readonly actor: Actor };

/** What an act comes to; null when it has answered by itself, as a stream does. */
export type Outcome = Checked<Reply | null>;

export type Resource = {
  readonly method: 'get' | 'post' | 'all';
  readonly path: string;
  serve(deps: HttpDeps, request: Request, response: Response): Promise<void>;
};

type Address = Pick<Resource, 'method' | 'path'> & {
  /** Where the figures count it; null where they do not, as for probes. */
  readonly counted: OperationClass | null;
  /** How a refusal is told; as a problem when left out. */
  readonly tell?: (refusal: RequestRefusal, call: Call) => Reply;
};

/** A resource for those who have a key. */
export type Keyed<Body> = Address & {
  /** What the act costs; taken before the body is read. */
  readonly rate: ActRate;
  /** The body, within its limits; none when left out. */
  readonly read?: (deps: HttpDeps, call: KeyedCall) => Promise<Checked<Body>>;
  readonly act: (deps: HttpDeps, call: KeyedCall, body: Body) => Promise<Outcome>;
};

/** A resource for everybody: it holds no data of members. */
export type Open = Address & {
  /** Whether a visitor may ask for it so often only; probes and small pages may be had always. */
  readonly isLarge?: true;
  readonly act: (deps: HttpDeps, call: Call) => Promise<Outcome>;
};

export const keyed = <Body = undefined>(resource: Keyed<Body>): Resource =>
  resourceOf(resource, async (deps, call) => {
    const actor = await authenticate(deps.hub, call.request.headers.authorization);
    if (isGone(call)) return NO_ANSWER;
    if (actor === null) return { ok: false, refusal: UNAUTHENTICATED };
    const rate = takeRate(deps, actor, resource.rate);
    if (!rate.ok) return rate;
    const keyedCall = { ...call, actor };
    const body =
      resource.read === undefined ? checked(undefined as Body) : await resource.read(deps, keyedCall);
    if (isGone(call)) return NO_ANSWER;
    return body.ok ? resource.act(deps, keyedCall, body.value) : body;
  });

export const open = (resource: Open): Resource =>
  resourceOf(resource, async (deps, call) => {
    const address = call.request.socket.remoteAddress ?? '';
    const rate = resource.isLarge === true ? takeVisit(deps, address) : checked(null);
    return rate.ok ? resource.act(deps, call) : rate;
  });

const NO_ANSWER: Outcome = checked(null);
const isGone = ({ response }: Call): boolean => response.destroyed;

const resourceOf = (
  { method, path, counted, tell }: Address,
  outcomeOf: (deps: HttpDeps, call: Call) => Promise<Outcome>,
): Resource => {
  const refuse = (deps: HttpDeps, call: Call, refusal: RequestRefusal): void => {
    deps.metrics.observer.refused(refusal.code);
    sendReply(call.response, tell?.(refusal, call) ?? problemReply(refusal, call.id));
  };
  return {
    method,
    path,
    serve: async (deps, request, response) => {
      const startedAt = performance.now();
      const call = { request, response, id: String(response.getHeader('x-request-id')) };
      let countedAs = counted;
      try {
        const outcome = await traced(deps, call, `${request.method} ${path}`, () => outcomeOf(deps, call));
        if (outcome.ok && outcome.value === null) return;
        if (!outcome.ok) refuse(deps, call, outcome.refusal);
        else if (outcome.value !== null) {
          sendReply(response, outcome.value);
          countedAs = outcome.value.counted ?? counted;
        }
      } catch (error) {
        fail(deps, call, error, refuse);
      }
      if (countedAs !== null)
        deps.metrics.request(countedAs, response.statusCode, performance.now() - startedAt);
    },
  };
};

/** As a step of the trace that the client names, so that the jobs of its act belong to it too. */
const traced = (
  deps: HttpDeps,
  { request, response }: Call,
  name: string,
  work: () => Promise<Outcome>,
): Promise<Outcome> => {
  const parent = request.headers['traceparent'];
  const step = { name, kind: 'request', parent: typeof parent === 'string' ? parent : undefined } as const;
  return deps.hub.trace.run(step, work, (outcome) => {
    const status = outcome.ok ? (outcome.value?.status ?? response.statusCode) : outcome.refusal.status;
    return { attributes: { 'http.response.status_code': status }, hasFailed: status >= 500 };
  });
};

/** The outer edge: a fault of the database is 503, anything else is masked and logged under the request's id. */
const fail = (
  deps: HttpDeps,
  call: Call,
  error: unknown,
  refuse: (deps: HttpDeps, call: Call, refusal: RequestRefusal) => void,
): void => {
  const refusal = isStoreUnreachable(error) ? UNAVAILABLE : INTERNAL;
  reporter(deps, call.id)(error, refusal.code);
  if (call.response.headersSent) call.response.destroy();
  else refuse(deps, call, refusal);
};
