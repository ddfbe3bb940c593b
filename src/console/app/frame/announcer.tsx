// Says aloud what arrives: politely, and at once only what is extreme and immediate.
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive } from '../../live/live.ts';
import { visible } from '../../ui/producer-text.tsx';

export const Announcer = (): JSX.Element => {
  const { t } = useTranslation();
  const newest = useLive().arrivals.find(({ isOverlap }) => !isOverlap)?.node;
  const isCritical = newest?.severity === 'EXTREME' && newest.effectiveUrgency === 'IMMEDIATE';
  const words =
    newest === undefined
      ? ''
      : `${t('live.arrived')} ${newest.exercise === null ? '' : `${t('exercise.tag')}. `}${t(`severity.${newest.severity}`)}. ${visible(newest.headline)}`;
  return (
    <>
      <p className="seen-by-ear" aria-live="polite">
        {isCritical ? '' : words}
      </p>
      <p className="seen-by-ear" aria-live="assertive">
        {isCritical ? words : ''}
      </p>
    </>
  );
};
