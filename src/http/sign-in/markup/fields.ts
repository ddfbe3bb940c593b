// Parts of forms: a labelled field with its hint and what was wrong with it, and what was wrong in all.
import { type PageProblem, refusalIn } from '../words/refusals.ts';
import { inEnglish, plainly, type Speech } from '../words/speech.ts';
import { type Html, html } from './html.ts';

export type Field = {
  readonly name: string;
  /** Where several forms of a page have a field of this name; by default the name. */
  readonly id?: string;
  readonly label: string;
  readonly hint?: string;
  readonly value?: string;
  readonly autocomplete?: string;
  readonly isShort?: boolean;
  readonly isOptional?: boolean;
  readonly inputMode?: 'numeric' | 'text';
};

/** A refusal's path is `$.field`, or `$.part.field`. */
const fieldOf = ({ path }: PageProblem): string => /([A-Za-z]+)(?:\[\d+\])?$/.exec(path)?.[1] ?? '';

const faultsOf = (name: string, problems: readonly PageProblem[]): readonly PageProblem[] =>
  problems.filter((problem) => fieldOf(problem) === name);

type Named = Pick<Field, 'name' | 'id' | 'hint'>;

const idOf = ({ id, name }: Named): string => id ?? name;

const describedBy = (field: Named, faults: readonly PageProblem[]): string =>
  [field.hint === undefined ? '' : `${idOf(field)}-hint`, faults.length === 0 ? '' : `${idOf(field)}-fault`]
    .join(' ')
    .trim();

/** In the language of the page where it has words for the code, else in English. */
export const saidOf = (speech: Speech, { code, isSaid }: PageProblem, text: string): Html => {
  const words = isSaid === true ? text : refusalIn(speech.language, code);
  return words === null ? inEnglish(speech, text) : html`${words}`;
};

const about = (speech: Speech, field: Named, faults: readonly PageProblem[]): Html =>
  html`${
    field.hint === undefined ? null : html`<p class="hint" id="${idOf(field)}-hint">${field.hint}</p>`
  }${faults.length === 0 ? null : html`<p class="fault" id="${idOf(field)}-fault">${faults.map((each) => html`${saidOf(speech, each, each.message)} `)}</p>`}`;

export const textField = (speech: Speech, field: Field, problems: readonly PageProblem[] = []): Html => {
  const faults = faultsOf(field.name, problems);
  const { name, label, value = '', autocomplete = 'off', isShort, isOptional, inputMode = 'text' } = field;
  return html`<div class="field">
<label for="${idOf(field)}">${isOptional === true ? plainly(speech.words.frame.optional, { label }) : label}</label>
${about(speech, field, faults)}
<input type="text" id="${idOf(field)}" name="${name}" value="${value}" autocomplete="${autocomplete}" inputmode="${inputMode}" spellcheck="false" autocapitalize="none" dir="auto"${
    isShort === true ? html` class="short"` : null
  }${isOptional === true ? null : html` required`}${
    describedBy(field, faults) === '' ? null : html` aria-describedby="${describedBy(field, faults)}"`
  }${faults.length === 0 ? null : html` aria-invalid="true"`}>
</div>`;
};

type Option = { readonly value: string; readonly text: string };
type Choice = Pick<Field, 'name' | 'id' | 'label' | 'hint'> & {
  readonly options: readonly Option[];
  readonly chosen: readonly string[];
};

export const choiceField = (speech: Speech, field: Choice, problems: readonly PageProblem[] = []): Html => {
  const faults = faultsOf(field.name, problems);
  const { name, label, options, chosen } = field;
  return html`<div class="field">
<label for="${idOf(field)}">${label}</label>
${about(speech, field, faults)}
<select id="${idOf(field)}" name="${name}" required${
    describedBy(field, faults) === '' ? null : html` aria-describedby="${describedBy(field, faults)}"`
  }${faults.length === 0 ? null : html` aria-invalid="true"`}>
${options.map(
  ({ value, text }) =>
    html`<option value="${value}"${chosen.includes(value) ? html` selected` : null}>${text}</option>
`,
)}</select>
</div>`;
};

/** Any number of them. */
export const ticksField = (speech: Speech, field: Choice, problems: readonly PageProblem[] = []): Html => {
  const faults = faultsOf(field.name, problems);
  const { name, label, options, chosen } = field;
  const described = describedBy(field, faults);
  return html`<div class="field" role="group" id="${name}" tabindex="-1" aria-labelledby="${name}-label"${
    described === '' ? null : html` aria-describedby="${described}"`
  }>
<p class="label" id="${name}-label">${label}</p>
${about(speech, field, faults)}
<div class="columns">
${options.map(
  ({ value, text }) =>
    html`<div class="choice"><input type="checkbox" id="${name}-${value}" name="${name}" value="${value}"${
      chosen.includes(value) ? html` checked` : null
    }><label for="${name}-${value}">${text}</label></div>
`,
)}</div>
</div>`;
};

export const tickField = (field: Pick<Field, 'name' | 'label'> & { readonly isTicked: boolean }): Html =>
  html`<div class="choice"><input type="checkbox" id="${field.name}" name="${field.name}" value="yes"${
    field.isTicked ? html` checked` : null
  }><label for="${field.name}">${field.label}</label></div>`;

export const hidden = (name: string, value: string): Html =>
  html`<input type="hidden" name="${name}" value="${value}">`;

/** What was wrong, and what to do, at the head of the page. */
export const faultSummary = (speech: Speech, problems: readonly PageProblem[]): Html | null =>
  problems.length === 0
    ? null
    : html`<div class="notice bad" role="alert" tabindex="-1">
<h2>${speech.words.failed.title}</h2>
<ul>
${problems.map((problem) => {
  const field = fieldOf(problem);
  const said = saidOf(speech, problem, `${problem.message} ${problem.remedy}`);
  return html`<li>${field === '' ? said : html`<a href="#${field}">${said}</a>`}</li>
`;
})}</ul>
</div>`;

export const notice = (text: string | Html, kind: 'good' | 'plain' = 'good'): Html =>
  html`<div class="notice${kind === 'good' ? ' good' : ''}" role="status"><p>${text}</p></div>`;

/** A form that asks the browser for a passkey before it is sent. `options` are those of the WebAuthn call, as JSON. */
export const passkeyForm = (
  { words: { passkey } }: Speech,
  form: {
    readonly action: string;
    readonly asks: 'create' | 'get';
    readonly options: object;
    readonly button: string;
    readonly fields: Html;
  },
): Html => html`<form method="post" action="${form.action}" data-passkey="${form.asks}" data-options="${JSON.stringify(form.options)}"
 data-refused="${passkey.refused}"
 data-known="${passkey.known}"
 data-failed="${passkey.failed}">
${form.fields}
${hidden('passkey', '')}
<p class="fault" data-said role="alert" tabindex="-1" hidden></p>
<p><button type="submit">${form.button}</button></p>
<noscript><p class="notice bad">${passkey.noScript}</p></noscript>
</form>`;
