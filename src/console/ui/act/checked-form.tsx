// A form whose button can always be pressed. Where something is missing the press says so at each field and beside the button, and
// leads to the first: a button that is dead tells nobody why, and the keyboard does not even reach it.
import { createContext, type JSX, type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { leadToInvalid } from './lead-to.ts';

const Tried = createContext(false);

/** Whether a field that may not be empty is to say that it is. */
export const useIsLacking = (isRequired: boolean, isEmpty: boolean): boolean =>
  useContext(Tried) && isRequired && isEmpty;

type Props = {
  readonly className: string;
  /** Everything is there, and right. */
  readonly isReady: boolean;
  readonly isBusy: boolean;
  readonly send: () => void;
  readonly children: ReactNode;
  /** The buttons, beneath what is wrong. */
  readonly buttons: ReactNode;
};

export const CheckedForm = ({ className, isReady, isBusy, send, children, buttons }: Props): JSX.Element => {
  const { t } = useTranslation();
  const form = useRef<HTMLFormElement>(null);
  const [presses, setPresses] = useState(0);
  // Once the fields say what is wrong in them.
  useEffect(() => {
    if (presses > 0) leadToInvalid(form.current);
  }, [presses]);
  return (
    <form
      className={className}
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isReady) setPresses(presses + 1);
        else if (!isBusy) send();
      }}
    >
      <Tried value={presses > 0}>{children}</Tried>
      {presses > 0 && !isReady && (
        <p className="fault" role="alert">
          {t('field.lacks')}
        </p>
      )}
      <div className="row">{buttons}</div>
    </form>
  );
};
