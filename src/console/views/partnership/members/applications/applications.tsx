// Organisations that ask to be admitted: how far each is, and what comes next.
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FilterChoice } from '../../../../ui/filter-choice.tsx';
import { More } from '../../../../ui/more.tsx';
import { Unlisted, Waiting } from '../../../../ui/states.tsx';
import { Acts } from '../../act/acts.tsx';
import { useMay } from '../../act/may.ts';
import { applicationsQuery } from '../members-query.ts';
import { useAnswersForOthers } from './application-acts.ts';
import { ApplicationCard } from './application-card.tsx';
import { ApplyDialog } from './apply-dialog.tsx';
import { InviteApplicantDialog } from './invite-applicant-dialog.tsx';

export const Applications = (): JSX.Element => {
  const { t } = useTranslation();
  const may = useMay();
  const [open, setOpen] = useState<'apply' | 'invite' | null>(null);
  const answers = useAnswersForOthers();
  const invites = may('HUB').isAllowed ? may('HUB') : answers;
  return (
    <section className="stack tight" aria-labelledby="applications">
      <h2 id="applications">{t('applications.title')}</h2>
      <Acts
        acts={[
          { name: t('applications.apply'), right: answers, press: () => setOpen('apply') },
          { name: t('applications.invite'), right: invites, press: () => setOpen('invite') },
        ]}
      />
      <List />
      {open === 'apply' && <ApplyDialog close={() => setOpen(null)} />}
      {open === 'invite' && <InviteApplicantDialog close={() => setOpen(null)} />}
    </section>
  );
};

const List = (): JSX.Element => {
  const { t } = useTranslation();
  const { closed } = useSearch({ from: '/members' });
  const navigate = useNavigate({ from: '/members' });
  const query = useInfiniteQuery(applicationsQuery(closed === undefined));
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = query;
  if (data === undefined) return error === null ? <Waiting /> : <Unlisted of={query} />;
  const shown = data.pages.flatMap(({ applications }) => applications);
  return (
    <>
      <FilterChoice
        label={t('applications.closed')}
        value={closed !== undefined}
        set={(isChosen) =>
          void navigate({
            search: (before) => ({ ...before, closed: isChosen ? 'shown' : undefined }),
            replace: true,
          })
        }
      />
      {shown.length === 0 && <p className="quiet">{t('applications.none')}</p>}
      {shown.map((application) => (
        <ApplicationCard key={application.id} application={application} />
      ))}
      <Unlisted of={query} />
      <More hasMore={hasNextPage} isLoading={isFetchingNextPage} load={() => void fetchNextPage()} />
    </>
  );
};
