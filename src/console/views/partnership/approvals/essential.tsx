// An essential action as it would be published: whoever approves it approves this text, so it is quoted whole.
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { Severity } from '../../../operations/graphql.generated.ts';
import { Instant } from '../../../ui/instant.tsx';
import { Grade } from '../../../ui/marks.tsx';
import { ProducerText } from '../../../ui/producer-text.tsx';
import { AudienceOf } from './audience-of.tsx';
import { listIn, type Payload, textIn } from './payload.ts';

export const Essential = ({ of }: { of: Payload }): JSX.Element => {
  const { t } = useTranslation();
  const audience = (of['audience'] ?? null) as Payload | null;
  const answerBy = textIn(of, 'answerBy');
  const lang = textIn(of, 'language');
  // It goes once it is decided, and is shown to nobody who may not read it.
  const hasText = textIn(of, 'headline') !== '';
  return (
    <>
      {hasText && (
        <blockquote className="stack tight">
          <p className="strong">
            <ProducerText text={textIn(of, 'headline')} lang={lang} />
          </p>
          <p>
            <ProducerText text={textIn(of, 'summary')} lang={lang} />
          </p>
          <ol>
            {listIn(of, 'actions').map((each, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: an action is its place
              <li key={at}>
                <ProducerText text={textIn(each as Payload, 'text')} lang={lang} />
              </li>
            ))}
          </ol>
        </blockquote>
      )}
      <div className="row">
        {hasText && <Grade severity={textIn(of, 'severity') as Severity} />}
        {answerBy !== '' && (
          <span>
            {t('approvals.answerBy')} <Instant at={answerBy} />
          </span>
        )}
      </div>
      {audience !== null && (
        <AudienceOf alternatives={listIn(audience, 'alternatives')} excludes={listIn(audience, 'excludes')} />
      )}
    </>
  );
};
