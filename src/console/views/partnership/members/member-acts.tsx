// The acts on a member: its administrators change and attest its facts and can leave; who runs the hub suspends and reinstates.
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Acts } from '../act/acts.tsx';
import { useMay } from '../act/may.ts';
import { InviteDialog } from '../people/invite-dialog.tsx';
import { ChangeDialog, HubChangeDialog } from './dialogs/change-dialogs.tsx';
import { AttestDialog, EndDialog, ReinstateDialog, SuspendDialog } from './dialogs/standing-dialogs.tsx';
import type { Facts, Listed } from './members-query.ts';

type Props = { readonly member: Listed; readonly facts: Facts | null; readonly isOwn: boolean };
type Act = 'change' | 'attest' | 'leave' | 'hubChange' | 'firstAdmin' | 'suspend' | 'reinstate' | 'end';

const IS_OUT: readonly string[] = ['SUSPENDED', 'LEFT'];

export const MemberActs = ({ member, facts, isOwn }: Props): JSX.Element => {
  const { t } = useTranslation();
  const may = useMay();
  const [open, setOpen] = useState<Act | null>(null);
  const isOut = facts !== null && IS_OUT.includes(facts.standing);
  const ofHub: Act[] = [
    ...(facts === null ? [] : (['hubChange'] as const)),
    ...(isOwn ? [] : (['firstAdmin'] as const)),
    isOut ? 'reinstate' : 'suspend',
    ...(isOwn || facts?.standing === 'LEFT' ? [] : (['end'] as const)),
  ];
  const offered: Act[] = [
    ...(isOwn ? (['change', 'attest', 'leave'] as const) : []),
    ...(isOwn && !may('HUB').isAllowed ? [] : ofHub),
  ];
  const isHubs = (act: Act): boolean => act !== 'change' && act !== 'attest' && act !== 'leave';
  const isDanger = (act: Act): boolean => act === 'leave' || act === 'suspend' || act === 'end';
  return (
    <>
      <Acts
        acts={offered.map((act) => ({
          name: t(`members.act.${act}`),
          right: may(isHubs(act) ? 'HUB' : 'MEMBER'),
          press: () => setOpen(act),
          ...(isDanger(act) ? { kind: 'danger' as const } : {}),
        }))}
      />
      {open !== null && <Opened act={open} member={member} facts={facts} close={() => setOpen(null)} />}
    </>
  );
};

type OpenedProps = Omit<Props, 'isOwn'> & { readonly act: Act; readonly close: () => void };

const Opened = ({ act, member, facts, close }: OpenedProps): JSX.Element | null => {
  const { slug } = member;
  if (act === 'firstAdmin') return <InviteDialog member={slug} close={close} />;
  if (act === 'suspend') return <SuspendDialog member={member} close={close} />;
  if (act === 'reinstate') return <ReinstateDialog member={member} close={close} />;
  if (act === 'end' || act === 'leave') return <EndDialog member={member} act={act} close={close} />;
  if (act === 'attest') return <AttestDialog member={member} close={close} />;
  if (facts === null) return null;
  return act === 'change' ? (
    <ChangeDialog facts={facts} close={close} />
  ) : (
    <HubChangeDialog facts={facts} close={close} />
  );
};
