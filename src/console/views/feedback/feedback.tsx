// Whether a warning was of use to this member, and whether it has seen the same. Both are said together: what is said now takes
// the place of what was said before.
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../app/ask.ts';
import { queries } from '../../app/queries.ts';
import { useMayAnswer } from '../../app/rights.ts';
import {
  GiveFeedbackDocument,
  type GiveFeedbackInput,
  type SaidOfFragment,
} from '../../operations/graphql.generated.ts';
import { ActOutcome } from '../../ui/act/act-outcome.tsx';
import { CheckedForm } from '../../ui/act/checked-form.tsx';
import { useAct } from '../../ui/act/use-act.ts';
import { TextField } from '../../ui/field.tsx';
import { Instant } from '../../ui/instant.tsx';
import { ProducerText } from '../../ui/producer-text.tsx';
import { inList } from '../../words/in-list.ts';
import { Said } from './said.tsx';

type Words = { readonly isUseful: boolean | null; readonly isSeen: boolean; readonly details: string };

const NOTHING: Words = { isUseful: null, isSeen: false, details: '' };

type OwnWords = NonNullable<SaidOfFragment['own']>;

const wordsOf = (own: OwnWords | null): Words =>
  own === null
    ? NOTHING
    : { isUseful: own.isUseful, isSeen: own.sighting !== null, details: own.details ?? '' };

const inputOf = (warning: string, { isUseful, isSeen, details }: Words): GiveFeedbackInput => {
  const text = details.trim();
  if (!isSeen) return { warning, isUseful };
  return text === ''
    ? { warning, isUseful, sighting: 'SEEN' }
    : { warning, isUseful, sighting: 'SEEN_WITH_DETAILS', details: text };
};

type Props = {
  readonly warning: string;
  readonly said: SaidOfFragment;
  /** Where the answer above it says already why this person says nothing: the id of that. */
  readonly why: string | null;
};

export const Feedback = ({ warning, said, why }: Props): JSX.Element => {
  const { t } = useTranslation();
  return (
    <section className="panel stack tight feedback" aria-labelledby="feedback">
      <h2 id="feedback">{t('feedback.title')}</h2>
      {said.own !== null && <OwnSaid own={said.own} />}
      <Form warning={warning} why={why} own={said.own} />
      <Said said={said} />
    </section>
  );
};

const OwnSaid = ({ own }: { own: OwnWords }): JSX.Element => {
  const { t } = useTranslation();
  const { isUseful, isSeen, details } = wordsOf(own);
  const useful = isUseful === null ? [] : [t(isUseful ? 'feedback.useful' : 'feedback.notUseful')];
  return (
    <div>
      <p className="standing">
        {t('feedback.own')}{' '}
        <span className="strong">{inList([...useful, ...(isSeen ? [t('feedback.seen')] : [])])}</span>{' '}
        <Instant at={own.at} />
      </p>
      {details !== '' && (
        <blockquote>
          <ProducerText text={details} />
        </blockquote>
      )}
    </div>
  );
};

type FormProps = Pick<Props, 'warning' | 'why'> & { readonly own: OwnWords | null };

/** Begins with what was said before; nothing at all takes that back. */
const Form = ({ warning, why, own }: FormProps): JSX.Element => {
  const { t } = useTranslation();
  const may = useMayAnswer();
  const [words, setWords] = useState(wordsOf(own));
  const giving = useAct(
    async (input: GiveFeedbackInput, options) => (await ask(GiveFeedbackDocument, { input }, options)).result,
    () => void queries.invalidateQueries({ queryKey: ['warning', warning], exact: true }),
  );
  const say = (part: Partial<Words>): void => {
    giving.forget();
    setWords({ ...words, ...part });
  };
  const hasWords = own !== null || words.isUseful !== null || words.isSeen;
  return (
    <CheckedForm
      className="stack tight no-print"
      isReady={hasWords || !may.isAllowed}
      isBusy={giving.isBusy}
      send={() => {
        if (may.isAllowed) giving.run(inputOf(warning, words));
      }}
      buttons={
        <>
          <button
            type="submit"
            aria-disabled={!may.isAllowed || giving.isBusy}
            aria-describedby={may.isAllowed ? undefined : (why ?? 'may-not-say')}
          >
            {t('feedback.send')}
          </button>
          <span role="status">{giving.done !== undefined && t('feedback.noted')}</span>
        </>
      }
    >
      <p className="small quiet">{t('feedback.what')}</p>
      <Choices words={words} why={may.isAllowed ? null : (why ?? 'may-not-say')} say={say} />
      {words.isSeen && (
        <TextField
          label={t('feedback.details')}
          hint={t('feedback.detailsHint')}
          value={words.details}
          set={(details) => say({ details })}
          rows={2}
          max={2_000}
        />
      )}
      {!may.isAllowed && why === null && (
        <p className="small quiet" id="may-not-say">
          {may.reason}
        </p>
      )}
      <ActOutcome of={giving} />
    </CheckedForm>
  );
};

type ChoicesProps = {
  readonly words: Words;
  /** The id of why it may not be said; null where it may. */
  readonly why: string | null;
  readonly say: (part: Partial<Words>) => void;
};

const Choices = ({ words: { isUseful, isSeen }, why, say }: ChoicesProps): JSX.Element => {
  const { t } = useTranslation();
  const choices = [
    {
      name: t('feedback.useful'),
      isOn: isUseful === true,
      part: { isUseful: isUseful === true ? null : true },
    },
    {
      name: t('feedback.notUseful'),
      isOn: isUseful === false,
      part: { isUseful: isUseful === false ? null : false },
    },
    { name: t('feedback.seen'), isOn: isSeen, part: { isSeen: !isSeen } },
  ];
  return (
    <div className="row" role="group" aria-labelledby="feedback">
      {choices.map(({ name, isOn, part }) => (
        <button
          key={name}
          type="button"
          aria-pressed={isOn}
          aria-disabled={why !== null}
          aria-describedby={why ?? undefined}
          onClick={() => {
            if (why === null) say(part);
          }}
        >
          {name}
        </button>
      ))}
    </div>
  );
};
