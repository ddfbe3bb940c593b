// Each button of a request for help can be pressed: what it lacks is then said at its field, where the keyboard is led to.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { leadToFirst, useLed } from '../../ui/act/lead-to.ts';
import type { Lack } from '../../ui/act/sentences.ts';

type Field = 'NOTE' | 'TO';

/** `isEmpty`: what is not filled in now. */
export const useWanted = (isEmpty: Readonly<Record<Field, boolean>>) => {
  const { t } = useTranslation();
  const { form, press } = useLed<HTMLDivElement>(leadToFirst);
  const [wanted, want] = useState<Field | null>(null);
  return {
    form,
    forget: (): void => want(null),
    faultsAt: (field: Field): Lack[] =>
      wanted === field && isEmpty[field] ? [{ path: `$.${field}`, words: t('publish.fillIn') }] : [],
    isWhole: (field: Field): boolean => {
      if (isEmpty[field]) {
        want(field);
        press();
      }
      return !isEmpty[field];
    },
  };
};
