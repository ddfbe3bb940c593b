// A secret that the hub shows once: a link, a code, a key.
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { Instant } from '../../../ui/instant.tsx';

type Props = { readonly text: string; readonly note: string; readonly until?: string | null | undefined };

export const Secret = ({ text, note, until }: Props): JSX.Element => {
  const { t } = useTranslation();
  return (
    <div className="notice good stack tight" role="status">
      <p className="strong">{t('admin.once')}</p>
      <p>
        <code dir="ltr" id="secret">
          {text}
        </code>
      </p>
      <div className="row">
        <CopyButton text={() => text} />
        {until != null && (
          <span className="small">
            {t('admin.until')} <Instant at={until} />
          </span>
        )}
      </div>
      <p className="small">{note}</p>
    </div>
  );
};

/** What somebody opens who was given a one-time link. */
export const joinLink = (token: string): string => `${location.origin}/join?link=${token}`;
