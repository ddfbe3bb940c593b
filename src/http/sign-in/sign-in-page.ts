// /sign-in: by a passkey, at the identity provider of an organisation, or by a recovery code. The page tells nobody who has
// an account.
import type { Hub } from '../../hub.ts';
import { passkeyToAsk } from '../../service/credential/passkeys.ts';
import { signInByCode } from '../../service/credential/recovery/recover.ts';
import { signInByPasskey } from '../../service/credential/sign-in.ts';
import { endOwnSessions } from '../../service/session/end-sessions.ts';
import type { Reply } from '../answer.ts';
import { parsedAnswer, placeAfter, recoveredReply, signedInReply } from './answers.ts';
import { afterFailure, hasFailedTooOften } from './attempts.ts';
import { NO_SESSION_COOKIE } from './cookies.ts';
import { faultSummary, hidden, notice, passkeyForm, textField } from './markup/fields.ts';
import { type Html, html } from './markup/html.ts';
import { onwards, pageReply, seeOther } from './markup/layout.ts';
import { ownPage, page, type Visit } from './page.ts';
import type { PageProblem } from './words/refusals.ts';
import type { Speech } from './words/speech.ts';

const FOREIGN: ReadonlySet<string> = new Set(['cross-site', 'same-site']);

export const signInPage = page({
  method: 'get',
  path: '/sign-in',
  act: async (visit) => {
    const { signedIn, query } = visit;
    const to = placeAfter(query.get('to'));
    if (signedIn !== null) return seeOther(to);
    // A link from elsewhere comes without the Strict cookie: whoever is signed in is asked for nothing.
    const isElsewhere = FOREIGN.has(String(visit.request.headers['sec-fetch-site'])) && !query.has('again');
    return isElsewhere
      ? onwards(visit.speech, `/sign-in?again=1&to=${encodeURIComponent(to)}`)
      : signInForms(visit, 200, []);
  },
});

export const signInForms = async (
  { deps, query, form, speech }: Visit,
  status: number,
  problems: readonly PageProblem[],
): Promise<Reply> => {
  const to = placeAfter(query.get('to') ?? form.get('to'));
  const options = await passkeyToAsk(deps.hub);
  const offered = await offeredBy(deps.hub);
  const isRecovery = form.has('code');
  const { signIn } = speech.words;
  return pageReply(speech, status, {
    title: signIn.title,
    hasPasskey: true,
    body: html`${faultSummary(speech, problems)}${query.has('out') ? notice(signIn.signedOut) : null}
${passkeyForm(speech, {
  action: '/sign-in',
  asks: 'get',
  options,
  button: signIn.passkey,
  fields: html`<p>${signIn.asks}</p>${hidden('to', to)}`,
})}
${
  offered.length === 0
    ? null
    : html`<h2>${signIn.account}</h2>
<ul>
${offered.map(
  ({
    id,
    name,
  }) => html`<li><a href="/sign-in/openid-connect/${id}?to=${encodeURIComponent(to)}" dir="auto">${name}</a></li>
`,
)}</ul>`
}
<h2>${signIn.recovery}</h2>
<p>${signIn.lost}</p>
${recoveryForm(speech, { form, to }, isRecovery ? problems : [])}`,
  });
};

/**
 * By the names of the organisations, which the hub has let them have: what somebody calls a provider may be another's name, and
 * to refuse that would tell whose there are.
 */
const offeredBy = async ({
  providers,
  directory,
}: Pick<Hub, 'providers' | 'directory'>): Promise<{ readonly id: string; readonly name: string }[]> => {
  const { members } = await directory.current();
  return (await providers.shown())
    .flatMap(({ id, member }) => {
      const of = members.get(member);
      return of?.isActive === true ? [{ id, name: of.name }] : [];
    })
    .sort((one, other) => one.name.localeCompare(other.name));
};

const recoveryForm = (
  speech: Speech,
  { form, to }: { readonly form: URLSearchParams; readonly to: string },
  problems: readonly PageProblem[],
): Html => {
  const { signIn } = speech.words;
  return html`<form method="post" action="/sign-in/recovery">
${textField(speech, { name: 'person', label: signIn.person, hint: signIn.personHint, value: form.get('person') ?? '', autocomplete: 'username' }, problems)}
${textField(speech, { name: 'code', label: signIn.code, hint: signIn.codeHint, inputMode: 'numeric' }, problems)}
${hidden('to', to)}
<p><button class="second" type="submit">${signIn.byCode}</button></p>
</form>`;
};

export const signInForm = page({
  method: 'post',
  path: '/sign-in',
  isTimed: true,
  act: async (visit) => {
    const outcome = await signInByPasskey(visit.deps.hub, parsedAnswer(visit.form), visit.visitor);
    return outcome.ok ? signedInReply(visit, outcome.value) : failedForms(visit, outcome.problems);
  },
});

/** The forms again, for an attempt that failed. */
export const failedForms = async (visit: Visit, problems: readonly PageProblem[]): Promise<Reply> => {
  const limited = await afterFailure(visit);
  return limited === null ? signInForms(visit, 401, problems) : signInForms(visit, 429, [limited]);
};

export const recoverySignIn = page({
  method: 'post',
  path: '/sign-in/recovery',
  isTimed: true,
  act: async (visit) => {
    const typed = {
      name: visit.form.get('person') ?? '',
      code: visit.form.get('code') ?? '',
      from: visit.address,
      isCounted: !hasFailedTooOften(visit),
    };
    const outcome = await signInByCode(visit.deps.hub, typed, visit.visitor);
    if (outcome.ok) return recoveredReply(visit, outcome.value);
    const isMistyped = outcome.problems.some(({ code }) => code === 'RECOVERY_CODE_MISTYPED');
    return isMistyped ? signInForms(visit, 401, outcome.problems) : failedForms(visit, outcome.problems);
  },
});

export const signOut = ownPage({
  method: 'post',
  path: '/sign-out',
  isCalled: true,
  act: async ({ deps, signedIn, speech }) => {
    await endOwnSessions(deps.hub, signedIn.actor, { id: signedIn.session.id });
    return onwards(speech, '/sign-in?out=1', {
      'set-cookie': NO_SESSION_COOKIE,
      // Whatever a page left in the browser goes with the session.
      'clear-site-data': '"cache", "storage"',
    });
  },
});
