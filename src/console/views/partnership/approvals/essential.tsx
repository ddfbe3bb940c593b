// An essential action as it would be published: whoever approves it approves this text, so it is quoted whole.
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useSectorName } from '../../../app/sector-names.ts';
import type { Severity } from '../../../operations/graphql.generated.ts';
import { HandlingWords } from '../../../ui/handling/handling-words.tsx';
import { saidOfUse } from '../../../ui/handling/rules.ts';
import { Instant } from '../../../ui/instant.tsx';
import { ExerciseBanner, Grade, Marking } from '../../../ui/marks.tsx';
import { ProducerText } from '../../../ui/producer-text.tsx';
import { Unread } from '../../../ui/states.tsx';
import { wordsFor } from '../../../words/enum-words.ts';
import { inList } from '../../../words/in-list.ts';
import { headlineQuery } from '../../cases/headline-query.ts';
import { AudienceOf } from './audience-of.tsx';
import { listIn, markingIn, numberIn, type Payload, textIn } from './payload.ts';

type Props = {
  readonly of: Payload;
  /** How many members it goes to, as far as its publisher may know. */
  readonly recipients: number | null;
  /** The warning that is corrected; empty for a new one. */
  readonly corrects: string;
};

export const Essential = ({ of, recipients, corrects }: Props): JSX.Element => {
  const audience = (of['audience'] ?? null) as Payload | null;
  // It goes once it is decided, and is shown to nobody who may not read it.
  const hasText = textIn(of, 'headline') !== '';
  return (
    <>
      {hasText && (corrects === '' ? <NewTraffic of={of} /> : <FormerTraffic id={corrects} />)}
      {!hasText && textIn(of, 'marking') !== '' && (
        <div>
          <Marking tlp={markingIn(of)} isName />
        </div>
      )}
      <Goes to={recipients} version={corrects === '' ? null : numberIn(of, 'expectedVersion') + 1} />
      {hasText && <Quoted of={of} />}
      <Grades of={of} />
      <HandlingWords said={saidOfUse(of)} />
      {audience !== null && (
        <AudienceOf alternatives={listIn(audience, 'alternatives')} excludes={listIn(audience, 'excludes')} />
      )}
    </>
  );
};

/** As whoever proposed it was told. */
const Goes = ({ to, version }: { to: number | null; version: number | null }): JSX.Element | null => {
  const { t } = useTranslation();
  if (to === null) return null;
  return (
    <p className="strong">
      {t('sending.approved')}{' '}
      {version === null ? t('last.newWarning', { count: to }) : t('last.correction', { count: to, version })}
    </p>
  );
};

type TrafficProps = {
  readonly exercise: string | null;
  readonly marking: Parameters<typeof Marking>[0]['tlp'];
};

/** Whether it is real, before anything else: a drill that is sent as real cannot be taken back. */
const Traffic = ({ exercise, marking }: TrafficProps): JSX.Element => {
  const { t } = useTranslation();
  return (
    <>
      {exercise === null ? (
        <p className="strong">{t('last.real')}</p>
      ) : (
        <ExerciseBanner exercise={exercise} />
      )}
      <div>
        <Marking tlp={marking} />
      </div>
    </>
  );
};

const NewTraffic = ({ of }: { of: Payload }): JSX.Element => {
  const exercise = textIn(of, 'exercise');
  return <Traffic exercise={exercise === '' ? null : exercise} marking={markingIn(of)} />;
};

/** A correction stays in the traffic, and under the marking, of what it corrects. */
const FormerTraffic = ({ id }: { id: string }): JSX.Element | null => {
  const query = useQuery(headlineQuery(id));
  if (query.data === undefined) return <Unread of={[query]} />;
  const { data } = query;
  return data === null ? null : <Traffic exercise={data.exercise} marking={data.marking} />;
};

const Quoted = ({ of }: { of: Payload }): JSX.Element => {
  const { t } = useTranslation();
  const lang = textIn(of, 'language');
  return (
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
            <At title={t('warning.by')} at={textIn(each as Payload, 'by')} />
          </li>
        ))}
      </ol>
      {listIn(of, 'contacts').map((each, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a contact is its place
        <p key={at}>
          {t('contacts.title')}:{' '}
          <ProducerText
            text={['name', 'number', 'hours']
              .map((part) => textIn(each as Payload, part))
              .filter((part) => part !== '')
              .join(' · ')}
          />
        </p>
      ))}
      {listIn(of, 'translations').map((each) => (
        <Translation key={textIn(each as Payload, 'language')} of={each as Payload} />
      ))}
    </blockquote>
  );
};

const Translation = ({ of }: { of: Payload }): JSX.Element => {
  const lang = textIn(of, 'language');
  return (
    <details>
      <summary>
        <code>{lang}</code> <ProducerText text={textIn(of, 'headline')} lang={lang} />
      </summary>
      <p>
        <ProducerText text={textIn(of, 'summary')} lang={lang} />
      </p>
      <ol>
        {listIn(of, 'actions').map((text, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an action is its place
          <li key={at}>
            <ProducerText text={String(text)} lang={lang} />
          </li>
        ))}
      </ol>
    </details>
  );
};

const At = ({ title, at }: { title: string; at: string }): JSX.Element | null =>
  at === '' ? null : (
    <span className="small">
      {' '}
      {title} <Instant at={at} />
    </span>
  );

const Grades = ({ of }: { of: Payload }): JSX.Element => {
  const { t, i18n } = useTranslation();
  const sectorName = useSectorName();
  const severity = textIn(of, 'severity');
  const graded = (['urgency', 'certainty'] as const).flatMap(
    (part) => wordsFor(i18n, [part], textIn(of, part)) ?? [],
  );
  const concerned = [
    [t('publish.sectorsConcerned'), listIn(of, 'sectorsConcerned').map((id) => sectorName(String(id)))],
    [t('publish.countriesConcerned'), listIn(of, 'countriesConcerned').map(String)],
  ] as const;
  return (
    <>
      <div className="row">
        {severity !== '' && <Grade severity={severity as Severity} />}
        {graded.map((words, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two grades may have one word
          <span key={at}>{words}</span>
        ))}
        <At title={t('approvals.answerBy')} at={textIn(of, 'answerBy')} />
        <At title={t('warning.validUntil')} at={textIn(of, 'validUntil')} />
      </div>
      {concerned.map(([title, names]) =>
        names.length === 0 ? null : (
          <p key={title}>
            {title}: <ProducerText text={inList(names)} />
          </p>
        ),
      )}
    </>
  );
};
