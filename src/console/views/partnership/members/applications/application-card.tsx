// One applicant: its facts, its stage with what comes next and by when, who answers for it, who objects, and the acts.
import { useQuery } from '@tanstack/react-query';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSectorName } from '../../../../app/sector-names.ts';
import { Instant, relative, useNow } from '../../../../ui/instant.tsx';
import { ProducerText } from '../../../../ui/producer-text.tsx';
import { inList } from '../../../../words/in-list.ts';
import { Acts } from '../../act/acts.tsx';
import { type Application, admissionQuery } from '../members-query.ts';
import { useApplicationActs } from './application-acts.ts';
import { ApplicationDialog, type OpenAct } from './application-dialogs.tsx';

export const ApplicationCard = ({ application }: { application: Application }): JSX.Element => {
  const { t } = useTranslation();
  const [open, setOpen] = useState<OpenAct | null>(null);
  const acts = useApplicationActs(application, setOpen);
  const { name, slug, stage, needsReview } = application;
  return (
    <article className="panel stack tight">
      <div className="row">
        <h3>
          <ProducerText text={name} />
        </h3>
        <code>{slug}</code>
        <span className="tag">{t(`applications.stage.${stage}`)}</span>
        {needsReview && <span className="tag">{t('applications.review')}</span>}
      </div>
      <Next application={application} />
      <AboutIt application={application} />
      <Acts acts={acts} />
      {open !== null && (
        <ApplicationDialog open={open} application={application} close={() => setOpen(null)} />
      )}
    </article>
  );
};

/** In one line what is waited for. */
const Next = ({ application }: { application: Application }): JSX.Element => {
  const { t } = useTranslation();
  const now = useNow();
  const { stage, windowEndsAt, sponsors, objections } = application;
  const needed = useQuery(admissionQuery).data?.[0]?.sponsors ?? 0;
  return (
    <p className="next-step">
      {t(`applications.next.${stage}`, { has: sponsors.length, needed })}{' '}
      {stage === 'OBJECTION_WINDOW' && windowEndsAt !== null && (
        <>
          <Instant at={windowEndsAt} /> ({relative(new Date(windowEndsAt), now)})
        </>
      )}{' '}
      {objections > 0 && <span className="fault">{t('applications.stands')}</span>}
    </p>
  );
};

const AboutIt = ({ application }: { application: Application }): JSX.Element => {
  const { t } = useTranslation();
  const nameOf = useSectorName();
  const { kind, country, sectors, contact, sponsors, objections, standingObjections, madeAt } = application;
  return (
    <dl className="facts">
      <dt>{t('members.kindTitle')}</dt>
      <dd>
        {t(`members.kind.${kind}`)}, {country}
      </dd>
      <dt>{t('members.sectors')}</dt>
      <dd>{sectors.length === 0 ? '–' : inList(sectors.map(nameOf))}</dd>
      <dt>{t('applications.contact')}</dt>
      <dd>
        <ProducerText text={contact} />
      </dd>
      <dt>{t('applications.made')}</dt>
      <dd>
        <Instant at={madeAt} />
      </dd>
      <dt>{t('applications.sponsors')}</dt>
      <dd>{sponsors.length === 0 ? '–' : inList(sponsors)}</dd>
      {objections > 0 && (
        <>
          <dt>{t('applications.objections')}</dt>
          <dd>
            <span className="number">{objections}</span>
            {standingObjections.map(({ member, reason, at }) => (
              <p key={member}>
                <code>{member}</code> <Instant at={at} /> <ProducerText text={reason} />
              </p>
            ))}
          </dd>
        </>
      )}
    </dl>
  );
};
