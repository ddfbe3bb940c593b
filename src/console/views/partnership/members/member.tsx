// One member: what it is, how far it is, what is its own alone, whom to call there, and the acts.
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useSignedIn } from '../../../app/me.ts';
import { ProducerText } from '../../../ui/producer-text.tsx';
import { Nothing, Unread } from '../../../ui/states.tsx';
import { inList } from '../../../words/in-list.ts';
import { useMay } from '../act/may.ts';
import { ReachTable } from '../people/reach-table.tsx';
import { FactList } from './fact-list.tsx';
import { MemberActs } from './member-acts.tsx';
import { cameWithQuery, factsQuery, type Listed, membersQuery } from './members-query.ts';
import { OwnAlone } from './own-alone.tsx';
import { StandingLine } from './standing.tsx';
import '../partnership.css';

export const MemberView = (): JSX.Element => {
  const { t } = useTranslation();
  const { slug } = useParams({ from: '/members/$slug' });
  const { member: own } = useSignedIn();
  const listed = useQuery(membersQuery);
  const facts = useQuery(factsQuery(slug));
  if (listed.data === undefined || facts.data === undefined) return <Unread of={[listed, facts]} />;
  const member = facts.data?.member ?? listed.data.find((each) => each.slug === slug);
  if (member === undefined)
    return (
      <div className="stack">
        <h1>{t('view.members')}</h1>
        <Nothing title={t('state.nowhere')} />
      </div>
    );
  const isOwn = member.slug === own.slug;
  return (
    <div className="stack">
      <p>
        <Link to="/members">{t('members.toAll')}</Link>
      </p>
      <Head member={member} isOwn={isOwn} />
      {facts.data !== null && (
        <section className="panel stack tight" aria-labelledby="standing">
          <h2 id="standing">{t('members.standingTitle')}</h2>
          <StandingLine facts={facts.data} />
          <Sponsors slug={slug} />
        </section>
      )}
      {facts.data !== null && <FactList facts={facts.data} />}
      <MemberActs member={member} facts={facts.data} isOwn={isOwn} />
      {facts.data !== null && isOwn && <OwnAlone facts={facts.data} />}
      <section className="panel stack tight" aria-labelledby="reach">
        <h2 id="reach">{t('members.reach')}</h2>
        <ReachTable member={slug} />
      </section>
    </div>
  );
};

const Head = ({ member, isOwn }: { member: Listed; isOwn: boolean }): JSX.Element => {
  const { t } = useTranslation();
  return (
    <header className="stack tight">
      <h1>
        <ProducerText text={member.name} />
      </h1>
      <p className="quiet">
        <code>{member.slug}</code> · {t(`members.kind.${member.kind}`)} · {member.country}
        {isOwn && ` · ${t('members.own')}`}
      </p>
    </header>
  );
};

/** With whom it came, where the reader sees applications. */
const Sponsors = ({ slug }: { slug: string }): JSX.Element | null => {
  const { t } = useTranslation();
  const may = useMay();
  const { data: came = null } = useQuery({ ...cameWithQuery(slug), enabled: may('EITHER').isAllowed });
  if (came === null) return null;
  return (
    <p>
      {t('applications.sponsors')}: {came.sponsors.length === 0 ? '–' : inList(came.sponsors)}
    </p>
  );
};
