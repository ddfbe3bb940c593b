// What waits for one's hand, above the warnings to answer: somebody who needs help, and what a second person decides. New rows wait
// behind a button, which stands where nothing has to give way to it, and what another took meanwhile stays in its place: nothing moves
// under the pointer.
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type JSX, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Hand, inHand, tallyOf, useHands } from '../../../app/hands/hands.ts';
import { useListKeys } from '../../../ui/row/row-keys.ts';
import { headlineQuery } from '../../cases/headline-query.ts';
import { HandRow } from './hand-row.tsx';

const SHOWN = 5;

type Held = {
  readonly shown: readonly Hand[];
  /** Those of `shown` that nobody has taken or decided. */
  readonly waiting: ReadonlySet<string>;
  readonly fresh: readonly Hand[];
  readonly tally: string;
  readonly hasMore: boolean;
  readonly showAll: () => void;
};

/** As it was when it was first known, until somebody wants to see what is new. */
export const useHeldHands = (): Held => {
  const hands = useHands();
  const now = inHand(hands);
  const hasMore = hands.help.hasMore || hands.decisions.hasMore;
  const [held, hold] = useState<readonly Hand[] | null>(null);
  if (held === null && hands.isSettled) hold(now);
  const shown = held ?? [];
  return {
    shown,
    waiting: new Set(now.map(({ id }) => id)),
    fresh: now.filter(({ id }) => !shown.some((each) => each.id === id)),
    tally: tallyOf(now.length, hasMore),
    hasMore,
    showAll: () => hold(now),
  };
};

/** The first of all that wait comes while somebody looks: beside the title of what is below there is room for it. */
export const FirstHands = ({ of: { shown, fresh, tally, showAll } }: { of: Held }): JSX.Element | null => {
  const { t } = useTranslation();
  const isPressed = useRef(false);
  useEffect(() => {
    if (shown.length > 0 && isPressed.current) document.getElementById('hands')?.focus();
    isPressed.current = false;
  }, [shown.length]);
  if (shown.length > 0 || fresh.length === 0) return null;
  const [what, ...others] = new Set(fresh.map((each) => each.what));
  const name = what === 'HELP' ? t('view.cases') : t('view.approvals');
  return (
    <button
      type="button"
      className="primary small no-print"
      onClick={() => {
        isPressed.current = true;
        showAll();
      }}
    >
      {others.length > 0 ? t('floor.hands') : name} <span className="number">{tally}</span>
    </button>
  );
};

/** The rows below, which the keys go on to. */
const BELOW = '[aria-labelledby="needs"] [data-row], #everything [aria-posinset="1"]';

export const WaitingHands = ({ of }: { of: Held }): JSX.Element => {
  const { t } = useTranslation();
  const { shown, waiting, fresh, tally, hasMore, showAll } = of;
  const box = useRef<HTMLElement>(null);
  const queries = useQueryClient();
  const itemOf = (key: string) =>
    shown
      .filter(({ id }) => id === key)
      .map((each) => {
        if (each.what !== 'HELP') return null;
        const id = each.of.warning;
        return { id, isOwn: queries.getQueryData(headlineQuery(id).queryKey)?.whyMe.kind === 'OWN' };
      })[0];
  useListKeys({ box, itemOf, below: BELOW });
  return (
    <section
      ref={box}
      className="needs hands"
      aria-labelledby="hands"
      hidden={shown.length === 0 && !hasMore}
    >
      <div className="row apart">
        <h2 id="hands" tabIndex={-1}>
          {t('floor.hands')} <span className="count number">{tally}</span>
        </h2>
        {fresh.length > 0 && (
          <button type="button" className="primary no-print" onClick={showAll}>
            {t('floor.fresh', { count: fresh.length })}
          </button>
        )}
      </div>
      {shown.slice(0, SHOWN).map((each) => (
        <HandRow key={each.id} of={each} isGone={!waiting.has(each.id)} />
      ))}
      {(shown.length > SHOWN || hasMore) && <Others of={shown.slice(SHOWN)} />}
    </section>
  );
};

const Others = ({ of }: { of: readonly Hand[] }): JSX.Element => {
  const { t } = useTranslation();
  return (
    <p className="quiet row">
      {of.length > 0 && t('floor.needsMore', { count: of.length })}
      <Link to="/cases">{t('view.cases')}</Link>
      <Link to="/proposals">{t('view.approvals')}</Link>
    </p>
  );
};
