// What waits for one's hand, above the warnings to answer: somebody who needs help, and what a second person decides. New rows wait
// behind a button, and what another took meanwhile stays in its place, so that nothing moves under the pointer.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Hand, inHand, tallyOf, useHands } from '../../app/hands/hands.ts';
import { lasting, useNow, utc } from '../../ui/instant.tsx';
import { Grade, Marking } from '../../ui/marks.tsx';
import { usePrinted } from '../../ui/print/printed.ts';
import { ProducerText } from '../../ui/producer-text.tsx';
import { headlineQuery } from '../cases/headline-query.ts';

const SHOWN = 5;

export const Hands = (): JSX.Element => {
  const { t } = useTranslation();
  const hands = useHands();
  const now = inHand(hands);
  const hasMore = hands.help.hasMore || hands.decisions.hasMore;
  const [held, hold] = useState<readonly Hand[] | null>(null);
  if (held === null && hands.isSettled) hold(now);
  const shown = held ?? [];
  const waiting = new Set(now.map(({ id }) => id));
  const fresh = now.filter(({ id }) => !shown.some((each) => each.id === id)).length;
  return (
    <section className="needs hands" aria-labelledby="hands" hidden={shown.length + fresh === 0 && !hasMore}>
      <div className="row apart">
        <h2 id="hands" tabIndex={-1}>
          {t('floor.hands')} <span className="count number">{tallyOf(now.length, hasMore)}</span>
        </h2>
        {fresh > 0 && (
          <button type="button" className="primary no-print" onClick={() => hold(now)}>
            {t('floor.fresh', { count: fresh })}
          </button>
        )}
      </div>
      {shown.slice(0, SHOWN).map((each) => (
        <HandRow key={each.id} of={each} isGone={!waiting.has(each.id)} />
      ))}
      {shown.length > SHOWN && (
        <p className="quiet">{t('floor.needsMore', { count: shown.length - SHOWN })}</p>
      )}
    </section>
  );
};

type Props = { readonly of: Hand; readonly isGone: boolean };

const HandRow = ({ of, isGone }: Props): JSX.Element => {
  const { t } = useTranslation();
  return (
    <article className="item hand" data-gone={isGone}>
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
  // Until its marking is known, and once it is not shown any more, nothing is stricter.
  usePrinted(data == null ? null : undefined);
  return (
    <>
      <Link className="item-headline" to="/cases" search={{ of: warning }}>
        {t('floor.asksHelp')}{' '}
        <ProducerText text={member?.name ?? t('board.organisation', { number: organisation ?? 0 })} />
      </Link>
      <p className="item-facts">
        {data != null && (
          <>
            <Marking tlp={data.marking} />
            {data.exercise !== null && <span className="tag exercise-tag">{t('exercise.tag')}</span>}
            <Grade severity={data.severity} />
            <ProducerText text={data.headline} />
          </>
        )}
      </p>
    </>
  );
};

const Decision = ({ of }: { of: Extract<Hand, { readonly what: 'DECISION' }> }): JSX.Element => {
  const { t } = useTranslation();
  return (
    <Link className="item-headline" to="/proposals" search={{ id: of.id }}>
      {of.isEssential ? t('floor.decideEssential') : t('floor.decide')}
    </Link>
  );
};
