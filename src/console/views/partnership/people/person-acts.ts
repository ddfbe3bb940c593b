// What can be done about a person in its state, and what of it the reader may do.
import { useTranslation } from 'react-i18next';
import { useSignedIn } from '../../../app/me.ts';
import { grantedBy } from '../../../app/roles.ts';
import type { Act } from '../act/acts.tsx';
import { ALLOWED, unless, useMay } from '../act/may.ts';
import type { Person } from './people-query.ts';

export type PersonAct =
  | 'details'
  | 'contacts'
  | 'roles'
  | 'link'
  | 'recover'
  | 'confirm'
  | 'deactivate'
  | 'erase'
  | 'held';

/** Those that make sense in the state of the person, in the order of the buttons. */
const actsIn = ({ state }: Person, isSelf: boolean): readonly PersonAct[] => {
  if (state === 'ERASED') return [];
  const mayReturn = state === 'INVITED' || state === 'DORMANT' || state === 'DEACTIVATED';
  return [
    'details',
    'contacts',
    ...(state === 'DEACTIVATED' ? [] : (['roles'] as const)),
    ...(mayReturn ? (['link'] as const) : []),
    ...(state === 'ACTIVE' && !isSelf ? (['recover', 'confirm'] as const) : []),
    'held',
    ...(state === 'DEACTIVATED' ? (['erase'] as const) : (['deactivate'] as const)),
  ];
};

export const usePersonActs = (person: Person, isSelf: boolean, open: (act: PersonAct) => void): Act[] => {
  const { t } = useTranslation();
  const may = useMay();
  const { roles } = useSignedIn();
  const granted = grantedBy(roles);
  const isAbove = person.roles.some((role) => !granted.includes(role));
  const managing = unless(may('EITHER'), isAbove, t('people.above'));
  const rightTo = (act: PersonAct) => {
    if (isSelf && (act === 'details' || act === 'contacts' || act === 'held')) return ALLOWED;
    if (act === 'held' || act === 'erase' || act === 'recover') return may('MEMBER');
    return managing;
  };
  return actsIn(person, isSelf).map((act) => ({
    name: t(`people.act.${act}`),
    right: rightTo(act),
    press: () => open(act),
    ...(act === 'deactivate' || act === 'erase' ? { kind: 'danger' as const } : {}),
  }));
};
