// What a member will see of it, and what the hub finds unusual.
import { Fragment, type JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { PublishedFragment } from '../../operations/graphql.generated.ts';
import { HubSaid } from '../../ui/act/hub-said.tsx';
import { HandlingWords } from '../../ui/handling/handling-words.tsx';
import { ExerciseBanner, Grade, Marking } from '../../ui/marks.tsx';
import { HubText, ProducerText, visible } from '../../ui/producer-text.tsx';
import { momentIn } from '../../ui/time/moment.ts';
import { languageName } from '../../words/language-name.ts';
import { spoken } from '../../words/words.ts';
import { zoned } from './as-written.ts';
import { useChangeWords } from './correction/change-words.ts';
import { useFieldName } from './fields/field-names.ts';
import { actionTexts, emptyForm, type Form, handlingOf } from './form.ts';
import type { Current } from './former.ts';

type Props = { readonly form: Form; readonly current: Current | null } & Pick<
  PublishedFragment,
  'findings' | 'letters'
>;

export const Seen = ({ form, current, findings, letters }: Props): JSX.Element => {
  const { t } = useTranslation();
  const [first, ...others] = actionTexts(form);
  const fieldName = useFieldName(form);
  const times = form.kind === 'WARNING' ? form.actions.filter(({ text }) => text.trim() !== '') : [];
  return (
    <section className="panel stack tight" aria-labelledby="seen">
      <h2 id="seen">{t('seen.title')}</h2>
      {form.isExercise && <ExerciseBanner exercise={form.exercise} />}
      <div className="row">
        {form.marking !== '' && <Marking tlp={form.marking} />}
        {form.severity !== '' && form.kind === 'WARNING' && <Grade severity={form.severity} />}
      </div>
      <p className="strong">
        <ProducerText text={form.headline || t('seen.noHeadline')} lang={form.language} />
      </p>
      {first !== undefined && (
        <p>
          {form.kind === 'WARNING' ? <span className="block quiet">{t('warning.oneThing')}</span> : '1. '}
          <ProducerText text={first} lang={form.language} />
          <ByWhen at={times[0]?.by ?? ''} />
        </p>
      )}
      {others.length > 0 && (
        <ol start={2}>
          {others.map((text, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an action is its place
            <li key={index}>
              <ProducerText text={text} lang={form.language} />
              <ByWhen at={times[index + 1]?.by ?? ''} />
            </li>
          ))}
        </ol>
      )}
      <p className="quiet">
        <ProducerText text={form.summary} lang={form.language} />
      </p>
      <Beside form={form} />
      {form.marking !== '' && <p>{t(`marked.forbids.${form.marking}`)}</p>}
      <HandlingWords said={saidOfUse(form, current)} />
      {letters.map((letter) => (
        <Message key={letter.channel} letter={letter} />
      ))}
      {findings.length > 0 && (
        <details open id="findings">
          <summary>{t('seen.findings', { count: findings.length })}</summary>
          <ul className="small">
            {findings.slice(0, 50).map(({ code, path, message }) => (
              <li key={`${code} ${path}`}>
                {fieldName(path) !== null && <span className="strong">{fieldName(path)}: </span>}
                <HubSaid of={{ code, message }} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
};

/** An end that is no moment is none yet. */
const saidOfUse = (form: Form, current: Current | null) => {
  const { until, ...said } = handlingOf(form).handling ?? {};
  const isEnd = until != null && momentIn(form.handling?.until ?? '') !== null;
  return { ...current?.handling, ...said, ...(isEnd ? { until } : {}) };
};

const ByWhen = ({ at }: { at: string }): JSX.Element | null => {
  const { t } = useTranslation();
  return at === '' ? null : (
    <span className="small">
      {' '}
      {t('warning.by')} <bdi>{zoned(at)}</bdi>
    </span>
  );
};

/** What is easily got wrong, and stands small on the page of a member: whom to call, how long it is valid, by when to answer. */
const BESIDE = [
  'level',
  'answerBy',
  'urgency',
  'certainty',
  'validUntil',
  'contacts',
  'sectorsConcerned',
  'countriesConcerned',
  'practiceKind',
  'problem',
  'evidence',
  'limits',
  'licence',
  'reviewDue',
  'references',
] as const;

const Beside = ({ form }: { form: Form }): JSX.Element => {
  const words = useChangeWords();
  const empty = emptyForm(form.kind, form.language);
  const isAsked = form.level !== 'INFORMATION';
  const filled = BESIDE.filter(
    (field) =>
      (JSON.stringify(form[field]) !== JSON.stringify(empty[field]) && (field !== 'answerBy' || isAsked)) ||
      (field === 'practiceKind' && form.kind === 'PRACTICE'),
  );
  return (
    <dl className="facts small">
      {filled.map((field) => (
        <Fragment key={field}>
          <dt>{words.nameOf(field)}</dt>
          <dd>
            <ProducerText text={words.valueOf(field, form)} />
          </dd>
        </Fragment>
      ))}
      {form.translations.map(({ language, headline, summary, actions }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a translation is its place
        <Fragment key={at}>
          <dt>{languageName(language, spoken())}</dt>
          {[headline, summary, ...actions]
            .filter((text) => text !== '')
            .map((text, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two texts may be the same
              <dd key={place}>
                <ProducerText text={text} lang={language} />
              </dd>
            ))}
        </Fragment>
      ))}
    </dl>
  );
};

/** What leaves the hub by one way; the hub speaks English there, around what the publisher wrote. */
const Message = ({ letter }: { letter: PublishedFragment['letters'][number] }): JSX.Element => {
  const { t } = useTranslation();
  const { channel, subject, text } = letter;
  return (
    <details>
      <summary>{t('seen.as', { channel: t(`channels.channel.${channel}`) })}</summary>
      {subject !== null && (
        <p className="strong">
          <HubText text={subject} />
        </p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard has to reach that */}
      <pre tabIndex={0} dir="ltr" lang="en">
        {visible(text)}
      </pre>
      <p className="small quiet">{t('seen.thin')}</p>
    </details>
  );
};
