// Says that the clock of this computer is wrong: what the person reads beside it, a letter or a log, has other times.
import { type JSX, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { lasting } from '../../ui/instant.tsx';
import { aheadMs, whenClockMoves } from '../../ui/time/hub-clock.ts';

const WORTH_SAYING_MS = 60_000;

export const ClockNotice = (): JSX.Element | null => {
  const { t } = useTranslation();
  const ahead = useSyncExternalStore(whenClockMoves, aheadMs);
  if (Math.abs(ahead) < WORTH_SAYING_MS) return null;
  const time = lasting(Math.abs(ahead));
  return (
    <p className="notice caution no-print" role="status">
      {ahead > 0 ? t('shell.clockAhead', { time }) : t('shell.clockBehind', { time })}
    </p>
  );
};
