// What every page of the hub goes through: the host, for a form its origin and size, and whose session it is. A page is
// read with the session's cookie alone; a form also needs our origin, and where somebody is signed in a token of the session,
// since a form cannot send a header.
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { type RequestRefusal, refuse } from '../../graphql/errors.ts';
import type { Hub } from '../../hub.ts';
import { utf8TextOf } from '../../outside/utf8-text.ts';
import { networkOf } from '../../service/access/address-range.ts';
import { readSession, type SignedIn } from '../../service/session/read-session.ts';
import type { Visitor } from '../../service/session/start-session.ts';
import { type Reply, TIMED_OUT } from '../answer.ts';
import { SESSION_HEADER } from '../caller/admit.ts';
import { type AnswerFloor, openAnswerFloor } from '../caller/answer-floor.ts';
import { withinLimits } from '../caller/within-limits.ts';
import type { HttpDeps } from '../http-deps.ts';
import { takePage } from '../rate-limit.ts';
import { type Call, type Outcome, open, type Resource } from '../spine.ts';
import { browserOf } from './browser.ts';
import { cookieIn, SESSION_COOKIE } from './cookies.ts';
import { type Html, html } from './markup/html.ts';
import { onwards, type PageProps, pageReply, seeOther } from './markup/layout.ts';
import { refusalIn } from './words/refusals.ts';
import { counted, filled, inEnglish, type Speech, speechOf, withChoice } from './words/speech.ts';

export type Visit = {
  readonly deps: HttpDeps;
  readonly request: Call['request'];
  readonly query: URLSearchParams;
  /** Empty for a page that is only read. */
  readonly form: URLSearchParams;
  readonly visitor: Visitor;
  /** The client's address; null where the hub cannot know it. */
  readonly address: string | null;
  readonly signedIn: SignedIn | null;
  readonly speech: Speech;
};

type Page = {
  readonly method: 'get' | 'post';
  readonly path: string;
  /** A failed attempt, and what is not there for who asks, leaves at a fixed time. */
  readonly isTimed?: true;
  readonly act: (visit: Visit, floor: AnswerFloor) => Promise<Reply>;
};

const MAX_FORM = 64 * 1024;

export const page = ({ method, path, isTimed, act }: Page): Resource =>
  open({
    method,
    path,
    counted: 'page',
    onRefusal: refusalPage,
    act: async (deps, call) => {
      const address = deps.clientAddress.of(call.request) ?? call.request.socket.remoteAddress ?? '';
      const rate = await takePage(deps, address);
      if (!rate.ok) return rate;
      const wrong = sourceRefusal(deps.hub, call.request, method === 'post');
      if (wrong !== null) return { ok: false, refusal: wrong };
      const form = method === 'post' ? await readForm(deps, call.request) : EMPTY;
      if (!form.ok) return form;
      const floor = openAnswerFloor(deps.hub.config.limits.notFoundMs);
      const answered = async (): Promise<Reply> => {
        const visit = await visitOf(deps, call.request, form.value);
        const reply = withChoice(visit.speech, await act(visit, floor));
        if (isTimed === true && reply.status >= 400) floor.foundNothing();
        await floor.mayLeave();
        return reply;
      };
      // What is only read ends with its client; what a form does is done to its end.
      const client = method === 'get' ? call.response : null;
      try {
        const reply = await withinLimits(deps, { client }, answered);
        return reply === null ? outOfTime(call) : { ok: true, value: reply };
      } finally {
        floor.stop();
        deps.bodies.leave(call.request);
      }
    },
  });

/** Nobody is answered who has left. */
const outOfTime = ({ response }: Call): Outcome =>
  response.destroyed ? { ok: true, value: null } : { ok: false, refusal: TIMED_OUT };

/**
 * A page of somebody who is signed in; others are sent to sign in, and come back. What its form does is an act: it is done by
 * the rights of now, and a change of them waits for it.
 */
export const ownPage = ({
  act,
  isCalled = false,
  ...rest
}: Omit<Page, 'act'> & {
  /** Whether the console calls it too: what it sends has the header of a session, which no form of another site can have. */
  readonly isCalled?: boolean;
  readonly act: (visit: Visit & { readonly signedIn: SignedIn }) => Promise<Reply>;
}): Resource =>
  page({
    ...rest,
    act: async (visit) => {
      const { signedIn, request, deps, form } = visit;
      if (signedIn === null)
        return rest.method === 'get' ? toSignIn(visit, request.path) : seeOther('/sign-in');
      const isOurs =
        isTokenOf(deps.hub, signedIn, form.get('token') ?? '') ||
        (isCalled && request.headers[SESSION_HEADER] === '1');
      if (rest.method === 'post' && !isOurs) return staleForm(visit.speech, request.path);
      if (rest.method === 'get') return act({ ...visit, signedIn });
      const done = await deps.broker.acting(signedIn.actor, () => act({ ...visit, signedIn }));
      return done?.value ?? staleForm(visit.speech, request.path);
    },
  });

const EMPTY: { readonly ok: true; readonly value: URLSearchParams } = {
  ok: true,
  value: new URLSearchParams(),
};

/** A link from elsewhere comes without the Strict cookie: the page asks once more by itself. */
const toSignIn = ({ request, query, speech }: Visit, path: string): Reply => {
  const from = request.headers['sec-fetch-site'];
  const isOurs = from === 'same-origin' || from === 'none' || query.has('again');
  return isOurs ? seeOther(`/sign-in?to=${encodeURIComponent(path)}`) : onwards(speech, `${path}?again=1`);
};

const staleForm = (speech: Speech, path: string): Reply => {
  const { staleTitle, stale, again } = speech.words.failed;
  return pageReply(speech, 403, {
    title: staleTitle,
    body: html`<p>${filled(stale, { again: html`<a href="${path}">${again}</a>` })}</p>`,
  });
};

/** Pages are for browsers at the hub's own origin; a form comes from one of its pages, and from no other site. */
export const sourceRefusal = (
  { origin }: Pick<Hub, 'origin'>,
  { headers }: Pick<IncomingMessage, 'headers'>,
  isForm: boolean,
): RequestRefusal | null => {
  if (headers.host !== new URL(origin).host) {
    const message = `The pages of this hub are at ${origin}.`;
    return refuse('HOST_MISDIRECTED', message).refusal;
  }
  if (!isForm) return null;
  const site = headers['sec-fetch-site'] ?? 'same-origin';
  return headers.origin === origin && site === 'same-origin' ? null : refuse('ORIGIN_FOREIGN').refusal;
};

const visitOf = async (deps: HttpDeps, request: Call['request'], form: URLSearchParams): Promise<Visit> => {
  const address = deps.clientAddress.of(request);
  const secret = cookieIn(request.headers.cookie, SESSION_COOKIE);
  const signedIn = secret === null ? null : await readSession(deps.hub, secret);
  // Whoever works on the pages alone is at work too: nobody becomes dormant by it.
  if (signedIn !== null) deps.uses.note(signedIn.actor);
  return {
    deps,
    request,
    form,
    address,
    query: new URLSearchParams(request.url.split('?')[1] ?? ''),
    visitor: {
      range: address === null ? null : networkOf(address),
      browser: browserOf(request.headers['user-agent']),
    },
    signedIn,
    speech: speechOf(request, form),
  };
};

const readForm = async (
  deps: HttpDeps,
  request: Call['request'],
): Promise<{ ok: true; value: URLSearchParams } | { ok: false; refusal: RequestRefusal }> => {
  const [type] = (request.headers['content-type'] ?? '').toLowerCase().split(';');
  if (type?.trim() !== 'application/x-www-form-urlencoded')
    return refuse('MEDIA_TYPE_UNSUPPORTED', 'Send the form of this page.');
  const announced = Number(request.headers['content-length'] ?? MAX_FORM);
  if (announced > MAX_FORM) return refuse('BODY_TOO_LARGE', `The form has more than ${MAX_FORM} bytes.`);
  // Of the client, not of its proxy: else all forms are of one sender, and the newest would give way to somebody else's.
  const address = deps.clientAddress.of(request) ?? request.socket.remoteAddress ?? '';
  const body = await deps.bodies.receive(
    request,
    { key: address, member: { id: `address ${address}` } },
    announced,
  );
  if (!body.ok) return body;
  const text = utf8TextOf(body.value);
  return text === null ? refuse('BODY_NOT_UTF_8') : { ok: true, value: new URLSearchParams(text) };
};

/** What a form of this session carries, so that no other page's form counts. */
export const tokenOf = ({ signInKey }: Pick<Hub, 'signInKey'>, { session }: SignedIn): string =>
  createHmac('sha256', signInKey).update(`form ${session.id}`).digest('base64url');

const isTokenOf = (hub: Pick<Hub, 'signInKey'>, signedIn: SignedIn, given: string): boolean => {
  const [one, other] = [Buffer.from(tokenOf(hub, signedIn)), Buffer.from(given)];
  return one.length === other.length && timingSafeEqual(one, other);
};

/** How the frame of a page names who is signed in. */
export const signedInAs = async (
  { hub, console }: Pick<HttpDeps, 'console'> & { readonly hub: Pick<Hub, 'directory' | 'signInKey'> },
  signedIn: SignedIn,
): Promise<NonNullable<PageProps['signedIn']>> => {
  const { persons } = await hub.directory.current();
  const { actor } = signedIn;
  const name = persons.get(actor.person ?? '')?.name ?? '';
  // One that was never built is no place to go to.
  const hasConsole = console !== null;
  return { name, member: actor.member.name, token: tokenOf(hub, signedIn), hasConsole };
};

const refusalPage = (refusal: RequestRefusal, { id, request }: Call): Reply => {
  const speech = speechOf(request);
  const { failed } = speech.words;
  const { retryAfterSeconds } = refusal;
  const wait = retryAfterSeconds === undefined ? null : Math.max(1, Math.ceil(retryAfterSeconds));
  const code = filled(failed.code, {
    code: html`<span class="code">${refusal.code}</span>`,
    id: html`<span class="code">${id}</span>`,
  });
  return pageReply(
    speech,
    refusal.status,
    {
      title: failed.title,
      body: html`<p>${refusalText(speech, refusal, wait)}</p>
<p>${code}</p>`,
    },
    wait === null ? {} : { 'retry-after': String(wait) },
  );
};

const refusalText = (speech: Speech, { code, message }: RequestRefusal, wait: number | null): Html => {
  if (code === 'RATE_LIMITED' && wait !== null)
    return html`${speech.words.failed.rate} ${counted(speech, 'failed', { of: 'wait', count: wait })}`;
  const words = refusalIn(speech.language, code);
  return words === null ? inEnglish(speech, message) : html`${words}`;
};
