// What has become of an item: what was cancelled stays readable, of what was recalled nothing is left.
import type { TFunction } from 'i18next';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { WarningState } from '../../operations/graphql.generated.ts';

type Item = { readonly state: WarningState; readonly recall: { readonly isNarrowed: boolean } | null };

/** Null for what is in force. */
export const stateIn = (t: TFunction, { state, recall }: Item): string | null => {
  if (recall !== null) return recall.isNarrowed ? t('recall.narrowed') : t('recall.title');
  return state === 'ACTIVE' ? null : t(`itemState.${state}`);
};

export const StateTag = ({ item }: { item: Item }): JSX.Element | null => {
  const { t } = useTranslation();
  const said = stateIn(t, item);
  return said === null ? null : <span className="tag">{said}</span>;
};
