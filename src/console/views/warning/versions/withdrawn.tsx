// In the place of a warning that was recalled, or taken from its reader, while it was open: which, why, and what to do.
import { Link } from '@tanstack/react-router';
import { type JSX, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Withdrawal } from '../../../live/withdrawal.ts';
import type { RowFragment } from '../../../operations/graphql.generated.ts';
import { isOfTheHub } from '../../../ui/language/recall-words.ts';
import { ExerciseBanner } from '../../../ui/marks.tsx';
import { usePrinted } from '../../../ui/print/printed.ts';
import { ProducerText } from '../../../ui/producer-text.tsx';

export const Withdrawn = ({ notice }: { notice: Withdrawal }): JSX.Element => {
  const { t } = useTranslation();
  const { recall, language, marking, exercise, id, whyMe } = notice;
  const box = useRef<HTMLElement>(null);
  usePrinted(marking);
  useEffect(() => {
    // What had the focus is gone.
    if (document.activeElement === document.body) box.current?.focus({ preventScroll: true });
  }, []);
  return (
    <article className="warning stack" ref={box} tabIndex={-1}>
      {exercise !== null && <ExerciseBanner exercise={exercise} />}
      <h1>{recall.isNarrowed ? t('recall.narrowed') : t('recall.title')}</h1>
      {whyMe.kind !== 'OWN' && (
        <div role="alert">
          <Taken recall={recall} />
        </div>
      )}
      <section className="panel">
        <dl className="facts">
          <dt>{t('recall.reason')}</dt>
          <dd>
            <ProducerText text={recall.reason} lang={language} />
          </dd>
          <dt>{t('recall.whatToDo')}</dt>
          <dd>
            <RecallToDo text={recall.whatToDo} lang={language} />
          </dd>
        </dl>
      </section>
      {id !== recall.warning && (
        <p>
          <Link className="button primary" to="/warning/$id" params={{ id }} hash="answer">
            {t('warning.taken.confirm')}
          </Link>
        </p>
      )}
    </article>
  );
};

/** What its publisher asks, or what the hub asks of everybody, in the language of the reader. */
export const RecallToDo = ({ text, lang }: { text: string; lang: string }): JSX.Element => {
  const { t } = useTranslation();
  return isOfTheHub(text) ? <>{t('warning.taken.whatToDo')}</> : <ProducerText text={text} lang={lang} />;
};

/** To who held it: that it is gone, and the number of what to remove. */
export const Taken = ({ recall }: { recall: NonNullable<RowFragment['recall']> }): JSX.Element => {
  const { t } = useTranslation();
  return (
    <p className="notice caution strong">
      {recall.isNarrowed ? t('warning.taken.NARROWED') : t('warning.taken.RECALLED')}{' '}
      <code>{recall.warning}</code>
    </p>
  );
};
