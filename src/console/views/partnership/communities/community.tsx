// One community: what it is for, who is in it and by what, what it opens, and the acts.
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProducerText } from '../../../ui/producer-text.tsx';
import { Nothing, Unread } from '../../../ui/states.tsx';
import { Acts } from '../act/acts.tsx';
import { MemberTable } from '../members/member-table.tsx';
import { communityQuery, type Whole } from './communities-query.ts';
import { useCommunityActs, useManages } from './community-acts.ts';
import { CommunityDialog, type OpenAct } from './dialogs/community-dialog.tsx';
import { useRuleWords } from './rule-words.ts';
import '../partnership.css';

export const CommunityView = (): JSX.Element => {
  const { t } = useTranslation();
  const { slug } = useParams({ from: '/communities/$slug' });
  const query = useQuery(communityQuery(slug));
  const { data } = query;
  if (data === undefined) return <Unread of={[query]} />;
  return (
    <div className="stack">
      <p>
        <Link to="/communities">{t('communities.toAll')}</Link>
      </p>
      {data === null ? (
        <>
          <h1>{t('view.communities')}</h1>
          <Nothing title={t('state.nowhere')} />
        </>
      ) : (
        <Shown community={data} />
      )}
    </div>
  );
};

const Shown = ({ community }: { community: Whole }): JSX.Element => {
  const { t } = useTranslation();
  const [open, setOpen] = useState<OpenAct | null>(null);
  const acts = useCommunityActs(community, setOpen);
  const { name, purpose, members, requests } = community;
  return (
    <>
      <h1>
        <ProducerText text={name} />
      </h1>
      {purpose !== '' && (
        <p>
          <ProducerText text={purpose} />
        </p>
      )}
      <About community={community} />
      <Acts acts={acts} />
      {requests !== null && requests.length > 0 && (
        <Requests community={community} decide={(act, member) => setOpen({ act, member })} />
      )}
      <section className="stack tight" aria-labelledby="roll">
        <h2 id="roll">
          {t('communities.members')}{' '}
          {members !== null && <span className="count number">{members.length}</span>}
        </h2>
        {members === null ? (
          <p className="quiet">{t('communities.hiddenRoll')}</p>
        ) : (
          <MemberTable members={members} />
        )}
      </section>
      {open !== null && <CommunityDialog open={open} community={community} close={() => setOpen(null)} />}
    </>
  );
};

const About = ({ community }: { community: Whole }): JSX.Element => {
  const { t } = useTranslation();
  const wordsOf = useRuleWords();
  const { slug, rule, managers, roll, joining, admitsAuthorities, opensHistory, membership } = community;
  return (
    <dl className="facts panel">
      <dt>{t('members.slug')}</dt>
      <dd>
        <code>{slug}</code>
      </dd>
      <dt>{t('communities.who')}</dt>
      <dd>{wordsOf(rule)}</dd>
      <dt>{t('communities.joiningTitle')}</dt>
      <dd>{rule === null ? t(`communities.joining.${joining}`) : t('communities.joinsByRule')}</dd>
      <dt>{t('communities.managers')}</dt>
      <dd>
        {managers.length === 0
          ? '–'
          : managers.map(({ slug: of, name }, at) => (
              <span key={of}>
                {at > 0 && ', '}
                <ProducerText text={name} />
              </span>
            ))}
      </dd>
      <dt>{t('communities.rollTitle')}</dt>
      <dd>{t(`communities.roll.${roll}`)}</dd>
      <dt>{t('communities.history')}</dt>
      <dd>{opensHistory ? t('communities.historyOpen') : t('communities.historyClosed')}</dd>
      <dt>{t('communities.authorities')}</dt>
      <dd>{admitsAuthorities ? t('members.yes') : t('members.no')}</dd>
      <dt>{t('communities.membershipTitle')}</dt>
      <dd>{membership === null ? '–' : t(`communities.membership.${membership}`)}</dd>
    </dl>
  );
};

type RequestsProps = {
  readonly community: Whole;
  readonly decide: (act: 'accept' | 'remove', member: string) => void;
};

const Requests = ({ community: { requests, managers }, decide }: RequestsProps): JSX.Element => {
  const { t } = useTranslation();
  const manages = useManages(managers);
  return (
    <section className="panel stack tight" aria-labelledby="requests">
      <h2 id="requests">
        {t('communities.requests')} <span className="count number">{requests?.length}</span>
      </h2>
      {requests?.map(({ slug, name }) => (
        <div className="row apart" key={slug}>
          <ProducerText text={name} />
          <Acts
            acts={(['accept', 'remove'] as const).map((act) => ({
              name: t(`communities.act.${act === 'remove' ? 'refuse' : act}`),
              right: manages,
              press: () => decide(act, slug),
            }))}
          />
        </div>
      ))}
    </section>
  );
};
