// What a view shows while it waits, when it failed, and when there is nothing: the next step in each case.
import type { JSX, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AskError } from '../app/ask.ts';
import { HubText } from './producer-text.tsx';

export const Waiting = (): JSX.Element => {
  const { t } = useTranslation();
  return (
    <p className="quiet" role="status">
      {t('state.loading')}
    </p>
  );
};

const KNOWN = ['NETWORK', 'UNAVAILABLE', 'RATE_LIMITED', 'PERSISTED_QUERY_NOT_FOUND', 'NOT_FOUND'] as const;
type Known = (typeof KNOWN)[number];
const isKnown = (code: string): code is Known => (KNOWN as readonly string[]).includes(code);

export const Failure = ({
  error,
  retry,
}: {
  error: unknown;
  retry?: (() => void) | undefined;
}): JSX.Element => {
  const { t } = useTranslation();
  const code = error instanceof AskError ? error.code : 'INTERNAL';
  const isStale = code === 'PERSISTED_QUERY_NOT_FOUND';
  const act = isStale ? () => location.reload() : retry;
  return (
    <div className="notice bad stack tight" role="alert">
      <p className="strong">{isKnown(code) ? t(`failure.${code}`) : t('failure.other')}</p>
      {!isKnown(code) && error instanceof Error && (
        <p>
          <HubText text={error.message} />
        </p>
      )}
      <p className="small quiet">
        <code>{code}</code>
        {error instanceof AskError && error.requestId !== null && (
          <>
            {' · '}
            {t('failure.request')} <code>{error.requestId}</code>
          </>
        )}
      </p>
      {act !== undefined && (
        <div>
          <button type="button" onClick={act}>
            {isStale ? t('failure.reload') : t('failure.retry')}
          </button>
        </div>
      )}
    </div>
  );
};

export const Nothing = ({ title, children }: { title: string; children?: ReactNode }): JSX.Element => (
  <div className="notice stack tight">
    <p className="strong">{title}</p>
    {children}
  </div>
);
