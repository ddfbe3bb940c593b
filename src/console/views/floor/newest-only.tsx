// Said where a list or a count looks at the newest alone.
import { type JSX, memo } from 'react';
import { useTranslation } from 'react-i18next';
import { spoken } from '../../words/words.ts';

/** Made once: it stands, unseen, beside a list that shows itself with each step. */
export const NewestOnly = memo(({ count }: { count: number }): JSX.Element => {
  const { t } = useTranslation();
  const number = new Intl.NumberFormat(spoken()).format(count);
  return <p className="small quiet">{t('floor.newestOnly', { number })}</p>;
});
