// What will happen, said to whoever publishes: what goes out and under what, to how many and why, what they may do with it, and by when they
// are to answer. What takes a second person says first that nothing goes out before.
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { PublishedFragment } from '../../../operations/graphql.generated.ts';
import { Grade, Marking } from '../../../ui/marks.tsx';
import { ProducerText } from '../../../ui/producer-text.tsx';
import { spoken } from '../../../words/words.ts';
import { zoned } from '../as-written.ts';
import type { Form } from '../form.ts';
import type { Current } from '../former.ts';
import { isEssential, usePreview } from '../trial.ts';
import { Counted } from './counted.tsx';
import { groupsOf } from './recipient-groups.ts';

type Props = {
  readonly form: Form;
  readonly current: Current | null;
  readonly count: number;
  readonly letters: PublishedFragment['letters'];
};

export const WhatHappens = ({ form, current, count, letters }: Props): JSX.Element => {
  const { t } = useTranslation();
  const isProposed = isEssential(form);
  const ways = letters.map(({ channel }) => t(`channels.channel.${channel}`));
  const isAsked = form.kind === 'WARNING' && form.level !== 'INFORMATION' && form.answerBy !== '';
  return (
    <div className="stack tight">
      {isProposed && <p className="last-sentence">{t('last.second')}</p>}
      <p className="row last-sentence">
        {form.kind === 'WARNING' && form.severity !== '' && <Grade severity={form.severity} />}
        {form.marking !== '' && <Marking tlp={form.marking} />}
        <ProducerText text={form.headline} lang={form.language} />
      </p>
      <ul className="what-happens">
        <li className="strong">
          <ToWhom form={form} current={current} count={count} />
        </li>
        {form.marking !== '' && <li>{t(`sending.may.${form.marking}`)}</li>}
        <li>
          {isAsked ? (
            <>
              {t('sending.due')} <bdi>{zoned(form.answerBy)}</bdi>
            </>
          ) : (
            t('sending.notAsked')
          )}
        </li>
        <li>
          {ways.length === 0
            ? t('sending.noMessage')
            : t('sending.messages', { ways: new Intl.ListFormat(spoken()).format(ways) })}
        </li>
        <li>{form.isExercise ? t('last.exercise', { exercise: form.exercise }) : t('last.real')}</li>
      </ul>
    </div>
  );
};

const ToWhom = ({ form, current, count }: Omit<Props, 'letters'>): JSX.Element => {
  const { t } = useTranslation();
  const { preview } = usePreview(form, form, current === null);
  const groups = groupsOf(preview?.preview?.receives ?? []);
  const act =
    current !== null
      ? t('last.correction', { count, version: current.version + 1 })
      : t(form.kind === 'WARNING' ? 'last.newWarning' : 'last.newPractice', { count });
  return (
    <>
      {isEssential(form) && `${t('sending.approved')} `}
      {act}
      {groups.length > 0 && <Counted groups={groups} />}
    </>
  );
};
