// A playbook as steps to read. The hub runs none, and neither does this page.
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { HubText, ProducerText } from '../../ui/producer-text.tsx';
import { onward } from '../../words/words.ts';
import type { ItemObject } from './warning-query.ts';

type Shown = NonNullable<ItemObject['playbook']>;

const MOST_FINDINGS = 20;

export const Playbook = ({ playbook }: { playbook: Shown }): JSX.Element => {
  const { t } = useTranslation();
  return (
    <section className="panel stack tight">
      <h2>
        {t('playbook.title')} <ProducerText text={playbook.name ?? ''} />
      </h2>
      {playbook.isRevoked && <p className="notice bad strong">{t('playbook.revoked')}</p>}
      {playbook.findings.length > 0 && (
        <div className="notice caution">
          <p>{t('playbook.findings')}</p>
          <ul className="small">
            {playbook.findings.slice(0, MOST_FINDINGS).map(({ code, path, message }) => (
              <li key={`${code} ${path}`}>
                <HubText text={message} /> <code>{path}</code>
              </li>
            ))}
          </ul>
        </div>
      )}
      {playbook.description !== null && (
        <p>
          <ProducerText text={playbook.description} />
        </p>
      )}
      <ol className="plain stack tight">
        {playbook.steps.map((step) => (
          <Step key={step.number} step={step} />
        ))}
      </ol>
    </section>
  );
};

const Step = ({ step }: { step: Shown['steps'][number] }): JSX.Element => {
  const { t } = useTranslation();
  return (
    <li className="step">
      <p>
        <span className="strong">{step.number}. </span>
        <ProducerText text={step.name ?? t(`playbook.kind.${step.kind}`)} />{' '}
        {step.agent !== null && (
          <span className="tag">
            <ProducerText text={step.agent} />
          </span>
        )}
      </p>
      {step.description !== null && (
        <p className="quiet">
          <ProducerText text={step.description} />
        </p>
      )}
      {step.commands.map(({ type, text }) => (
        <pre key={`${type} ${text}`}>
          <ProducerText text={text} />
        </pre>
      ))}
      {step.next.some(({ when }) => when !== null) && (
        <ul>
          {step.next.map(({ when, step: to }) => (
            <li key={`${when} ${to}`}>
              <ProducerText text={when ?? ''} /> {onward()} {to}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
};
