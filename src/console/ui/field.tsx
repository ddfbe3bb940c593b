// A labelled field with its hint and what is wrong in it.
import { type JSX, type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsLacking } from './act/checked-form.tsx';
import { Faults } from './act/hub-said.tsx';
import type { Fault } from './act/sentences.ts';

type Common = {
  readonly label: string;
  readonly hint?: string | undefined;
  /** What is wrong, in words; empty when nothing is. */
  readonly faults?: readonly Fault[];
};

type TextProps = Common & {
  readonly value: string;
  readonly set: (value: string) => void;
  readonly rows?: number;
  readonly max?: number;
  readonly type?: 'text' | 'date';
  readonly placeholder?: string;
  /** Once the keyboard has left it. */
  readonly leave?: () => void;
  readonly lang?: string;
  readonly isRequired?: boolean;
  /** The hint says why. */
  readonly isDisabled?: boolean;
};

const Notes = ({ id, hint, faults = [] }: Pick<Common, 'hint' | 'faults'> & { id: string }): JSX.Element => (
  <>
    {hint !== undefined && (
      <p className="hint" id={`${id}-hint`}>
        {hint}
      </p>
    )}
    {faults.length > 0 && (
      <div id={`${id}-fault`}>
        <Faults of={faults} />
      </div>
    )}
  </>
);

const described = (id: string, hint: string | undefined, faults: readonly Fault[]): string | undefined =>
  [hint === undefined ? '' : `${id}-hint`, faults.length === 0 ? '' : `${id}-fault`]
    .filter(Boolean)
    .join(' ') || undefined;

export const TextField = ({
  label,
  hint,
  faults: found = [],
  value,
  set,
  rows,
  max,
  type = 'text',
  placeholder,
  leave,
  lang,
  isRequired = false,
  isDisabled = false,
}: TextProps): JSX.Element => {
  const { t } = useTranslation();
  const id = useId();
  const isLacking = useIsLacking(isRequired, value.trim() === '') && found.length === 0;
  const faults = isLacking ? [t('publish.fillIn')] : found;
  const common = {
    id,
    value,
    lang,
    dir: 'auto' as const,
    required: isRequired,
    disabled: isDisabled,
    'aria-invalid': faults.length > 0,
    'aria-describedby': described(id, hint, faults),
    placeholder,
    onBlur: leave,
    onChange: ({ target }: { target: { value: string } }) => set(target.value),
  };
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {isRequired && <span className="quiet"> {t('field.required')}</span>}
      </label>
      {rows === undefined ? (
        <input {...common} type={type} autoComplete="off" />
      ) : (
        <textarea {...common} rows={rows} />
      )}
      {max !== undefined && value.length > max * 0.8 && (
        <p className={value.length > max ? 'fault' : 'hint'}>
          {t('field.length', { count: value.length, max })}
        </p>
      )}
      <Notes id={id} hint={hint} faults={faults} />
    </div>
  );
};

type ChoiceProps = Common & {
  readonly value: string;
  readonly set: (value: string) => void;
  /** `lang` where the words are not of the language of the console. */
  readonly options: readonly (readonly [value: string, words: string, lang?: string])[];
  /** Shown first, and chosen as long as nothing is. */
  readonly none?: string;
  /** One of the options, and not `none`. */
  readonly isRequired?: boolean;
};

export const ChoiceField = ({
  label,
  hint,
  faults: found = [],
  value,
  set,
  options,
  none,
  isRequired = false,
}: ChoiceProps): JSX.Element => {
  const { t } = useTranslation();
  const id = useId();
  const isLacking = useIsLacking(isRequired, value === '') && found.length === 0;
  const faults = isLacking ? [t('publish.chooseOne')] : found;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        required={isRequired}
        aria-invalid={faults.length > 0}
        aria-describedby={described(id, hint, faults)}
        onChange={({ target }) => set(target.value)}
      >
        {none !== undefined && <option value="">{none}</option>}
        {options.map(([each, words, lang]) => (
          <option key={each} value={each} lang={lang} dir={lang === undefined ? undefined : 'ltr'}>
            {words}
          </option>
        ))}
      </select>
      <Notes id={id} hint={hint} faults={faults} />
    </div>
  );
};

export const Fields = ({ title, children }: { title: string; children: ReactNode }): JSX.Element => (
  <fieldset className="panel stack fields">
    <legend>
      <h2>{title}</h2>
    </legend>
    {children}
  </fieldset>
);
