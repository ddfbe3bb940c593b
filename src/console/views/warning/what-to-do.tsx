// What to do: the one thing first, then each action with its time. Of a practice, its steps.
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { Instant, relative, useNow } from '../../ui/instant.tsx';
import type { Texts } from '../../ui/language/texts.ts';
import { ProducerText } from '../../ui/producer-text.tsx';
import { RecallToDo } from './versions/withdrawn.tsx';
import type { Item } from './warning-query.ts';

export const Actions = ({ item, texts }: { item: Item; texts: Texts }): JSX.Element | null => {
  const { t } = useTranslation();
  const now = useNow();
  const [first, ...others] = texts.actions;
  // Who held what was recalled has something to do.
  if (item.state === 'CANCELLED' && item.recall === null)
    return (
      <section className="panel one-thing">
        <h2>{t('warning.nothingToDo')}</h2>
        {item.cancelReason !== null && (
          <p>
            {t('warning.because')} <ProducerText text={item.cancelReason} />
          </p>
        )}
        <Former texts={texts} />
      </section>
    );
  if (first === undefined) return null;
  if (item.recall !== null && item.myDelivery?.isAnswered === true)
    return (
      <section className="panel one-thing" aria-labelledby="do">
        <h2 id="do">{t('warning.recallConfirmed')}</h2>
        {texts.actions.map((each) => (
          <p className="quiet" key={each.text}>
            <Asked {...each} isRecall />
          </p>
        ))}
      </section>
    );
  const isPractice = item.practice !== null;
  return (
    <section className="panel one-thing" aria-labelledby="do">
      <h2 id="do">{isPractice ? t('practice.steps') : t('warning.oneThing')}</h2>
      <p className={isPractice ? '' : 'first'}>
        {isPractice && '1. '}
        <Asked {...first} isRecall={item.recall !== null} />
      </p>
      <By by={item.actions[0]?.by ?? null} now={now} />
      {others.length > 0 && !isPractice && <h3>{t('warning.then')}</h3>}
      {others.length > 0 && (
        <ol start={2}>
          {others.map(({ text, language }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the order of the actions is what tells them apart
            <li key={index}>
              <ProducerText text={text} lang={language} />
              <By by={item.actions[index + 1]?.by ?? null} now={now} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
};

type AskedProps = Texts['actions'][number] & { readonly isRecall: boolean };

const Asked = ({ text, language, isRecall }: AskedProps): JSX.Element =>
  isRecall ? <RecallToDo text={text} lang={language} /> : <ProducerText text={text} lang={language} />;

/** What it asked for before it was cancelled. */
const Former = ({ texts: { actions } }: { texts: Texts }): JSX.Element | null => {
  const { t } = useTranslation();
  if (actions.length === 0) return null;
  return (
    <>
      <h3>{t('warning.askedFor')}</h3>
      <ul className="quiet">
        {actions.map(({ text, language }) => (
          <li key={text}>
            <s>
              <ProducerText text={text} lang={language} />
            </s>
          </li>
        ))}
      </ul>
    </>
  );
};

const By = ({ by, now }: { by: string | null; now: number }): JSX.Element | null => {
  const { t } = useTranslation();
  if (by === null) return null;
  const isOver = Date.parse(by) < now;
  return (
    <p className={isOver ? 'by over' : 'by'}>
      {t('warning.by')} <Instant at={by} /> · {isOver ? `${t('item.overdue')} ` : ''}
      {relative(new Date(by), now)}
    </p>
  );
};

export const Summary = ({ item, texts }: { item: Item; texts: Texts }): JSX.Element => {
  const { t } = useTranslation();
  return (
    <section className="panel stack tight" aria-labelledby="summary">
      <h2 id="summary">{t('warning.summary')}</h2>
      <p>
        <ProducerText text={texts.summary} lang={texts.language} />
      </p>
      {item.practice !== null && <PracticeFacts practice={item.practice} />}
      {item.externalReferences.length > 0 && (
        <details>
          <summary>{t('warning.references', { count: item.externalReferences.length })}</summary>
          <ul>
            {item.externalReferences.map(({ source, id, url }) => (
              <li key={`${source} ${id} ${url}`}>
                <ProducerText text={[source, id, url].filter(Boolean).join(' · ')} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
};

const PracticeFacts = ({ practice }: { practice: NonNullable<Item['practice']> }): JSX.Element => {
  const { t } = useTranslation();
  const facts = (['problem', 'evidence', 'limits', 'licence', 'reviewDue'] as const).filter(
    (name) => practice[name],
  );
  return (
    <dl className="facts">
      <dt>{t('practice.kind')}</dt>
      <dd>{t(`practiceKind.${practice.kind}`)}</dd>
      {facts.map((name) => [
        <dt key={name}>{t(`practice.${name}`)}</dt>,
        <dd key={`${name} text`}>
          <ProducerText text={practice[name] ?? ''} />
        </dd>,
      ])}
    </dl>
  );
};
