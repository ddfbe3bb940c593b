// Members, communities and countries are chosen by name among those that the reader is told of. Whoever knows more types it: only the hub
// knows whether there is such a one, and says the same of what it has not and of what is not for the reader.
import { useQuery } from '@tanstack/react-query';
import { type JSX, useMemo, useState } from 'react';
import type { Fault } from '../../../ui/act/sentences.ts';
import { PickMany } from '../../../ui/pick-many.tsx';
import { visible } from '../../../ui/producer-text.tsx';
import { statesIn } from '../../../words/language-name.ts';
import { spoken } from '../../../words/words.ts';
import { listed } from '../../partnership/act/lists.ts';
import { communitiesQuery } from '../../partnership/communities/communities-query.ts';
import { membersQuery } from '../../partnership/members/members-query.ts';
import { asCode, asSlug } from './as-typed.ts';

type Props = {
  readonly label: string;
  readonly hint?: string | undefined;
  /** As the form keeps it: short names or codes, separated by commas. */
  readonly value: string;
  readonly set: (value: string) => void;
  readonly faults?: readonly Fault[];
  /** How many the hub takes. */
  readonly most?: number;
};

type Listed = { readonly slug: string; readonly name: string };
const NONE: readonly never[] = [];
const FRESH_MS = 5 * 60_000;

const useNamed = (listed: readonly Listed[]) =>
  useMemo(
    () =>
      listed.map(({ slug, name }) => {
        const called = visible(name);
        return { id: slug, name: `${called} (${slug})`, called };
      }),
    [listed],
  );

const joined = (set: Props['set']) => (ids: readonly string[]) => set(ids.join(', '));

type List = {
  readonly queryKey: string[];
  readonly queryFn: (context: { signal: AbortSignal }) => Promise<readonly Listed[]>;
};

/** The list is asked for once somebody comes to the field, or something is chosen. */
const PickListed = ({ list, value, set, ...field }: Props & { readonly list: List }): JSX.Element => {
  const [isWanted, setWanted] = useState(value !== '');
  const { data = NONE } = useQuery({ ...list, enabled: isWanted, staleTime: FRESH_MS });
  return (
    <PickMany
      {...field}
      from={useNamed(data)}
      chosen={listed(value)}
      choose={joined(set)}
      asTyped={asSlug}
      onFocus={() => setWanted(true)}
    />
  );
};

export const PickMembers = (props: Props): JSX.Element => <PickListed list={membersQuery} {...props} />;

export const PickCommunities = (props: Props): JSX.Element => (
  <PickListed list={communitiesQuery} {...props} />
);

/** States by their names; codes for private use, which have none, are those of members that the reader is told of. */
export const PickCountries = ({ value, set, ...field }: Props): JSX.Element => {
  const [isWanted, setWanted] = useState(false);
  const { data = NONE } = useQuery({ ...membersQuery, enabled: isWanted, staleTime: FRESH_MS });
  const language = spoken();
  const from = useMemo(() => {
    const states = statesIn(language);
    const named = new Set(states.map(({ id }) => id));
    const others = [...new Set(data.map(({ country }) => country))].filter((code) => !named.has(code));
    return [...others.sort().map((id) => ({ id, name: id })), ...states];
  }, [data, language]);
  return (
    <PickMany
      {...field}
      from={from}
      chosen={listed(value.toUpperCase())}
      choose={joined(set)}
      asTyped={asCode}
      onFocus={() => setWanted(true)}
    />
  );
};
