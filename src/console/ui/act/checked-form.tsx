// A form whose button can always be pressed. Where something is missing the press says so at each field and beside the button, and
// leads to the first: a button that is dead tells nobody why, and the keyboard does not even reach it.
import {
  createContext,
  type JSX,
  type ReactNode,
  type RefObject,
  useContext,
  useEffect,
  useRef,
} from 'react';
import { useTranslation } from 'react-i18next';
import { leadToFirst, leadToInvalid, useLed } from './lead-to.ts';

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

/** What the hub refuses of a field stands at that field: whoever pressed is led there. */
const useLedToRefused = (form: RefObject<HTMLFormElement | null>, isBusy: boolean): void => {
  const wasBusy = useRef(false);
  useEffect(() => {
    if (wasBusy.current && !isBusy) leadToFirst(form.current);
    wasBusy.current = isBusy;
  }, [form, isBusy]);
};

export const CheckedForm = ({ className, isReady, isBusy, send, children, buttons }: Props): JSX.Element => {
  const { t } = useTranslation();
  const { form, isPressed, press } = useLed(leadToInvalid);
  useLedToRefused(form, isBusy);
  return (
    <form
      className={className}
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isReady) press();
        else if (!isBusy) send();
      }}
    >
      <Tried value={isPressed}>{children}</Tried>
      {isPressed && !isReady && (
        <p className="fault" role="alert">
          {t('field.lacks')}
        </p>
      )}
      <div className="row">{buttons}</div>
    </form>
  );
};
