// A view that broke, and an address that leads nowhere.
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure, Nothing } from '../ui/states.tsx';

export const FailedView = ({ error }: { error: unknown }): JSX.Element => (
  <Failure error={error} retry={() => location.reload()} />
);

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
