// The way to the order that the rows would have now; its place is kept while there is none.
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';

/** Only while the rows would stand otherwise. */
export const OrderAnew = ({ isStale, order }: { isStale: boolean; order: () => void }): JSX.Element => {
  const { t } = useTranslation();
  return (
    <p className="small quiet no-print kept-order" role="status">
      {isStale && (
        <>
          {t('list.kept')}{' '}
          <button type="button" className="small" onClick={order}>
            {t('list.orderAnew')}
          </button>
        </>
      )}
    </p>
  );
};
