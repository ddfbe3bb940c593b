// Who would receive it and why, and who would not and why not, as far as the publisher may know.
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { PreviewQuery } from '../../operations/graphql.generated.ts';
import { ProducerText } from '../../ui/producer-text.tsx';
import { Refusals } from '../../ui/refusals.tsx';
import { RuleText } from '../../ui/rule-text.tsx';

type Props = { readonly preview: PreviewQuery['audiencePreview'] | null; readonly hasMarking: boolean };

export const Recipients = ({ preview, hasMarking }: Props): JSX.Element => {
  const { t } = useTranslation();
  const found = preview?.preview ?? null;
  return (
    <section className="panel stack tight" aria-labelledby="recipients">
      <h2 id="recipients">
        {t('recipients.title')}{' '}
        {found !== null && <span className="count number">{found.receives.length}</span>}
      </h2>
      {!hasMarking && <p className="quiet">{t('recipients.chooseMarking')}</p>}
      <Refusals isTrial refusals={preview?.refusals ?? []} />
      {found !== null && (
        <>
          {found.receives.length === 0 && <p className="fault">{t('recipients.nobody')}</p>}
          <ul className="plain recipient-list">
            {found.receives.map(({ member, reason }) => (
              <li key={member.slug}>
                <ProducerText text={member.name} /> <small className="quiet">{member.country}</small>
                <br />
                <small className="quiet">
                  <RuleText rule={reason.rule} />
                </small>
              </li>
            ))}
          </ul>
          {found.doesNotReceive.length > 0 && (
            <details>
              <summary>{t('recipients.leftOut', { count: found.doesNotReceive.length })}</summary>
              <ul className="plain recipient-list">
                {found.doesNotReceive.map(({ member, because, explanation }) => (
                  <li key={member.slug}>
                    <ProducerText text={member.name} />{' '}
                    <span className="tag">{t(`exclusion.${because}`)}</span>
                    <br />
                    <small className="quiet">
                      <ProducerText text={explanation} />
                    </small>
                  </li>
                ))}
              </ul>
            </details>
          )}
          <p className="small quiet">{found.notListed}</p>
        </>
      )}
    </section>
  );
};
