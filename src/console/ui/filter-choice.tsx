// A choice of what a list shows; paper has the list alone.
import type { JSX } from 'react';

type Props = {
  readonly label: string;
  readonly value: boolean;
  readonly set: (value: boolean) => void;
};

export const FilterChoice = ({ label, value, set }: Props): JSX.Element => (
  <label className="choice no-print">
    <input type="checkbox" checked={value} onChange={({ target }) => set(target.checked)} />
    {label}
  </label>
);
