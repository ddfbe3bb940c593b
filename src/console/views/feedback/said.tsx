// What those who have a warning say of it: counts that begin at five, and for its publisher what they have seen.
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { SaidOfFragment } from '../../operations/graphql.generated.ts';
import { Instant } from '../../ui/instant.tsx';
import { ProducerText } from '../../ui/producer-text.tsx';
import { spoken } from '../../words/words.ts';

export const Said = ({ said: { seenBy, usefulPercent, details } }: { said: SaidOfFragment }): JSX.Element => {
  const { t } = useTranslation();
  const percent = new Intl.NumberFormat(spoken(), { style: 'percent' });
  return (
    <>
      <dl className="facts">
        <dt>{t('feedback.percent')}</dt>
        <dd>{usefulPercent === null ? t('feedback.tooFew') : percent.format(usefulPercent / 100)}</dd>
        <dt>{t('feedback.seenBy')}</dt>
        <dd>{seenBy === null ? t('feedback.tooFew') : t('feedback.atLeast', { number: seenBy })}</dd>
      </dl>
      {details.length > 0 && (
        <ul className="plain stack tight">
          {details.map(({ member, text, at }) => (
            <li key={`${member.slug} ${at}`}>
              <ProducerText text={member.name} /> <Instant at={at} />
              <blockquote>
                <ProducerText text={text} />
              </blockquote>
            </li>
          ))}
        </ul>
      )}
    </>
  );
};
