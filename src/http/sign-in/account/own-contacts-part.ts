// The part of /account with how the person is reached: contact details, each with who may see it, languages and time zone.
import {
  CONTACT_KINDS,
  CONTACT_VISIBILITIES,
  type ContactDetail,
  type ContactKind,
  type ContactVisibility,
  type Person,
} from '../../../domain/person.ts';
import { accepted, type Outcome, problem, refused } from '../../../domain/problem.ts';
import { changeOwnContacts, changePerson, type PersonChange } from '../../../service/person/change-person.ts';
import type { SignedIn } from '../../../service/session/read-session.ts';
import { choiceField, hidden, textField } from '../markup/fields.ts';
import { type Html, html } from '../markup/html.ts';
import type { Visit } from '../page.ts';
import type { PageProblem } from '../words/refusals.ts';
import { filled, plainly, type Speech } from '../words/speech.ts';
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

export const changeContactsByForm = async (
  { deps: { hub }, form, speech }: Visit,
  { actor }: SignedIn,
): Promise<KeyAct> => {
  const changed = await changeOwnContacts(hub, actor, (own) => withChange(own, form));
  return told(speech, changed, '$.contact');
};

/** Languages in the order in which they are wanted, separated by commas or spaces. */
export const changeOwnReach = async (
  { deps: { hub }, form, speech }: Visit,
  { actor }: SignedIn,
): Promise<KeyAct> => {
  const languages = (form.get('languages') ?? '').split(/[\s,;]+/).filter((each) => each !== '');
  const timeZone = (form.get('timeZone') ?? '').trim();
  const change: PersonChange = {
    person: actor.person ?? '',
    languages,
    timeZone: timeZone === '' ? null : timeZone,
  };
  return told(speech, await changePerson(hub, actor, change), null);
};

/** `path`: the field of the form that the problems are about; null where each says its own. */
const told = (speech: Speech, outcome: Outcome<Person>, path: string | null): KeyAct => {
  if (outcome.ok) return { problems: [], done: speech.words.reach.saved };
  return { problems: outcome.problems.map((each) => (path === null ? each : { ...each, path })) };
};

const isGone = () =>
  problem('CONTACT_MALFORMED', '$.contact', 'This detail was changed meanwhile.', 'Look at the list again.');

type Shown = {
  /** What each form of the page carries. */
  readonly carried: Html;
  readonly problems: readonly PageProblem[];
  /** What was sent and refused, so that nobody types it again. */
  readonly sent: URLSearchParams;
};

/** The fields of one detail; `of` tells the fields of several forms apart. */
const detailFields = (
  speech: Speech,
  { detail, of }: { readonly detail: ContactDetail; readonly of: string },
  problems: readonly PageProblem[] = [],
): Html => {
  const field = { id: `${of}contact` };
  const { reach, contactKind, visibleTo } = speech.words;
  return html`${choiceField(speech, {
    name: 'kind',
    id: `${of}kind`,
    label: reach.kind,
    options: CONTACT_KINDS.map((value) => ({ value, text: contactKind[value] })),
    chosen: [detail.kind],
  })}${textField(speech, { name: 'contact', ...field, label: reach.contact, value: detail.value }, problems)}${choiceField(
    speech,
    {
      name: 'visibleTo',
      id: `${of}visibleTo`,
      label: reach.visibleTo,
      options: CONTACT_VISIBILITIES.map((value) => ({ value, text: visibleTo[value] })),
      chosen: [detail.visibleTo],
    },
  )}`;
};

const NEW: ContactDetail = { kind: 'PHONE', value: '', visibleTo: 'MEMBER' };

type Row = { readonly detail: ContactDetail; readonly index: number; readonly carried: Html };

const row = (speech: Speech, { detail, index, carried }: Row): Html => {
  const { kind, value, visibleTo } = detail;
  const { reach, account, frame, contactKind, visibleTo: whom } = speech.words;
  const said = plainly(reach.detail, { kind: contactKind[kind], whom: whom[visibleTo] });
  const removes = plainly(frame.named, { act: account.remove, what: value });
  const was = html`${carried}${hidden('was', nameOf(detail))}`;
  return html`<li><div class="what"><strong><bdi>${value}</bdi></strong><p>${said}</p>
<details><summary>${reach.change}<span class="unseen"> ${value}</span></summary>
<form method="post" action="/account">${was}${hidden('act', 'change-contact')}
${detailFields(speech, { detail, of: `of-${index}-` })}
<p><button class="second" type="submit">${reach.save}</button></p>
</form></details></div><form method="post" action="/account">${was}${hidden('act', 'remove-contact')}<button class="danger" type="submit" aria-label="${removes}">${account.remove}</button></form></li>
`;
};

export const ownContactsPart = (speech: Speech, person: Person, { carried, problems, sent }: Shown): Html => {
  const { reach: words, member } = speech.words;
  const isRefused = (act: string): boolean => problems.length > 0 && sent.get('act') === act;
  const fresh = isRefused('add-contact') ? detailIn(sent) : NEW;
  const reach = isRefused('change-reach')
    ? { languages: sent.get('languages') ?? '', timeZone: sent.get('timeZone') ?? '' }
    : { languages: person.languages.join(', '), timeZone: person.timeZone ?? '' };
  return html`<h2 id="contacts">${words.title}</h2>
${
  person.contacts.length === 0
    ? html`<p>${words.none}</p>`
    : html`<ul class="list">
${person.contacts.map((detail, index) => row(speech, { detail, index, carried }))}</ul>`
}
<details${isRefused('add-contact') ? html` open` : null}><summary>${words.addTitle}</summary>
<form method="post" action="/account" novalidate>${carried}${hidden('act', 'add-contact')}
${detailFields(speech, { detail: fresh, of: '' }, problems)}
<p><button class="second" type="submit">${words.add}</button></p>
</form></details>
<details${isRefused('change-reach') ? html` open` : null}><summary>${filled(words.both, {
    languages: person.languages.length === 0 ? words.noLanguage : person.languages.join(', '),
    timeZone: person.timeZone ?? words.noTimeZone,
  })}</summary>
<form method="post" action="/account">${carried}${hidden('act', 'change-reach')}
${textField(
  speech,
  {
    name: 'languages',
    label: words.languages,
    hint: words.languagesHint,
    value: reach.languages,
    isOptional: true,
  },
  problems,
)}
${textField(
  speech,
  {
    name: 'timeZone',
    label: member.timeZone,
    hint: plainly(member.timeZoneHint, { example: 'Europe/Lisbon' }),
    value: reach.timeZone,
    isOptional: true,
    isShort: true,
  },
  problems,
)}
<p><button class="second" type="submit">${words.save}</button></p>
</form></details>`;
};
