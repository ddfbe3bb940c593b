// What a view shows while it waits, when it failed, and when there is nothing: the next step in each case.
import type { JSX, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { whyFailed } from './act/why-failed.ts';
import { Instant } from './instant.tsx';
import { HubText } from './producer-text.tsx';

export const Waiting = (): JSX.Element => {
  const { t } = useTranslation();
  return (
    <p className="quiet waiting" role="status">
      {t('state.loading')}
    </p>
  );
};

type FailureProps = {
  readonly error: unknown;
  readonly retry?: (() => void) | undefined;
  /** When that was read which is shown still, as ISO 8601. */
  readonly oldSince?: string;
};

export const Failure = ({ error, retry, oldSince }: FailureProps): JSX.Element => {
  const { t } = useTranslation();
  const { known, text, code, requestId } = whyFailed(error);
  const isStale = code === 'PERSISTED_QUERY_NOT_FOUND';
  const act = isStale ? () => location.reload() : retry;
  return (
    <div className="notice bad stack tight" role="alert">
      {oldSince !== undefined && (
        <p>
          {t('state.oldSince')} <Instant at={oldSince} />
        </p>
      )}
      <p className="strong">{known === null ? t('failure.other') : t(`failure.${known}`)}</p>
      {text !== null && (
        <p>
          <HubText text={text} />
        </p>
      )}
      {code !== null && (
        <p className="small quiet">
          <code>{code}</code>
          {requestId !== null && (
            <>
              {' · '}
              {t('failure.request')} <code>{requestId}</code>
            </>
          )}
        </p>
      )}
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

type Listed = {
  readonly error: Error | null;
  readonly data: unknown;
  readonly isFetchNextPageError: boolean;
  readonly refetch: () => Promise<unknown>;
  readonly fetchNextPage: () => Promise<unknown>;
};

/** Why a list, or a further page of it, could not be read. What is shown and could not be read again is said by the frame. */
export const Unlisted = ({ of }: { of: Listed }): JSX.Element | null => {
  if (of.error === null || (of.data !== undefined && !of.isFetchNextPageError)) return null;
  const again = of.isFetchNextPageError ? of.fetchNextPage : of.refetch;
  return <Failure error={of.error} retry={() => void again()} />;
};

type Read = Pick<Listed, 'error' | 'data' | 'refetch'>;

/** While something is not read yet: why not, and everything that failed is asked again at once. */
export const Unread = ({ of }: { of: readonly Read[] }): JSX.Element => {
  const failed = of.filter(({ error, data }) => error !== null && data === undefined);
  const [first] = failed;
  if (first === undefined) return <Waiting />;
  return (
    <Failure
      error={first.error}
      retry={() => {
        for (const each of failed) void each.refetch();
      }}
    />
  );
};
