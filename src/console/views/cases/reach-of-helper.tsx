// For whoever asks for help: how those are reached who owe it, as far as the warning and the people themselves say it.
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFactsFragment } from '../../operations/graphql.generated.ts';
import { Reach } from '../../ui/reach/reach.tsx';
import { reachQuery } from '../partnership/people/people-query.ts';
import { headlineQuery } from './headline-query.ts';

type Props = { readonly of: Pick<CaseFactsFragment, 'warning' | 'owner'> };

export const ReachOfHelper = ({ of: { warning, owner } }: Props): JSX.Element | null => {
  const { t } = useTranslation();
  const { data: item } = useQuery(headlineQuery(warning));
  const { data: people = [] } = useQuery({ ...reachQuery(owner?.slug ?? ''), enabled: owner !== null });
  // A sharing centre that took it over is not whom the warning names.
  const isPublisher = owner === null || owner.slug === item?.publisher.slug;
  const named = isPublisher ? (item?.contacts ?? []) : [];
  if (named.length + people.length === 0) return null;
  return (
    <>
      <dt>{t('cases.call')}</dt>
      <dd className="stack tight">
        {named.map((each) => (
          <Reach key={`${each.name} ${each.number}`} {...each} />
        ))}
        {people.map(({ name, kind, value }) => (
          <Reach key={`${name} ${kind} ${value}`} name={name} number={value} />
        ))}
      </dd>
    </>
  );
};
