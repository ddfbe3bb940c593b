// What its publisher wrote, as people read it: a line for each of several, instants with their zone, languages by name.
import { momentIn } from '../../ui/time/moment.ts';
import { languageName, listIn } from '../../words/language-name.ts';
import type { Form } from './form.ts';

/** `2026-11-28T02:54` of a form is in UTC. What is no moment has no zone. */
export const zoned = (at: string): string => (momentIn(at) === null ? at : `${at.replace('T', ' ')}Z`);

const withTime = (text: string, by: string): string => (by === '' ? text : `${text} (${zoned(by)})`);

export const asWritten = (field: keyof Form, form: Form, spoken: string): string => {
  switch (field) {
    case 'actions':
      return form.actions.map(({ text, by }) => withTime(text, by)).join('\n');
    case 'contacts':
      // One that is half written has what there is of it.
      return form.contacts
        .map(({ name, number, hours }) => listIn([name, number, hours].filter(Boolean), spoken))
        .filter(Boolean)
        .join('\n');
    case 'validUntil':
    case 'answerBy':
      return zoned(form[field]);
    case 'language':
      return languageName(form.language, spoken);
    case 'translations':
      return form.translations
        .map(({ language, headline, summary, actions }) =>
          [`${languageName(language, spoken)}: ${headline}`, summary, ...actions].join('\n'),
        )
        .join('\n');
    default:
      return String(form[field] ?? '');
  }
};
