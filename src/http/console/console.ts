// The web console: one page for every view, and its files, all of this hub and without data. What a view shows comes from
// /graphql, with the rights of whoever is signed in. Programs that ask for `/` get text; without a build people get it too.
import Negotiator from 'negotiator';
import { isEmpty } from '../../service/founding/setup-code.ts';
import { NOT_FOUND, type Reply, textReply } from '../answer.ts';
import type { HttpDeps } from '../http-deps.ts';
import { cookieIn, LANGUAGE_COOKIE } from '../sign-in/cookies.ts';
import { seeOther } from '../sign-in/markup/layout.ts';
import { type Call, open } from '../spine.ts';
import type { ConsoleBuild, ConsoleFile } from './console-build.ts';
import { CONSOLE_VIEWS } from './console-views.ts';

/** No inline script or style, nothing of another site. The one policy for Trusted Types makes no HTML and no script. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const PAGE_HEADERS = {
  'content-security-policy': POLICY,
  'referrer-policy': 'no-referrer',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
};
const FILE_HEADERS = { 'cache-control': 'public, max-age=31536000, immutable' };

const START = `Tocsin

A hub through which agencies and operators of critical infrastructure publish and receive early warnings
and best practices, in STIX 2.1, over GraphQL.

  /graphql           the endpoint: POST, GET for queries, SSE and WebSocket for subscriptions
  /graphiql          explore it in a browser
  /warnings/{id}     one warning as plain text
  /healthz  /readyz  for the operator

Everything but health and the explorer's page needs a key: Authorization: Bearer toc_...
How to begin: README.md, docs/ARCHITECTURE.md and schema/*.graphql in the source.
`;

const NOT_BUILT = `
The web console is not built here. In the source: npm run console (npm start and the image do it).
`;

/** Nobody can sign in to an empty hub. Where the store does not answer nobody knows, and the console says what is wrong. */
const isUnfounded = ({ hub }: HttpDeps): Promise<boolean> => isEmpty(hub).catch(() => false);

/** `GET /`: the console for a browser, text for everything else. */
export const startPage = open({
  method: 'get',
  path: '/',
  counted: null,
  act: async (deps, call) => {
    if (deps.console !== null && wantsPage(call)) {
      const value = (await isUnfounded(deps)) ? seeOther('/setup') : pageReply(call, deps.console);
      return { ok: true, value };
    }
    const isMissing = deps.hub.config.servesConsole && deps.console === null;
    const reply = textReply(isMissing ? START + NOT_BUILT : START);
    return { ok: true, value: { ...reply, headers: { 'content-language': 'en', vary: 'accept' } } };
  },
});

/** Mails and webhooks link to it, whether there is a console or not. */
const OF_AN_ITEM = /^\/warning\/((?:warning|practice)--[0-9a-f-]{36})$/;

/** The page of a view: the console reads the address itself. Without one, of an item, the page that the hub makes of it. */
export const consolePage = open({
  method: 'get',
  path: '/:view{/*rest}',
  counted: null,
  act: async (deps, call) => {
    const isView = CONSOLE_VIEWS.has(String(call.request.params['view']));
    if (deps.console !== null && isView) return { ok: true, value: pageReply(call, deps.console) };
    const [, item] = (deps.console === null && OF_AN_ITEM.exec(call.request.path)) || [];
    return item === undefined
      ? { ok: false, refusal: NOT_FOUND }
      : { ok: true, value: seeOther(`/warnings/${item}/page`) };
  },
});

export const consoleFile = open({
  method: 'get',
  path: '/console/:file',
  counted: null,
  act: async (deps, call) => {
    const file = deps.console?.files.get(String(call.request.params['file']));
    if (file === undefined) return { ok: false, refusal: NOT_FOUND };
    return { ok: true, value: encoded(call, file, FILE_HEADERS) };
  },
});

const wantsPage = ({ request }: Call): boolean =>
  new Negotiator(request).mediaTypes(['text/plain', 'text/html'])[0] === 'text/html';

const pageReply = (call: Call, { page, pageIn }: ConsoleBuild): Reply => {
  const chosen = cookieIn(call.request.headers.cookie, LANGUAGE_COOKIE) ?? '';
  return encoded(call, pageIn.get(chosen) ?? page, PAGE_HEADERS);
};

const encoded = ({ request }: Call, file: ConsoleFile, headers: Readonly<Record<string, string>>): Reply => {
  const accepted = new Negotiator(request).encodings(['br', 'gzip', 'identity']);
  const coding = accepted.find((name) => name === 'identity' || file[name as 'br' | 'gzip'] !== undefined);
  const bytes = file[coding as 'br' | 'gzip'];
  const base = { ...headers, vary: 'accept, accept-encoding' };
  return bytes === undefined
    ? { status: 200, type: file.type, body: file.plain, headers: base }
    : { status: 200, type: file.type, body: bytes, headers: { ...base, 'content-encoding': String(coding) } };
};
