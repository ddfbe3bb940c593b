// That a warning was narrowed, and the way to who has confirmed.
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';

/** `notice` is the id of the notice to those who lost it; null where nobody did. */
export const Narrowed = ({ notice }: { notice: string | null }): JSX.Element => {
  const { t } = useTranslation();
  return (
    <div className="notice good row apart" role="status">
      <span className="strong">{t('narrow.done')}</span>
      {notice !== null && (
        <Link className="button small" to="/board/$id" params={{ id: notice }}>
          {t('narrow.toNotice')}
        </Link>
      )}
    </div>
  );
};
