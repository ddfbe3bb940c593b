// Chooses members among those that the reader is told of.
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import { PickMany } from '../../../ui/pick-many.tsx';
import { visible } from '../../../ui/producer-text.tsx';
import { membersQuery } from './members-query.ts';

type Props = {
  readonly label: string;
  /** Slugs. */
  readonly chosen: readonly string[];
  readonly choose: (slugs: string[]) => void;
};

export const PickMembers = ({ label, chosen, choose }: Props): JSX.Element => {
  const { data = [] } = useQuery(membersQuery);
  const from = data.map(({ slug, name }) => ({ id: slug, name: `${visible(name)} (${slug})` }));
  return <PickMany label={label} from={from} chosen={chosen} choose={choose} />;
};
