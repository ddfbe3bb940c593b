// What an organisation says of itself that was invited to apply: the form behind a one-time link of that purpose.
import { MEMBER_KINDS } from '../../domain/member.ts';
import { applyByLink, type Form } from '../../service/member/admission/apply.ts';
import type { Reply } from '../answer.ts';
import { choiceField, faultSummary, hidden, textField, ticksField } from './markup/fields.ts';
import { html } from './markup/html.ts';
import { pageReply } from './markup/layout.ts';
import type { Visit } from './page.ts';
import type { PageProblem } from './words/refusals.ts';
import { filled, plainly, sectorOptions } from './words/speech.ts';

/** Who applies is not what runs the hub. */
const KINDS = MEMBER_KINDS.filter((kind) => kind !== 'HUB');

const textIn = (form: URLSearchParams, name: string): string => (form.get(name) ?? '').trim();

const formIn = (form: URLSearchParams): Form => {
  const kind = textIn(form, 'kind');
  return {
    slug: textIn(form, 'slug').toLowerCase(),
    name: textIn(form, 'name'),
    latinName: textIn(form, 'latinName') || null,
    kind: KINDS.find((each) => each === kind) ?? 'OPERATOR',
    country: textIn(form, 'country').toUpperCase(),
    countries: [],
    sectors: form.getAll('sectors'),
    identifiers: [],
    languages: [],
    website: textIn(form, 'website') || null,
    timeZone: textIn(form, 'timeZone') || null,
    contact: textIn(form, 'contact'),
  };
};

/** Takes the link. Whether a name clashes with another's is not said: it goes to whoever runs the hub. */
export const sendApplication = async (visit: Visit, token: string): Promise<Reply> => {
  const { deps, form, visitor, speech } = visit;
  const { apply } = speech.words;
  const by = { way: 'LINK' as const, range: visitor.range };
  const applied = await applyByLink(deps.hub, token, formIn(form), by);
  if (!applied.ok) return applicationForm(visit, token, applied.problems);
  const number = filled(apply.number, { id: html`<span class="code">${applied.value.id}</span>` });
  return pageReply(speech, 200, {
    title: apply.sentTitle,
    body: html`<p>${apply.sent}</p>
<p>${number}</p>`,
  });
};

export const applicationForm = (
  { form, speech }: Pick<Visit, 'form' | 'speech'>,
  token: string,
  problems: readonly PageProblem[] = [],
): Reply => {
  const { apply, member, kind } = speech.words;
  return pageReply(speech, problems.length === 0 ? 200 : 400, {
    title: apply.title,
    body: html`${faultSummary(speech, problems)}<p>${apply.what}</p>
<form method="post" action="/join">
${hidden('link', token)}${hidden('applies', 'yes')}
<fieldset>
<legend>${member.legend}</legend>
${textField(speech, { name: 'name', label: member.name, hint: member.nameHint, value: textIn(form, 'name'), autocomplete: 'organization' }, problems)}
${textField(speech, { name: 'latinName', label: member.latinName, hint: member.latinNameHint, value: textIn(form, 'latinName'), isOptional: true }, problems)}
${textField(speech, { name: 'slug', label: member.slug, hint: plainly(member.slugHint, { example: 'river-water' }), value: textIn(form, 'slug') }, problems)}
${choiceField(speech, { name: 'kind', label: member.kind, options: KINDS.map((value) => ({ value, text: kind[value] })), chosen: [textIn(form, 'kind') || 'OPERATOR'] }, problems)}
${textField(speech, { name: 'country', label: member.country, hint: member.countryHint, value: textIn(form, 'country'), isShort: true }, problems)}
${ticksField(speech, { name: 'sectors', label: member.sectors, hint: member.sectorsHint, options: sectorOptions(speech), chosen: form.getAll('sectors') }, problems)}
${textField(speech, { name: 'website', label: apply.website, value: textIn(form, 'website'), autocomplete: 'url', isOptional: true }, problems)}
${textField(speech, { name: 'timeZone', label: member.timeZone, hint: plainly(member.timeZoneHint, { example: 'Asia/Singapore' }), value: textIn(form, 'timeZone'), isOptional: true }, problems)}
</fieldset>
${textField(speech, { name: 'contact', label: apply.contact, hint: apply.contactHint, value: textIn(form, 'contact') }, problems)}
<p><button type="submit">${apply.send}</button></p>
</form>`,
  });
};
