// The path of every request: authenticate, take from the rate limit, read the body within limits, act within the time of an
// operation, respond. A resource declares which of these it needs; a new one is a file that exports `keyed(…)` or `open(…)`,
// and a row in app.ts. What an open one reads beyond a page, it reads in `withinLimits` (caller/within-limits.ts).
import type { Request, Response } from 'express';
import { hasSameRights } from '../domain/access/same-rights.ts';
import type { ActRate } from '../domain/act-rate.ts';
import type { Actor } from '../domain/member.ts';
import { type Checked, checked, type RequestRefusal, refuse } from '../graphql/errors.ts';
import { asOfNow } from '../service/live/match.ts';
import { problemReply, type Reply, refusalFor, sendReply, TIMED_OUT, UNAUTHENTICATED } from './answer.ts';
import { admit, presentedBy } from './caller/admit.ts';
import { type AnswerFloor, openAnswerFloor } from './caller/answer-floor.ts';
import { withinLimits } from './caller/within-limits.ts';
import { type HttpDeps, reporter } from './http-deps.ts';
import type { OperationClass } from './metrics.ts';
import { rateHeaders, takeRate, takeVisit } from './rate-limit.ts';

/** One request in progress. */
export type Call = { readonly request: Request; readonly response: Response; readonly id: string };

/** The same, from an authenticated caller. */
export type KeyedCall = Call & { readonly actor: Actor };

/** The same, complete: its body was read. */
export type CompleteCall = KeyedCall & { readonly floor: AnswerFloor };

/** The result of an act; null when it has already responded, as a stream does. */
export type Outcome = Checked<Reply | null>;

export type Resource = {
  readonly method: 'get' | 'post' | 'all';
  readonly path: string;
  serve(deps: HttpDeps, request: Request, response: Response): Promise<void>;
};

type Address = Pick<Resource, 'method' | 'path'> & {
  /** The class under which the metrics count it; null for requests not counted, such as probes. */
  readonly counted: OperationClass | null;
  /** How to format a refusal; a problem (RFC 9457) by default. */
  readonly onRefusal?: (refusal: RequestRefusal, call: Call) => Reply;
};

/** A resource that requires a key. */
export type Keyed<Body> = Address & {
  /** What the act takes from the rate limit, before the body is read. */
  readonly rate: ActRate;
  /** Reads the body within its limits; without it no body is read. */
  readonly read?: (deps: HttpDeps, call: KeyedCall) => Promise<Checked<Body>>;
  /**
   * A READ ends with its client, and is repeated when rights changed meanwhile. A CHANGE is done once and to its end, and a
   * change of its actor's rights waits for it (I8). One that only its body tells (EITHER) sees to both itself, and to its time.
   */
  readonly does: 'READ' | 'CHANGE' | 'EITHER';
  readonly act: (deps: HttpDeps, call: CompleteCall, body: Body) => Promise<Outcome>;
};

/** A public resource, without data of members. */
export type Open = Address & {
  /** Rate-limited per client address. Probes and small pages are not. */
  readonly isLarge?: true;
  readonly act: (deps: HttpDeps, call: Call) => Promise<Outcome>;
};

export const keyed = <Body = undefined>(resource: Keyed<Body>): Resource =>
  resourceOf(resource, async (deps, call) => {
    const admitted = await admit(deps, presentedBy(deps, call.request));
    if (isGone(call)) return NO_ANSWER;
    if (!admitted.ok) return admitted;
    const actor = admitted.value;
    const rate = await takeRate(deps, actor, resource.rate);
    sayRate(deps, call, actor);
    if (isGone(call)) return NO_ANSWER;
    if (!rate.ok) return rate;
    deps.connections.welcome(call.request.socket);
    const keyedCall = { ...call, actor };
    const outcome = await readAndAct(deps, keyedCall, resource).finally(() =>
      deps.bodies.leave(call.request),
    );
    sayRate(deps, call, actor);
    return outcome;
  });

/** At once, for streams and for whatever fails, and again when what was asked is charged. */
const sayRate = (deps: HttpDeps, { response }: Call, actor: Actor): void => {
  if (response.headersSent) return;
  for (const [name, value] of Object.entries(rateHeaders(deps, actor))) response.setHeader(name, value);
};

const readAndAct = async <Body>(
  deps: HttpDeps,
  call: KeyedCall,
  { read, does, act }: Pick<Keyed<Body>, 'read' | 'does' | 'act'>,
): Promise<Outcome> => {
  const body = read === undefined ? checked(undefined as Body) : await read(deps, call);
  // A body that its client broke off is counted, though nobody reads the answer.
  if (!body.ok) return body;
  if (isGone(call)) return NO_ANSWER;
  return byRightsOfNow(deps, call.actor, (actor) =>
    aboveFloor(deps, (floor) => {
      const complete = { ...call, actor, floor };
      const run = (): Promise<Outcome> => act(deps, complete, body.value);
      return does === 'EITHER' ? run() : inTime(deps, complete, does, run);
    }),
  );
};

export const RIGHTS_CHANGED = refuse('RIGHTS_CHANGED_MEANWHILE');

const inTime = async (
  deps: HttpDeps,
  { actor, response }: CompleteCall,
  does: 'READ' | 'CHANGE',
  run: () => Promise<Outcome>,
): Promise<Outcome> => {
  const client = does === 'READ' ? response : null;
  const outcome = await withinLimits(deps, { client }, async () => {
    if (does === 'READ') return run();
    const done = await deps.broker.acting(actor, run);
    return done === null ? RIGHTS_CHANGED : ofAct(done.value);
  });
  if (outcome !== null) return outcome;
  return response.destroyed ? NO_ANSWER : { ok: false, refusal: TIMED_OUT };
};

const ofAct = (outcome: Outcome): Outcome =>
  outcome.ok && outcome.value !== null ? checked({ ...outcome.value, isOfAct: true as const }) : outcome;

const MOST_TURNS = 3;

/**
 * What was read by rights that changed meanwhile does not leave (I8): it is read again by those of now. An act is not done
 * twice; a change of rights waits for it instead (live/serving.ts).
 */
export const byRightsOfNow = async (
  { hub }: Pick<HttpDeps, 'hub'>,
  first: Actor,
  run: (actor: Actor) => Promise<Outcome>,
): Promise<Outcome> => {
  let actor = first;
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    const version = hub.directory.freshVersion();
    const outcome = await run(actor);
    if (!outcome.ok || outcome.value === null || outcome.value.isOfAct === true) return outcome;
    if (version !== null && hub.directory.freshVersion() === version) return outcome;
    const now = await asOfNow(hub, actor);
    if (now === null) return { ok: false, refusal: UNAUTHENTICATED };
    if (hasSameRights(now, actor)) return outcome;
    actor = now;
  }
  return RIGHTS_CHANGED;
};

/** Counts from here, since the client decides how long its body takes. */
const aboveFloor = async (
  { hub }: HttpDeps,
  act: (floor: AnswerFloor) => Promise<Outcome>,
): Promise<Outcome> => {
  const floor = openAnswerFloor(hub.config.limits.notFoundMs);
  try {
    const outcome = await act(floor);
    if (!outcome.ok && outcome.refusal.code === 'NOT_FOUND') floor.foundNothing();
    await floor.mayLeave();
    return outcome;
  } finally {
    floor.stop();
  }
};

export const open = (resource: Open): Resource =>
  resourceOf(resource, async (deps, call) => {
    const { request } = call;
    const address = deps.clientAddress.of(request) ?? request.socket.remoteAddress ?? '';
    const rate = resource.isLarge === true ? await takeVisit(deps, address) : checked(null);
    if (isGone(call)) return NO_ANSWER;
    return rate.ok ? resource.act(deps, call) : rate;
  });

const NO_ANSWER: Outcome = checked(null);
const isGone = ({ response }: Call): boolean => response.destroyed;

const resourceOf = (
  { method, path, counted, onRefusal }: Address,
  outcomeOf: (deps: HttpDeps, call: Call) => Promise<Outcome>,
): Resource => {
  const refuse = (deps: HttpDeps, call: Call, refusal: RequestRefusal): void => {
    deps.metrics.observer.refused(refusal.code);
    sendReply(call.response, onRefusal?.(refusal, call) ?? problemReply(refusal, call.id));
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
          outcome.value.onSent?.();
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

/** Runs as a span of the trace in `traceparent`, so that jobs of the act join the same trace. */
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

/** The last resort: an outage and a full disk are 503; anything else is masked and logged under the request id. */
const fail = (
  deps: HttpDeps,
  call: Call,
  error: unknown,
  refuse: (deps: HttpDeps, call: Call, refusal: RequestRefusal) => void,
): void => {
  const refusal = refusalFor(error);
  reporter(deps, call.id)(error, refusal.code);
  if (call.response.headersSent) call.response.destroy();
  else refuse(deps, call, refusal);
};
