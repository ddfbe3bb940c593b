// The answer of this member: one press for each, a note if one wants to. Asking for help asks again first.
import { useLocation } from '@tanstack/react-router';
import { type JSX, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../app/ask.ts';
import { sayOfKey } from '../../app/frame/key-note.tsx';
import { queries } from '../../app/queries.ts';
import { useMayAnswer } from '../../app/rights.ts';
import { useShortcut } from '../../app/shortcuts.ts';
import {
  type Acknowledgement,
  type AcknowledgeWarningInput,
  AnswerDocument,
} from '../../operations/graphql.generated.ts';
import { useKept } from '../../ui/act/use-kept.ts';
import { useOwn } from '../../ui/act/use-own.ts';
import { Instant } from '../../ui/instant.tsx';
import { ProducerText } from '../../ui/producer-text.tsx';
import { Refusals } from '../../ui/refusals.tsx';
import { Failure } from '../../ui/states.tsx';
import { OpenRequest } from '../cases/open-request.tsx';
import { OwnReach } from '../cases/own-reach.tsx';
import type { Item } from './warning-query.ts';

const ANSWERS = [
  'SEEN',
  'INVESTIGATING',
  'NOT_AFFECTED',
  'AFFECTED',
  'ACTED',
  'NEED_HELP',
] as const satisfies Acknowledgement[];

/** A recall is confirmed, and its confirmation is what closes it: there is nothing to weigh. */
const TO_A_RECALL = ['ACTED', 'NEED_HELP'] as const satisfies Acknowledgement[];
/** What is cancelled asks for nothing. */
const TO_WHAT_IS_OVER = ['SEEN', 'NEED_HELP'] as const satisfies Acknowledgement[];

const answersTo = ({ recall, state }: Item): readonly Acknowledgement[] => {
  if (recall !== null) return TO_A_RECALL;
  return state === 'CANCELLED' ? TO_WHAT_IS_OVER : ANSWERS;
};

export const Answer = ({ item }: { item: Item }): JSX.Element | null => {
  const { t } = useTranslation();
  const section = useRef<HTMLElement>(null);
  const { hash } = useLocation();
  const focus = (): void => {
    if (section.current === null) sayOfKey('nothingToAnswer');
    section.current?.scrollIntoView({ block: 'center' });
    section.current?.querySelector('button')?.focus();
  };
  useShortcut('a', focus);
  useEffect(() => {
    if (hash === 'answer') section.current?.querySelector('button')?.focus();
  }, [hash]);
  if (item.myDelivery === null || item.whyMe.kind === 'OWN') return null;
  // Nobody is affected by a best practice: whether it was of use is asked beside it.
  if (item.practice !== null && item.myDelivery.answers.length === 0) return null;
  return (
    <section className="panel stack tight answer" id="answer" ref={section} aria-labelledby="answer-title">
      <h2 id="answer-title">{t('answering.title')}</h2>
      <Standing item={item} />
      {item.myDelivery.answers.some(({ answer }) => answer === 'NEED_HELP') && (
        <OpenRequest warning={item.id} />
      )}
      <Form item={item} />
    </section>
  );
};

/** To what was recalled "done" is that it was removed. */
const useAnswerWords = ({ recall }: Pick<Item, 'recall'>): ((answer: Acknowledgement) => string) => {
  const { t } = useTranslation();
  return (answer) => (recall !== null && answer === 'ACTED' ? t('answering.removed') : t(`answer.${answer}`));
};

const Standing = ({ item }: { item: Item }): JSX.Element | null => {
  const { t } = useTranslation();
  const said = useAnswerWords(item);
  const { myDelivery, version } = item;
  const [latest, ...earlier] = myDelivery?.answers ?? [];
  // What is for persons by name is answered by one of them, and others know nothing of it.
  if (latest === undefined)
    return <p>{t(item.marking === 'RED' ? 'answering.noneOfYou' : 'answering.none')}</p>;
  return (
    <>
      <p className="standing">
        <span className="strong">{said(latest.answer)}</span> <Instant at={latest.at} />{' '}
        {latest.by !== null && <bdi className="quiet">{latest.by}</bdi>}{' '}
        {latest.version < version && (
          <span className="tag">{t('answering.former', { number: latest.version })}</span>
        )}
      </p>
      {latest.note !== null && (
        <blockquote>
          <ProducerText text={latest.note} />
        </blockquote>
      )}
      {earlier.length > 0 && (
        <details>
          <summary>{t('answering.earlier', { count: earlier.length })}</summary>
          <ul>
            {earlier.map(({ answer, at, by, note }) => (
              <li key={`${at} ${answer}`}>
                {t(`answer.${answer}`)} <Instant at={at} /> <bdi>{by}</bdi>{' '}
                {note !== null && <ProducerText text={note} />}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
};

const showNewest = (id: string): void => void queries.invalidateQueries({ queryKey: ['warning', id] });
/** Its objects and versions are as they were. */
const showAnswered = (id: string): void =>
  void queries.invalidateQueries({ queryKey: ['warning', id], exact: true });

/** One press, as it was meant then. */
type Sent = {
  readonly idempotencyKey: string;
  readonly input: AcknowledgeWarningInput;
  readonly written: string;
};

const noteIn = (text: string) => (text.trim() === '' ? {} : { note: text.trim() });

const Form = ({ item }: { item: Item }): JSX.Element => {
  const { t } = useTranslation();
  // The notice of a narrowing is an item of its own, and takes the place of what it is about.
  const [note, setNote] = useKept(item.recall?.warning ?? item.id);
  const [isAskingHelp, setAskingHelp] = useState(false);
  const mayAnswer = useMayAnswer();
  const {
    press: send,
    data,
    error,
    isPending,
  } = useOwn({
    act: ({ idempotencyKey, input }: Sent, as) => ask(AnswerDocument, { input }, { idempotencyKey, as }),
    onDone: ({ acknowledgeWarning: { refusals } }, { written }) => {
      // The note stays: it may well be said of the version that comes now.
      if (refusals.some(({ code }) => code === 'VERSION_CONFLICT')) showNewest(item.id);
      if (refusals.length > 0) return;
      // What was written while it was under way is still to be said.
      if (note === written) setNote('');
      setAskingHelp(false);
      showAnswered(item.id);
      void queries.invalidateQueries({ queryKey: ['feed'] });
      void queries.invalidateQueries({ queryKey: ['cases'] });
    },
  });
  const answerWith = (answer: Acknowledgement): void => {
    const input = { warning: item.id, expectedVersion: item.version, answer, ...noteIn(note) };
    send({ idempotencyKey: crypto.randomUUID(), input, written: note });
  };
  const standing = item.myDelivery?.answer ?? null;
  const press = (answer: Acknowledgement): void => {
    if (!mayAnswer.isAllowed || isPending) return;
    if (answer === 'NEED_HELP' && !isAskingHelp) setAskingHelp(true);
    else answerWith(answer);
  };
  return (
    <div className="stack tight no-print">
      <Presses
        item={item}
        answers={answersTo(item)}
        standing={standing}
        isEnabled={mayAnswer.isAllowed && !isPending}
        press={press}
      />
      {isAskingHelp && <HelpAsked send={() => answerWith('NEED_HELP')} cancel={() => setAskingHelp(false)} />}
      {!mayAnswer.isAllowed && (
        <p className="small quiet" id="may-not-answer">
          {mayAnswer.reason}
        </p>
      )}
      <NoteField note={note} set={setNote} isEnabled={mayAnswer.isAllowed} />
      {!item.whyMe.isKnownToPublisher && <p className="small quiet">{t('answering.shows')}</p>}
      <Refusals refusals={data?.acknowledgeWarning.refusals ?? []} />
      {error !== null && <Failure error={error} />}
    </div>
  );
};

type NoteProps = {
  readonly note: string;
  readonly set: (note: string) => void;
  readonly isEnabled: boolean;
};

const NoteField = ({ note, set, isEnabled }: NoteProps): JSX.Element => {
  const { t } = useTranslation();
  return (
    <div className="field">
      <label htmlFor="note">{t('answering.note')}</label>
      <textarea
        id="note"
        rows={2}
        maxLength={2000}
        value={note}
        disabled={!isEnabled}
        onChange={({ target }) => set(target.value)}
      />
    </div>
  );
};

const HelpAsked = ({ send, cancel }: { send: () => void; cancel: () => void }): JSX.Element => {
  const { t } = useTranslation();
  return (
    <div className="notice caution row apart" role="alert">
      <div>
        <p>{t('answering.helpSure')}</p>
        <OwnReach />
      </div>
      <span className="row">
        <button type="button" className="danger" onClick={send}>
          {t('answering.helpSend')}
        </button>
        <button type="button" onClick={cancel}>
          {t('answering.helpCancel')}
        </button>
      </span>
    </div>
  );
};

type PressesProps = {
  readonly item: Item;
  readonly answers: readonly Acknowledgement[];
  readonly standing: Acknowledgement | null;
  readonly isEnabled: boolean;
  readonly press: (answer: Acknowledgement) => void;
};

const Presses = ({ item, answers, standing, isEnabled, press }: PressesProps): JSX.Element => {
  const { t } = useTranslation();
  const isConfirming = (answer: Acknowledgement): boolean => item.recall !== null && answer === 'ACTED';
  return (
    <div className="row" role="group" aria-labelledby="answer-title">
      {answers.map((answer) => (
        <button
          key={answer}
          type="button"
          className={isConfirming(answer) ? 'primary' : ''}
          aria-pressed={standing === answer}
          aria-disabled={!isEnabled}
          onClick={() => press(answer)}
        >
          {isConfirming(answer) ? t('answering.confirmRemoved') : t(`answer.${answer}`)}
        </button>
      ))}
    </div>
  );
};
