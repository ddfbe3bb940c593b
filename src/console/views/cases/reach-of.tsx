// How the other side of a request for help is reached, as far as the people themselves show it and the warning says it.
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFactsFragment } from '../../operations/graphql.generated.ts';
import { Reach, ReachOfPeople } from '../../ui/reach/reach.tsx';
import { reachQuery } from '../partnership/people/people-query.ts';
import { headlineQuery } from './headline-query.ts';

const usePeople = (member: string | undefined) =>
  useQuery({ ...reachQuery(member ?? ''), enabled: member !== undefined });

type People = NonNullable<ReturnType<typeof usePeople>['data']>;

const Persons = ({ of }: { of: People }): JSX.Element => {
  const { t } = useTranslation();
  return (
    <>
      <dt>{t('cases.call')}</dt>
      <dd className="stack tight">
        <ReachOfPeople of={of} />
      </dd>
    </>
  );
};

/** For whoever asks for help: those who owe it. */
export const ReachOfHelper = ({
  of: { warning, owner },
}: {
  readonly of: Pick<CaseFactsFragment, 'warning' | 'owner'>;
}): JSX.Element => {
  const { t } = useTranslation();
  const { data: item } = useQuery(headlineQuery(warning));
  const { data: people = [] } = usePeople(owner?.slug);
  // A sharing centre that took it over is not whom the warning names.
  const isPublisher = owner === null || owner.slug === item?.publisher.slug;
  const named = isPublisher ? (item?.contacts ?? []) : [];
  return (
    <>
      {people.length > 0 && <Persons of={people} />}
      {/* They may be of another organisation than the one that helps. */}
      {named.length > 0 && (
        <>
          <dt>{t('cases.named')}</dt>
          <dd className="stack tight">
            {named.map((each) => (
              <Reach key={`${each.name} ${each.number}`} {...each} />
            ))}
          </dd>
        </>
      )}
    </>
  );
};

/** For whoever helps: those who wait for a call. */
export const ReachOfAsker = ({
  of: { member },
}: {
  readonly of: Pick<CaseFactsFragment, 'member'>;
}): JSX.Element | null => {
  const { t } = useTranslation();
  const { data: people } = usePeople(member?.slug);
  if (member !== null && people === undefined) return null;
  if (people !== undefined && people.length > 0) return <Persons of={people} />;
  return (
    <>
      <dt>{t('cases.call')}</dt>
      <dd>{t('cases.noNumber')}</dd>
    </>
  );
};
