// Registers a machine that signs in without a key: by a client certificate, or by tokens of the organisation's provider.
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSignedIn } from '../../../../app/me.ts';
import { grantedBy, OF_MACHINES } from '../../../../app/roles.ts';
import {
  type MachineKind,
  RegisterMachineDocument,
  type Role,
} from '../../../../operations/graphql.generated.ts';
import { ChoiceField, TextField } from '../../../../ui/field.tsx';
import { ActDialog } from '../../act/act-dialog.tsx';
import { CheckMany } from '../../act/check-many.tsx';
import { endOfDay } from '../../act/lists.ts';
import { Secret } from '../../act/secret.tsx';

const KINDS = ['CERTIFICATE', 'JWT'] as const satisfies MachineKind[];

/** OpenSSL writes fingerprints in capitals, with colons. */
const proofOf = (kind: MachineKind, known: string) =>
  kind === 'CERTIFICATE' ? { certificate: known.toLowerCase().replaceAll(':', '') } : { subject: known };

export const RegisterMachineDialog = ({ close }: { close: () => void }): JSX.Element => {
  const { t } = useTranslation();
  const granted = grantedBy(useSignedIn().roles);
  const offered = OF_MACHINES.filter((role) => granted.includes(role)).map((id) => ({
    id,
    name: t(`role.${id}`),
  }));
  const [label, setLabel] = useState('');
  const [kind, setKind] = useState<MachineKind>('CERTIFICATE');
  const [known, setKnown] = useState('');
  const [roles, setRoles] = useState<Role[]>([]);
  const [until, setUntil] = useState('');
  const proof = proofOf(kind, known.trim());
  const expiresAt = until === '' ? null : endOfDay(until);
  const isNoDay = until !== '' && expiresAt === null;
  return (
    <ActDialog
      title={t('machine.register')}
      sentence={t('machine.will')}
      button={t('machine.register')}
      isReady={label.trim() !== '' && known.trim() !== '' && roles.length > 0 && !isNoDay}
      document={RegisterMachineDocument}
      input={{
        label: label.trim(),
        roles,
        ...proof,
        ...(expiresAt === null ? {} : { expiresAt }),
      }}
      shown={({ machine }) => <Secret text={machine?.registration ?? ''} note={t('machine.registration')} />}
      close={close}
    >
      <TextField
        label={t('accessKeys.label')}
        hint={t('accessKeys.labelHint')}
        value={label}
        set={setLabel}
        max={80}
        isRequired
      />
      <ChoiceField
        label={t('machine.knownBy')}
        value={kind}
        set={(next) => setKind(next as MachineKind)}
        options={KINDS.map((each) => [each, t(`machine.kind.${each}`)] as const)}
      />
      <TextField
        label={kind === 'CERTIFICATE' ? t('machine.certificate') : t('machine.subject')}
        value={known}
        set={setKnown}
        isRequired
      />
      <CheckMany label={t('people.roles')} from={offered} chosen={roles} choose={setRoles} isRequired />
      <UntilField until={until} set={setUntil} isNoDay={isNoDay} />
    </ActDialog>
  );
};

type UntilProps = {
  readonly until: string;
  readonly set: (until: string) => void;
  readonly isNoDay: boolean;
};

const UntilField = ({ until, set, isNoDay }: UntilProps): JSX.Element => {
  const { t } = useTranslation();
  return (
    <TextField
      label={t('machine.expires')}
      type="date"
      value={until}
      set={set}
      faults={isNoDay ? [t('machine.noDay')] : []}
    />
  );
};
