// What a correction changes of the version before, as its readers will compare the two: of a text the words that went and came.
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { type Change, ChangeTable } from '../../../ui/difference/change-table.tsx';
import { languageName } from '../../../words/language-name.ts';
import { spoken } from '../../../words/words.ts';
import type { Form, TranslationDraft } from '../form.ts';
import { type Current, changedIn, formOf } from '../former.ts';
import { useChangeWords } from './change-words.ts';

/** Written in the language of the form; the others are words of the console, names and numbers. */
const TEXTS: ReadonlySet<keyof Form> = new Set([
  ...(['headline', 'summary', 'actions'] as const),
  ...(['problem', 'steps', 'evidence', 'limits'] as const),
]);

export const Difference = ({ form, current }: { form: Form; current: Current }): JSX.Element => {
  const { t } = useTranslation();
  const former = formOf(current);
  const changes = changedIn(former, form);
  const words = useChangeWords();
  const languages = { before: former.language, after: form.language };
  const title = t('last.difference', { number: current.version });
  const rowsOf = (field: keyof Form): Change[] => {
    const name = words.nameOf(field);
    if (field === 'bundle') return [];
    if (field === 'translations') return translated(former, form, name);
    const [before, after] = [words.valueOf(field, former), words.valueOf(field, form)];
    return [{ key: field, name, before, after, ...(TEXTS.has(field) ? { languages } : {}) }];
  };
  const rows = changes.flatMap(rowsOf);
  return (
    <section className="panel stack tight">
      <h2>{title}</h2>
      {changes.length === 0 && <p>{t('last.same')}</p>}
      {rows.length > 0 && <ChangeTable rows={rows} label={title} />}
      {changes.includes('bundle') && (
        <p>
          <span className="strong">{words.nameOf('bundle')}:</span> {words.objects(former, form)}
        </p>
      )}
    </section>
  );
};

const textOf = ({ headline, summary, actions }: TranslationDraft): string =>
  [headline, summary, ...actions].filter((text) => text !== '').join('\n');

/** A row for each language that says something else than before. */
const translated = (former: Form, form: Form, name: string): Change[] => {
  const saidIn = (of: Form, language: string): string =>
    of.translations
      .filter((each) => each.language === language)
      .map(textOf)
      .join('\n');
  const tags = new Set([...former.translations, ...form.translations].map(({ language }) => language));
  return [...tags].flatMap((tag) => {
    const [before, after] = [saidIn(former, tag), saidIn(form, tag)];
    const key = `translations ${tag}`;
    const languages = { before: tag, after: tag };
    return before === after
      ? []
      : [{ key, name: `${name} – ${languageName(tag, spoken())}`, before, after, languages }];
  });
};
