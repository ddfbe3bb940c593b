// One yes or no, with what it means.
import { type JSX, useId } from 'react';
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
          aria-describedby={hint === undefined ? undefined : id}
          onChange={({ target }) => set(target.checked)}
        />
        {label}
      </label>
      {hint !== undefined && (
        <p className="hint" id={id}>
          {hint}
        </p>
      )}
    </div>
  );
};
