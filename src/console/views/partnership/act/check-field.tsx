// One yes or no, with what it means.
import { type JSX, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsLacking } from '../../../ui/act/checked-form.tsx';

type Props = {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly value: boolean;
  readonly set: (value: boolean) => void;
  /** Nothing is done without. */
  readonly isRequired?: boolean;
};

export const CheckField = ({ label, hint, value, set, isRequired = false }: Props): JSX.Element => {
  const { t } = useTranslation();
  const id = useId();
  const isLacking = useIsLacking(isRequired, !value);
  return (
    <div className="field">
      <label className="choice">
        <input
          type="checkbox"
          checked={value}
          required={isRequired}
          aria-invalid={isLacking}
          aria-describedby={
            [hint === undefined ? '' : id, isLacking ? `${id}-fault` : ''].filter(Boolean).join(' ') ||
            undefined
          }
          onChange={({ target }) => set(target.checked)}
        />
        {label}
      </label>
      {hint !== undefined && (
        <p className="hint" id={id}>
          {hint}
        </p>
      )}
      {isLacking && (
        <p className="fault" id={`${id}-fault`}>
          {t('field.tick')}
        </p>
      )}
    </div>
  );
};
