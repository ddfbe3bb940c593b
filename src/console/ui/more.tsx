// The button below a list that goes on.
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';

type Props = {
  /** Whether the hub has more; nothing is shown otherwise. */
  readonly hasMore: boolean;
  readonly isLoading?: boolean;
  readonly load: () => void;
};

export const More = ({ hasMore, isLoading = false, load }: Props): JSX.Element | null => {
  const { t } = useTranslation();
  if (!hasMore) return null;
  return (
    <div>
      <button type="button" disabled={isLoading} onClick={load}>
        {t('list.more')}
      </button>
    </div>
  );
};
