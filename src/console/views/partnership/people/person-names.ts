// How a person is called who is told by its id: you, its name where the reader administers it, else a person of its member.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSignedIn } from '../../../app/me.ts';
import { useMay } from '../act/may.ts';
import { peopleQuery } from './people-query.ts';

export const usePersonName = (): ((id: string) => string) => {
  const { t } = useTranslation();
  const { personId, person: written } = useSignedIn();
  const may = useMay();
  const people = useQuery({ ...peopleQuery, enabled: may('EITHER').isAllowed }).data ?? [];
  return (id) => {
    if (id === personId || id === written) return t('approvals.you');
    const known = people.find((each) => each.personId === id || each.written === id);
    // A handle says who it is; the id of a person says nothing to anybody.
    const [member = id, handle = ''] = id.split('/');
    return known?.name ?? (/^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(handle) ? t('audit.aPerson', { member }) : id);
  };
};
