// Several of a few: check boxes under one heading. One that may not be chosen is disabled, with the reason beside it.
import type { JSX } from 'react';

export type Checkable<Id extends string> = {
  readonly id: Id;
  readonly name: string;
  readonly reason?: string | undefined;
};

type Props<Id extends string> = {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly from: readonly Checkable<Id>[];
  readonly chosen: readonly Id[];
  readonly choose: (ids: Id[]) => void;
};

export const CheckMany = <Id extends string>({
  label,
  hint,
  from,
  chosen,
  choose,
}: Props<Id>): JSX.Element => (
  <fieldset className="check-many">
    <legend>{label}</legend>
    {hint !== undefined && <p className="small quiet">{hint}</p>}
    <div className="row">
      {from.map(({ id, name, reason }) => (
        <label className="choice" key={id}>
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            disabled={reason !== undefined}
            onChange={({ target }) =>
              choose(target.checked ? [...chosen, id] : chosen.filter((each) => each !== id))
            }
          />
          {name}
          {reason !== undefined && <small className="quiet"> ({reason})</small>}
        </label>
      ))}
    </div>
  </fieldset>
);
