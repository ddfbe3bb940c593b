// What a member will see of it, and what the hub finds unusual.
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { PublishedFragment } from '../../operations/graphql.generated.ts';
import { HandlingWords } from '../../ui/handling/handling-words.tsx';
import { ExerciseBanner, Grade, Marking } from '../../ui/marks.tsx';
import { HubText, ProducerText, visible } from '../../ui/producer-text.tsx';
import { actionTexts, type Form, handlingOf } from './form.ts';
import type { Current } from './former.ts';

type Props = { readonly form: Form; readonly current: Current | null } & Pick<
  PublishedFragment,
  'findings' | 'letters'
>;

export const Seen = ({ form, current, findings, letters }: Props): JSX.Element => {
  const { t } = useTranslation();
  const [first, ...others] = actionTexts(form);
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
          {form.kind === 'WARNING' ? t('warning.oneThing') : '1.'}{' '}
          <ProducerText text={first} lang={form.language} />
        </p>
      )}
      {others.length > 0 && (
        <ol start={2}>
          {others.map((text) => (
            <li key={text}>
              <ProducerText text={text} lang={form.language} />
            </li>
          ))}
        </ol>
      )}
      <p className="quiet">
        <ProducerText text={form.summary} lang={form.language} />
      </p>
      <HandlingWords said={{ ...current?.handling, ...handlingOf(form).handling }} />
      {letters.map((letter) => (
        <Message key={letter.channel} letter={letter} />
      ))}
      {findings.length > 0 && (
        <details open>
          <summary>{t('seen.findings', { count: findings.length })}</summary>
          <ul className="small">
            {findings.slice(0, 50).map(({ code, path, message }) => (
              <li key={`${code} ${path}`}>
                <HubText text={message} /> <code>{path}</code>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
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
