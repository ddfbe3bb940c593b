// In print the marking stands at the head and the foot of each page. A table repeats both; a fixed box does too, and
// needs no room in the text.
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { tlpLabel } from '../../ui/marks.tsx';
import type { Item } from './warning-query.ts';

export const PrintMarking = ({ item }: { item: Item }): JSX.Element => {
  const { t } = useTranslation();
  const words = `${tlpLabel(item.marking)} – ${item.markingInWords}${
    item.exercise === null ? '' : ` – ${t('exercise.tag')}`
  }`;
  return (
    <>
      <div className="print-mark top-mark" aria-hidden="true">
        {words}
      </div>
      <div className="print-mark foot-mark" aria-hidden="true">
        {words}
      </div>
    </>
  );
};
