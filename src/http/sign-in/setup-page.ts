// /setup: founds an empty hub with the code that was printed on its machine.
import { MEMBER_KINDS, type MemberKind } from '../../domain/member.ts';
import { type Problem, problem } from '../../domain/problem.ts';
import { SECTORS } from '../../domain/sector.ts';
import { passkeyToCreate } from '../../service/credential/passkeys.ts';
import { type Founding, foundHub, foundingPurpose } from '../../service/founding/found-hub.ts';
import { isEmpty, readSetup } from '../../service/founding/setup-code.ts';
import type { Reply } from '../answer.ts';
import { parsedAnswer, signedInReply } from './answers.ts';
import {
  choiceField,
  faultSummary,
  hidden,
  passkeyForm,
  textField,
  tickField,
  ticksField,
} from './markup/fields.ts';
import { type Html, html } from './markup/html.ts';
import { pageReply } from './markup/layout.ts';
import { KIND_WORDS } from './markup/words.ts';
import { page, type Visit } from './page.ts';

const TITLE = 'Set up this hub';

export const setupPage = page({
  method: 'get',
  path: '/setup',
  act: async ({ deps }) => ((await isEmpty(deps.hub)) ? codeForm() : founded()),
});

const founded = (): Reply =>
  pageReply(200, {
    title: 'This hub is set up',
    body: html`<p>It has members already. <a href="/sign-in">Sign in</a>, or open the invitation that you were sent.</p>`,
  });

const codeForm = (problems: readonly Problem[] = []): Reply =>
  pageReply(problems.length === 0 ? 200 : 400, {
    title: TITLE,
    body: html`${faultSummary(problems)}<p>This hub is empty. Whoever sets it up runs it, and administers its first organisation.</p>
<form method="post" action="/setup">
${textField(
  {
    name: 'code',
    label: 'Setup code',
    hint: 'Five groups of five letters and digits, printed when the hub was started. It is valid for one hour.',
  },
  problems,
)}
<p><button type="submit">Continue</button></p>
</form>`,
  });

/** The first form brings the code, the second everything. */
export const setupForm = page({
  method: 'post',
  path: '/setup',
  isTimed: true,
  act: async (visit) => {
    const code = visit.form.get('code') ?? '';
    const link = await readSetup(visit.deps.hub, code);
    if (!link.ok) return codeForm(link.problems);
    if (!visit.form.has('slug')) return detailsForm(visit, link.value, []);
    const kind = kindIn(visit.form);
    if (kind === null) return detailsForm(visit, link.value, [NO_KIND]);
    const founding = foundingIn(visit.form, kind);
    const outcome = await foundHub(visit.deps.hub, founding, visit.visitor);
    return outcome.ok
      ? signedInReply(visit, outcome.value)
      : detailsForm(visit, link.value, outcome.problems);
  },
});

const textIn = (form: URLSearchParams, name: string): string => (form.get(name) ?? '').trim();

const kindIn = (form: URLSearchParams): MemberKind | null =>
  MEMBER_KINDS.find((each): each is MemberKind => each === textIn(form, 'kind')) ?? null;

const NO_KIND = problem(
  'KIND_UNKNOWN',
  '$.kind',
  'It is not said what kind of organisation this is.',
  'Choose one; "hub" only where it does nothing but run this hub.',
);

const foundingIn = (form: URLSearchParams, kind: MemberKind): Founding => ({
  code: textIn(form, 'code'),
  member: {
    slug: textIn(form, 'slug').toLowerCase(),
    name: textIn(form, 'memberName'),
    latinName: textIn(form, 'latinName') || null,
    kind,
    country: textIn(form, 'country').toUpperCase(),
    sectors: form.getAll('sectors'),
    mayPublish: form.get('mayPublish') === 'yes',
  },
  person: {
    handle: textIn(form, 'handle').toLowerCase(),
    name: textIn(form, 'name'),
    timeZone: textIn(form, 'timeZone') || null,
  },
  passkey: parsedAnswer(form),
});

const detailsForm = async (
  { deps, form }: Visit,
  link: string,
  problems: readonly Problem[],
): Promise<Reply> => {
  const options = await passkeyToCreate(deps.hub, foundingPurpose(link), { handle: 'you', name: 'You' });
  return pageReply(problems.length === 0 ? 200 : 400, {
    title: TITLE,
    hasPasskey: true,
    body: html`${faultSummary(problems)}${passkeyForm({
      action: '/setup',
      asks: 'create',
      options,
      button: 'Create a passkey and set up the hub',
      fields: html`${hidden('code', form.get('code') ?? '')}${memberFields(form, problems)}${personFields(form, problems)}
<p>Your browser now asks you for a passkey: your screen lock, or a security key. It is how you sign in from now on, and it works at <span class="code">${deps.hub.origin}</span> only.</p>`,
    })}`,
  });
};

/** A problem of `$.name` is the organisation's where it names no person's part. */
const memberFields = (form: URLSearchParams, problems: readonly Problem[]): Html => html`<fieldset>
<legend>Your organisation</legend>
${textField({ name: 'memberName', label: 'Name', hint: 'As it writes it itself, in its own script.', value: textIn(form, 'memberName'), autocomplete: 'organization' }, problems)}
${textField({ name: 'latinName', label: 'Name in Latin letters', hint: 'Where its own script is another.', value: textIn(form, 'latinName'), isOptional: true }, problems)}
${textField({ name: 'slug', label: 'Short name', hint: 'Lower-case letters, digits and hyphens, such as national-csirt. It never changes.', value: textIn(form, 'slug') }, problems)}
${choiceField({ name: 'kind', label: 'What it is', options: [{ value: '', text: 'Choose' }, ...MEMBER_KINDS.map((value) => ({ value, text: KIND_WORDS[value] }))], chosen: [textIn(form, 'kind')] }, problems)}
${textField({ name: 'country', label: 'State', hint: 'Two letters (ISO 3166), such as SG or CH.', value: textIn(form, 'country'), isShort: true }, problems)}
${ticksField({ name: 'sectors', label: 'Sectors', hint: 'Those it belongs to or serves.', options: SECTORS.map(({ id, name }) => ({ value: id, text: name })), chosen: form.getAll('sectors') }, problems)}
${tickField({ name: 'mayPublish', label: 'It publishes warnings on this hub', isTicked: mayPublishIn(form) })}
</fieldset>`;

/** Ticked until somebody has sent the form: whoever founds a hub mostly warns others by it. */
const mayPublishIn = (form: URLSearchParams): boolean =>
  !form.has('slug') || form.get('mayPublish') === 'yes';

const personFields = (form: URLSearchParams, problems: readonly Problem[]): Html => html`<fieldset>
<legend>You</legend>
${textField({ name: 'name', label: 'Your name', value: textIn(form, 'name'), autocomplete: 'name' }, problems)}
${textField({ name: 'handle', label: 'Your short name', hint: 'How others write you in this organisation, such as a.costa.', value: textIn(form, 'handle'), autocomplete: 'username' }, problems)}
${textField({ name: 'timeZone', label: 'Your time zone', hint: 'Such as Asia/Singapore.', value: textIn(form, 'timeZone'), isOptional: true }, problems)}
</fieldset>`;
