// The part of /account with how the person is reached: contact details, each with who may see it, languages and time zone.
import {
  CONTACT_KINDS,
  CONTACT_VISIBILITIES,
  type ContactDetail,
  type ContactKind,
  type ContactVisibility,
  type Person,
} from '../../../domain/person.ts';
import { accepted, type Outcome, type Problem, problem, refused } from '../../../domain/problem.ts';
import type { Hub } from '../../../hub.ts';
import { changePerson, type PersonChange } from '../../../service/person/change-person.ts';
import type { SignedIn } from '../../../service/session/read-session.ts';
import { choiceField, hidden, textField } from '../markup/fields.ts';
import { type Html, html } from '../markup/html.ts';
import { CONTACT_WORDS, VISIBILITY_WORDS } from '../markup/words.ts';
import type { KeyAct } from './own-keys-part.ts';

/** What a form says of one detail; texts that are no kind or visibility are refused where they are kept. */
const detailIn = (form: URLSearchParams): ContactDetail => ({
  kind: (form.get('kind') ?? '') as ContactKind,
  value: (form.get('contact') ?? '').trim(),
  visibleTo: (form.get('visibleTo') ?? '') as ContactVisibility,
});

/** A detail is known by what it says: another tab may have changed the list. */
const nameOf = ({ kind, value, visibleTo }: ContactDetail): string =>
  JSON.stringify([kind, value, visibleTo]);

const withChange = (own: readonly ContactDetail[], form: URLSearchParams): Outcome<ContactDetail[]> => {
  if (form.get('act') === 'add-contact') return accepted([...own, detailIn(form)]);
  const at = own.findIndex((each) => nameOf(each) === form.get('was'));
  if (at < 0) return refused(isGone());
  return accepted(
    form.get('act') === 'remove-contact' ? own.toSpliced(at, 1) : own.toSpliced(at, 1, detailIn(form)),
  );
};

export const changeOwnContacts = async (
  hub: Hub,
  { actor }: SignedIn,
  form: URLSearchParams,
): Promise<KeyAct> => {
  const person = await hub.persons.byId(actor.person ?? '');
  if (person === null) return { problems: [isGone()] };
  const contacts = withChange(person.contacts, form);
  if (!contacts.ok) return contacts;
  return told(await changePerson(hub, actor, { person: person.id, contacts: contacts.value }), '$.contact');
};

/** Languages in the order in which they are wanted, separated by commas or spaces. */
export const changeOwnReach = async (
  hub: Hub,
  { actor }: SignedIn,
  form: URLSearchParams,
): Promise<KeyAct> => {
  const languages = (form.get('languages') ?? '').split(/[\s,;]+/).filter((each) => each !== '');
  const timeZone = (form.get('timeZone') ?? '').trim();
  const change: PersonChange = {
    person: actor.person ?? '',
    languages,
    timeZone: timeZone === '' ? null : timeZone,
  };
  return told(await changePerson(hub, actor, change), null);
};

/** `path`: the field of the form that the problems are about; null where each says its own. */
const told = (outcome: Outcome<Person>, path: string | null): KeyAct => {
  if (outcome.ok) return { problems: [], done: 'How you are reached was saved.' };
  return { problems: outcome.problems.map((each) => (path === null ? each : { ...each, path })) };
};

const isGone = (): Problem =>
  problem('CONTACT_MALFORMED', '$.contact', 'This detail was changed meanwhile.', 'Look at the list again.');

const kindOptions = CONTACT_KINDS.map((value) => ({ value, text: CONTACT_WORDS[value] }));
const visibilityOptions = CONTACT_VISIBILITIES.map((value) => ({ value, text: VISIBILITY_WORDS[value] }));

type Shown = {
  readonly token: string;
  readonly problems: readonly Problem[];
  /** What was sent and refused, so that nobody types it again. */
  readonly sent: URLSearchParams;
};

/** The fields of one detail; `of` tells the fields of several forms apart. */
const detailFields = (detail: ContactDetail, of: string, problems: readonly Problem[] = []): Html => {
  const field = { id: `${of}contact` };
  return html`${choiceField({
    name: 'kind',
    id: `${of}kind`,
    label: 'Kind',
    options: kindOptions,
    chosen: [detail.kind],
  })}${textField({ name: 'contact', ...field, label: 'Number or address', value: detail.value }, problems)}${choiceField(
    {
      name: 'visibleTo',
      id: `${of}visibleTo`,
      label: 'Who may see it',
      options: visibilityOptions,
      chosen: [detail.visibleTo],
    },
  )}`;
};

const NEW: ContactDetail = { kind: 'PHONE', value: '', visibleTo: 'MEMBER' };

const row = (detail: ContactDetail, index: number, token: string): Html => {
  const { kind, value, visibleTo } = detail;
  const was = html`${hidden('token', token)}${hidden('was', nameOf(detail))}`;
  return html`<li><div class="what"><strong>${value}</strong><p>${CONTACT_WORDS[kind]}, for ${VISIBILITY_WORDS[visibleTo]}.</p>
<details><summary>Change<span class="unseen"> ${value}</span></summary>
<form method="post" action="/account">${was}${hidden('act', 'change-contact')}
${detailFields(detail, `of-${index}-`)}
<p><button class="second" type="submit">Save</button></p>
</form></details></div><form method="post" action="/account">${was}${hidden('act', 'remove-contact')}<button class="danger" type="submit" aria-label="Remove: ${value}">Remove</button></form></li>
`;
};

export const ownContactsPart = (person: Person, { token, problems, sent }: Shown): Html => {
  const isRefused = (act: string): boolean => problems.length > 0 && sent.get('act') === act;
  const fresh = isRefused('add-contact') ? detailIn(sent) : NEW;
  const reach = isRefused('change-reach')
    ? { languages: sent.get('languages') ?? '', timeZone: sent.get('timeZone') ?? '' }
    : { languages: person.languages.join(', '), timeZone: person.timeZone ?? '' };
  return html`<h2 id="contacts">How you are reached</h2>
${
  person.contacts.length === 0
    ? html`<p>You have given no number or address. Give at least one that works at night.</p>`
    : html`<ul class="list">
${person.contacts.map((detail, index) => row(detail, index, token))}</ul>`
}
<details${isRefused('add-contact') ? html` open` : null}><summary>Add a number or address</summary>
<form method="post" action="/account">${hidden('token', token)}${hidden('act', 'add-contact')}
${detailFields(fresh, '', problems)}
<p><button class="second" type="submit">Add</button></p>
</form></details>
<details${isRefused('change-reach') ? html` open` : null}><summary>Languages and time zone: ${
    person.languages.length === 0 ? 'no language given' : person.languages.join(', ')
  }; ${person.timeZone ?? 'no time zone given'}</summary>
<form method="post" action="/account">${hidden('token', token)}${hidden('act', 'change-reach')}
${textField(
  {
    name: 'languages',
    label: 'Languages',
    hint: 'The one you read best first, such as “pt, en”.',
    value: reach.languages,
    isOptional: true,
  },
  problems,
)}
${textField(
  {
    name: 'timeZone',
    label: 'Time zone',
    hint: 'Such as Europe/Lisbon.',
    value: reach.timeZone,
    isOptional: true,
    isShort: true,
  },
  problems,
)}
<p><button class="second" type="submit">Save</button></p>
</form></details>`;
};
