// A field in which nothing is wrong while it is filled in, though the act cannot be done with it yet: once the button was pressed it says
// why.
import type { ComponentProps, JSX } from 'react';
import { useIsLacking } from '../../../ui/act/checked-form.tsx';
import { TextField } from '../../../ui/field.tsx';

type Props = ComponentProps<typeof TextField> & {
  /** Why the act cannot be done; null where it can. */
  readonly lack: string | null;
};

export const TriedField = ({ lack, faults = [], ...props }: Props): JSX.Element => {
  const isLacking = useIsLacking(true, lack !== null) && faults.length === 0;
  return <TextField {...props} faults={isLacking && lack !== null ? [lack] : faults} />;
};
