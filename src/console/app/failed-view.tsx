// A view that broke, and an address that leads nowhere.
import { Link } from '@tanstack/react-router';
import { type JSX, useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure, Nothing } from '../ui/states.tsx';
import { AskError, unreached } from './ask.ts';

const AGAIN_MS = 3_000;

/** A page that was loaded a moment ago and fails again would do so for ever. */
const LEAST_MS = 30_000;

const isHubThere = (): Promise<boolean> =>
  fetch('/healthz', { cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  );

/** What was typed stays in the tab. Without the hub, loading again would leave an error of the browser, which stays. */
export const FailedView = ({ error }: { error: unknown }): JSX.Element => {
  const [isAway, setAway] = useState(error instanceof AskError && error.code === 'NETWORK');
  const again = useCallback(async (): Promise<void> => {
    const isThere = await isHubThere();
    if (isThere) location.reload();
    else setAway(true);
  }, []);
  useEffect(() => {
    if (!isAway) return;
    const timer = setInterval(() => {
      if (performance.now() > LEAST_MS) void again();
    }, AGAIN_MS);
    return () => clearInterval(timer);
  }, [isAway, again]);
  return <Failure error={isAway ? unreached() : error} retry={() => void again()} />;
};

export const MissingView = (): JSX.Element => {
  const { t } = useTranslation();
  return (
    <Nothing title={t('state.nowhere')}>
      <p>
        <Link to="/">{t('state.toFloor')}</Link>
      </p>
    </Nothing>
  );
};
