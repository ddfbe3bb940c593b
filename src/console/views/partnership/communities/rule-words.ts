// A rule as a phrase in the language of the console.
import { useTranslation } from 'react-i18next';
import { useSectorName } from '../../../app/sector-names.ts';
import type { Community } from './communities-query.ts';

export const useRuleWords = (): ((rule: Community['rule']) => string) => {
  const { t } = useTranslation();
  const nameOf = useSectorName();
  return (rule) => {
    if (rule === null) return t('communities.byHand');
    const { kinds, sectors, countries } = rule;
    return [
      kinds === null
        ? []
        : [`${t('members.kindTitle')}: ${kinds.map((kind) => t(`members.kind.${kind}`)).join(', ')}`],
      sectors === null ? [] : [`${t('members.sectors')}: ${sectors.map(nameOf).join(', ')}`],
      countries === null ? [] : [`${t('members.countries')}: ${countries.join(', ')}`],
    ]
      .flat()
      .join(' · ');
  };
};
