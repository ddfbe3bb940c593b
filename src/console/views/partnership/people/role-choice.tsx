// The roles of a person. Those that one may not grant or take are disabled.
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useSignedIn } from '../../../app/me.ts';
import { grantedBy, ROLES } from '../../../app/roles.ts';
import type { Role } from '../../../operations/graphql.generated.ts';
import { CheckMany } from '../act/check-many.tsx';

type Props = {
  /** What the person has now. */
  readonly had: readonly Role[];
  readonly chosen: readonly Role[];
  readonly choose: (roles: Role[]) => void;
};

export const RoleChoice = ({ had, chosen, choose }: Props): JSX.Element => {
  const { t } = useTranslation();
  const { roles } = useSignedIn();
  const granted = grantedBy(roles);
  const shown = ROLES.filter(
    (role) => granted.includes(role) || had.includes(role) || role !== 'HUB_OPERATOR',
  );
  return (
    <CheckMany
      label={t('people.roles')}
      hint={t('people.rolesHint')}
      from={shown.map((role) => ({
        id: role,
        name: t(`role.${role}`),
        reason: granted.includes(role) ? undefined : t('people.notYours'),
      }))}
      chosen={chosen}
      choose={choose}
      isRequired
    />
  );
};
