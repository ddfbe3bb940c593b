// What has become of something that one published: what was cancelled stays readable, of what was recalled nothing is left.
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { WarningState } from '../../operations/graphql.generated.ts';

type Item = { readonly state: WarningState; readonly recall: { readonly isNarrowed: boolean } | null };

export const StateTag = ({ item: { state, recall } }: { item: Item }): JSX.Element | null => {
  const { t } = useTranslation();
  if (recall !== null)
    return <span className="tag">{recall.isNarrowed ? t('recall.narrowed') : t('recall.title')}</span>;
  return state === 'ACTIVE' ? null : <span className="tag">{t(`itemState.${state}`)}</span>;
};
