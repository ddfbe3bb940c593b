// How far a member is in its life, what comes next and by when.
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { Instant } from '../../../ui/instant.tsx';
import { ProducerText } from '../../../ui/producer-text.tsx';
import type { Facts } from './members-query.ts';

export const StandingLine = ({ facts }: { facts: Facts }): JSX.Element => {
  const { t } = useTranslation();
  const { standing, isCapped, probationEndsAt, attestationDueAt, suspensionReason } = facts;
  return (
    <div className="stack tight">
      <p>
        <span className="tag" data-standing={standing}>
          {t(`members.standing.${standing}`)}
        </span>{' '}
        {isCapped && <span className="tag">{t('members.capped')}</span>}
      </p>
      <p className="next-step">
        {t(isCapped && standing === 'MEMBER' ? 'members.overdue' : `members.next.${standing}`)}{' '}
        {standing === 'PROBATION' && probationEndsAt !== null && (
          <>
            {t('members.fullFrom')} <Instant at={probationEndsAt} />.
          </>
        )}
      </p>
      {suspensionReason !== null && (
        <p>
          <ProducerText text={suspensionReason} />
        </p>
      )}
      {attestationDueAt !== null && standing !== 'LEFT' && (
        <p>
          {t('members.attestBy')} <Instant at={attestationDueAt} />
        </p>
      )}
    </div>
  );
};
