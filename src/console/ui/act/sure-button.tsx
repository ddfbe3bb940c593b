// A button for what cannot be undone: the first press asks, the second acts.
import { type JSX, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFocusAfter, useFocusLeft } from './use-focus-after.ts';

type Props = {
  readonly label: string;
  /** What happens, in a sentence. */
  readonly what: string;
  readonly act: () => void;
  readonly isBusy?: boolean;
  /** Whether it was pressed once by another button in its place. */
  readonly isOpen?: boolean;
};

export const SureButton = (props: Props): JSX.Element => {
  const { label, isBusy = false, isOpen = false } = props;
  const [isAsked, setAsked] = useState(isOpen);
  const [first, leaveTo] = useFocusAfter<HTMLButtonElement>();
  const whole = useFocusLeft<HTMLDivElement>();
  const close = (): void => {
    setAsked(false);
    leaveTo();
  };
  return (
    <div ref={whole}>
      {isAsked ? (
        <Question {...props} close={close} />
      ) : (
        <button
          type="button"
          className="small danger"
          ref={first}
          aria-disabled={isBusy}
          onClick={() => setAsked(!isBusy)}
        >
          {label}
        </button>
      )}
    </div>
  );
};

/** Nothing else waits for the answer, so that it is no dialog: whoever moves on has not pressed. */
const Question = ({ label, what, act, close }: Props & { readonly close: () => void }): JSX.Element => {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div
      className="notice caution row"
      role="group"
      aria-label={label}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // A dialog around it stays.
        event.preventDefault();
        event.stopPropagation();
        close();
      }}
    >
      <span id={id}>{what}</span>
      <button
        type="button"
        className="small danger"
        aria-describedby={id}
        onClick={() => {
          close();
          act();
        }}
      >
        {label}
      </button>
      {/* biome-ignore lint/a11y/noAutofocus: the press that asked left the focus nowhere */}
      <button type="button" className="small" aria-describedby={id} autoFocus onClick={close}>
        {t('sure.no')}
      </button>
    </div>
  );
};
