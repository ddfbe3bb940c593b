// The texts in other languages, each beside the original.
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { Fault } from '../../../ui/act/sentences.ts';
import { Fields, TextField } from '../../../ui/field.tsx';
import { ProducerText } from '../../../ui/producer-text.tsx';
import type { Edit } from '../edit.ts';
import { actionTexts, type TranslationDraft } from '../form.ts';

export const Translations = ({ edit }: { edit: Edit }): JSX.Element => {
  const { t } = useTranslation();
  const { form, set, faults } = edit;
  const { translations } = form;
  const fresh = { language: '', headline: '', summary: '', actions: [] };
  return (
    <Fields title={t('publish.translations')}>
      <TextField
        label={t('publish.language')}
        hint={t('publish.languageHint')}
        value={form.language}
        set={(language) => set({ language })}
        faults={faults('$.language')}
      />
      {translations.map((translation, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a translation is its place
        <Translated key={at} edit={edit} translation={translation} at={at} />
      ))}
      <div>
        <button
          type="button"
          className="small"
          onClick={() => set({ translations: [...translations, fresh] })}
        >
          {t('publish.addTranslation')}
        </button>
      </div>
    </Fields>
  );
};

type TranslatedProps = { readonly edit: Edit; readonly translation: TranslationDraft; readonly at: number };

const Translated = ({ edit: { form, set, faults }, translation, at }: TranslatedProps): JSX.Element => {
  const { t } = useTranslation();
  const { translations } = form;
  const change = (changes: Partial<TranslationDraft>): void =>
    set({ translations: translations.map((each, index) => (index === at ? { ...each, ...changes } : each)) });
  const drop = (): void => set({ translations: translations.filter((_, index) => index !== at) });
  const text = (name: 'headline' | 'summary', label: string, max: number) => (
    <Beside original={form[name]}>
      <TextField
        label={label}
        value={translation[name]}
        set={(value) => change({ [name]: value })}
        faults={faults(`$.translations[${at}].${name}`)}
        max={max}
        lang={translation.language}
        isRequired
        {...(name === 'summary' ? { rows: 4 } : {})}
      />
    </Beside>
  );
  return (
    <div className="translation stack tight">
      <TextField
        label={t('publish.translationTo')}
        value={translation.language}
        set={(language) => change({ language })}
        faults={faults(`$.translations[${at}].language`)}
        isRequired
      />
      {text('headline', t('publish.headline'), 140)}
      {text('summary', t('warning.summary'), 4000)}
      <TranslatedActions
        texts={actionTexts(form)}
        translation={translation}
        change={change}
        faultsAt={(action) => faults(`$.translations[${at}].actions[${action}]`)}
      />
      <div>
        <button type="button" className="small" onClick={drop}>
          {t('publish.dropTranslation')}
        </button>
      </div>
    </div>
  );
};

type ActionsProps = {
  readonly texts: readonly string[];
  readonly translation: TranslationDraft;
  readonly change: (changes: Partial<TranslationDraft>) => void;
  readonly faultsAt: (action: number) => readonly Fault[];
};

const TranslatedActions = ({ texts, translation, change, faultsAt }: ActionsProps): JSX.Element => {
  const { t } = useTranslation();
  const set = (text: string, at: number): void =>
    change({ actions: texts.map((_, place) => (place === at ? text : (translation.actions[place] ?? ''))) });
  return (
    <>
      {texts.map((original, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an action is its place
        <Beside original={original} key={at}>
          <TextField
            label={t('publish.action', { number: at + 1 })}
            value={translation.actions[at] ?? ''}
            set={(text) => set(text, at)}
            faults={faultsAt(at)}
            lang={translation.language}
            isRequired={translation.actions.some((each) => each.trim() !== '')}
          />
        </Beside>
      ))}
    </>
  );
};

const Beside = ({ original, children }: { original: string; children: JSX.Element }): JSX.Element => (
  <div className="pair">
    <p className="quiet original">
      <ProducerText text={original} />
    </p>
    {children}
  </div>
);
