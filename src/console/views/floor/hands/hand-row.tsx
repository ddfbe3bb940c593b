// One thing that waits for a hand: what it is, of which warning, and for how long it can still be done.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { Hand } from '../../../app/hands/hands.ts';
import type { Severity, Tlp } from '../../../operations/graphql.generated.ts';
import { lasting, useNow, utc } from '../../../ui/instant.tsx';
import { Grade, Marking } from '../../../ui/marks.tsx';
import { usePrinted } from '../../../ui/print/printed.ts';
import { ProducerText } from '../../../ui/producer-text.tsx';
import { headlineQuery } from '../../cases/headline-query.ts';
import { proposedQuery } from './proposed-query.ts';
import '../../../ui/item-row.css';

type Props = { readonly of: Hand; readonly isGone: boolean };

export const HandRow = ({ of, isGone }: Props): JSX.Element => {
  const { t } = useTranslation();
  return (
    <article className="item hand" data-gone={isGone} data-row={of.id}>
      <div className="item-grade">
        <span className="tag">{of.what === 'HELP' ? t('answer.NEED_HELP') : t('floor.approval')}</span>
      </div>
      <div className="item-what">{of.what === 'HELP' ? <Help of={of.of} /> : <Decision of={of} />}</div>
      <div className="item-when">{isGone ? <span>{t('floor.handGone')}</span> : <Clock of={of} />}</div>
    </article>
  );
};

const Clock = ({ of: { what, due } }: { of: Hand }): JSX.Element => {
  const { t } = useTranslation();
  const left = due - useNow();
  const time = lasting(Math.abs(left));
  const words = what === 'HELP' ? t('floor.takeWithin', { time }) : t('floor.decideWithin', { time });
  return (
    <span className={left < 0 ? 'due over' : 'due'} title={utc(new Date(due))}>
      {left < 0 ? t('floor.overdueBy', { time }) : words}
    </span>
  );
};

type Help = Extract<Hand, { readonly what: 'HELP' }>['of'];

const Help = ({ of: { warning, member, organisation } }: { of: Help }): JSX.Element => {
  const { t } = useTranslation();
  const { data } = useQuery(headlineQuery(warning));
  return (
    <>
      <Link className="item-headline" to="/cases" search={{ of: warning }}>
        {t('floor.asksHelp')}{' '}
        <ProducerText text={member?.name ?? t('board.organisation', { number: organisation ?? 0 })} />
      </Link>
      <Warning of={data == null ? null : { ...data, isExercise: data.exercise !== null }} />
    </>
  );
};

const Decision = ({ of }: { of: Exclude<Hand, { readonly what: 'HELP' }> }): JSX.Element => {
  const { t } = useTranslation();
  const decide = of.isEssential ? t('floor.decideEssential') : t('floor.decide');
  return (
    <>
      <Link className="item-headline" to="/proposals" search={{ id: of.id }}>
        {of.what === 'PROPOSED' ? t('level.ESSENTIAL_ACTION') : decide}
      </Link>
      {of.isEssential && <Essential id={of.id} />}
    </>
  );
};

const Essential = ({ id }: { id: string }): JSX.Element => {
  const { data } = useQuery(proposedQuery(id));
  const corrected = data?.corrects ?? '';
  const former = useQuery({ ...headlineQuery(corrected), enabled: corrected !== '' }).data;
  const isKnown = data != null && (corrected === '' || former != null);
  return (
    <Warning
      of={
        isKnown
          ? {
              ...data,
              marking: former?.marking ?? data.marking,
              isExercise: data.isExercise || (former?.exercise ?? null) !== null,
            }
          : null
      }
    />
  );
};

type Shown = {
  readonly headline: string;
  readonly severity: Severity | null;
  readonly marking: Tlp | null;
  readonly isExercise: boolean;
};

const Warning = ({ of }: { of: Shown | null }): JSX.Element => {
  const { t } = useTranslation();
  // Until its marking is known, and once it is not shown any more, nothing is stricter.
  usePrinted(of === null ? null : undefined);
  return (
    <p className="item-facts">
      {of !== null && (
        <>
          <Marking tlp={of.marking} />
          {of.isExercise && <span className="tag exercise-tag">{t('exercise.tag')}</span>}
          {of.severity !== null && <Grade severity={of.severity} />}
          <ProducerText text={of.headline} />
        </>
      )}
    </p>
  );
};
