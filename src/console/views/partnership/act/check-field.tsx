// One yes or no, with what it means.
import { type JSX, useId } from 'react';

type Props = {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly value: boolean;
  readonly set: (value: boolean) => void;
};

export const CheckField = ({ label, hint, value, set }: Props): JSX.Element => {
  const id = useId();
  return (
    <div className="field">
      <label className="choice">
        <input
          type="checkbox"
          checked={value}
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
