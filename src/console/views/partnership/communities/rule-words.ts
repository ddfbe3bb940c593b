// A rule as a phrase in the language of the console.
import { useTranslation } from 'react-i18next';
import { useSectorName } from '../../../app/sector-names.ts';
import { inList } from '../../../words/in-list.ts';
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
        : [`${t('members.kindTitle')}: ${inList(kinds.map((kind) => t(`members.kind.${kind}`)))}`],
      sectors === null ? [] : [`${t('members.sectors')}: ${inList(sectors.map(nameOf))}`],
      countries === null ? [] : [`${t('members.countries')}: ${inList(countries)}`],
    ]
      .flat()
      .join(' · ');
  };
};
