// Why an act was not done, beside the button that was pressed.
import type { JSX } from 'react';
import type { WhyRefusedFragment } from '../../operations/graphql.generated.ts';
import { Refusals } from '../refusals.tsx';
import { Failure } from '../states.tsx';

type Props = {
  readonly of: { readonly refusals: readonly WhyRefusedFragment[]; readonly error: Error | null };
};

export const ActOutcome = ({ of: { refusals, error } }: Props): JSX.Element => (
  <>
    <Refusals refusals={refusals} />
    {error !== null && <Failure error={error} />}
  </>
);
