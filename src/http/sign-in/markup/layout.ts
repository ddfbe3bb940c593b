// The frame of the hub's own pages: plain HTML that works without a script, a mouse, colours or a large screen.
import type { Reply } from '../../answer.ts';
import { directionOf, filled, placeIn, type Speech } from '../words/speech.ts';
import { PAGE_LANGUAGES, TAGS } from '../words/words.ts';
import { type Html, html } from './html.ts';

type SignedInAs = {
  readonly name: string;
  readonly member: string;
  readonly token: string;
  /** Whether there is a console to go to. */
  readonly hasConsole: boolean;
};

export type PageProps = {
  readonly title: string;
  readonly body: Html;
  /** In place of the title at the head of the page. */
  readonly heading?: Html;
  /** Who is signed in, as the page names them; null for nobody. */
  readonly signedIn?: SignedInAs | null;
  /** Whether the page asks the browser for a passkey. */
  readonly hasPasskey?: boolean;
  /** Whether the page sends on what the address has behind its `#`. */
  readonly hasFragment?: boolean;
  /** Where the page goes by itself. */
  readonly goesTo?: string;
};

/** Nothing inline, nothing from elsewhere. Passkeys are asked for by a script of the hub's own. */
const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

const HEADERS = {
  'content-security-policy': POLICY,
  // Without it browsers hide the origin of a form, which the hub checks.
  'referrer-policy': 'same-origin',
  'permissions-policy': 'publickey-credentials-get=(self), publickey-credentials-create=(self)',
};

export const FILES = '/sign-in/files';

const navigation = (
  { words: { frame, failed } }: Speech,
  { token, hasConsole }: SignedInAs,
): Html => html`<nav aria-label="${frame.yours}">
<ul>
${
  hasConsole
    ? html`<li><a href="/">${failed.floor}</a></li>
`
    : null
}<li><a href="/account">${frame.account}</a></li>
<li><a href="/approvals">${frame.approvals}</a></li>
<li><form method="post" action="/sign-out"><input type="hidden" name="token" value="${token}"><button class="second" type="submit">${frame.signOut}</button></form></li>
</ul>
</nav>`;

/** Plain links, which work without a script and keep the place. */
const languages = (
  speech: Speech,
): Html => html`<nav class="languages" aria-label="${speech.words.frame.language}">
<ul>
${TAGS.map((tag) =>
  tag === speech.language
    ? html`<li><span aria-current="true" lang="${tag}">${PAGE_LANGUAGES[tag]}</span></li>
`
    : html`<li><a href="${placeIn(speech, tag)}" lang="${tag}" hreflang="${tag}" rel="nofollow">${PAGE_LANGUAGES[tag]}</a></li>
`,
)}</ul>
</nav>`;

const where = ({ words: { frame } }: Speech, signedIn: PageProps['signedIn']): Html =>
  signedIn == null
    ? html`${frame.what}`
    : filled(frame.signedIn, { name: signedIn.name, member: signedIn.member });

export const pageReply = (
  speech: Speech,
  status: number,
  { title, body, heading, signedIn = null, hasPasskey = false, hasFragment = false, goesTo }: PageProps,
  headers: Reply['headers'] = {},
): Reply => ({
  status,
  type: 'text/html; charset=utf-8',
  headers: {
    ...HEADERS,
    'content-language': speech.language,
    vary: 'accept-language, cookie',
    ...headers,
  },
  body: `<!DOCTYPE html>
${
  html`<html lang="${speech.language}" dir="${directionOf(speech)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${goesTo === undefined ? null : html`<meta http-equiv="refresh" content="0;url=${goesTo}">`}
<title>${title} – Tocsin</title>
<link rel="icon" href="${FILES}/icon.svg">
<link rel="stylesheet" href="${FILES}/style.css">
${
  hasPasskey
    ? html`<script src="${FILES}/webauthn.js" defer></script>
<script src="${FILES}/passkey.js" defer></script>`
    : null
}${hasFragment ? html`<script src="${FILES}/first-run.js" defer></script>` : null}
</head>
<body>
<a class="skip" href="#main">${speech.words.frame.skip}</a>
<div class="band"><header>
<strong>Tocsin</strong>
<span class="where">${where(speech, signedIn)}</span>
${signedIn === null ? null : navigation(speech, signedIn)}
</header></div>
<main id="main" tabindex="-1">
${heading ?? html`<h1>${title}</h1>`}
${body}
</main>
<footer>
${languages(speech)}
<p>${speech.words.frame.cookies}</p>
</footer>
</body>
</html>`.html
}
`,
});

/** Sends the browser on with GET. */
export const seeOther = (place: string, cookies: Reply['headers'] = {}): Reply => ({
  status: 303,
  type: 'text/plain; charset=utf-8',
  body: `See ${place}\n`,
  headers: { ...HEADERS, ...cookies, location: place },
});

/**
 * A page that goes on by itself. After a link or redirect from another site the browser sends no Strict cookie; what this
 * page asks for next comes from the hub itself, and has it.
 */
export const onwards = (speech: Speech, place: string, headers: Reply['headers'] = {}): Reply =>
  pageReply(
    speech,
    200,
    {
      title: speech.words.onwards.title,
      goesTo: place,
      body: html`<p>${filled(speech.words.onwards.text, { link: html`<a href="${place}">${speech.words.onwards.link}</a>` })}</p>`,
    },
    headers,
  );
