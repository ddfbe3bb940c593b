// Registers the identity provider of the organisation, or changes it.
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSignedIn } from '../../../../app/me.ts';
import { grantedBy } from '../../../../app/roles.ts';
import {
  type ProviderAdmission,
  type Role,
  SetIdentityProviderDocument,
  type SetIdentityProviderInput,
} from '../../../../operations/graphql.generated.ts';
import { ChoiceField, TextField } from '../../../../ui/field.tsx';
import { ActDialog } from '../../act/act-dialog.tsx';
import { CheckField } from '../../act/check-field.tsx';
import { CheckMany } from '../../act/check-many.tsx';
import { orNull } from '../../act/lists.ts';
import type { Known } from './provider-query.ts';

type Said = {
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly isShown: boolean;
  readonly admits: ProviderAdmission;
  readonly groupClaim: string;
  readonly groups: readonly { readonly group: string; readonly roles: Role[] }[];
  readonly rolesOfAll: Role[];
};

const ADMISSIONS = ['INVITED', 'GROUPS', 'ALL'] as const satisfies ProviderAdmission[];
const MOST_GROUPS = 50;

const saidOf = (known: Known | null): Said => ({
  name: known?.name ?? '',
  issuer: known?.issuer ?? '',
  clientId: known?.clientId ?? '',
  clientSecret: '',
  isShown: known?.isShown ?? false,
  admits: known?.admits ?? 'INVITED',
  groupClaim: known?.groupClaim ?? '',
  groups: known?.groups ?? [],
  rolesOfAll: known?.rolesOfAll ?? [],
});

const inputOf = ({
  clientSecret,
  groupClaim,
  groups,
  rolesOfAll,
  ...said
}: Said): SetIdentityProviderInput => ({
  ...said,
  name: said.name.trim(),
  issuer: said.issuer.trim(),
  clientId: said.clientId.trim(),
  clientSecret: orNull(clientSecret),
  groupClaim: orNull(groupClaim),
  groups: said.admits === 'GROUPS' ? groups.filter(({ group }) => group.trim() !== '') : [],
  rolesOfAll: said.admits === 'ALL' ? rolesOfAll : [],
});

export const SetProviderDialog = ({
  known,
  close,
}: {
  known: Known | null;
  close: () => void;
}): JSX.Element => {
  const { t } = useTranslation();
  const [said, setSaid] = useState(() => saidOf(known));
  const set = (part: Partial<Said>): void => setSaid({ ...said, ...part });
  const isReady = [said.name, said.issuer, said.clientId].every((text) => text.trim() !== '');
  const button = known === null ? t('provider.set') : t('provider.change');
  return (
    <ActDialog
      title={t('provider.title')}
      sentence={t('provider.willSet')}
      button={button}
      isReady={isReady}
      document={SetIdentityProviderDocument}
      input={inputOf(said)}
      close={close}
    >
      <WhereFields said={said} set={set} />
      <CheckField
        label={t('provider.isShown')}
        hint={t('provider.isShownHint')}
        value={said.isShown}
        set={(isShown) => set({ isShown })}
      />
      <ChoiceField
        label={t('provider.admits')}
        value={said.admits}
        set={(admits) => set({ admits: admits as ProviderAdmission })}
        options={ADMISSIONS.map((each) => [each, t(`provider.admission.${each}`)] as const)}
      />
      {said.admits === 'GROUPS' && <Groups said={said} set={set} />}
      {said.admits === 'ALL' && (
        <RoleChoice
          label={t('provider.rolesOfAll')}
          chosen={said.rolesOfAll}
          choose={(rolesOfAll) => set({ rolesOfAll })}
        />
      )}
    </ActDialog>
  );
};

type FieldProps = { readonly said: Said; readonly set: (part: Partial<Said>) => void };

const WhereFields = ({ said, set }: FieldProps): JSX.Element => {
  const { t } = useTranslation();
  return (
    <>
      <TextField label={t('provider.name')} value={said.name} set={(name) => set({ name })} isRequired />
      <TextField
        label={t('provider.issuer')}
        hint={t('provider.issuerHint')}
        value={said.issuer}
        set={(issuer) => set({ issuer })}
        isRequired
      />
      <TextField
        label={t('provider.clientId')}
        value={said.clientId}
        set={(clientId) => set({ clientId })}
        isRequired
      />
      <TextField
        label={t('provider.clientSecret')}
        hint={t('provider.secretHint')}
        value={said.clientSecret}
        set={(clientSecret) => set({ clientSecret })}
      />
    </>
  );
};

const Groups = ({ said: { groupClaim, groups }, set }: FieldProps): JSX.Element => {
  const { t } = useTranslation();
  const change = (index: number, part: Partial<Said['groups'][number]>): void =>
    set({ groups: groups.map((each, at) => (at === index ? { ...each, ...part } : each)) });
  return (
    <fieldset className="check-many stack tight">
      <legend>{t('provider.groups')}</legend>
      <TextField
        label={t('provider.groupClaim')}
        value={groupClaim}
        set={(claim) => set({ groupClaim: claim })}
        isRequired
      />
      {groups.map(({ group, roles }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a group is its place
        <div className="stack tight" key={at}>
          <TextField label={t('provider.group')} value={group} set={(name) => change(at, { group: name })} />
          <RoleChoice
            label={t('people.roles')}
            chosen={roles}
            choose={(chosen) => change(at, { roles: chosen })}
          />
        </div>
      ))}
      <div className="row">
        {groups.length < MOST_GROUPS && (
          <button
            type="button"
            className="small"
            onClick={() => set({ groups: [...groups, { group: '', roles: [] }] })}
          >
            {t('provider.addGroup')}
          </button>
        )}
        {groups.length > 0 && (
          <button type="button" className="small" onClick={() => set({ groups: groups.slice(0, -1) })}>
            {t('provider.dropGroup')}
          </button>
        )}
      </div>
    </fieldset>
  );
};

type RoleProps = {
  readonly label: string;
  readonly chosen: readonly Role[];
  readonly choose: (roles: Role[]) => void;
};

const RoleChoice = ({ label, chosen, choose }: RoleProps): JSX.Element => {
  const { t } = useTranslation();
  const granted = grantedBy(useSignedIn().roles);
  return (
    <CheckMany
      label={label}
      from={granted.map((role) => ({ id: role, name: t(`role.${role}`) }))}
      chosen={chosen}
      choose={choose}
    />
  );
};
