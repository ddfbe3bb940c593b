// Buttons of acts. What the person may not do stays there, disabled, with the reason below.
import { type JSX, useId } from 'react';
import type { Right } from '../../../app/rights.ts';
import { inList } from '../../../words/in-list.ts';

export type Act = {
  readonly name: string;
  readonly right: Right;
  readonly press: () => void;
  readonly kind?: 'primary' | 'danger';
  /** Of one of several that are chosen between. */
  readonly isPressed?: boolean;
};

export const Acts = ({ acts }: { acts: readonly Act[] }): JSX.Element | null => {
  const id = useId();
  const refused = acts.filter(({ right }) => !right.isAllowed);
  const reasons = [...new Set(refused.map(({ right }) => right.reason))];
  if (acts.length === 0) return null;
  return (
    <div className="stack tight no-print">
      <div className="row">
        {acts.map(({ name, right, press, kind = '', isPressed }) => (
          <button
            key={name}
            type="button"
            className={right.isAllowed ? kind : ''}
            aria-pressed={isPressed}
            aria-disabled={!right.isAllowed}
            aria-describedby={right.isAllowed ? undefined : `${id}-${reasons.indexOf(right.reason)}`}
            onClick={() => {
              if (right.isAllowed) press();
            }}
          >
            {name}
          </button>
        ))}
      </div>
      {reasons.map((reason, at) => (
        <p className="small quiet" key={reason} id={`${id}-${at}`}>
          {inList(refused.flatMap(({ name, right }) => (right.reason === reason ? [name] : [])))}: {reason}
        </p>
      ))}
    </div>
  );
};
