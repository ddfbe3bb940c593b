// Communities: those that one may see, by hand or by rule, and where one's own member stands.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProducerText } from '../../../ui/producer-text.tsx';
import { Failure, Nothing, Waiting } from '../../../ui/states.tsx';
import { Acts } from '../act/acts.tsx';
import { useMay } from '../act/may.ts';
import { type Community, communitiesQuery } from './communities-query.ts';
import { CreateDialog } from './dialogs/keep-dialogs.tsx';
import { CodeDialog } from './dialogs/membership-dialogs.tsx';
import { useRuleWords } from './rule-words.ts';
import '../partnership.css';

export const Communities = (): JSX.Element => {
  const { t } = useTranslation();
  const may = useMay();
  const [open, setOpen] = useState<'create' | 'code' | null>(null);
  const { data, error, refetch } = useQuery(communitiesQuery);
  return (
    <div className="stack">
      <h1>{t('view.communities')}</h1>
      <p className="quiet">{t('communities.what')}</p>
      <Acts
        acts={[
          { name: t('communities.act.code'), right: may('JOIN'), press: () => setOpen('code') },
          { name: t('communities.act.create'), right: may('HUB'), press: () => setOpen('create') },
        ]}
      />
      {error !== null && data === undefined && <Failure error={error} retry={() => void refetch()} />}
      {data === undefined && error === null && <Waiting />}
      {data?.length === 0 && (
        <Nothing title={t('communities.none')}>
          <p>{t('communities.noneNext')}</p>
        </Nothing>
      )}
      {data !== undefined && data.length > 0 && <Table communities={data} />}
      {open === 'create' && <CreateDialog close={() => setOpen(null)} />}
      {open === 'code' && <CodeDialog close={() => setOpen(null)} />}
    </div>
  );
};

const Table = ({ communities }: { communities: readonly Community[] }): JSX.Element => {
  const { t } = useTranslation();
  const wordsOf = useRuleWords();
  return (
    <div className="scroll">
      <table className="panel few-columns">
        <thead>
          <tr>
            <th scope="col">{t('communities.name')}</th>
            <th scope="col">{t('communities.who')}</th>
            <th scope="col">{t('communities.joiningTitle')}</th>
            <th scope="col">{t('communities.membershipTitle')}</th>
          </tr>
        </thead>
        <tbody>
          {communities.map((community) => (
            <tr key={community.id}>
              <th scope="row">
                <Link to="/communities/$slug" params={{ slug: community.slug }}>
                  <ProducerText text={community.name} />
                </Link>
                <br />
                <small className="quiet">
                  <code>{community.slug}</code>
                </small>
              </th>
              <td>{wordsOf(community.rule)}</td>
              <td>
                {community.rule === null
                  ? t(`communities.joining.${community.joining}`)
                  : t('communities.joinsByRule')}
              </td>
              <td>
                {community.membership === null ? (
                  '–'
                ) : (
                  <span className="tag">{t(`communities.membership.${community.membership}`)}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
