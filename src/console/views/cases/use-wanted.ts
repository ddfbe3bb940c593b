// Each button of a request for help can be pressed: what it lacks is then said at its field, where the keyboard is led to.
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { leadToFirst } from '../../ui/act/lead-to.ts';
import type { Lack } from '../../ui/act/sentences.ts';

type Field = 'NOTE' | 'TO';

/** `isEmpty`: what is not filled in now. */
export const useWanted = (isEmpty: Readonly<Record<Field, boolean>>) => {
  const { t } = useTranslation();
  const form = useRef<HTMLDivElement>(null);
  const [wanted, want] = useState<Field | null>(null);
  const [presses, press] = useState(0);
  useEffect(() => {
    if (presses > 0) leadToFirst(form.current);
  }, [presses]);
  return {
    form,
    forget: (): void => want(null),
    faultsAt: (field: Field): Lack[] =>
      wanted === field && isEmpty[field] ? [{ path: `$.${field}`, words: t('publish.fillIn') }] : [],
    isWhole: (field: Field): boolean => {
      if (isEmpty[field]) {
        want(field);
        press((before) => before + 1);
      }
      return !isEmpty[field];
    },
  };
};
