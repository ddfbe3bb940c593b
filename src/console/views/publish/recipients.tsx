// Who would receive it and why, and who would not and why not, as far as the publisher may know.
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { PreviewQuery } from '../../operations/graphql.generated.ts';
import { ProducerText } from '../../ui/producer-text.tsx';
import { OthersReason } from '../../ui/reason/others-reason.tsx';
import { Failure } from '../../ui/states.tsx';
import { Counted } from './audience/counted.tsx';
import { groupsOf } from './audience/recipient-groups.ts';

type Receives = NonNullable<PreviewQuery['audiencePreview']['preview']>['receives'];
type Props = {
  readonly preview: PreviewQuery['audiencePreview'] | null;
  readonly hasMarking: boolean;
  /** Of the audience or marking before the last change. */
  readonly isOld: boolean;
  readonly error: Error | null;
  readonly retry: () => void;
};

export const Recipients = ({ preview, hasMarking, isOld, error, retry }: Props): JSX.Element => {
  const { t } = useTranslation();
  const found = preview?.preview ?? null;
  return (
    <section className="panel stack tight" aria-labelledby="recipients" aria-busy={hasMarking && isOld}>
      <h2 id="recipients">
        {t('recipients.title')}{' '}
        {found !== null && !isOld && <span className="count number">{found.receives.length}</span>}
      </h2>
      {hasMarking && isOld && error === null && (
        <p className="quiet waiting" role="status">
          {t('recipients.checking')}
        </p>
      )}
      {error !== null && <Failure error={error} retry={retry} />}
      {!hasMarking && <p className="quiet">{t('recipients.chooseMarking')}</p>}
      {preview !== null && preview.refusals.length > 0 && !isOld && (
        <p className="quiet">{t('recipients.mendFirst')}</p>
      )}
      {found !== null && (
        <>
          {found.receives.length === 0 && <p className="fault">{t('recipients.nobody')}</p>}
          <Receiving receives={found.receives} isOld={isOld} />
          {found.doesNotReceive.length > 0 && (
            <details>
              <summary>{t('recipients.leftOut', { count: found.doesNotReceive.length })}</summary>
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the same */}
              <ul className="plain recipient-list" tabIndex={0}>
                {found.doesNotReceive.map(({ member, because }) => (
                  <li key={member.slug}>
                    <ProducerText text={member.name} />{' '}
                    <span className="tag">{t(`exclusion.${because}`)}</span>
                    <br />
                    <small className="quiet">{t(`excluded.${because}`)}</small>
                  </li>
                ))}
              </ul>
            </details>
          )}
          <p className="small quiet">{t('recipients.notListed')}</p>
        </>
      )}
    </section>
  );
};

/** Whom the audience addresses first, then whom it reaches through others; how many of each stands on top. */
const Receiving = ({ receives, isOld }: { receives: Receives; isOld: boolean }): JSX.Element => {
  const { t } = useTranslation();
  const groups = groupsOf(receives);
  return (
    <>
      {!isOld && <Counted groups={groups} />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard has to reach that */}
      <div className="recipient-list" role="group" tabIndex={0} aria-label={t('recipients.title')}>
        {groups.map(({ kind, of }) => (
          <ul className="plain" key={kind} aria-label={t(`reason.of.${kind}`)}>
            {of.map(({ member, reason }) => (
              <li key={member.slug}>
                <ProducerText text={member.name} /> <small className="quiet">{member.country}</small>
                <br />
                <small className="quiet">
                  <OthersReason reason={reason} />
                </small>
              </li>
            ))}
          </ul>
        ))}
      </div>
    </>
  );
};
