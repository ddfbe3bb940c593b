// Communities that lost their last member by what was done.
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { inList } from '../../../../words/in-list.ts';

const Emptied = ({ communities }: { communities: readonly string[] }): JSX.Element => {
  const { t } = useTranslation();
  return <p role="status">{t('members.emptied', { communities: inList(communities) })}</p>;
};

/** What a dialog shows once it is done; nothing where no community is concerned. */
export const shownEmptied = ({ emptied }: { readonly emptied: readonly string[] }): JSX.Element | null =>
  emptied.length === 0 ? null : <Emptied communities={emptied} />;
