// Lets a caller in: by a key or a token in `Authorization`, by a client certificate, or by a session's cookie. Failed
// attempts are limited: by client address where the proxies in front of the hub are configured, else in one budget. Only
// their answer changes, so that a valid key is never refused for the failures of others, and no answer tells whether the id
// of a wrong key exists.
import type { IncomingMessage } from 'node:http';
import type { Actor } from '../../domain/member.ts';
import { type Checked, checked, refuse } from '../../graphql/errors.ts';
import { networkOf } from '../../service/access/address-range.ts';
import { authenticate } from '../../service/access/authenticate.ts';
import {
  authenticateByCertificate,
  authenticateByJwt,
  isJwt,
} from '../../service/credential/authenticate-machine.ts';
import { readSession } from '../../service/session/read-session.ts';
import { UNAUTHENTICATED } from '../answer.ts';
import type { HttpDeps } from '../http-deps.ts';
import { cookieIn, SESSION_COOKIE } from '../sign-in/cookies.ts';
import { openAnswerFloor } from './answer-floor.ts';

/** One budget for all addresses. */
const SHARED = '';

/** What a request brings. A WebSocket says it once, and is asked again with each subscription. */
export type Presented = {
  readonly authorization: string | undefined;
  /** Of the client; null when the hub cannot know it. */
  readonly address: string | null;
  /** The same, not the network that is counted by: keys may be limited to networks. */
  readonly exactAddress: string | null;
  /** SHA-256 of the public key of the client's certificate; null without one that counts. */
  readonly certificate: string | null;
  /** What a machine's first call names, so that it proves that registration; absent for any other. */
  readonly registration?: string | null;
  /** The secret of a session that may act by this request; null for any other. */
  readonly session: string | null;
  /** Whether the page asks by itself, with nobody before it: no use of a session, which ends without any. Absent: no. */
  readonly isUnattended?: boolean;
  /** Whom the page believes to be signed in, by id; only a session is asked. Absent where it does not say. */
  readonly person?: string | null;
};

type AdmitDeps = Pick<HttpDeps, 'hub' | 'keyFailures' | 'uses'>;

/** How long it takes to find out that a token or key is none tells nothing of what is registered: refusals leave at the floor. */
export const admit = async (deps: AdmitDeps, presented: Presented): Promise<Checked<Actor>> => {
  const floor = openAnswerFloor(deps.hub.config.limits.notFoundMs);
  try {
    const admitted = await admittedBy(deps, presented);
    if (!admitted.ok) floor.foundNothing();
    await floor.mayLeave();
    return admitted;
  } finally {
    floor.stop();
  }
};

const admittedBy = async (deps: AdmitDeps, presented: Presented): Promise<Checked<Actor>> => {
  const actor = await actorBy(deps, presented);
  if (actor !== null) {
    if (isOfAnother(presented, actor)) return refuse('SESSION_OF_ANOTHER');
    deps.uses.note(actor);
    return checked(actor);
  }
  const { authorization, certificate, session, address } = presented;
  const isTried = authorization !== undefined || certificate !== null || session !== null;
  // Without a key nothing was tried.
  const wait = isTried ? await deps.keyFailures.take(address ?? SHARED) : null;
  if (wait === null) return { ok: false, refusal: UNAUTHENTICATED };
  const seconds = Math.max(1, Math.ceil(wait));
  const message = `This key is not valid, and too many keys were not. Wait ${seconds} s.`;
  return refuse('KEY_FAILURES_LIMITED', message, { retryAfterSeconds: wait });
};

/** In another tab somebody else has signed in since, and a browser has one cookie: what this page shows, and asks for, is not theirs. */
const isOfAnother = ({ authorization, certificate, person = null }: Presented, actor: Actor): boolean =>
  authorization === undefined && certificate === null && person !== null && actor.person !== person;

/** What is said in `Authorization` is meant; nothing else is tried when it is wrong. */
const actorBy = ({ hub }: AdmitDeps, presented: Presented): Promise<Actor | null> => {
  const { authorization, exactAddress, certificate, session } = presented;
  const range = exactAddress === null ? null : networkOf(exactAddress);
  const said = { range, registration: presented.registration ?? null };
  if (authorization !== undefined) {
    const token = bearerToken(authorization);
    return token !== null && isJwt(token)
      ? authenticateByJwt(hub, token, said)
      : authenticate(hub, authorization, exactAddress);
  }
  if (certificate !== null) return authenticateByCertificate(hub, certificate, said);
  if (session === null) return Promise.resolve(null);
  const isUse = presented.isUnattended !== true;
  return readSession(hub, session, { isUse }).then((signedIn) => signedIn?.actor ?? null);
};

const bearerToken = (authorization: string): string | null =>
  /^bearer +([^ ]+)$/i.exec(authorization.trim())?.[1] ?? null;

/** `machine register` says what to give here, once. */
const REGISTRATION_HEADER = 'tocsin-registration';

const registrationIn = (value: string | string[] | undefined): string | null =>
  typeof value === 'string' && /^[0-9a-f]{64}$/.test(value) ? value : null;

/** A page of this hub sends it with each request; a page of another site cannot without asking first (WHATWG Fetch). */
export const SESSION_HEADER = 'x-tocsin-session';

/** Beside it: the id of the person that the page shows as signed in. */
const PERSON_HEADER = 'x-tocsin-person';

/** Beside it, where nobody has touched the page for minutes. */
const UNATTENDED_HEADER = 'x-tocsin-unattended';

/**
 * A session acts by POST from our own origin with our header, and by nothing else: not by GET, which links and images of
 * other sites make, and not over a WebSocket.
 */
export const sessionIn = (
  { origin }: Pick<HttpDeps['hub'], 'origin'>,
  { method, headers }: Pick<IncomingMessage, 'method' | 'headers'>,
): string | null => {
  const isOurs =
    method === 'POST' &&
    headers.origin === origin &&
    headers.host === new URL(origin).host &&
    headers[SESSION_HEADER] === '1' &&
    (headers['sec-fetch-site'] ?? 'same-origin') === 'same-origin';
  return isOurs ? cookieIn(headers.cookie, SESSION_COOKIE) : null;
};

/** What a request over HTTP brings. */
export const presentedBy = (deps: HttpDeps, request: IncomingMessage): Presented => ({
  authorization: request.headers.authorization,
  address: deps.clientAddress.of(request),
  exactAddress: deps.clientAddress.exactly(request),
  certificate: deps.clientCertificate.of(request),
  registration: registrationIn(request.headers[REGISTRATION_HEADER]),
  session: sessionIn(deps.hub, request),
  isUnattended: request.headers[UNATTENDED_HEADER] === '1',
  person: request.headers[PERSON_HEADER]?.toString() ?? null,
});
