// Members: one's own at the top, who asks to be admitted, everybody that one is told of, and what the hub asks of applicants.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useSignedIn } from '../../../app/me.ts';
import { findMember, useMemberWord } from '../../../app/search-word.ts';
import { ProducerText } from '../../../ui/producer-text.tsx';
import { Unread } from '../../../ui/states.tsx';
import { spoken } from '../../../words/words.ts';
import { useMay } from '../act/may.ts';
import { Applications } from './applications/applications.tsx';
import { MemberTable } from './member-table.tsx';
import { factsQuery, membersQuery } from './members-query.ts';
import { AdmissionPanel } from './policy.tsx';
import { StandingLine } from './standing.tsx';
import '../partnership.css';

export const Members = (): JSX.Element => {
  const { t } = useTranslation();
  const may = useMay();
  return (
    <div className="stack">
      <h1>{t('view.members')}</h1>
      <Own />
      {may('EITHER').isAllowed && <Applications />}
      <List />
      <AdmissionPanel />
    </div>
  );
};

const Own = (): JSX.Element => {
  const { t } = useTranslation();
  const { member } = useSignedIn();
  const { data } = useQuery(factsQuery(member.slug));
  return (
    <section className="panel stack tight" aria-labelledby="own-member">
      <h2 id="own-member">
        <Link to="/members/$slug" params={{ slug: member.slug }}>
          <ProducerText text={member.name} />
        </Link>{' '}
        <small className="quiet">{t('members.own')}</small>
      </h2>
      {data != null && <StandingLine facts={data} />}
    </section>
  );
};

const List = (): JSX.Element => {
  const { t } = useTranslation();
  const word = useMemberWord();
  const query = useQuery(membersQuery);
  const { data } = query;
  if (data === undefined) return <Unread of={[query]} />;
  const wanted = word.toLowerCase();
  const { compare } = new Intl.Collator(spoken());
  const shown = data
    .filter((each) => `${each.name} ${each.slug}`.toLowerCase().includes(wanted))
    .sort((one, other) => compare(one.name, other.name));
  return (
    <section className="stack tight" aria-labelledby="all-members">
      <div className="row apart">
        <h2 id="all-members">
          {t('members.all')} <span className="count number">{shown.length}</span>
        </h2>
        <input
          type="search"
          className="no-print"
          value={word}
          aria-label={t('members.find')}
          placeholder={t('members.find')}
          onChange={({ target }) => findMember(target.value)}
        />
      </div>
      {data.length === 1 && <p className="quiet">{t('members.ownAlone')}</p>}
      <MemberTable members={shown} />
    </section>
  );
};
