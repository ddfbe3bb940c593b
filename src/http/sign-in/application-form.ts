// What an organisation says of itself that was invited to apply: the form behind a one-time link of that purpose.
import { MEMBER_KINDS } from '../../domain/member.ts';
import type { Problem } from '../../domain/problem.ts';
import { SECTORS } from '../../domain/sector.ts';
import { applyByLink, type Form } from '../../service/member/admission/apply.ts';
import type { Reply } from '../answer.ts';
import { choiceField, faultSummary, hidden, textField, ticksField } from './markup/fields.ts';
import { html } from './markup/html.ts';
import { pageReply } from './markup/layout.ts';
import { KIND_WORDS } from './markup/words.ts';
import type { Visit } from './page.ts';

const TITLE = 'Apply for your organisation';
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
  const { deps, form, visitor } = visit;
  const by = { way: 'LINK' as const, range: visitor.range };
  const applied = await applyByLink(deps.hub, token, formIn(form), by);
  if (!applied.ok) return applicationForm(form, token, applied.problems);
  return pageReply(200, {
    title: 'Your application is here',
    body: html`<p>The administrators of this partnership see it now. They verify who you are, members answer for you, and then your
administrator gets an invitation. Whoever you named may be called.</p>
<p>Your application: <span class="code">${applied.value.id}</span>. Keep this number; this page is shown once.</p>`,
  });
};

export const applicationForm = (
  form: URLSearchParams,
  token: string,
  problems: readonly Problem[] = [],
): Reply =>
  pageReply(problems.length === 0 ? 200 : 400, {
    title: TITLE,
    body: html`${faultSummary(problems)}<p>You were invited to apply for membership of this hub. What you give here is seen by administrators only, until you are a member.</p>
<form method="post" action="/join">
${hidden('link', token)}${hidden('applies', 'yes')}
<fieldset>
<legend>Your organisation</legend>
${textField({ name: 'name', label: 'Name', hint: 'As it writes it itself, in its own script.', value: textIn(form, 'name'), autocomplete: 'organization' }, problems)}
${textField({ name: 'latinName', label: 'Name in Latin letters', hint: 'Where its own script is another.', value: textIn(form, 'latinName'), isOptional: true }, problems)}
${textField({ name: 'slug', label: 'Short name', hint: 'Lower-case letters, digits and hyphens, such as river-water. It never changes.', value: textIn(form, 'slug') }, problems)}
${choiceField({ name: 'kind', label: 'What it is', options: KINDS.map((value) => ({ value, text: KIND_WORDS[value] })), chosen: [textIn(form, 'kind') || 'OPERATOR'] }, problems)}
${textField({ name: 'country', label: 'State', hint: 'Two letters (ISO 3166), such as SG or CH.', value: textIn(form, 'country'), isShort: true }, problems)}
${ticksField({ name: 'sectors', label: 'Sectors', hint: 'Those it belongs to or serves.', options: SECTORS.map(({ id, name }) => ({ value: id, text: name })), chosen: form.getAll('sectors') }, problems)}
${textField({ name: 'website', label: 'Web site', value: textIn(form, 'website'), autocomplete: 'url', isOptional: true }, problems)}
${textField({ name: 'timeZone', label: 'Time zone', hint: 'Such as Asia/Singapore.', value: textIn(form, 'timeZone'), isOptional: true }, problems)}
</fieldset>
${textField({ name: 'contact', label: 'Whom to call', hint: 'A name and a number, at which we find out that you are who you say.', value: textIn(form, 'contact') }, problems)}
<p><button type="submit">Send the application</button></p>
</form>`,
  });
