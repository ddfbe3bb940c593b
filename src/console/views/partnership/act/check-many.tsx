// Several of a few: check boxes under one heading. One that may not be chosen is disabled, with the reason beside it.
import { type JSX, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsLacking } from '../../../ui/act/checked-form.tsx';

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
  /** One at least. */
  readonly isRequired?: boolean;
};

export const CheckMany = <Id extends string>({
  label,
  hint,
  from,
  chosen,
  choose,
  isRequired = false,
}: Props<Id>): JSX.Element => {
  const { t } = useTranslation();
  const id = useId();
  const isLacking = useIsLacking(isRequired, chosen.length === 0);
  return (
    <fieldset className="check-many">
      <legend>
        {label}
        {isRequired && <span className="quiet"> {t('field.required')}</span>}
      </legend>
      {hint !== undefined && <p className="small quiet">{hint}</p>}
      <div className="row">
        {from.map(({ id: each, name, reason }) => (
          <label className="choice" key={each}>
            <input
              type="checkbox"
              checked={chosen.includes(each)}
              disabled={reason !== undefined}
              aria-invalid={isLacking}
              aria-describedby={isLacking ? id : undefined}
              onChange={({ target }) =>
                choose(target.checked ? [...chosen, each] : chosen.filter((other) => other !== each))
              }
            />
            {name}
            {reason !== undefined && <small className="quiet"> ({reason})</small>}
          </label>
        ))}
      </div>
      {isLacking && (
        <p className="fault" id={id}>
          {t('publish.chooseOne')}
        </p>
      )}
    </fieldset>
  );
};
