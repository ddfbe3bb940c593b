// /setup: founds an empty hub with the code that was printed on its machine.
import { MEMBER_KINDS, type MemberKind } from '../../domain/member.ts';
import { problem } from '../../domain/problem.ts';
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
import { page, type Visit } from './page.ts';
import type { PageProblem } from './words/refusals.ts';
import { filled, plainly, type Speech, sectorOptions } from './words/speech.ts';

export const setupPage = page({
  method: 'get',
  path: '/setup',
  act: async ({ deps, speech }) => ((await isEmpty(deps.hub)) ? codeForm(speech) : founded(speech)),
});

const founded = (speech: Speech): Reply => {
  const { setup, signIn } = speech.words;
  return pageReply(speech, 200, {
    title: setup.doneTitle,
    body: html`<p>${filled(setup.done, { signIn: html`<a href="/sign-in">${signIn.title}</a>` })}</p>`,
  });
};

const codeForm = (speech: Speech, problems: readonly PageProblem[] = []): Reply => {
  const { setup, join } = speech.words;
  return pageReply(speech, problems.length === 0 ? 200 : 400, {
    title: setup.title,
    body: html`${faultSummary(speech, problems)}<p>${setup.what}</p>
<form method="post" action="/setup">
${textField(speech, { name: 'code', label: setup.code, hint: setup.codeHint }, problems)}
<p><button type="submit">${join.continue}</button></p>
</form>`,
  });
};

/** The first form brings the code, the second everything. */
export const setupForm = page({
  method: 'post',
  path: '/setup',
  isTimed: true,
  act: async (visit) => {
    const code = visit.form.get('code') ?? '';
    const link = await readSetup(visit.deps.hub, code);
    if (!link.ok) return codeForm(visit.speech, link.problems);
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
  { deps, form, speech }: Visit,
  link: string,
  problems: readonly PageProblem[],
): Promise<Reply> => {
  const options = await passkeyToCreate(deps.hub, foundingPurpose(link), { handle: 'you', name: 'You' });
  const { setup } = speech.words;
  const origin = html`<span class="code">${deps.hub.origin}</span>`;
  return pageReply(speech, problems.length === 0 ? 200 : 400, {
    title: setup.title,
    hasPasskey: true,
    body: html`${faultSummary(speech, problems)}${passkeyForm(speech, {
      action: '/setup',
      asks: 'create',
      options,
      button: setup.create,
      fields: html`${hidden('code', form.get('code') ?? '')}${memberFields(speech, form, problems)}${personFields(speech, form, problems)}
<p>${filled(setup.asks, { origin })}</p>`,
    })}`,
  });
};

/** A problem of `$.name` is the organisation's where it names no person's part. */
const memberFields = (speech: Speech, form: URLSearchParams, problems: readonly PageProblem[]): Html => {
  const { member, kind, setup } = speech.words;
  const kinds = MEMBER_KINDS.map((value) => ({ value, text: kind[value] }));
  return html`<fieldset>
<legend>${member.legend}</legend>
${textField(speech, { name: 'memberName', label: member.name, hint: member.nameHint, value: textIn(form, 'memberName'), autocomplete: 'organization' }, problems)}
${textField(speech, { name: 'latinName', label: member.latinName, hint: member.latinNameHint, value: textIn(form, 'latinName'), isOptional: true }, problems)}
${textField(speech, { name: 'slug', label: member.slug, hint: plainly(member.slugHint, { example: 'national-csirt' }), value: textIn(form, 'slug') }, problems)}
${choiceField(speech, { name: 'kind', label: member.kind, options: [{ value: '', text: member.choose }, ...kinds], chosen: [textIn(form, 'kind')] }, problems)}
${textField(speech, { name: 'country', label: member.country, hint: member.countryHint, value: textIn(form, 'country'), isShort: true }, problems)}
${ticksField(speech, { name: 'sectors', label: member.sectors, hint: member.sectorsHint, options: sectorOptions(speech), chosen: form.getAll('sectors') }, problems)}
${tickField({ name: 'mayPublish', label: setup.mayPublish, isTicked: mayPublishIn(form) })}
</fieldset>`;
};

/** Ticked until somebody has sent the form: whoever founds a hub mostly warns others by it. */
const mayPublishIn = (form: URLSearchParams): boolean =>
  !form.has('slug') || form.get('mayPublish') === 'yes';

const personFields = (speech: Speech, form: URLSearchParams, problems: readonly PageProblem[]): Html => {
  const { setup, member } = speech.words;
  return html`<fieldset>
<legend>${setup.you}</legend>
${textField(speech, { name: 'name', label: setup.name, value: textIn(form, 'name'), autocomplete: 'name' }, problems)}
${textField(speech, { name: 'handle', label: setup.handle, hint: setup.handleHint, value: textIn(form, 'handle'), autocomplete: 'username' }, problems)}
${textField(speech, { name: 'timeZone', label: setup.timeZone, hint: plainly(member.timeZoneHint, { example: 'Asia/Singapore' }), value: textIn(form, 'timeZone'), isOptional: true }, problems)}
</fieldset>`;
};
