// A moment in UTC, typed as it is written everywhere in the console: 2026-12-01 08:00. Beneath it, how far away that is.
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsLacking } from '../act/checked-form.tsx';
import type { Fault } from '../act/sentences.ts';
import { TextField } from '../field.tsx';
import { relative, useNow } from '../instant.tsx';
import { isNoMoment, keptOf, momentIn, shownOf } from './moment.ts';

type Props = {
  readonly label: string;
  readonly hint?: string;
  /** `2026-12-01T08:00`, in UTC; empty for none. */
  readonly value: string;
  readonly set: (value: string) => void;
  readonly faults?: readonly Fault[];
  readonly isRequired?: boolean;
};

export const MomentField = ({
  label,
  hint,
  value,
  set,
  faults = [],
  isRequired = false,
}: Props): JSX.Element => {
  const { t } = useTranslation();
  const now = useNow();
  const [typed, type] = useState(() => shownOf(value));
  const [isLeft, setLeft] = useState(true);
  const text = keptOf(typed) === value ? typed : shownOf(value);
  const moment = momentIn(value);
  const away = moment === null ? undefined : relative(new Date(`${moment}Z`), now);
  const isNone = isNoMoment(value);
  // While somebody types it is none yet; not after a press of the form's button.
  const isSaid = useIsLacking(true, isNone) || isLeft;
  const isWrong = isNone && isSaid;
  return (
    <TextField
      label={label}
      value={text}
      set={(next) => {
        setLeft(false);
        type(next);
        set(keptOf(next));
      }}
      leave={() => {
        setLeft(true);
        type(shownOf(value));
      }}
      placeholder={t('field.momentForm')}
      hint={[hint, away].filter(Boolean).join(' · ') || undefined}
      faults={isWrong ? [t('field.noMoment'), ...faults] : faults}
      isRequired={isRequired}
    />
  );
};
