// The indicators of a warning: to look for and to block, never to open. Values as CSV, defanged, STIX, and carried rules.
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { IndicatorTable } from '../../ui/indicator/indicator-table.tsx';
import { Unread } from '../../ui/states.tsx';
import { type Item, indicatorsQuery } from './warning-query.ts';

export const Indicators = ({ item }: { item: Item }): JSX.Element | null => {
  const { t } = useTranslation();
  const query = useQuery(indicatorsQuery(item));
  const { data } = query;
  if (data === undefined) return <Unread of={[query]} />;
  if (data.length === 0) return null;
  return (
    <section className="panel stack tight" aria-labelledby="indicators">
      <h2 id="indicators">
        {t('view.indicators')} <span className="quiet number">{data.length}</span>
      </h2>
      {item.handling?.pap != null && item.handling.pap !== 'CLEAR' && (
        <p className="notice caution" dir="auto">
          PAP:{item.handling.pap} – {t(`pap.${item.handling.pap}`)}
        </p>
      )}
      <IndicatorTable indicators={data} warning={item.id} harmless={item.known} marking={item.marking} />
    </section>
  );
};
