// What needs two persons: what waits for the reader, what it proposed itself, and what became of the rest.
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../app/ask.ts';
import { useSignedIn } from '../../../app/me.ts';
import { ApprovalsDocument } from '../../../operations/graphql.generated.ts';
import { Instant } from '../../../ui/instant.tsx';
import { Grade, Marking } from '../../../ui/marks.tsx';
import { ProducerText } from '../../../ui/producer-text.tsx';
import { Failure, Nothing, Unlisted, Waiting } from '../../../ui/states.tsx';
import { spoken } from '../../../words/words.ts';
import { headlineQuery } from '../../cases/headline-query.ts';
import { Acts } from '../act/acts.tsx';
import { subjectsQuery } from '../audit/subjects.tsx';
import { usePersonName } from '../people/person-names.ts';
import { type Approved, type Proposal, ProposalCard } from './proposal-card.tsx';
import { useMayPropose } from './propose/kinds-query.ts';
import { ProposeDialog } from './propose/propose-dialog.tsx';
import '../partnership.css';
import { FilterChoice } from '../../../ui/filter-choice.tsx';
import { More } from '../../../ui/more.tsx';

const approvalsQuery = (onlyOpen: boolean) => ({
  queryKey: ['approvals', onlyOpen],
  queryFn: async ({ pageParam, signal }: { pageParam: string | null; signal: AbortSignal }) =>
    (await ask(ApprovalsDocument, { after: pageParam, onlyOpen }, { signal })).proposals,
  initialPageParam: null as string | null,
  getNextPageParam: ({ pageInfo }: { pageInfo: { hasNextPage: boolean; endCursor: string | null } }) =>
    pageInfo.hasNextPage ? pageInfo.endCursor : null,
});

export const Approvals = (): JSX.Element => {
  const { id } = useSearch({ from: '/proposals' });
  return id === undefined ? <All /> : <One key={id} id={id} />;
};

/** The one that a line of the audit trail names. */
const One = ({ id }: { id: string }): JSX.Element => {
  const { t } = useTranslation();
  const nameOf = usePersonName();
  const { data, error, refetch } = useQuery(subjectsQuery([id]));
  const [found] = data ?? [];
  const [approved, tell] = useState<Approved | null>(null);
  return (
    <div className="stack">
      <div className="head">
        <h1>{t('view.approvals')}</h1>
        <Link className="button" to="/proposals">
          {t('approvals.toAll')}
        </Link>
      </div>
      {approved !== null && <Done of={approved} />}
      {error !== null && data === undefined && <Failure error={error} retry={() => void refetch()} />}
      {data === undefined && error === null && <Waiting />}
      {found !== undefined && 'kind' in found && (
        <ProposalCard proposal={found} nameOf={nameOf} onApproved={tell} />
      )}
      {data !== undefined && (found === undefined || !('kind' in found)) && <p>{t('state.nowhere')}</p>}
    </div>
  );
};

const All = (): JSX.Element => {
  const { t } = useTranslation();
  const { show } = useSearch({ from: '/proposals' });
  const navigate = useNavigate({ from: '/proposals' });
  const query = useInfiniteQuery(approvalsQuery(show !== 'all'));
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = query;
  const [isProposing, propose] = useState(false);
  const [approved, tell] = useState<Approved | null>(null);
  const mayPropose = useMayPropose();
  const all = data?.pages.flatMap(({ edges }) => edges.map(({ node }) => node));
  return (
    <div className="stack">
      <div className="head">
        <h1>{t('view.approvals')}</h1>
        <FilterChoice
          label={t('approvals.all')}
          value={show === 'all'}
          set={(isChosen) => void navigate({ search: { show: isChosen ? 'all' : undefined }, replace: true })}
        />
      </div>
      <p className="quiet">{t('approvals.what')}</p>
      <Acts acts={[{ name: t('propose.act'), right: mayPropose, press: () => propose(true) }]} />
      {isProposing && <ProposeDialog close={() => propose(false)} />}
      {approved !== null && <Done of={approved} />}
      <Unlisted of={query} />
      {all === undefined && error === null && <Waiting />}
      {all !== undefined && <Groups proposals={all} tell={tell} />}
      <More hasMore={hasNextPage} isLoading={isFetchingNextPage} load={() => void fetchNextPage()} />
    </div>
  );
};

/** What came of it stands where it was pressed, also when nothing else waits any more. */
const Done = ({ of: { kind, result, recipients, at } }: { of: Approved }): JSX.Element => {
  const { t } = useTranslation();
  const warning = kind.endsWith('_ESSENTIAL') ? result : null;
  return (
    <div className="notice good stack tight" role="status">
      <p className="row apart">
        <span className="strong">{t(warning === null ? 'approvals.isDone' : 'approvals.isOut')}</span>
        {warning !== null && (
          <Link className="button" to="/board/$id" params={{ id: warning }}>
            {t('publish.toBoard')}
          </Link>
        )}
      </p>
      {warning !== null && <WhatIsOut warning={warning} />}
      <p>
        {recipients !== null &&
          t('sending.reached', { number: new Intl.NumberFormat(spoken()).format(recipients) })}{' '}
        <Instant at={at} />
      </p>
    </div>
  );
};

const WhatIsOut = ({ warning }: { warning: string }): JSX.Element | null => {
  const { data } = useQuery(headlineQuery(warning));
  return data == null ? null : (
    <p className="row">
      <Grade severity={data.severity} />
      <Marking tlp={data.marking} />
      <ProducerText text={data.headline} />
    </p>
  );
};

const GROUPS = ['forMe', 'mine', 'others', 'decided'] as const;

type GroupsProps = { readonly proposals: readonly Proposal[]; readonly tell: (approved: Approved) => void };

const Groups = ({ proposals, tell }: GroupsProps): JSX.Element => {
  const { t } = useTranslation();
  const { personId } = useSignedIn();
  const nameOf = usePersonName();
  const groupOf = ({ state, mayDecide, by }: Proposal): (typeof GROUPS)[number] => {
    if (state !== 'OPEN') return 'decided';
    if (mayDecide) return 'forMe';
    return by === personId ? 'mine' : 'others';
  };
  if (proposals.length === 0)
    return (
      <Nothing title={t('approvals.none')}>
        <p>{t('approvals.noneNext')}</p>
      </Nothing>
    );
  return (
    <>
      {GROUPS.map((group) => {
        const own = proposals.filter((each) => groupOf(each) === group);
        if (own.length === 0) return null;
        return (
          <section key={group} className="stack tight" aria-labelledby={`group-of-${group}`}>
            <h2 id={`group-of-${group}`}>
              {t(`approvals.${group}`)} <span className="count number">{own.length}</span>
            </h2>
            {own.map((proposal) => (
              <ProposalCard key={proposal.id} proposal={proposal} nameOf={nameOf} onApproved={tell} />
            ))}
          </section>
        );
      })}
    </>
  );
};
