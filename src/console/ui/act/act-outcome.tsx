// Why an act was not done, beside the button that was pressed.
import type { JSX } from 'react';
import type { WhyRefusedFragment } from '../../operations/graphql.generated.ts';
import { Refusals } from '../refusals.tsx';
import { Failure } from '../states.tsx';

type Props = {
  readonly of: { readonly refusals: readonly WhyRefusedFragment[]; readonly error: Error | null };
  /** How the form calls the field at a path, which says the rest; null for what has no field. */
  readonly nameOf?: (path: string) => string | null;
};

export const ActOutcome = ({ of: { refusals, error }, nameOf }: Props): JSX.Element => (
  <>
    <Refusals refusals={refusals} {...(nameOf === undefined ? {} : { nameOf })} />
    {error !== null && <Failure error={error} />}
  </>
);
