// Makes a key: one's own, a machine's or a wall screen's. It is shown once.
import { useQuery } from '@tanstack/react-query';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSignedIn } from '../../../app/me.ts';
import { grantedBy, OF_MACHINES } from '../../../app/roles.ts';
import { type KeyKind, MakeKeyDocument, type Role } from '../../../operations/graphql.generated.ts';
import { ChoiceField, TextField } from '../../../ui/field.tsx';
import { ActDialog } from '../act/act-dialog.tsx';
import { CheckMany } from '../act/check-many.tsx';
import { isNumber, listed } from '../act/lists.ts';
import { useMay } from '../act/may.ts';
import { KeySecret } from './key-secret.tsx';
import { rangesQuery, scopesQuery } from './keys-query.ts';

const DAYS: Record<KeyKind, string> = { OWN: '365', MACHINE: '365', SCREEN: '90' };

type Props = { readonly isForMember: boolean; readonly close: () => void };

export const MakeKeyDialog = ({ isForMember, close }: Props): JSX.Element => {
  const { t } = useTranslation();
  const me = useSignedIn();
  const may = useMay();
  const kinds: KeyKind[] = [
    ...(me.person === null ? [] : (['OWN'] as const)),
    ...(may('EITHER').isAllowed ? (['MACHINE', 'SCREEN'] as const) : []),
  ];
  const [kind, setKind] = useState<KeyKind>(isForMember ? 'MACHINE' : (kinds[0] ?? 'OWN'));
  const [label, setLabel] = useState('');
  const [chosen, setRoles] = useState<Role[]>([]);
  const [scopes, setScopes] = useState<string[]>([]);
  const [ranges, setRanges] = useState('');
  const [days, setDays] = useState(DAYS[kind]);
  const roles = kind === 'SCREEN' || (kind === 'OWN' && chosen.length === 0) ? {} : { roles: chosen };
  return (
    <ActDialog
      title={t('accessKeys.make')}
      sentence={t(`accessKeys.willMake.${kind}`)}
      button={t('accessKeys.make')}
      isReady={label.trim() !== '' && isNumber(days) && (kind !== 'MACHINE' || chosen.length > 0)}
      document={MakeKeyDocument}
      input={{
        kind,
        label: label.trim(),
        ...roles,
        scopes,
        ranges: listed(ranges),
        days: Number(days),
      }}
      shown={({ token, key }) => (
        <KeySecret token={token ?? ''} until={key?.expiresAt} isOfScreen={kind === 'SCREEN'} />
      )}
      close={close}
    >
      <KindField
        kinds={kinds}
        kind={kind}
        set={(next) => {
          setKind(next);
          setRoles([]);
          setDays(DAYS[next]);
        }}
      />
      <TextField
        label={t('accessKeys.label')}
        hint={t('accessKeys.labelHint')}
        value={label}
        set={setLabel}
        max={200}
        isRequired
      />
      {kind !== 'SCREEN' && <KeyRoles kind={kind} chosen={chosen} choose={setRoles} />}
      <Scopes chosen={scopes} choose={setScopes} />
      <Limits ranges={ranges} setRanges={setRanges} days={days} setDays={setDays} />
    </ActDialog>
  );
};

type LimitProps = {
  readonly ranges: string;
  readonly setRanges: (ranges: string) => void;
  readonly days: string;
  readonly setDays: (days: string) => void;
};

const Limits = ({ ranges, setRanges, days, setDays }: LimitProps): JSX.Element => {
  const { t } = useTranslation();
  const isOffered = useQuery(rangesQuery).data !== false;
  return (
    <>
      <TextField
        label={t('accessKeys.ranges')}
        hint={isOffered ? t('accessKeys.rangesHint') : t('accessKeys.rangesUnknown')}
        isDisabled={!isOffered}
        value={ranges}
        set={setRanges}
        rows={2}
      />
      <TextField
        label={t('accessKeys.days')}
        value={days}
        set={setDays}
        faults={isNumber(days) ? [] : [t('field.number')]}
        isRequired
      />
    </>
  );
};

type KindProps = {
  readonly kinds: readonly KeyKind[];
  readonly kind: KeyKind;
  readonly set: (kind: KeyKind) => void;
};

const KindField = ({ kinds, kind, set }: KindProps): JSX.Element => {
  const { t } = useTranslation();
  return (
    <ChoiceField
      label={t('accessKeys.kindTitle')}
      value={kind}
      set={(next) => set(next as KeyKind)}
      options={kinds.map((each) => [each, t(`accessKeys.kind.${each}`)] as const)}
    />
  );
};

type Choosing<Each> = { readonly chosen: readonly Each[]; readonly choose: (chosen: Each[]) => void };

const KeyRoles = ({ kind, chosen, choose }: Choosing<Role> & { kind: KeyKind }): JSX.Element => {
  const { t } = useTranslation();
  const me = useSignedIn();
  const granted = grantedBy(me.roles);
  const offered = kind === 'OWN' ? me.roles : OF_MACHINES.filter((role) => granted.includes(role));
  return (
    <CheckMany
      label={t('people.roles')}
      hint={kind === 'OWN' ? t('accessKeys.rolesOwn') : undefined}
      isRequired={kind === 'MACHINE'}
      from={offered.map((role) => ({ id: role, name: t(`role.${role}`) }))}
      chosen={chosen}
      choose={choose}
    />
  );
};

const Scopes = ({ chosen, choose }: Choosing<string>): JSX.Element => {
  const { t } = useTranslation();
  const { data = [] } = useQuery(scopesQuery);
  return (
    <CheckMany
      label={t('accessKeys.scopes')}
      hint={t('accessKeys.scopesHint')}
      from={data.map((id) => ({ id, name: id }))}
      chosen={chosen}
      choose={choose}
    />
  );
};
