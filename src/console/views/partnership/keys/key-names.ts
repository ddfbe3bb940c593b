// What a key is called that is told by its id: by what it is for, where the reader may list it.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMay } from '../act/may.ts';
import { keysQuery } from './keys-query.ts';

const SHORT = 6;

/** As much of an id as tells it from others beside it; all of it is in the files. */
export const shortId = (id: string): string => id.replace(/^[a-z-]+--/, '').slice(0, SHORT);

export const useKeyName = (): ((id: string) => string) => {
  const { t } = useTranslation();
  const may = useMay();
  const own = useQuery(keysQuery('OWN')).data ?? [];
  const ofMember = useQuery({ ...keysQuery('MEMBER'), enabled: may('EITHER').isAllowed }).data ?? [];
  return (id) => {
    const label = [...own, ...ofMember].find(({ keyId }) => keyId === id)?.label ?? '';
    return label === '' ? t('audit.aKey', { id: shortId(id) }) : t('audit.keyFor', { label });
  };
};
