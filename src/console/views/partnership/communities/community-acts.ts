// What can be done about a community, and what of it the reader may do.
import { useTranslation } from 'react-i18next';
import { useSignedIn } from '../../../app/me.ts';
import type { Right } from '../../../app/rights.ts';
import type { Act } from '../act/acts.tsx';
import { unless, useMay } from '../act/may.ts';
import type { Community } from './communities-query.ts';
import type { OpenAct } from './dialogs/community-dialog.tsx';

/** A manager of a member that keeps it, or who runs the hub. */
export const useManages = (managers: Community['managers']): Right => {
  const { t } = useTranslation();
  const may = useMay();
  const { member, roles } = useSignedIn();
  const isKept = managers.some(({ slug }) => slug === member.slug);
  return unless(may('MANAGE'), !isKept && !roles.includes('HUB_OPERATOR'), t('admin.needs.MANAGE'));
};

const isIn = (membership: Community['membership']): boolean => membership !== null && membership !== 'LEFT';

export const useCommunityActs = (community: Community, open: (act: OpenAct) => void): Act[] => {
  const { t } = useTranslation();
  const may = useMay();
  const manages = useManages(community.managers);
  const { membership, joining, rule } = community;
  const asks = membership !== 'INVITED' && rule === null;
  const cannot = asks && joining === 'INVITATION';
  // Whoever fits is in it by itself, unless it has left.
  const comesByRule = rule !== null && membership === null;
  const act = (name: OpenAct['act'], right: Right, label: string): Act => ({
    name: label,
    right,
    press: () => open({ act: name }),
  });
  const join = asks && joining === 'REQUEST' ? t('communities.act.request') : t('communities.act.join');
  return [
    ...(membership === 'JOINED' || membership === 'REQUESTED' || comesByRule
      ? []
      : [
          {
            ...act('join', unless(may('JOIN'), cannot, t('communities.byCode')), join),
            kind: 'primary' as const,
          },
        ]),
    ...(isIn(membership)
      ? [
          act(
            'leave',
            may('JOIN'),
            t(membership === 'JOINED' ? 'communities.act.leave' : 'communities.act.takeBack'),
          ),
        ]
      : []),
    act('invite', manages, t('communities.act.invite')),
    act('removeOne', manages, t('communities.act.removeOne')),
    act('change', manages, t('communities.act.change')),
  ];
};
