// One case: the warning, the two sides, the clock, what was written, and what becomes of it.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../app/ask.ts';
import { useSignedIn } from '../../app/me.ts';
import { queries } from '../../app/queries.ts';
import {
  type CaseFactsFragment,
  ChangeCaseDocument,
  type ChangeCaseInput,
} from '../../operations/graphql.generated.ts';
import { ActOutcome } from '../../ui/act/act-outcome.tsx';
import { useAct } from '../../ui/act/use-act.ts';
import { useKept } from '../../ui/act/use-kept.ts';
import { TextField } from '../../ui/field.tsx';
import { Instant, useNow } from '../../ui/instant.tsx';
import { Grade, Marking } from '../../ui/marks.tsx';
import { usePrinted } from '../../ui/print/printed.ts';
import { ProducerText, visible } from '../../ui/producer-text.tsx';
import { isOver } from './cases-query.ts';
import { headlineQuery } from './headline-query.ts';
import { OwnReach } from './own-reach.tsx';
import { ReachOfAsker, ReachOfHelper } from './reach-of.tsx';
import { TimeToTake } from './time-to-take.tsx';
import { useWanted } from './use-wanted.ts';

type Props = { readonly of: CaseFactsFragment };

export const CaseCard = ({ of }: Props): JSX.Element => {
  const { t } = useTranslation();
  const { caseId, member, organisation, owner, state, openedAt } = of;
  const isAsker = member?.slug === useSignedIn().member.slug;
  const now = useNow();
  return (
    <article
      className="panel stack tight case"
      data-overdue={isOver(of, now)}
      data-row={caseId}
      aria-labelledby={caseId}
    >
      <div className="row apart">
        <About of={of} />
        <span className="row">
          <span className="tag">
            {state === 'TAKEN' && owner !== null
              ? t('cases.takenBy', { name: visible(owner.name) })
              : t(`cases.state.${state}`)}
          </span>
          <Clock of={of} />
        </span>
      </div>
      <dl className="facts">
        <dt>{t('cases.asks')}</dt>
        <dd>
          {member !== null ? (
            <>
              <ProducerText text={member.name} /> <small className="quiet">{member.country}</small>
            </>
          ) : (
            t('board.organisation', { number: organisation ?? 0 })
          )}
        </dd>
        <dt>{t('cases.helps')}</dt>
        <dd>{owner === null ? '–' : <ProducerText text={owner.name} />}</dd>
        {state !== 'CLOSED' && (isAsker ? <ReachOfHelper of={of} /> : <ReachOfAsker of={of} />)}
        <dt>{t('cases.opened')}</dt>
        <dd>
          <Instant at={openedAt} />
        </dd>
      </dl>
      {of.notes.length > 0 && <Notes of={of} />}
      {state !== 'CLOSED' && isAsker && <OwnReach />}
      {state !== 'CLOSED' && <Acts of={of} isAsker={isAsker} />}
    </article>
  );
};

const About = ({ of: { caseId, warning, version } }: Props): JSX.Element => {
  const { t } = useTranslation();
  const { data } = useQuery(headlineQuery(warning));
  // Both sides write of it: until its marking is known, and once it is not shown any more, nothing is stricter.
  usePrinted(data == null ? null : undefined);
  return (
    <div className="stack tight">
      <h2 id={caseId}>
        <Link to="/warning/$id" params={{ id: warning }}>
          <ProducerText text={data?.headline ?? warning} />
        </Link>
      </h2>
      <span className="row">
        {data != null && (
          <>
            <Marking tlp={data.marking} />
            <Grade severity={data.severity} />
            {data.exercise !== null && <span className="tag exercise-tag">{t('exercise.tag')}</span>}
          </>
        )}
        <span className="tag">{t('item.version', { number: version })}</span>
      </span>
    </div>
  );
};

const Notes = ({ of: { notes } }: Props): JSX.Element => {
  const { t } = useTranslation();
  return (
    <ol className="plain stack tight">
      {notes.map(({ isOfAsker, text, at }) => (
        <li className="case-note" data-of={isOfAsker ? 'asker' : 'helper'} key={at}>
          <small className="quiet">
            {isOfAsker ? t('cases.noteAsker') : t('cases.noteHelper')} <Instant at={at} />
          </small>
          <p>
            <ProducerText text={text} />
          </p>
        </li>
      ))}
    </ol>
  );
};

/** Its clock, or when it was taken or closed. */
const Clock = ({ of }: Props): JSX.Element => {
  const { state, takenAt, closedAt } = of;
  const { t } = useTranslation();
  const at = closedAt ?? takenAt;
  if (state === 'OPEN' || at === null) return <TimeToTake of={of} />;
  return (
    <span className="quiet small">
      {closedAt === null ? t('cases.takenAt') : t('cases.closedAt')} <Instant at={at} />
    </span>
  );
};

type ActsProps = Props & { readonly isAsker: boolean };

const useChanging = (done: () => void) =>
  useAct(
    async (input: ChangeCaseInput, options) => (await ask(ChangeCaseDocument, { input }, options)).result,
    () => {
      done();
      void queries.invalidateQueries({ queryKey: ['cases'] });
    },
  );

const Acts = ({ of: { caseId, state }, isAsker }: ActsProps): JSX.Element => {
  const { t } = useTranslation();
  const [note, setNote] = useKept(caseId);
  const [to, setTo] = useState('');
  const [isHanding, setHanding] = useState(false);
  const { form, faultsAt, isWhole, forget } = useWanted({ NOTE: note.trim() === '', TO: to.trim() === '' });
  const changing = useChanging(() => {
    setNote('');
    setHanding(false);
    forget();
  });
  const act = (kind: ChangeCaseInput['act'], more: Partial<ChangeCaseInput> = {}): void =>
    changing.run({ case: caseId, act: kind, ...(note.trim() === '' ? {} : { note: note.trim() }), ...more });
  const presses = {
    TAKE: () => act('TAKE'),
    NOTE: () => {
      if (isWhole('NOTE')) act('NOTE');
    },
    HAND_OVER: () => {
      if (!isHanding) setHanding(true);
      else if (isWhole('TO')) act('HAND_OVER', { to: to.trim() });
    },
    CLOSE: () => act('CLOSE'),
  };
  const given = { value: note, set: setNote, faults: faultsAt('NOTE') };
  return (
    <div className="stack tight no-print" ref={form}>
      <TextField {...given} label={t('cases.note')} rows={2} max={2_000} />
      {isHanding && (
        <TextField
          label={t('cases.to')}
          hint={t('cases.toHint')}
          value={to}
          set={setTo}
          faults={faultsAt('TO')}
          isRequired
        />
      )}
      <ActOutcome of={changing} />
      <div className="row">
        {ACTS.filter(({ isFor }) => isFor(isAsker, state)).map(({ name, word }) => (
          <button
            key={name}
            type="button"
            className={name === 'TAKE' ? 'primary' : ''}
            disabled={changing.isBusy}
            onClick={presses[name]}
          >
            {t(`cases.${word}`)}
          </button>
        ))}
      </div>
    </div>
  );
};

type Offered = {
  readonly name: ChangeCaseInput['act'];
  readonly word: 'take' | 'addNote' | 'handOver' | 'close';
  readonly isFor: (isAsker: boolean, state: CaseFactsFragment['state']) => boolean;
};

const ACTS: readonly Offered[] = [
  { name: 'TAKE', word: 'take', isFor: (isAsker, state) => !isAsker && state === 'OPEN' },
  { name: 'NOTE', word: 'addNote', isFor: () => true },
  { name: 'HAND_OVER', word: 'handOver', isFor: (isAsker) => !isAsker },
  { name: 'CLOSE', word: 'close', isFor: () => true },
];
